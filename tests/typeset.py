"""PDFs set like United Nations documents, from visual lines of our own text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

BODY, SMALL, MARK = 10.0, 8.5, 6.0
STEP, SPACE = 13.0, 7.0
_LOOKS = {"**": ("Times-Bold", BODY), "//": ("Times-Italic", BODY), "~": ("Times-Bold", SMALL)}


@dataclass(frozen=True)
class Style:
    """How a document is set. ``space``: points between paragraphs; ``small``: of ``~`` lines; ``unit``: the
    size that fonts are asked for, then enlarged to their own, as some makers of PDFs do (0: their own)."""

    space: float = SPACE
    small: float = SMALL
    unit: float = 0


def typeset(text: str, password: str = "", style: Style = Style()) -> bytes:
    """Each line of ``text`` is a visual line; a blank one is the space between paragraphs.

    A tab is an indent, ``**`` sets the line bold, ``//`` italic, ``~`` small (running headers,
    footnotes), ``^5^`` is a raised footnote mark, ``_2_`` a lowered figure, a form feed begins a page.
    """
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password) if password else None)
    for page in text.strip("\n").split("\f"):
        y = 790.0
        for line in page.strip("\n").split("\n"):
            if line:
                _draw(canvas, line, y, style)
            y -= STEP if line else style.space
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, line: str, y: float, style: Style) -> None:
    indent = len(line) - len(line.lstrip("\t"))
    line = line.lstrip("\t")
    font, size = "Times-Roman", BODY
    for sign, look in _LOOKS.items():
        if line.startswith(sign):
            line, (font, size) = line.removeprefix(sign), look
            size = style.small if sign == "~" else size
    x = 100.0 + 24 * indent
    for raised, lowered, plain in re.findall(r"\^([^^]+)\^|_(\d)_|((?:(?!\^|_\d_).)+)", line):
        piece = plain or raised or lowered
        points = size if plain else MARK
        _show(canvas, piece, (x, y + (4 if raised else -2 if lowered else 0)), font, points, style.unit)
        x += canvas.stringWidth(piece, font, points)


def _show(canvas: Canvas, piece: str, at: tuple[float, float], font: str, size: float, unit: float) -> None:
    enlarged = size / unit if unit else 1
    canvas.saveState()
    canvas.translate(*at)
    canvas.scale(enlarged, enlarged)
    canvas.setFont(font, unit or size)
    canvas.drawString(0, 0, piece)
    canvas.restoreState()
