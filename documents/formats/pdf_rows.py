"""The visual lines of a PDF's page: their words without footnote marks, their places and their looks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from documents.formats import pdf_marks
from documents.formats.pdf_look import Look
from documents.furniture.pages import PageLine
from documents.lines import Mark

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

SOFT_HYPHEN = "\u00ad"
ENDED = (".", ";", ":", ",", "]", "”", "; and", "; or", ", and", ", or")
_HYPHEN_AT_LINE_END = "\ufffe"  # what PDFium makes of a hyphen and the line break after it
_BREAK = "\r\n"
_STRAY_BREAK = re.compile(r"\r(?!\n)|(?<!\r)\n")
_NO_HEADING = (",", ";")  # ends of lines that are none
_SAME_LINE = 3.0  # points that the baselines of one line may differ by
_LOWER = 1.0  # points below the words before it: a mark of another line
_RAISED = 0.8  # of the size before it: "st" behind "21"
_ORDINALS = ("st", "nd", "rd", "th")
_HEAD = 6  # lines of a page that are looked at in any case: its running head and the line below it
_BLANK_AND_HYPHEN = " -"
_AMOUNTS = "0123456789-–"  # what ends the next row of a table
_MEASURED_FIRST, _MEASURED = 6, 2  # lines of a page that go on, whose size and place are asked all the same
MARKED = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,5}\))\s")
_SMALLER = 0.92  # of the usual size: running heads and notes
_SAME_STEP = 0.6  # points; lines at the usual step are of the same size


@dataclass
class Row(PageLine):
    """A visual line: its text without marks, its place and its look.

    A line that goes on with a sentence is not looked at; it has a place only where the next line needs it
    or where it is ``measured``, so that the document's size, margin and spacing are known.
    """

    first: int  # its first and last character in the page's text
    last: int
    goes_on: bool = field(default=False, init=False)
    measured: bool = field(default=False, init=False)
    x: float = field(default=0.0, init=False)  # left end
    y: float = field(default=0.0, init=False)  # baseline
    last_y: float = field(default=0.0, init=False)  # another where PDFium joined two lines at a hyphen
    step: float = field(default=0.0, init=False)  # down from the baseline of the line above on its page
    size: float = field(default=0.0, init=False)  # in points, of its first character
    bold: bool = field(default=False, init=False)  # from end to end, likewise italic
    italic: bool = field(default=False, init=False)
    cells: bool = field(default=False, init=False)  # a row of a table
    opens: bool | None = field(default=False, init=False)  # as of a `Line`, likewise heading
    heading: bool = field(default=False, init=False)


def of_page(page: PdfPage, number: int) -> list[Row]:
    """The lines of a page in the order of the file. ``number`` counts pages from 1."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range().replace(_HYPHEN_AT_LINE_END, SOFT_HYPHEN)
        if not text.strip():
            return []
        if text.count("\n") != text.count(_BREAK):
            text = _STRAY_BREAK.sub(" ", text)
        return _Page(number, text, Look(textpage, text)).read()
    finally:
        textpage.close()


