"""Words that soften or bound a provision."""

from __future__ import annotations

from spacy.tokens import Doc

from rules.lexicon import Lexicon
from rules.lexicon.schema import QualifierEntry
from rules.terms.matching import EntryMatch, EntryMatcher

SPANS = "qualifiers"


class Qualifiers:
    """Fills ``doc.spans["qualifiers"]``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._matcher = EntryMatcher(lexicon.qualifiers, lexicon.words, SPANS)

    def __call__(self, doc: Doc) -> Doc:
        return self._matcher(doc)

    def within(self, doc: Doc, start: int, end: int) -> list[EntryMatch[QualifierEntry]]:
        """The qualifiers among the tokens ``start`` to ``end``, in the order of the text."""
        return self._matcher.within(doc, start, end)
