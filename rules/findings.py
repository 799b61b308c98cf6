"""What else a provision says: qualifiers, due words, reports and references, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from documents.document import Document
from rules.components.due import DueWords, due_date
from rules.components.qualifiers import Qualifiers
from rules.components.references import References
from rules.components.reporting import Reporting
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
        self._qualifiers = Qualifiers(lexicon)
        self._due = DueWords(lexicon)
        self._reporting = Reporting(lexicon)
        self._references = References(nlp, lexicon)

    def read(self, doc: Doc, start: int, end: int, kind: Kind, document: Document) -> Marks:
        """The findings in the tokens [start, end) of one provision; only directives have report and due."""
        qualifiers = self._qualifiers.within(doc, start, end)
        reports = self._reporting.within(doc, start, end) if kind is Kind.DIRECTIVE else []
        due = self._due.within(doc, start, end, report=bool(reports)) if kind is Kind.DIRECTIVE else []
        references = self._references.within(doc, start, end, document.organ)
        words = tuple(dict.fromkeys(finding.span.text for finding in due))
        return Marks(
            qualifiers=tuple(Qualifier(f.entry.type.value, f.span.text) for f in qualifiers),
            report=bool(reports),
            due=words,
            due_date=due_date(words),
            references=tuple(found.reference for found in references),
            evidence=(
                *(f.evidence("qualifier", "qualifiers") for f in qualifiers),
                *(f.evidence("report", "reporting") for f in reports[:1]),
                *(f.evidence("due", "deadlines") for f in due),
                *(found.evidence() for found in references),
            ),
        )