class _Page:
    """Reads one page."""

    def __init__(self, number: int, text: str, look: Look) -> None:
        self._number = number
        self._text = text
        self._look = look
        self._marks = pdf_marks.found(text, look)[::-1]
        self._rows: list[Row] = []
        self._to_measure = _MEASURED_FIRST if number == 1 else _MEASURED
        self._usual_step = 0.0
        self._parted = True  # by a mark, after which PDFium begins a new line
        self._waiting: list[Mark] = []  # that stand before the line that they belong to
        self._below: list[Mark] = []  # that PDFium has put behind the line above it
        self._has_blank_hyphens = _BLANK_AND_HYPHEN in text

    def read(self) -> list[Row]:
        """The page's lines."""
        rows, number, marks = self._rows, self._number, self._marks
        start = 0
        for raw in self._text.split(_BREAK):
            end = start + len(raw)
            if text := raw.strip():
                first = start if raw[0] == text[0] else start + raw.index(text[0])
                row = Row(text, number, first, first + len(text) - 1)
                if not marks or marks[-1][0] >= end or self._without_marks(row, end):
                    self._take(row, rows[-1] if rows else None)
                    if self._below:
                        self._waiting, self._below, self._parted = self._below, [], True
            start = end + len(_BREAK)
        if rows and rows[-1].goes_on:
            self._place(rows[-1])
        return rows

    def _take(self, row: Row, above: Row | None) -> None:
        """Adds the line, or to the one above what stands beside it."""
        text = row.text
        if self._has_blank_hyphens and above:
            _close_up(above, text)
        if self._waiting:
            row.marks, self._waiting = [*self._waiting, *row.marks], []
        parted, self._parted = self._parted, bool(row.marks) or text[-1].isdigit()
        goes_on = above and text[0].islower() and not parted and not above.text.endswith(ENDED)
        if above and goes_on and len(self._rows) > _HEAD:
            self._go_on(row, above)
        elif not self._joins(row, above):
            self._rows.append(row)

    def _without_marks(self, row: Row, end: int) -> bool:
        """Takes the marks out of a line that ends here; says whether words are left."""
        spans = []
        while self._marks and self._marks[-1][0] < end:
            spans.append(self._marks.pop())
        start = row.first
        row.text, marks = pdf_marks.cut(self._text, start, end, spans)
        if not row.text:
            self._alone(marks, start)
            return False
        if self._is_below(spans[-1], end):
            self._below = [marks.pop()._replace(offset=0)]
        row.marks = marks
        if spans[0][0] == start:
            self._parted = True
            row.first = end - len(self._text[spans[0][1] : end].lstrip())
        if spans[-1][1] > row.last:
            row.last = start + len(self._text[start : spans[-1][0]].rstrip()) - 1
        return True

    def _is_below(self, span: pdf_marks.Span, end: int) -> bool:
        """Whether the last mark of a line stands lower than the line, as one does that opens the next."""
        words = self._text[: span[0]].rstrip(" ")
        if self._text[span[1] : end].strip() or not words or words[-1] == "\n":
            return False
        return self._look.place(span[0])[1] < self._look.place(len(words) - 1)[1] - _LOWER

    def _alone(self, marks: Sequence[Mark], start: int) -> None:
        """Takes marks that stand alone: behind the line above or before the one below."""
        above = self._rows[-1] if self._rows else None
        if above:
            if above.goes_on and not above.y:
                self._place(above)
            x, y = self._look.place(start)
            if x > above.x and abs(y - above.last_y) < max(above.size, _SAME_LINE):
                above.marks = [*above.marks, *(mark._replace(offset=len(above.text)) for mark in marks)]
                self._parted = True
                return
        self._waiting += marks
        self._parted = True

    def _go_on(self, row: Row, above: Row) -> None:
        """Adds a line that goes on with a sentence."""
        row.goes_on = True
        row.size = above.size
        if above.bold or above.italic:
            self._go_on_in_face(row, above)
        if self._to_measure:
            self._to_measure -= 1
            row.measured = True
            self._place(row)
            self._step(row, above)
            row.size = self._look.size(row.first)
            self._usual_step = row.step
        self._rows.append(row)

    def _go_on_in_face(self, row: Row, above: Row) -> None:
        """A line of a heading is in the face of that; else the one above was a line of a sentence."""
        bold, italic = self._look.face(row.first)
        row.bold = above.bold = bold and above.bold
        row.italic = above.italic = italic and above.italic

    def _place(self, row: Row) -> None:
        row.x, row.y = self._look.place(row.first)
        row.last_y = self._look.place(row.last - 1)[1] if SOFT_HYPHEN in row.text else row.y

    def _step(self, row: Row, above: Row | None) -> None:
        if above:
            if above.goes_on and not above.y:
                self._place(above)
            row.step = above.last_y - row.y

    def _joins(self, row: Row, above: Row | None) -> bool:
        """Says where the line stands and how it looks; joins it to the row above if it stands beside that."""
        self._place(row)
        self._step(row, above)
        if above and abs(row.step) < _SAME_LINE and row.x > above.x:
            _join(above, row)
            return True
        usual = row.page > 1 and abs(row.step - self._usual_step) < _SAME_STEP
        row.size = above.size if above and usual else self._look.size(row.first)
        # Only where a sentence has ended or a heading stands above can a heading be, but at the head.
        below_heading = above is not None and (above.bold or above.italic)
        at_head = len(self._rows) <= _HEAD or row.page == 1
        if below_heading or (
            (at_head or not above or above.text.endswith(ENDED)) and not row.text[0].islower()
        ):
            row.bold, row.italic = self._faces(row)
        return False

    def _faces(self, row: Row) -> tuple[bool, bool]:
        """Whether the line is bold, and whether it is italic, from end to end, as a heading is."""
        if row.text.endswith(_NO_HEADING) or MARKED.match(row.text):
            return False, False
        if row.page > 1 and row.size < _SMALLER * self._look.usual:
            return False, False
        bold, italic = self._look.face(row.last)  # seldom, while many paragraphs open in italics
        for position in (row.first, self._middle(row)):
            if not (bold or italic):
                break
            also_bold, also_italic = self._look.face(position)
            bold, italic = bold and also_bold, italic and also_italic
        return bold, italic

    def _middle(self, row: Row) -> int:
        middle = (row.first + row.last) // 2
        return middle + 1 if self._text[middle].isspace() else middle


def _close_up(above: Row, text: str) -> None:
    """Takes out the blank before a word's hyphen at the end of a line; a row of a table has no such word."""
    words = above.text
    broken = words.endswith(_BLANK_AND_HYPHEN) and words[-3:-2].isalpha() and text[0].isalpha()
    if broken and (text[0].islower() or text[-1] not in _AMOUNTS):
        above.text = words.removesuffix(_BLANK_AND_HYPHEN) + "-"


def _join(above: Row, row: Row) -> None:
    """Adds to a line what stands beside it."""
    left, right = above.text, row.text
    glued = right[0] in ",.;:)”’" or (
        right in _ORDINALS and left[-1].isdigit() and row.size < _RAISED * above.size
    )
    joint = left if glued else f"{left} "
    above.text = joint + right
    moved = (
        mark._replace(offset=mark.offset + len(joint) if mark.offset else len(left)) for mark in row.marks
    )
    above.marks = [*above.marks, *moved]
    above.last_y = row.last_y
