"""Footnote marks in text that does not tell them by size: taken out only where certain."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from documents.lines import Line, Mark

# A figure right behind a word, a quotation or a stop, where no real number stands.
_GLUED = re.compile(
    r"""(?<=[a-z]{4})\d{1,3}(?=[\s,;.:)]|$)       # Corruption5
      | (?<=[a-z)”’][,;:])\d{1,3}(?=\s|$)         # report;80
      | (?<=[”’])\d{1,3}(?=[\s,;.:]|$)            # Development”9
      | (?<=\d;)\d{1,3}(?=\s|$)                   # 72/196;30
      | (?<=[a-z)”’\d][.])(?<!/Corr\.)(?<!/Rev\.)(?<!/Add\.)\d{1,3}$  # the Office.7
      | (?<=\b(?:19|20)\d\d,)\d{1,2}(?=\s|$)      # 2015,6 when
    """,
    re.VERBOSE,
)
_GLUED_TO_DATE = re.compile(
    r"((?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (?:1[89]|20)\d\d)\d{1,3}\b"
)
# Words before a real number: a mark does not follow them.
_BEFORE_NUMBER = re.compile(
    r"(?:\b(?:paragraphs?|articles?|items?|sections?|resolutions?|decisions?|Nos?\.|agenda|annex|part|chapter|rules?|"
    r"and|to|or|of|by|than|at|on|in|from|the|least|between|until|vols?\.|paras?\.|target|goals?)|[\d–-])\s*$",
    re.IGNORECASE,
)
# A mark that refers to a note of an earlier page: ", 20 as well as".
_REPEATED = re.compile(
    r"(?<=[a-z]{3},) (\d{1,3})(?= (?:as|the|which|when|and|in|to|including|that|with|by|on|for|of|all)\b)"
)
_AFTER_NUMBER = re.compile(
    r"\s*(?:January|February|March|April|May|June|July|August|September|October|November|December|per|million|billion|"
    r"and\s\d|to\s\d|or\s\d|years?|days?|months?|weeks?|hours?)\b"
)


def without_glued(line: Line) -> Line:
    """The line without figures that are glued to a word, as only a footnote mark can be."""
    found = [match.span() for match in _GLUED.finditer(line.text)]
    found += [(match.end(1), match.end()) for match in _GLUED_TO_DATE.finditer(line.text)]
    return taken_out(line, sorted(set(found)))


def without_numbered(lines: Sequence[Line], numbers: Sequence[int]) -> list[Line]:
    """A page's lines without the marks of its own footnotes, which stand in their order."""
    found = list(lines)
    row, column = 0, 0
    for number in numbers:
        place = _find([line.text for line in found], number, row, column) if number else None
        if place:
            row, start, end = place
            found[row] = taken_out(found[row], [(start, end)])
            column = start
    return [without_glued(line) for line in found]


def without_repeated(line: Line, numbers: Container[int]) -> Line:
    """The line without marks of these footnotes of earlier pages."""
    spans = [m.span() for m in _REPEATED.finditer(line.text) if int(m.group(1)) in numbers]
    return taken_out(line, spans)


def taken_out(line: Line, spans: Sequence[tuple[int, int]]) -> Line:
    """The line without these spans of its text, in order and apart; what stood there are its marks."""
    if not spans:
        return line
    text, moved = line.text, list(line.marks)
    for start, end in reversed(spans):
        number = text[start:end].strip()
        text = text[:start] + text[end:]
        moved = [
            mark._replace(offset=mark.offset - (end - start)) if mark.offset > start else mark
            for mark in moved
        ]
        moved.append(Mark(start, number))
    return line._replace(text=text, marks=tuple(sorted(moved)))


def _find(texts: Sequence[str], number: int, row: int, column: int) -> tuple[int, int, int] | None:
    """The first place after ``row`` and ``column`` where the number can be a mark."""
    pattern = re.compile(rf"\s?(?<![\d/.]){number}(?=[\s,;.:)]|$)")
    for at in range(row, len(texts)):
        for match in pattern.finditer(texts[at], column if at == row else 0):
            before, after = texts[at][: match.start()], texts[at][match.end() :]
            if before.strip() and not _BEFORE_NUMBER.search(before) and not _AFTER_NUMBER.match(after):
                return at, match.start(), match.end()
    return None
