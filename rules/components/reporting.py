"""Whether a directive asks somebody to report to a body, brief it or submit a document to it."""

from __future__ import annotations

from spacy.tokens import Doc

from rules.components.matching import EntryMatcher, Finding, outside
from rules.lexicon import Lexicon
from rules.lexicon.schema import ReportingEntry, Role

SPANS = "reports"


class Reporting:
    """Fills ``doc.spans["reports"]`` with words of reporting; ``within`` judges them."""

    def __init__(self, lexicon: Lexicon) -> None:
        by_role = {role: [entry for entry in lexicon.reporting if entry.role is role] for role in Role}
        self._reports = EntryMatcher(by_role[Role.REPORT], lexicon.words, SPANS)
        self._others = EntryMatcher(by_role[Role.NOT_REPORT], lexicon.words, "not " + SPANS)

    def __call__(self, doc: Doc) -> Doc:
        return self._others(self._reports(doc))

    def within(self, doc: Doc, start: int, end: int) -> list[Finding[ReportingEntry]]:
        """What makes the action of a directive, tokens ``start`` to ``end``, a report; empty if nothing."""
        return outside(self._reports.within(doc, start, end), self._others.within(doc, start, end))
