"""Footnote marks in text that does not tell them by size: taken out only where certain."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from documents.lines import Line, Mark

# What no real number can be: a figure right behind a word, a quotation or a stop; raised; with a slash.
_CERTAIN = re.compile(
    r"""(?<=[a-z]{4})\d{1,3}(?=[\s,;.:)]|$)       # Corruption5
      | (?<=[a-z)”’\]][,;:])\d{1,3}(?=\s|$)       # report;80
      | (?<=[”’])\d{1,3}(?=[\s,;.:]|$)            # Development”9
      | (?<=\d;)\d{1,3}(?=\s|$)                   # 72/196;30
      | (?<=[a-z)”’\d][.])(?<!/Corr\.)(?<!/Rev\.)(?<!/Add\.)\d{1,3}$  # the Office.7
      | (?<=\b(?:19|20)\d\d,)\d{1,2}(?=\s|$)      # 2015,6 when
      | [ ]?(?<![\w/.])\d{1,2}/(?=[\s,;.:)”]|$)   # the report; 2/
      | (?<![ \tkcm])[¹²³⁰⁴-⁹]+                   # Corruption⁵
    """,
    re.VERBOSE,
)
_GLUED_TO_DATE = re.compile(
    r"((?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (?:1[89]|20)\d\d)\d{1,3}\b"
)
# What may be a mark where its note is known: behind a word or a stop, a blank between or none.
_POSSIBLE = re.compile(r"[ ]{0,2}(?<![\d/.])(\d{1,3})(?=[\s,;.:)”]|$)")
_STAR = re.compile(r"(?<=[\w”’)\].,;:])([*†‡]{1,4})(?=[\s,;.:)]|$)")
# Words before a real number: a mark does not follow them.
_BEFORE_NUMBER = re.compile(
    r"(?:\b(?:paragraphs?|articles?|items?|sections?|resolutions?|decisions?|Nos?\.|agenda|annex|part|chapter"
    r"|rules?|and|to|or|of|by|than|at|on|in|from|the|least|between|until|vols?\.|paras?\.|target|goals?)"
    r"|[\d–-])\s*$",
    re.IGNORECASE,
)
# A mark that refers to a note of an earlier page: ", 20 as well as".
_REPEATED = re.compile(
    r"(?<=[a-z]{3},) (\d{1,3})"
    r"(?= (?:as|the|which|when|and|in|to|including|that|with|by|on|for|of|all)\b)"
)
_AFTER_NUMBER = re.compile(
    r"\s*(?:January|February|March|April|May|June|July|August|September|October|November|December|per"
    r"|million|billion|and\s\d|to\s\d|or\s\d|years?|days?|months?|weeks?|hours?)\b"
)
_STOPPED = re.compile(r"[a-z”’)][,;:]$")  # before a blank and a mark: ", 5 the Convention"
_ROUND_A_NUMBER = re.compile(r"</?sup>|[\[\]^ /]", re.IGNORECASE)
_NEAR = 40  # characters that tell a mark from a number
_SUPERIOR = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
Span = tuple[int, int]


class _Place(NamedTuple):
    """Where a mark stands: the row, its first character and the one behind its last."""

    row: int
    start: int
    end: int


def certain(text: str) -> list[Span]:
    """Where the text has figures that only a footnote mark can be, in their order."""
    found = [match.span() for match in _CERTAIN.finditer(text)]
    found += [(match.end(1), match.end()) for match in _GLUED_TO_DATE.finditer(text)]
    return sorted(set(found))


def numbers(text: str) -> list[str]:
    """The numbers of the certain marks in the text."""
    return [number_of(text[start:end]) for start, end in certain(text)]


def possible(text: str) -> set[str]:
    """The numbers of what may be a mark in the text, if there is a note of that number."""
    return {number for number, _, _ in _possible(0, text)}


def counts(text: str) -> bool:
    """Whether the words behind a figure say that it counts or dates something: "17" of "17 December"."""
    return _AFTER_NUMBER.match(text[:_NEAR]) is not None


def number_of(mark: str) -> str:
    """The number of a mark as it stands in the text: "2" of " 2/", of "²", of "[^2]"."""
    return _ROUND_A_NUMBER.sub("", mark.translate(_SUPERIOR))


def without_certain(line: Line) -> Line:
    """The line without figures that are glued to a word, as only a footnote mark can be."""
    return taken_out(line, certain(line.text))


def without_numbered(lines: Sequence[Line], notes: Sequence[str]) -> list[Line]:
    """The lines of a text without the marks of these notes, which stand in their order, and without those
    that are certain."""
    spans = defaultdict[int, set[Span]](set)
    for row, line in enumerate(lines):
        spans[row].update(certain(line.text))
    for each in _places(lines, notes):
        spans[each.row].add((each.start, each.end))
    return [taken_out(line, _apart(sorted(spans[row]))) for row, line in enumerate(lines)]


def without_repeated(line: Line, notes: Collection[str]) -> Line:
    """The line without marks of these footnotes of earlier pages."""
    spans = [match.span() for match in _REPEATED.finditer(line.text) if match[1] in notes]
    return taken_out(line, spans)


def taken_out(line: Line, spans: Sequence[Span]) -> Line:
    """The line without these spans of its text, in order and apart; what stood there are its marks."""
    if not spans:
        return line
    starts = [start for start, _ in spans]
    gone = [0, *accumulate(end - start for start, end in spans)]
    kept = zip([0, *(end for _, end in spans)], [*starts, len(line.text)], strict=True)
    found = [
        Mark(start - before, number_of(line.text[start:end]))
        for (start, end), before in zip(spans, gone, strict=False)
    ]
    found += [
        mark._replace(offset=mark.offset - gone[bisect_left(starts, mark.offset)]) for mark in line.marks
    ]
    return line._replace(
        text="".join(line.text[start:end] for start, end in kept), marks=tuple(sorted(found))
    )


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The spans without those that overlap the one before them."""
    found: list[Span] = []
    for span in spans:
        if found and span[0] < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], span[1]))
        else:
            found.append(span)
    return found


