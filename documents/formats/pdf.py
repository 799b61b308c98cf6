"""PDF through pypdfium2: visual lines, with what fonts and places say about them.

Reading must cost little more than extracting the text alone, so fonts and places are asked only for
one character of each line and for the last digit of each number.
"""

from __future__ import annotations

import re
from collections import Counter
from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from documents.errors import UnreadableError
from documents.limits import Limits
from documents.lines import Line, Lines

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

NAME = "PDF"
SUFFIXES = (".pdf",)
VERSION = "pdf/1"

_SOFT_HYPHEN = "\u00ad"
_HYPHEN_AT_LINE_END = "\ufffe"  # what PDFium makes of a hyphen and the line break after it
_ROW = re.compile(r"\S[^\r\n]*")
_FIGURES = re.compile(r"[0-9]+(?![0-9/a-z])")
_DATE = re.compile(r"(?:19|20)\d\d(?!\d)|\d\d? [A-Z][a-z]+ [12]\d\d\d")
_MARKED = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,5}\))\s")
_TERMINAL = (".", ",", ";", ":")
_ENDED = (".", ";", ":", ",", "]", "”")
_BOLD = 600
_MARK_SIZE = 0.8  # of the body's: footnote marks are set at 0.55 to 0.7
_SMALL_SIZE = 0.92
_SAME_LINE = 3.0  # points that the baselines of one line may differ by
_PROBES = 12  # lines of a page that tell its body size
_MANY = 0.3  # of the most usual left end's lines begin at the margin too
_SAMPLE = 300  # lines that tell body size, margin and spacing


def matches(data: bytes) -> bool:
    """A PDF says so within its first kilobyte."""
    return b"%PDF-" in data[:1024]


def lines(data: bytes, limits: Limits) -> Lines:
    """The visual lines of every page; raises `UnreadableError` if there are none to be had."""
    rows: list[_Row] = []
    with _open(data) as document:
        pages = len(document)
        if pages > limits.pages:
            limit = f"the limit of {limits.pages:,}: allow more with --max-pages"
            raise UnreadableError(f"the PDF has {pages:,} pages, more than {limit}")
        characters = 0
        for number in range(pages):
            found = _page_rows(document, number)
            rows += found
            characters += found[-1].last if found else 0
            if characters > limits.characters:
                raise UnreadableError(f"the PDF's text is longer than {limits.characters:,} characters")
    if not rows:
        raise UnreadableError(
            "the PDF has no text layer (a scan?): run it through OCR first, for example with ocrmypdf"
        )
    return Lines(tuple(_described(rows)), wrapped=True, pages=pages, reader=VERSION)


def _open(data: bytes) -> PdfDocument:
    import pypdfium2
    import pypdfium2.raw as pdfium

    if b"%%EOF" not in data[-4096:]:
        raise UnreadableError("the PDF is cut off before its end: download it again")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableError("the PDF is encrypted: save a copy without a password") from None
        raise UnreadableError("the PDF is damaged and cannot be opened: download it again") from None


@dataclass(slots=True)
class _Row:
    """A visual line: its text without marks, its place and its look.

    A line that goes on with a sentence is not looked at; it has a place only where the next line needs it.
    """

    text: str
    page: int
    first: int  # its first and last character in the page's text
    last: int
    goes_on: bool = False
    x: float = 0.0  # left end
    y: float = 0.0  # baseline
    last_y: float = 0.0  # another than ``y`` where PDFium joined two lines at a hyphen
    size: float = 0.0
    bold: bool = False
    italic: bool = False


def _page_rows(document: PdfDocument, number: int) -> list[_Row]:
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        raise UnreadableError(f"page {number + 1} of the PDF is damaged: download it again") from None
    try:
        return _read_page(page, number + 1)
    finally:
        page.close()


