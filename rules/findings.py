"""What else a provision says: qualifiers, due words, reports and references, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from documents.document import Document
from rules.lexicon import Lexicon
from rules.provisions import Evidence, Kind, Qualifier, Reference


@dataclass(frozen=True, slots=True)
class Marks:
    """The findings in one provision's words."""

    qualifiers: tuple[Qualifier, ...] = ()
    report: bool = False
    due: tuple[str, ...] = ()
    due_date: str = ""
    references: tuple[Reference, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def with_chapeau(self, chapeau: Marks) -> Marks:
        """What the chapeau says of report, due and qualifiers holds for each of its items."""
        return replace(
            self,
            qualifiers=(*chapeau.qualifiers, *self.qualifiers),
            report=chapeau.report or self.report,
            due=(*chapeau.due, *(d for d in self.due if d not in chapeau.due)),
            due_date=self.due_date or chapeau.due_date,
            references=(*chapeau.references, *self.references),
            evidence=(*chapeau.evidence, *self.evidence),
        )


class Findings:
    """Reads the findings of a clause; one per lexicon."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._nlp = nlp

    def read(self, doc: Doc, start: int, end: int, kind: Kind, document: Document) -> Marks:
        """The findings in the tokens [start, end) of one provision."""
        return Marks()
