"""Mends words and years that a page or its PDF has split, only where certain.

A pair of neighbours is one word where the whole is a word and a half of it is none. What a word is,
the document itself says, and a list of English words, which is loaded when a document is first mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
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
_FIRST_WORD = re.compile(r"[a-z]+")
# Every byte that is neither letter nor apostrophe to a blank, every letter to lower case.
_LETTERS = bytes(
    ord(chr(byte).lower()) if byte < 128 and (chr(byte).isalpha() or chr(byte) == "'") else 32
    for byte in range(256)
)
_BEFORE_HYPHEN = re.compile(r"(?<=[A-Za-z]) -(?=[A-Za-z])")
_AROUND_HYPHEN = re.compile(r"([A-Za-z]+) - (?=([A-Za-z]+))")
_SCARS = (" ;", " ,", " .", " :", " )", " -")
_BEFORE_STOP = re.compile(r"(?<=\w) +(?=[;,.:)](?: |$))")
_MOST_CUTS = 10  # in a row, of which the best way to join is looked for
# Every figure to "0", every blank to one, all else to "x".
_FIGURES = bytes(48 if chr(byte).isdigit() else 32 if byte in b" \n" else 120 for byte in range(256))
_SPLIT_YEAR = re.compile(r"1 [89]\d\d|2 0\d\d|(?:1[89]|20) \d\d|(?:1[89]|20)\d \d")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s$"
)
_NAME = re.compile(r"\s([A-Z][a-z]{3,})")


class Mender:
    """Mends the texts of one document, by the words that occur in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        plain = text.replace("’", "'").encode("ascii", "replace")
        flat = plain.translate(_LETTERS).decode("ascii")
        words = flat.split()
        self._words = set(words)
        listed = _listed()
        unlisted = self._words - listed
        places = list(compress(range(len(words)), map(unlisted.__contains__, words)))
        counts = Counter(words[place] for place in places)
        self._often = {word for word, count in counts.items() if count >= _OFTEN}
        strange = (place for place in places if len(words[place]) < 3 or words[place] not in self._often)
        starts = {start for place in strange for start in (place - 1, place) if 0 <= start < len(words) - 1}
        pairs = dict.fromkeys((words[start], words[start + 1]) for start in sorted(starts))
        whole = [pair for pair in pairs if (both := "".join(pair)) in listed or both in self._words]
        split = [pair for pair in whole if self._is_whole(*pair) and " ".join(pair) in flat]
        self._signs = [f"{left[1:]} {right}" for left, right in split]
        self._split = re.compile("|".join(map(_pattern, split)))
        self._scars = [scar for scar in _SCARS if scar.encode() in plain]
        self._years = dict(_split_years(text, plain))

    def mend(self, text: str) -> str:
        """The text with its words whole."""
        if SOFT_HYPHEN in text:
            text = self._rejoined(text)
        if any(scar in text for scar in self._scars):
            if " - " in text:
                text = _AROUND_HYPHEN.sub(self._closed_up, text)
            text = _BEFORE_STOP.sub("", _BEFORE_HYPHEN.sub("-", text))
        if any(sign in text for sign in self._signs):
            text = self._made_whole(text)
        for split, year in self._years.items():
            text = text.replace(split, year)
        return text

    @cached_property
    def _lower(self) -> str:
        return self._text.lower()

    def _has(self, whole: str) -> bool:
        """Whether this word with its hyphen, in lower case, stands within a line of the document."""
        at = self._lower.find(whole)
        while at >= 0:
            around = self._lower[max(at - 1, 0) : at] + self._lower[at + len(whole) : at + len(whole) + 1]
            if not any(map(str.isalpha, around)):
                return True
            at = self._lower.find(whole, at + 1)
        return False

    def _is_word(self, word: str) -> bool:
        return word in _listed() or (len(word) > 2 and word in self._often)

    def _is_whole(self, left: str, right: str) -> bool:
        """Whether both make a word; that a lone letter belongs to another word, only the document can say."""
        whole = left + right
        lone = (len(left) == 1 and (left in _ONE or self._is_word(right))) or (
            len(right) == 1 and self._is_word(left)
        )
        return whole in self._words or (not lone and whole in _listed())

    def _made_whole(self, text: str) -> str:
        """The text without the blanks that split words. Where two of them would take the same half ("n ot
        to"), those go that leave whole words."""
        chain: list[re.Match[str]] = []
        gone: list[int] = []
        for found in self._split.finditer(text):
            if self._is_name(text, found):
                continue
            if chain and chain[-1].end() != found.start():
                gone += self._chosen(text, chain)
                chain = []
            chain.append(found)
        gone += self._chosen(text, chain)
        return "".join(text[start:end] for start, end in _between(gone, len(text)))

    def _is_name(self, text: str, found: re.Match[str]) -> bool:
        """Whether the halves stand in a name, as "Dar es Salaam", that the document has not as one word."""
        right = _FIRST_WORD.match(text, found.end())
        named = (
            found[0][0].isupper() and right is not None and text[right.end() + 1 : right.end() + 2].isupper()
        )
        return named and right is not None and (found[0].strip() + right[0]).lower() not in self._words

    def _chosen(self, text: str, chain: Sequence[re.Match[str]]) -> list[int]:
        """The places of the blanks that go, of halves in a row of which any two neighbours make a word."""
        if not chain:
            return []
        last = _FIRST_WORD.match(text, chain[-1].end())
        halves = [found[0].strip().lower() for found in chain] + [last[0] if last else ""]
        left = {
            joins: sum(
                not self._is_word(half) for at, half in enumerate(halves) if not {at, at - 1} & set(joins)
            )
            for joins in _ways(min(len(chain), _MOST_CUTS))
        }
        best = min(left, key=lambda joins: (left[joins], len(joins), joins))
        return [chain[at].end() - 1 for at in best]

    def _closed_up(self, found: re.Match[str]) -> str:
        """ "Secretary - " without its blanks, where the document has the whole elsewhere."""
        whole = f"{found[1]}-{found[2]}".lower()
        return f"{found[1]}-" if self._has(whole) else found[0]

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
        if "".join(halves) in self._words and not self._has("-".join(halves)):
            return ""
        return "-" if all(map(self._is_word, halves)) or not self._is_whole(*halves) else ""


