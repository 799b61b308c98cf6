"""HTML and Word made of a PDF in the manner of the tools that do so, for where these are not installed."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
import pypdfium2
import pypdfium2.raw

from tests.words import saved

_HEIGHT = 842  # points
_GAP = 15  # points between pieces that are set apart: a number and its paragraph


@dataclass
class Piece:
    """Letters of one size on one line of a page. ``top``: of the type, down from the page's."""

    top: int
    left: int
    size: int
    text: str
    right: float


def lines(pdf: Path) -> Iterator[list[str]]:
    """The lines of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage().get_text_range()
            yield [row for line in text.split("\r\n") if (row := "".join(map(_plain, line)).strip())]


def html_by_lines(pdf: Path) -> bytes:
    """As ``pdftohtml`` writes: a line break after each line, blanks that do not break."""
    pages = (
        f"<a name={number}></a>" + "".join(f"{_escaped(row)}<br/>\n" for row in page) + "<hr/>\n"
        for number, page in enumerate(lines(pdf), 1)
    )
    return (
        f"<!DOCTYPE html><html><head><title>x</title></head><body>\n{''.join(pages)}</body></html>".encode()
    )


def html_in_places(pdf: Path) -> bytes:
    """As ``pdftohtml -c`` writes: each piece of one size at its place, a class for each size."""
    pages, sizes = [], set[int]()
    for number, page in enumerate(_pieces(pdf), 1):
        sizes |= {piece.size for piece in page}
        pieces = (
            f'<p style="position:absolute;top:{each.top}px;left:{each.left}px;white-space:nowrap"'
            f' class="ft{each.size}">{_escaped(each.text)}</p>\n'
            for each in page
        )
        pages.append(f'<div id="page{number}-div" style="position:relative">\n{"".join(pieces)}</div>\n')
    sheet = "".join(f".ft{size}{{font-size:{size}px;color:#000000;}}\n" for size in sizes)
    head = f'<style type="text/css">\n<!--\np {{margin: 0;}}\n{sheet}-->\n</style>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>{''.join(pages)}</body></html>".encode()


def word_by_lines(pdf: Path) -> bytes:
    """A paragraph for each line, a page break behind each page."""
    document = docx.Document()
    for page in lines(pdf):
        for row in page:
            document.add_paragraph(row)
        document.add_page_break()
    return saved(document)


def _pieces(pdf: Path) -> Iterator[list[Piece]]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            textpage = page.get_textpage()
            found: list[Piece] = []
            at = 0
            for line in textpage.get_text_range().split("\r\n"):
                found += _line(textpage, line, at)
                at += len(line) + 2
            yield sorted(found, key=lambda piece: (piece.top, piece.left))


def _line(textpage: pypdfium2.PdfTextPage, line: str, start: int) -> list[Piece]:
    found: list[Piece] = []
    for at, letter in enumerate(map(_plain, line), start):
        left, _, right, _ = textpage.get_charbox(at)
        size = round(pypdfium2.raw.FPDFText_GetFontSize(textpage.raw, at))
        if found and (not letter.strip() or (found[-1].size == size and left - found[-1].right < _GAP)):
            found[-1].text += letter
            found[-1].right = right
        elif letter.strip():
            x, y = c_double(), c_double()
            pypdfium2.raw.FPDFText_GetCharOrigin(textpage.raw, at, byref(x), byref(y))
            found.append(Piece(round(_HEIGHT - y.value - size), round(left), size, letter, right))
    return found


def _plain(letter: str) -> str:
    return "-" if letter < " " or letter == "\ufffe" else letter


def _escaped(text: str) -> str:
    return escape(text).replace(" ", "&#160;")
