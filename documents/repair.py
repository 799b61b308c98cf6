"""Mends words that a page or its PDF has split, only where certain.

A pair of neighbours is one word where the whole is a word and a half of it is none. What a word is,
the document itself says, and a list of English words, which is loaded when a document is first mended.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from itertools import compress

from documents.blocks import SOFT_HYPHEN

# One and two letters are words only if they are these; lists of words take many more for words.
_ONE = ("a", "i")
_TWO = re.compile(r"a[dlmnst]|b[ey]|d[eo]|et|go|he|i[dfnst]|la|m[ey]|no|o[fnr]|so|to|u[ps]|vs|we")
_COMMON = 200  # how often a word occurs in the list's sources; below are misspellings and names
_OFTEN = 3  # occurrences in the document that make an unlisted word one
_LAST_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]+$")
_LONGEST = 40  # letters of a word
_HYPHENATED = re.compile(r"(?<![a-z])[a-z]+-[a-z]+")
_FIRST_WORD = re.compile(r"[a-z]+")
# Every byte that is no letter to a blank, every letter to lower case.
_LETTERS = bytes(byte | 32 if chr(byte).isascii() and chr(byte).isalpha() else 32 for byte in range(256))
_BEFORE_HYPHEN = re.compile(r"(?<=[A-Za-z]) -(?=[A-Za-z])")
_SCARS = (" ;", " ,", " .", " :", " )", " -")
_BEFORE_STOP = re.compile(r"(?<=\w) +(?=[;,.:)](?: |$))")


class Mender:
    """Mends the texts of one document, by the words that occur in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        flat = text.encode("ascii", "replace").translate(_LETTERS).decode("ascii")
        words = flat.split()
        self._counts = Counter(words)
        self._scars = [scar for scar in _SCARS if scar in text]
        unlisted = self._counts.keys() - _listed()
        strange = {word for word in unlisted if len(word) < 3 or self._counts[word] < _OFTEN}
        places = compress(range(len(words)), map(strange.__contains__, words))
        starts = {start for place in places for start in (place - 1, place) if 0 <= start < len(words) - 1}
        pairs = {(words[start], words[start + 1]) for start in starts}
        self._splits = [
            (f"{left[1:]} {right}", re.compile(rf"(?<![\w’'])((?i:{left})) ({right})(?![\w’'‑-])"))
            for left, right in pairs
            if self._is_whole(left, right) and f"{left} {right}" in flat
        ]

    def mend(self, text: str) -> str:
        """The text with its words whole."""
        if SOFT_HYPHEN in text:
            text = self._rejoined(text)
        if any(scar in text for scar in self._scars):
            text = _BEFORE_STOP.sub("", _BEFORE_HYPHEN.sub("-", text))
        for sign, split in self._splits:
            if sign in text:
                text = split.sub(r"\1\2", text)
        return text

    @cached_property
    def _hyphenated(self) -> frozenset[str]:
        """The words with a hyphen that stand within a line of the document, lower case."""
        return frozenset(_HYPHENATED.findall(self._text.lower()))

    def _is_word(self, word: str) -> bool:
        return word in _listed() or (len(word) > 2 and self._counts[word] >= _OFTEN)

    def _is_whole(self, left: str, right: str) -> bool:
        """Whether both make a word; that a lone letter belongs to a word, only the document can say."""
        whole = left + right
        lone = len(left) == 1 or (len(right) == 1 and self._is_word(left))
        return self._counts[whole] > 0 or (not lone and whole in _listed())

    def _rejoined(self, text: str) -> str:
        """The text with the words that break at the end of a line joined, with their hyphen or without."""
        whole, *pieces = text.split(SOFT_HYPHEN)
        for piece in pieces:
            whole += self._joint(whole, piece) + piece
        return whole

    def _joint(self, before: str, after: str) -> str:
        """A hyphen, unless the whole is a word and a half is none, or the document has only the whole
        elsewhere; it may hang ("pre- and post-war")."""
        left, right = _LAST_WORD.search(before[-_LONGEST:]), _FIRST_WORD.match(after)
        if not left or not right:
            return "-"
        if right.group() in ("and", "or", "to"):
            return "- "
        halves = left.group().lower(), right.group()
        if self._counts["".join(halves)] and "-".join(halves) not in self._hyphenated:
            return ""
        return "-" if all(map(self._is_word, halves)) or not self._is_whole(*halves) else ""


@cache
def _listed() -> frozenset[str]:
    """Common English words, lower case."""
    from spellchecker import SpellChecker

    words = SpellChecker().word_frequency.dictionary
    return frozenset(word for word, count in words.items() if count >= _COMMON and _is_long_enough(word))


def _is_long_enough(word: str) -> bool:
    return len(word) > 2 or word in _ONE or _TWO.fullmatch(word) is not None