def _pattern(pair: tuple[str, str]) -> str:
    """Matches the first half with the blank behind it, before the second half."""
    left, right = pair
    return rf"(?<![\w’'])(?i:{left}) (?={right}(?![\w’'‑-]| -))"


def _ways(cuts: int) -> Iterator[tuple[int, ...]]:
    """Every choice of at least one of so many cuts in a row, without neighbours."""
    for chosen in range(1, 1 << cuts):
        if not chosen & (chosen << 1):
            yield tuple(at for at in range(cuts) if chosen >> at & 1)


def _between(gone: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """The pieces of a text of this length between the places of characters that go."""
    yield from zip([0, *(place + 1 for place in gone)], [*gone, length], strict=True)


def _split_years(text: str, plain: bytes) -> Iterator[tuple[str, str]]:
    """What has a split year in it, and how it reads whole: "September 204 6" behind a month, or "20 30
    Agenda" where the text has "2030 Agenda" elsewhere. ``plain``: the text in ASCII."""
    shape = plain.translate(_FIGURES)
    at = shape.find(b"0 0")
    while at >= 0:
        start = len(shape[: at + 1].rstrip(b"0"))
        found = _SPLIT_YEAR.match(text, start)
        if found and shape[found.end() : found.end() + 1] != b"0":
            year = found[0].replace(" ", "")
            month, name = _MONTH.search(text, max(start - 12, 0), start), _NAME.match(text, found.end())
            if month:
                yield f"{month[0][:-1]} {found[0]}", f"{month[0][:-1]} {year}"
            elif name and f"{year} {name[1]}" in text:
                yield f"{found[0]} {name[1]}", f"{year} {name[1]}"
        at = shape.find(b"0 0", at + 1)


@cache
def _listed() -> frozenset[str]:
    """Common English words, lower case."""
    from spellchecker import SpellChecker

    words = SpellChecker().word_frequency.dictionary
    return frozenset(word for word, count in words.items() if count >= _COMMON and _is_long_enough(word))


def _is_long_enough(word: str) -> bool:
    return len(word) > 2 or word in _ONE or _TWO.fullmatch(word) is not None
