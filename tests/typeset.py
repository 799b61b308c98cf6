"""PDFs set like United Nations documents, from visual lines of our own text."""

from __future__ import annotations

import re
from io import BytesIO

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

BODY, SMALL, MARK = 10.0, 8.5, 6.0
_LOOKS = {"**": ("Times-Bold", BODY), "//": ("Times-Italic", BODY), "~": ("Times-Bold", SMALL)}


def typeset(text: str, password: str = "") -> bytes:
    """Each line of ``text`` is a visual line; a blank one is the space between paragraphs.

    A tab is an indent, ``**`` sets the line bold, ``//`` italic, ``~`` small (running headers,
    footnotes), ``^5^`` is a raised footnote mark, a form feed begins a page.
    """
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password) if password else None)
    for page in text.strip("\n").split("\f"):
        y = 790.0
        for line in page.strip("\n").split("\n"):
            if line:
                _draw(canvas, line, y)
            y -= 13 if line else 7
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, line: str, y: float) -> None:
    indent = len(line) - len(line.lstrip("\t"))
    line = line.lstrip("\t")
    font, size = "Times-Roman", BODY
    for sign, look in _LOOKS.items():
        if line.startswith(sign):
            line, (font, size) = line.removeprefix(sign), look
    text = canvas.beginText(100 + 24 * indent, y)
    for place, piece in enumerate(re.split(r"\^([\d*]+)\^", line)):
        text.setFont(font, MARK if place % 2 else size)
        text.setRise(4 if place % 2 else 0)
        text.textOut(piece)
    canvas.drawText(text)
