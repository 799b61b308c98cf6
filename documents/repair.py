"""Mends words that a page or its PDF has split, only where certain.

A pair of neighbours is one word where the whole is a word and a half of it is none. What a word is,
the document itself says, and a list of English words, which is loaded when a document is first mended.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from documents.blocks import SOFT_HYPHEN

_WORD = re.compile(r"[a-z]+")
# One and two letters are words only if they are these; lists of words take many more for words.
_SHORT = re.compile(r"[ai]|a[dlmnst]|b[ey]|d[eo]|et|go|he|i[dfnst]|la|m[ey]|no|o[fnr]|so|to|u[ps]|vs|we")
_COMMON = 200  # how often a word occurs in the list's sources; below are misspellings and names
_OFTEN = 3  # occurrences in the document that make an unlisted word one
_HANGING = re.compile(rf"{SOFT_HYPHEN}(?=(?:and|or|to)\b)")  # "pre- and post-war" at the end of a line
_BROKEN = re.compile(rf"([A-Za-z]+){SOFT_HYPHEN}([a-z]+)")
_BEFORE_HYPHEN = re.compile(r"(?<=[A-Za-z]) -(?=[A-Za-z])")
_BEFORE_STOP = re.compile(r"(?<=\w) +(?=[;,.:)](?: |$))")


class Mender:
    """Mends the texts of one document, by the words that occur in it."""

    def __init__(self, text: str) -> None:
        flat = text.replace("\n", " ").lower()
        words = _WORD.findall(flat)
        self._counts = Counter(words)
        strange = {word for word in self._counts if not self._is_word(word)}
        pairs = {(left, right) for left, right in pairwise(words) if left in strange or right in strange}
        self._splits = [
            re.compile(rf"(?<![\w’'])((?i:{left})) ({right})(?![\w’'‑-])")
            for left, right in pairs
            if self._is_whole(left, right) and f"{left} {right}" in flat
        ]
        self._stops = any(scar in flat for scar in (" ;", " ,", " .", " :", " )", " -"))

    def mend(self, text: str) -> str:
        """The text with its words whole."""
        if SOFT_HYPHEN in text:
            text = _BROKEN.sub(self._rejoined, _HANGING.sub("- ", text)).replace(SOFT_HYPHEN, "-")
        if self._stops:
            text = _BEFORE_STOP.sub("", _BEFORE_HYPHEN.sub("-", text))
        for split in self._splits:
            text = split.sub(r"\1\2", text)
        return text

    def _is_word(self, word: str) -> bool:
        if len(word) < 3:
            return _SHORT.fullmatch(word) is not None
        return _listed().get(word, 0) >= _COMMON or self._counts[word] >= _OFTEN

    def _is_whole(self, left: str, right: str) -> bool:
        """Whether both make a word; that a lone letter belongs to a word, only the document can say."""
        whole = left + right
        lone = len(left) == 1 or (len(right) == 1 and self._is_word(left))
        return self._counts[whole] > 0 or (not lone and _listed().get(whole, 0) >= _COMMON)

    def _rejoined(self, broken: re.Match[str]) -> str:
        """A word broken at a line's end, with its hyphen unless the whole is a word and a half is none."""
        left, right = broken.groups()
        halves = self._is_word(left.lower()) and self._is_word(right)
        return left + right if not halves and self._is_whole(left.lower(), right) else f"{left}-{right}"


@cache
def _listed() -> dict[str, int]:
    """English words, lower case, with the number of their occurrences in the list's sources."""
    from spellchecker import SpellChecker

    return dict(SpellChecker().word_frequency.dictionary)
