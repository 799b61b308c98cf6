"""What else a provision says: qualifiers, due words, reports and references, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from rules.lexicon import Lexicon
from rules.provisions import Evidence, Kind, Qualifier, Reference, What
from rules.standing import standing
from rules.terms.due import DueWords, due_date
from rules.terms.matching import QUALIFIERS, EntryMatches
from rules.terms.note_references import with_notes
from rules.terms.references import References, Referred
from rules.terms.reporting import Reporting
from rules.text import text_of

_REFERENCES = "references"  # where a document of spaCy keeps what was found in it


@dataclass(frozen=True, slots=True)
class ProvisionTerms:
    """What one provision says besides verb and addressees."""

    qualifiers: tuple[Qualifier, ...] = ()
    report: bool = False
    due: tuple[str, ...] = ()
    due_date: str = ""
    references: tuple[Reference, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def with_chapeau(self, chapeau: ProvisionTerms) -> ProvisionTerms:
        """With what the chapeau says, which holds for each of its items, before what the item itself says."""
        return replace(
            self,
            qualifiers=(*chapeau.qualifiers, *self.qualifiers),
            report=chapeau.report or self.report,
            due=(*chapeau.due, *(d for d in self.due if d not in chapeau.due)),
            due_date=self.due_date or chapeau.due_date,
            references=(*chapeau.references, *self.references),
            evidence=(*chapeau.evidence, *self.evidence),
        )


class TermsReader:
    """Reads them; one per lexicon."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._qualifiers = EntryMatches(QUALIFIERS, lexicon.qualifiers)
        self._due = DueWords(lexicon)
        self._reporting = Reporting(lexicon)
        self._references = References(nlp, lexicon)

    def read(self, doc: Doc, start: int, end: int, kind: Kind, organ: str) -> ProvisionTerms:
        """The terms in the tokens [start, end) of a marked paragraph; only directives have report and due.

        ``organ``: who adopts it, whose own resolutions it calls "its resolution 73/186".
        """
        qualifiers = self._qualifiers.within(doc, start, end)
        reports = self._reporting.within(doc, start, end) if kind is Kind.DIRECTIVE else []
        due = self._due.within(doc, start, end, report=bool(reports)) if kind is Kind.DIRECTIVE else []
        references = _within(self._referred(doc, organ), doc, start, end)
        words = tuple(dict.fromkeys(finding.span.text for finding in due))
        return ProvisionTerms(
            qualifiers=tuple(Qualifier(f.entry.type.value, f.span.text) for f in qualifiers),
            report=bool(reports),
            due=words,
            due_date=due_date(words),
            references=tuple(found.reference for found in references),
            evidence=(
                *(f.evidence(What.QUALIFIER, "qualifiers") for f in qualifiers),
                *(f.evidence(What.REPORT, "reporting") for f in reports[:1]),
                *(f.evidence(What.DUE, "deadlines") for f in due),
                *(found.evidence(doc) for found in references),
            ),
        )

    def _referred(self, doc: Doc, organ: str) -> list[Referred]:
        """What a whole text refers to, looked for once for all its provisions."""
        if _REFERENCES not in doc.user_data:
            found = self._references.find(doc, organ)
            doc.user_data[_REFERENCES] = with_notes(found, text_of(doc), standing(doc).notes, organ)
        return doc.user_data[_REFERENCES]


def _within(found: list[Referred], doc: Doc, start: int, end: int) -> list[Referred]:
    if start >= end:
        return []
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    return [r for r in found if first <= r.start and r.end <= last]
