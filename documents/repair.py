"""Mends words that a page or its PDF has split, only where certain.

A pair of neighbours is one word where the whole is a word and a half of it is none. What a word is,
the document itself says, and a list of English words, which is loaded when a document is first mended.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from documents.blocks import SOFT_HYPHEN

_WORD = re.compile(r"[a-z]+")
# One and two letters are words only if they are these; lists of words take many more for words.
_SHORT = frozenset(
    "a i ad al am an as at be by de do et go he id if in is it la me my no of on or so to up us vs we".split()
)
_COMMON = 200  # how often a word occurs in the list's sources; below are misspellings and names
_OFTEN = 3  # occurrences in the document that make an unlisted word one
_HANGING = re.compile(rf"{SOFT_HYPHEN}(?=(?:and|or|to)\b)")  # "pre- and post-war" at the end of a line
_BROKEN = re.compile(rf"([A-Za-z]+){SOFT_HYPHEN}([a-z]+)")
_BEFORE_HYPHEN = re.compile(r"(?<=[A-Za-z]) -(?=[A-Za-z])")
_BEFORE_STOP = re.compile(r" +(?=[;,.:)](?: |$))")


class Mender:
    """Mends the texts of one document, by the words that occur in it."""

    def __init__(self, text: str) -> None:
        words = _WORD.findall(text.lower())
        self._counts = Counter(words)
        strange = {word for word in self._counts if not self._is_word(word)}
        pairs = {
            (left, right)
            for left, right in zip(words, words[1:], strict=False)
            if (left in strange or right in strange)
            and (self._is_known(left + right) if len(left) > 1 else self._counts[left + right])
        }
        self._splits = [
            re.compile(rf"(?<![\w’'])((?i:{left})) ({right})(?![\w’'‑-])") for left, right in pairs
        ]

    def mend(self, text: str) -> str:
        """The text with its words whole, on one line."""
        if SOFT_HYPHEN in text:
            text = _BROKEN.sub(self._rejoined, _HANGING.sub("- ", text)).replace(SOFT_HYPHEN, "-")
        text = _BEFORE_STOP.sub("", _BEFORE_HYPHEN.sub("-", text))
        for split in self._splits:
            text = split.sub(r"\1\2", text)
        return text

    def _is_word(self, word: str) -> bool:
        if len(word) < 3:
            return word in _SHORT
        return _listed().get(word, 0) >= _COMMON or self._counts[word] >= _OFTEN

    def _is_known(self, whole: str) -> bool:
        return self._counts[whole] > 0 or _listed().get(whole, 0) >= _COMMON

    def _rejoined(self, broken: re.Match[str]) -> str:
        """A word broken at the end of a line: with its hyphen, unless the whole is a word and a half is none."""
        left, right = broken.groups()
        whole = (left + right).lower()
        halves = self._is_word(left.lower()) and self._is_word(right)
        return left + right if not halves and self._is_known(whole) else f"{left}-{right}"


@cache
def _listed() -> dict[str, int]:
    """English words, lower case, with the number of their occurrences in the list's sources."""
    from spellchecker import SpellChecker

    return dict(SpellChecker().word_frequency.dictionary)