def _places(lines: Sequence[Line], notes: Sequence[str]) -> Iterator[_Place]:
    """Where the marks of these notes stand: each behind the one before, at the first place it can be, rather
    at a likely one that is not behind the next mark."""
    possible, likely = defaultdict[str, list[_Place]](list), defaultdict[str, list[_Place]](list)
    wanted = set(notes)
    for row, line in enumerate(lines):
        for number, place, is_likely in _possible(row, line.text):
            if number in wanted:
                possible[number].append(place)
                if is_likely:
                    likely[number].append(place)
    last = _Place(-1, 0, 0)
    for number, following in zip(notes, (*notes[1:], ""), strict=False):
        found, better = _next(possible[number], last), _next(likely[number], last)
        bound = _next(likely[following], last)
        if better and (bound is None or better < bound):
            found = better
        if found:
            yield found
            last = found


def _next(places: Sequence[_Place], last: _Place) -> _Place | None:
    at = bisect_right(places, last)
    return places[at] if at < len(places) else None


def _possible(row: int, text: str) -> Iterator[tuple[str, _Place, bool]]:
    """What may be a mark in the text: its number, its place, and whether it is likely one."""
    for match in _POSSIBLE.finditer(text):
        start, end = match.span()
        before = text[max(start - _NEAR, 0) : start]
        if before.strip() and not _BEFORE_NUMBER.search(before) and not counts(text[end : end + _NEAR]):
            yield match[1], _Place(row, start, end), start == match.start(1) or bool(_STOPPED.search(before))
    if "*" in text or "†" in text or "‡" in text:
        for match in _STAR.finditer(text):
            yield match[1], _Place(row, *match.span()), True
