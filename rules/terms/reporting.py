"""Whether a directive asks somebody to report to a body, brief it or submit a document to it."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from rules.lexicon import Lexicon
from rules.lexicon.schema import ReportingEntry
from rules.terms.matching import NOT_REPORTS, REPORTS, EntryMatch, EntryMatches, outside


class Reporting:
    """Judges words of reporting; one per lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._reports = EntryMatches(REPORTS, lexicon.reporting)
        self._others = EntryMatches(NOT_REPORTS, lexicon.reporting)

    def within(self, doc: Doc, start: int, end: int) -> list[EntryMatch[ReportingEntry]]:
        """What makes a directive a report; empty if nothing.

        ``start`` to ``end`` are the tokens after its verb. In "decides to invite X to brief" the second
        verb is the directive's own, so what looks like reporting counts from the third token.
        """
        others = self._others.within(doc, start + 2, end)
        found = [f for f in self._reports.within(doc, start, end) if not _is_another(f, others)]
        return [f for f in found if _goes_on(f.span) or outside([f], others)]


def _is_another(found: EntryMatch[ReportingEntry], others: list[EntryMatch[ReportingEntry]]) -> bool:
    """Whether the very words found are of something that only looks like reporting."""
    return any(other.span.start == found.span.start for other in others)


def _goes_on(span: Span) -> bool:
    """ "To assist States and to report": after "and" it is the addressee again who acts."""
    doc, before = span.doc, span.start - 1
    if before > 0 and doc[before].lower_ == "to":
        before -= 1
    return before >= 0 and doc[before].lower_ == "and"