def _read_page(page: PdfPage, number: int) -> list[_Row]:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range().replace(_HYPHEN_AT_LINE_END, _SOFT_HYPHEN)
        spans = [match.span() for match in _ROW.finditer(text)]
        if not spans:
            return []
        look = _Look(textpage, text)
        probes = spans[:: len(spans) // _PROBES + 1]
        marks = _marks(text, look, median(look.size(start) for start, _ in probes))
        rows: list[_Row] = []
        parted = True  # by a mark, after which PDFium begins a new line
        for start, end in spans:
            if marks and marks[-1][0] == start:
                start, parted = _past_blanks(text, marks.pop()[1], end), True
            raw = text[start:end].rstrip()
            clean = _without(text, start, end, marks) if marks and marks[-1][0] < end else raw
            row = _Row(clean, number, start, start + len(raw) - 1)
            if not row.text:
                continue
            above = rows[-1] if rows else None
            row.goes_on = not parted and row.text[0].islower() and not (above and above.text.endswith(_ENDED))
            parted = raw[-1].isdigit()
            if row.goes_on or not look.joins(row, above):
                rows.append(row)
        if rows[-1].goes_on:
            look.place(rows[-1])
        return rows
    finally:
        textpage.close()


class _Look:
    """Asks PDFium for size, weight and place of single characters of a page's text."""

    def __init__(self, textpage, text: str) -> None:
        import pypdfium2.raw as pdfium

        self._page = textpage.raw
        index = pdfium.FPDFText_GetCharIndexFromTextIndex
        same = textpage.count_chars() == len(text)  # else PDFium left characters out of the text
        self._index = range(len(text)) if same else [max(index(self._page, at), 0) for at in range(len(text))]
        self._size = pdfium.FPDFText_GetFontSize
        self._weight = pdfium.FPDFText_GetFontWeight
        self._origin = pdfium.FPDFText_GetCharOrigin
        self._font = pdfium.FPDFText_GetFontInfo
        self._x, self._y = c_double(), c_double()
        self._to_x, self._to_y = byref(self._x), byref(self._y)
        self._name, self._flags = create_string_buffer(128), c_int()
        self._to_flags = byref(self._flags)

    def size(self, position: int) -> float:
        return self._size(self._page, self._index[position])

    def place(self, row: _Row) -> None:
        """Says where the line stands."""
        row.x, row.y = self._place(row.first)
        row.last_y = self._place(row.last - 1)[1] if _SOFT_HYPHEN in row.text else row.y

    def joins(self, row: _Row, above: _Row | None) -> bool:
        """Says where the line stands and how it looks; joins it to the row above if it stands beside that."""
        self.place(row)
        if above and above.goes_on:
            self.place(above)
        if above and abs(above.last_y - row.y) < _SAME_LINE and row.x > above.x:
            above.text, above.last_y = _beside(above.text, row.text), row.last_y
            return True
        row.size = self.size(row.first)
        # Only where a sentence has ended or a heading stands above can a heading be, but at the head.
        if row.page == 1 or not above or above.bold or above.italic or above.text.endswith(_ENDED):
            row.bold, row.italic = self._heads(row)
        return False

    def _place(self, position: int) -> tuple[float, float]:
        self._origin(self._page, self._index[position], self._to_x, self._to_y)
        return self._x.value, self._y.value

    def _heads(self, row: _Row) -> tuple[bool, bool]:
        """Whether the line is bold, and whether it is italic, as a heading is: at both ends, no stop."""
        if row.text[0].islower() or row.text.endswith(_TERMINAL) or _MARKED.match(row.text):
            return False, False
        bold, italic = self._face(row.first)
        if not (bold or italic):
            return False, False
        ends_bold, ends_italic = self._face(row.last)
        return bold and ends_bold, italic and ends_italic

    def _face(self, position: int) -> tuple[bool, bool]:
        """Bold and italic, by the font's name too, since some producers write no weights."""
        at = self._index[position]
        if self._weight(self._page, at) >= _BOLD:
            return True, False
        self._font(self._page, at, self._name, 128, self._to_flags)
        name = self._name.value.lower()
        return b"bold" in name, b"italic" in name or b"oblique" in name


def _marks(text: str, look: _Look, body: float) -> list[tuple[int, int]]:
    """Spans of footnote marks, last first: digits set much smaller than the body."""
    small = _MARK_SIZE * body
    found = []
    for match in _FIGURES.finditer(text):
        start, end = match.span()
        if text[start - 1] == "/" or _DATE.match(text, start) or look.size(end - 1) >= small:
            continue  # part of a symbol or of a date, or of the body's size
        while end - start > 1 and look.size(start) >= small:
            start += 1  # "20007" is the year 2000 with the mark 7
        found.append((start, end))
    return found[::-1]


def _without(text: str, start: int, end: int, marks: list[tuple[int, int]]) -> str:
    """The line without the marks in it, which are taken off the list, nor the blanks before them."""
    parts, position = [], start
    while marks and marks[-1][0] < end:
        first, last = marks.pop()
        parts.append(text[position:first].rstrip(" "))
        position = last
    parts.append(text[position:end])
    return "".join(parts).strip()


def _past_blanks(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip())


def _beside(left: str, right: str) -> str:
    return left + right if right[0] in ",.;:)”’" else f"{left} {right}"


def _described(rows: list[_Row]) -> list[Line]:
    """Rows as lines, told by spacing and indents whether a paragraph opens with them."""
    looked = [row for row in rows if not row.goes_on]
    sample = looked[:: len(looked) // _SAMPLE + 1]
    body = Counter(round(row.size, 1) for row in sample).most_common(1)[0][0]
    margin = _margin([row.x for row in sample if abs(row.size - body) < 0.3])
    apart_by = 1.25 * _pitch(rows, body)
    indent = 0.8 * body
    described = []
    above: _Row | None = None  # the last row of the body
    above_opens = small = False
    for row in rows:
        opens = False
        if not row.goes_on:
            small = row.size < _SMALL_SIZE * body
            if above is None or (above.page == row.page and above.last_y - row.y > apart_by):
                opens = True
            elif row.x > above.x + indent:  # a first line is set further in than the lines below it
                opens = not row.text[0].islower() or above.text.endswith(_ENDED)
            elif above_opens and row.x > margin + indent and abs(row.x - above.x) < indent:
                # As far in as a first line above: a new paragraph, where the space above is not told.
                opens = above.page != row.page or _MARKED.match(row.text) is not None
        heading = (row.bold or (row.italic and opens)) and not small
        described.append(Line(row.text, row.page, heading, opens, small))
        if not small:
            above, above_opens = row, opens
    return described


def _margin(lefts: list[float]) -> float:
    """The left end of lines that are not indented: the leftmost where many lines begin."""
    common = Counter(map(round, lefts))
    many = _MANY * max(common.values())
    return min(left for left, count in common.items() if count >= many)


def _pitch(rows: list[_Row], body: float) -> float:
    """The step from one line of a paragraph to the next."""
    steps = [
        round(above.last_y - row.y, 1)
        for above, row in pairwise(rows[-_SAMPLE:])
        if not row.goes_on and above.page == row.page and above.last_y - row.y > 0.8 * body
    ]
    close = [step for step in steps if step < 1.5 * body]
    usual = Counter(close if 5 * len(close) >= len(steps) else steps).most_common(1)
    return usual[0][0] if usual else 1.2 * body
