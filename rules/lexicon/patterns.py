"""The notation of patterns: readable words in YAML to regular expressions.

===================  ==========================================================================
``report``           the word, in any case
``in|at|during``     one of the words
``(on / for) it``    one of the phrases
``[their] request``  the word or phrase, or nothing
``{month}``          one of the entries of that list under ``words:``
``/\\d{4}/``          a word that matches this regular expression as a whole
``...3``             as few as need be, at most three words, with no comma, semicolon, colon or full stop
``..,3``             the same, commas allowed; every mark counts as a word
``annual > report``  what follows ``>`` must stand there and is not part of the finding
``held < in 2025``   what stands before ``<`` likewise
``!be adopted``      "adopted", unless "be" stands before it
===================  ==========================================================================

Not spaCy's Matcher: with these qualifiers as token patterns it took 122 microseconds a token over the corpus,
where expressions that are tried only at words they can begin with take about five.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_PIECES = re.compile(r"\.\.[.,]\d+|/\S+/(?=[\s\])]|$)|\{[^{}]*\}|[\[\]()>]|(?<!\S)/(?!\S)|[^\s\[\](){}>]+")
_GAPS = {"...": r"(?:(?:\b\w+\b|[^\w\s,;:.])\s*)", "..,": r"(?:(?:\b\w+\b|[^\w\s;:.])\s*)"}
_ANY = frozenset({""})  # as a first word: any word may be the first

Words = Mapping[str, Sequence[str]]


class PatternError(ValueError):
    """The pattern is not in the notation; the message says why."""


@dataclass(frozen=True, slots=True)
class PatternPiece:
    """A piece of a pattern: its expression, the words it may begin with, whether it may be empty."""

    regex: str
    first: frozenset[str]
    empty: bool = False


def lowered(text: str) -> str:
    """``text`` in lower case, one character for one."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def compile_pattern(text: str, words: Words) -> tuple[re.Pattern[str], frozenset[str]]:
    """The expression of a pattern, for lower-case text, and the words a finding may begin with ("": any).

    What is found is the group ``found``. Raises PatternError.
    """
    before, found, after = _three(text)
    part = _read(found, words)
    if part.empty:
        raise PatternError(f"nothing in {text!r} has to be there")
    regex, first = f"(?P<found>{part.regex})", part.first
    if before:
        behind = _read(before, words)
        regex, first = rf"{behind.regex}\s*{regex}", behind.first
    if after:
        regex += rf"(?=\s*{_read(after, words).regex})"
    return re.compile(regex), first


def _three(text: str) -> tuple[str, str, str]:
    """What must stand before, what is found, what must stand after."""
    before, less, rest = text.rpartition(" < ")
    found, more, after = rest.partition(" > ")
    if " < " in before or " > " in after or (less and not before.strip()) or (more and not after.strip()):
        raise PatternError(f"'<' and '>' may stand once each, between words, in {text!r}")
    return before, found, after


def _read(text: str, words: Words, within: frozenset[str] = frozenset()) -> PatternPiece:
    return _Reader(text, words, within).whole()


class _Reader:
    """Reads one pattern from left to right."""

    def __init__(self, text: str, words: Words, within: frozenset[str]) -> None:
        self.text = text
        self.words = words
        self.within = within  # the lists being read, so that none holds itself
        self.pieces = _PIECES.findall(text)
        self.at = 0

    def whole(self) -> PatternPiece:
        part = self._phrases()
        if self.at < len(self.pieces):
            raise PatternError(f"{self.pieces[self.at]!r} without its partner in {self.text!r}")
        return part

    def _phrases(self) -> PatternPiece:
        """Phrases separated by a lone slash, up to a closing bracket or the end."""
        phrases: list[list[PatternPiece]] = [[]]
        while self.at < len(self.pieces) and self.pieces[self.at] not in ("]", ")"):
            piece = self.pieces[self.at]
            self.at += 1
            if piece == "/":
                phrases.append([])
            else:
                phrases[-1].append(self._part(piece))
        return _either([_sequence(parts) for parts in phrases])

    def _part(self, piece: str) -> PatternPiece:
        if piece == "(":
            return self._bracketed(")")
        if piece == "[":
            inner = self._bracketed("]")
            return PatternPiece(f"(?:{inner.regex})?", inner.first, empty=True)
        if re.fullmatch(r"!\w+", piece):
            return PatternPiece(rf"(?<!\b{piece[1:]}\s)(?=\S)", frozenset(), empty=True)
        if piece[:3] in _GAPS and piece[3:].isdigit():
            return PatternPiece(f"{_GAPS[piece[:3]]}{{0,{int(piece[3:])}}}?", _ANY, empty=True)
        if piece.startswith("{"):
            return self._list(piece[1:-1])
        if piece.startswith("/") and len(piece) > 2:
            return PatternPiece(rf"\b(?:{_checked(piece[1:-1])})\b", _ANY)
        return _either([_word(word) for word in piece.split("|")])

    def _bracketed(self, end: str) -> PatternPiece:
        inner = self._phrases()
        if self.at >= len(self.pieces) or self.pieces[self.at] != end:
            raise PatternError(f"{end!r} is missing in {self.text!r}")
        self.at += 1
        return inner

    def _list(self, name: str) -> PatternPiece:
        if name not in self.words or name in self.within:
            raise PatternError(f"no list {{{name}}} under 'words:', used in {self.text!r}")
        return _either([_read(text, self.words, self.within | {name}) for text in self.words[name]])


def _sequence(parts: list[PatternPiece]) -> PatternPiece:
    first: frozenset[str] = frozenset()
    for part in parts:
        first |= part.first
        if not part.empty:
            break
    empty = all(part.empty for part in parts)
    return PatternPiece(r"\s*".join(part.regex for part in parts), first, empty)


def _either(parts: list[PatternPiece]) -> PatternPiece:
    if len(parts) == 1:
        return parts[0]
    regex = "|".join(part.regex for part in parts)
    return PatternPiece(
        f"(?:{regex})", frozenset().union(*(p.first for p in parts)), any(p.empty for p in parts)
    )


def _word(text: str) -> PatternPiece:
    """A word; one with a mark in it ("medium-term") begins with what stands before the mark."""
    pieces = re.findall(r"\w+|[^\w\s]", text.lower())
    if not pieces:
        raise PatternError("'|' without a word on each side")
    regex = r"\s*".join(rf"\b{p}\b" if re.match(r"\w", p) else re.escape(p) for p in pieces)
    return PatternPiece(regex, frozenset(pieces[:1]))


def _checked(regex: str) -> str:
    try:
        re.compile(regex)
    except re.error as error:
        raise PatternError(f"/{regex}/ is no regular expression: {error}") from None
    if re.search(r"[A-Z]", re.sub(r"\\.", "", regex)):
        raise PatternError(f"/{regex}/ has capitals; texts are matched in lower case")
    return regex
