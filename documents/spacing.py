"""Where paragraphs open in plain text: told by blank lines or indents where the file uses them so, and by
the words, whatever the spacing says: a number and a finite verb behind an ended line open one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from documents import numbering, openings
from documents.lines import Line

_LONG = 180  # characters that no line of a page has
_FEW = 0.05  # of the lines may be as long all the same: rows of tables
_SOME = 0.1  # of the lines go on in mid-sentence where they are those of a page
_RARELY, _MOSTLY = 0.25, 0.8
_ALONE = re.compile(r"\d{1,3}\.|\([a-z]{1,4}\)")  # a number or an item's mark on a line of its own
# A line that ends so goes on with the next, whatever that is.
_DANGLES = re.compile(r"\b(?:the|an?|of|on|at|in|by|to|for|from|with|its|their|that|which|under|between|as)$")
_SHORT, _SHORTER = 0.6, 0.8  # of the usual length: a line that is no longer ends its paragraph
_HEADING = 250  # characters of a heading, at most
_LINES_OF_HEADING = 4


class _Row(NamedTuple):
    """A line of the text. ``apart``: a blank line is above it; ``seam``: something that is no text is."""

    text: str
    indent: int
    page: int | None
    heading: bool
    apart: bool
    seam: bool


@dataclass(frozen=True, slots=True)
class _Style:
    """How the file sets paragraphs apart. ``full``: the usual length of a line, in characters."""

    full: int
    whole: bool  # each line is a paragraph, but for stray breaks
    blanks_count: bool  # blank lines do not stand between any two lines
    blanks_tell: bool  # paragraphs have blank lines between them
    margins: Mapping[int | None, int]  # the usual indent on each page, where a deeper one tells; else empty


def told(lines: Sequence[Line]) -> list[Line]:
    """The same lines, blank ones too, ``opens`` told for those of the text."""
    told = iter(_Walk(list(_rows(lines))).told())
    return [_told(line, *next(told)) if _is_text(line) else line for line in lines]


def _told(line: Line, opens: bool, is_heading: bool) -> Line:
    return line._replace(opens=opens, heading=is_heading)


def _is_text(line: Line) -> bool:
    return not (line.note or line.dropped) and bool(line.text.strip())


def _rows(lines: Sequence[Line]) -> Iterator[_Row]:
    apart = seam = False
    page = lines[0].page if lines else None
    for line in lines:
        seam = seam or line.page != page
        page = line.page
        if _is_text(line):
            indent = len(line.text) - len(line.text.lstrip())
            yield _Row(" ".join(line.text.split()), indent, page, line.heading, apart, seam)
            apart = seam = False
        elif line.text.strip():
            seam = True
        else:
            apart = True


def _style(rows: Sequence[_Row]) -> _Style:
    """How these lines set paragraphs apart, by those of which the words tell whether they open one."""
    pairs = [(row, above) for above, row in pairwise(rows) if not row.seam]
    on = [row for row, above in pairs if _goes_on_surely(row, above)]
    opening = [row for row, above in pairs if _opens_surely(row, above)]
    lengths = sorted(len(row.text) for row in rows)
    long = sum(length > _LONG for length in lengths)
    margins = _margins(rows)
    blanks_count = _share(on, lambda row: row.apart) <= _RARELY
    return _Style(
        full=lengths[len(lengths) * 9 // 10] if lengths else 0,
        whole=long > _FEW * len(rows) or len(on) <= _SOME * len(rows),
        blanks_count=blanks_count,
        blanks_tell=blanks_count and _share(opening, lambda row: row.apart) >= _MOSTLY,
        margins=margins if _indents_tell(on, opening, margins) else {},
    )


def _goes_on_surely(row: _Row, above: _Row) -> bool:
    """Whether the line is in mid-sentence."""
    return row.text[0].islower() and not numbering.has_ended(above.text)


def _opens_surely(row: _Row, above: _Row) -> bool:
    """Whether the words alone say that a paragraph opens."""
    opens = numbering.opens_finite(row.text) or numbering.is_participle(row.text)
    return opens and numbering.has_ended(above.text)


def _share(rows: Sequence[_Row], holds: Callable[[_Row], bool]) -> float:
    return sum(map(holds, rows)) / len(rows) if rows else 0.0


def _margins(rows: Sequence[_Row]) -> dict[int | None, int]:
    """The most common indent of each page."""
    pages = groupby(rows, key=lambda row: row.page)
    return {page: Counter(row.indent for row in each).most_common(1)[0][0] for page, each in pages}


def _indents_tell(on: Sequence[_Row], opening: Sequence[_Row], margins: Mapping[int | None, int]) -> bool:
    """Whether lines that open a paragraph stand deeper than those that go on."""

    def is_deeper(row: _Row) -> bool:
        return row.indent > margins[row.page]

    return _share(on, is_deeper) <= _RARELY and _share(opening, is_deeper) >= _MOSTLY


class _Walk:
    """Walks down the lines of the text and says of each whether a paragraph opens with it."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._rows = rows
        self._style = _style(rows)
        self._head = _head(rows)
        self._last = 0  # the number of the last paragraph that opened
        self._heading = 0  # lines of the heading above that are still to come
        self._opened = True  # whether the line above opened a paragraph
        self._below_heading = False  # whether the line above is a heading by its look

    def told(self) -> Iterator[tuple[bool, bool]]:
        """For each line whether it opens a paragraph, and whether it is a heading by its look."""
        for at, row in enumerate(self._rows):
            above = self._rows[at - 1] if at else None
            is_heading = row.heading and (above is None or self._may_follow(row, above))
            self._opened = above is None or self._opens(at, row, above, is_heading=is_heading)
            self._below_heading = is_heading
            if self._opened and (number := numbering.number(row.text + " ...")):
                self._last = number.value
            yield self._opened, is_heading

    def _may_follow(self, row: _Row, above: _Row) -> bool:
        """Whether a heading may stand here: not in mid-sentence, where a line may be all in italics."""
        ended = numbering.has_ended(above.text) or _stands_alone(above.text)
        return ended or row.apart or self._below_heading

    def _opens(self, at: int, row: _Row, above: _Row, *, is_heading: bool) -> bool:
        if is_heading or self._below_heading:
            fills = len(above.text) > _SHORT * self._style.full  # so that it goes on, in the head too
            both = is_heading and self._below_heading and (fills or at > self._head)
            return not both or row.apart or _stands_alone(above.text)
        if _ALONE.fullmatch(above.text):
            return False
        if self._heading:
            self._heading -= 1
            return False
        if self._is_numbered(row, above):
            return True
        if _DANGLES.search(above.text):
            return False
        if at <= self._head:
            return self._opens_in_head(row, above)
        if _is_structure(row, above) or _goes_on_surely(row, above) or self._style.whole:
            return not _goes_on_surely(row, above)
        ended = numbering.has_ended(above.text)
        if (numbering.item(row.text) or numbering.is_deeper(row.text)) and (ended or row.apart):
            return True
        if self._style.blanks_count and row.apart and not row.seam:
            return True
        if lines := self._lines_of_heading(at):
            self._heading = lines - 1
            return True
        return self._opens_by_look(row, above, ended=ended)

    def _is_numbered(self, row: _Row, above: _Row) -> bool:
        """Whether the line opens with a number that is a paragraph's."""
        ended = numbering.has_ended(above.text) or row.apart
        if _ALONE.fullmatch(row.text):
            return ended
        if number := numbering.number(row.text):
            finite = numbering.is_finite(row.text, number.end)
            if ended:
                return finite or not above.text.endswith(",")
            return finite and number.value == self._last + 1
        misprinted = numbering.misprinted(row.text)
        return ended and misprinted is not None and misprinted.value == self._last + 1

    def _opens_in_head(self, row: _Row, above: _Row) -> bool:
        """Whether a new line of the head begins; what fills its line goes on."""
        return (
            (row.apart and self._style.blanks_count)
            or len(above.text) <= _SHORT * self._style.full
            or above.text.endswith("]")
            or row.text.startswith("[")
            or bool(openings.organ(row.text))
        )

    def _lines_of_heading(self, at: int) -> int:
        """How many lines the heading has that begins here, right above a numbered paragraph; 0 for none."""
        below = self._rows[at : at + _LINES_OF_HEADING + 1]
        lines = next((n for n, row in enumerate(below) if n and self._is_numbered(row, below[n - 1])), 0)
        text = " ".join(row.text for row in below[:lines])
        return lines if lines and _may_be_heading(text) else 0

    def _opens_by_look(self, row: _Row, above: _Row, *, ended: bool) -> bool:
        """Whether the indent, blank lines or the length of the line above say that a paragraph opens."""
        is_short = len(above.text) <= _SHORTER * self._style.full
        if row.text[0].islower():  # "and stresses" below items
            return is_short and above.text.endswith(";") and row.text.startswith("and ")
        if row.page in self._style.margins:
            return row.indent > self._style.margins[row.page] and (ended or self._opened)
        if not ended or (self._style.blanks_tell and not row.seam):
            return False
        if not self._last:
            return is_short or numbering.is_participle(row.text) or numbering.is_finite(row.text)
        return is_short and not above.text.endswith(",")


def _head(rows: Sequence[_Row]) -> int:
    """Where the head of the document ends: at the opening line, else at the first numbered paragraph."""
    for ends in (openings.organ, numbering.opens_finite):
        if found := next((at for at, row in enumerate(rows) if ends(row.text)), 0):
            return found
    return len(rows)


def _is_structure(row: _Row, above: _Row) -> bool:
    """Whether the line, or the one above, stands alone: an opening line, a section, an annex, a date."""
    ended = numbering.has_ended(above.text) or row.apart or _stands_alone(above.text)
    return _stands_alone(above.text) or (ended and _stands_alone(row.text))


def _stands_alone(text: str) -> bool:
    return not text[0].islower() and (
        bool(openings.organ(text))
        or numbering.is_closing(text)
        or numbering.is_date(text)
        or (numbering.annex(text) is not None and len(text) <= _HEADING)
        or numbering.section(text, heading=False) is not None
        or text.startswith("[")
    )


def _may_be_heading(text: str) -> bool:
    return len(text) <= _HEADING and text[0].isupper() and not numbering.is_terminal(text)
