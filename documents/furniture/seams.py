"""Where a page of plain text ends and the next begins: running headers, page numbers, job numbers.

Form feeds tell the pages; where there are none, lines that only stand at the head or the foot of one
do. The first page keeps its head, which names the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from documents import mastheads, openings, symbols
from documents.furniture import signs
from documents.lines import Line

# Ends or begins a page: "/...", "Page 2", "A/RES/49/1 Page 2", "<!-- Page 2 -->".
_TURN = re.compile(r"/\.\.\.|(?:\S*/\S+ )?[Pp]age \d{1,3}(?: of \d{1,3})?|-* ?Page \d{1,3} ?-*|<!-- Page.*")
_JOB = re.compile(r"(?:GE\.)?\d\d-\d{4,6}\*?(?: ?\(E\).*)?(?:\s+/\.\.\.)?")
_DAY_OF_JOB = re.compile(r"\d{6}")  # of "23-24923 (E) 211223", which some tools put on a line of its own
_SYMBOL = re.compile(r"\b[A-Z]{1,5}(?:/[\w.\-]+)+(?: \(\w+\))?\*{0,3}")
_NUMBER = re.compile(r"(?:Resolution |Decision )?\d+/\d+[A-Z]?\.? +")  # before a title
_NUMBER_ALONE = re.compile(r"\d{1,3}\.")  # of a paragraph: some tools put it before the header
_HEAD = 60  # lines in which the head ends
_LEAST = 12  # lines of a head that no opening line ends
_ABOVE = 24  # lines of a header above the one that gives it away


def pages(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each page in their order, blank ones too, its header and foot ``dropped``.

    Where no form feeds tell the pages, what stands between two of them comes as a page of its own.
    """
    told = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    head = _Head(lines)
    if len(told) > 1:
        repeated = _repeated(told)
        return [_trimmed(page, head, repeated, first=not at) for at, page in enumerate(told)]
    return _parted(lines, head)


class _Head:
    """What stands at the head of the document, whose title and symbol running headers repeat."""

    def __init__(self, lines: Sequence[Line]) -> None:
        rows = [(at, row) for at, line in enumerate(lines) if (row := _text(line))][:_HEAD]
        ends = (n for n, (_, row) in enumerate(rows) if openings.organ(row))
        end = next(ends, min(_LEAST, len(rows)))
        self.end = rows[end][0] if end < len(rows) else len(lines)
        rows = [row for _, row in rows[:end]]
        self._symbol = next((found for row in rows if (found := mastheads.symbol(row))), "")
        self._text = " ".join(rows).casefold()
        self._starts: list[int] = []
        self._at = -1  # how far the header under way has come in the title; -1 before it
        at = 0
        for row in rows:
            number = _NUMBER.match(row)
            self._starts += [at, at + number.end()] if number else [at]
            at += len(row) + 1

    def is_symbol(self, row: str) -> bool:
        """Whether the line is the document's own symbol and nothing else."""
        return bool(self._symbol) and "/" in row and symbols.canonical(row) == self._symbol

    def is_header(self, rows: Sequence[str]) -> bool:
        """Whether all these lines together are a header."""
        self.begin()
        return all(map(self.goes_on, rows))

    def begin(self) -> None:
        """A header may begin with the next line."""
        self._at = -1

    def goes_on(self, row: str) -> bool:
        """Whether the line is furniture, or repeats the symbol and the title from its beginning on, or from
        where the line before ended."""
        if _stands_apart(row):
            return True
        words = " ".join(_SYMBOL.sub(" ", row).split()).casefold()
        starts = self._starts if self._at < 0 else [self._at]
        found = next((start for start in starts if self._text.startswith(words, start)), None)
        if words and found is not None:
            self._at = found + len(words) + 1
        return found is not None or not words


def _text(line: Line) -> str:
    return " ".join(line.text.split())


def _stands_apart(row: str) -> bool:
    """Whether the line is blank, or one of those that stand at the foot or the head of a page."""
    return (
        not row
        or signs.is_furniture(row)
        or signs.is_page_number(row)
        or any(each.fullmatch(row) for each in (_TURN, _JOB, _DAY_OF_JOB))
    )


def _dropped(line: Line, why: str) -> Line:
    return line._replace(dropped=line.dropped or why) if line.text.strip() else line


def _repeated(told: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The lines that are among the first of more than two pages."""
    tops = ([row for line in page if (row := _text(line))][:3] for page in told[1:])
    counted = Counter(row for top in tops for row in set(top))
    return frozenset(row for row, times in counted.items() if times > 2)


def _trimmed(page: Sequence[Line], head: _Head, repeated: frozenset[str], *, first: bool) -> list[Line]:
    """A page with its header, its foot and what is furniture anywhere said to be so."""
    rows = [_text(line) for line in page]
    header: set[int] = set()
    start, end = 0, len(rows)
    head.begin()
    while start < end and not first:
        if head.goes_on(rows[start]) or rows[start] in repeated:
            header.add(start)
        elif not _NUMBER_ALONE.fullmatch(rows[start]):
            break
        start += 1
    ruled = any(map(signs.is_rule, rows))  # then a number alone may be a note's
    while end > start and _stands_apart(rows[end - 1]) and not (ruled and _is_bare(rows[end - 1])):
        end -= 1
    return [
        *(_dropped(line, signs.HEADER) if at in header else line for at, line in enumerate(page[:start])),
        *map(_without_furniture, page[start:end]),
        *(_dropped(line, signs.PAGE_NUMBER) for line in page[end:]),
    ]


def _is_bare(row: str) -> bool:
    return row.isdigit() and len(row) <= len("999")


def _without_furniture(line: Line) -> Line:
    return _dropped(line, signs.FURNITURE) if signs.is_furniture(_text(line)) else line


def _parted(lines: Sequence[Line], head: _Head) -> list[list[Line]]:
    """The pages of lines without form feeds, and what stands between two of them."""
    rows = [_text(line) for line in lines]
    found: list[list[Line]] = []
    start = end = 0  # of the page under way; of the last seam
    for at, row in enumerate(rows):
        if at < max(end, head.end + 1) or not (
            _TURN.fullmatch(row) or _JOB.fullmatch(row) or signs.is_page_foot(row) or head.is_symbol(row)
        ):
            continue
        above = range(max(start, head.end + 1, at - _ABOVE), at + 1)
        begin = next(first for first in above if head.is_header(rows[first : at + 1]))
        end = at + 1
        while end < len(rows) and head.goes_on(rows[end]):
            end += 1
        found.append([_without_furniture(line) for line in lines[start:begin]])
        found.append([_dropped(line, signs.HEADER) for line in lines[begin:end]])
        start = end
    found.append([_without_furniture(line) for line in lines[start:]])
    return found
