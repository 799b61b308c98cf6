"""Footnotes in plain text: where they begin, which they are, and where the text goes on.

They stand below a typed rule, or without one where a mark above answers to them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents import marks, numbering, openings
from documents.furniture import signs
from documents.furniture.note_numbers import ALONE, UNREAD, has_ended, numbered, opening, refers
from documents.lines import Line

_STANDS_ALONE = re.compile(r"(?:Resolutions?|Decisions?) [^;]{1,60}\.|[A-Z]{1,5}(?:/[\w.\-]+)+\.")


def told(page: Sequence[Line], last: int, *, to_the_end: bool) -> list[Line]:
    """The lines of a page, blank ones too, with ``note`` said of those that are footnotes.

    ``last``: the number of the last footnote above the page, 0 for none. ``to_the_end``: what stands below
    a rule lasts to the end of the page; else text may go on below it.
    """
    reader = _Reader(page, last)
    at = 0
    while at < len(page):
        at = reader.take(at, to_the_end=to_the_end)
    return reader.found


class _Reader:
    """Walks down a page. ``found``: its lines so far as they are, the others as they came."""

    def __init__(self, page: Sequence[Line], last: int) -> None:
        self.found = list(page)
        self._rows = ["" if line.dropped or line.note else " ".join(line.text.split()) for line in page]
        self._last = last  # the number of the last note
        self._open: list[str] = []  # the numbers of the certain marks above that no note has answered
        self._possible: set[str] = set()  # the numbers of what may be a mark above
        self._above = ""  # the last line of the text

    def take(self, at: int, *, to_the_end: bool) -> int:
        """Say what the line here is, and those that belong to it; the place of the next one."""
        row, line = self._rows[at], self.found[at]
        if row and signs.is_rule(row):
            self.found[at] = line._replace(dropped=signs.RULE)
            end = len(self._rows) if to_the_end else self._end(at + 1)
            return self._note(at + 1, end)
        if not row:
            return at + 1
        if self._opens_notes(row):
            return self._note(at, self._end(at))
        if self._is_alone(at):
            return self._note_alone(at)
        self._open += marks.numbers(row)
        self._possible.update(marks.possible(row))
        self._above = marks.without_certain(Line(row)).text
        return at + 1

    def _opens_notes(self, row: str) -> bool:
        """Whether a numbered note opens here that a mark above asks for."""
        number, words = opening(row)
        if not number or marks.counts(row[words:]) or numbering.misprinted(row):
            return False
        if number in self._open:
            return has_ended(self._above) or refers(row[words:])
        return number in self._possible and refers(row[words:])

    def _is_alone(self, at: int) -> bool:
        """Whether a note without its number stands here as a paragraph of its own: "Resolution 70/1."."""
        row = self._rows[at]
        if not row.endswith(".") or not refers(row) or not numbering.has_ended(self._above):
            return False
        below = self._next(at)
        whole = not below or not below[0].islower()
        return whole and (bool(self._open) or _STANDS_ALONE.fullmatch(row) is not None)

    def _next(self, at: int) -> str:
        return next((row for row in self._rows[at + 1 : at + 20] if row), "")

    def _note_alone(self, at: int) -> int:
        number = self._open.pop() if self._open else UNREAD
        self.found[at] = self.found[at]._replace(note=number)
        return at + 1

    def _end(self, start: int) -> int:
        """Where the text goes on below the notes that begin here; ``start`` where there are none."""
        before, apart = "", False  # the line above, and whether a blank one parts them
        for at in range(start, len(self._rows)):
            row = self._rows[at]
            if not row:
                apart = True
                continue
            opens = bool(opening(row)[0] or ALONE.fullmatch(row) or refers(row))
            if not before and not opens:
                return start
            if numbering.opens_finite(row) or (before and not opens and _goes_on(row, before, apart)):
                return at
            before, apart = row, False
        return len(self._rows)

    def _note(self, start: int, end: int) -> int:
        """Say of the lines from here to there that they are notes."""
        for at, number in enumerate(numbered(self._rows[start:end], self._last), start):
            if number is None:
                self.found[at] = self.found[at]._replace(dropped=signs.MARK)
            elif number:
                self.found[at] = self.found[at]._replace(note=number)
                self._last = int(number) if number.isdigit() else self._last
                if number in self._open:
                    self._open.remove(number)
        return end


def _goes_on(row: str, before: str, apart: bool) -> bool:
    """Whether a line below a note that opens none is text: the note has ended, or a paragraph opens."""
    if has_ended(before):
        return True
    return apart and (numbering.is_participle(row) or bool(openings.organ(row)) or numbering.is_closing(row))
