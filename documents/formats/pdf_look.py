"""What PDFium says of single characters of a page: their size, their place, their face.

Each question costs as much as many lines of ours, so whoever reads a page asks few.
"""

from __future__ import annotations

from ctypes import byref, c_double, c_int, create_string_buffer
from functools import partial
from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_BOLD = 600
_PROBES = 5  # characters of a page that tell its usual size
_ALIKE = 0.02  # that a scale may differ from 1


class Look:
    """Asks about the characters of one page, by their positions in its text.

    ``size(position)`` is the size of a character's font in points; ``usual`` that of most of the page.
    """

    def __init__(self, textpage: PdfTextPage, text: str) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._page = textpage.raw
        index = pdfium.FPDFText_GetCharIndexFromTextIndex
        same = textpage.count_chars() == len(text)  # else PDFium left characters out of the text
        self._index = range(len(text)) if same else [max(index(self._page, at), 0) for at in range(len(text))]
        self._origin = pdfium.FPDFText_GetCharOrigin
        self._x, self._y = c_double(), c_double()
        self._to_x, self._to_y = byref(self._x), byref(self._y)
        probes = [_visible(text, at) for at in range(0, len(text), len(text) // _PROBES + 1)]
        plain = same and all(abs(self._scale(at) - 1) < _ALIKE for at in probes[::2])
        # Asked most often, and so mostly without a call of our own.
        self.size = partial(pdfium.FPDFText_GetFontSize, self._page) if plain else self._scaled_size
        # Notes and tables may fill half of a page.
        self.usual = sorted(map(self.size, probes))[len(probes) * 3 // 4]

    def place(self, position: int) -> tuple[float, float]:
        """Where the character stands, in points: its left end from the left, its baseline from below."""
        self._origin(self._page, self._index[position], self._to_x, self._to_y)
        return self._x.value, self._y.value

    def face(self, position: int) -> tuple[bool, bool]:
        """Bold and italic, by the font's name too, since some producers write no weights."""
        at = self._index[position]
        if self._pdfium.FPDFText_GetFontWeight(self._page, at) >= _BOLD:
            return True, False
        buffer = create_string_buffer(128)
        self._pdfium.FPDFText_GetFontInfo(self._page, at, buffer, 128, byref(c_int()))
        name = buffer.value.lower()
        return b"bold" in name, b"italic" in name or b"oblique" in name

    def _scaled_size(self, position: int) -> float:
        """The size where a page sets its text in one of 1 point, say, and enlarges that."""
        size = self._pdfium.FPDFText_GetFontSize(self._page, self._index[position])
        return round(size * self._scale(position), 2)

    def _scale(self, position: int) -> float:
        matrix = self._pdfium.FS_MATRIX()
        self._pdfium.FPDFText_GetMatrix(self._page, self._index[position], byref(matrix))
        return hypot(matrix.c, matrix.d)


def _visible(text: str, at: int) -> int:
    """The first position from here that holds no blank, or this one."""
    rest = text[at : at + 200]
    return at + len(rest) - len(rest.lstrip()) if rest.strip() else at
