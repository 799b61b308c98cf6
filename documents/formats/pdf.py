"""PDF through pypdfium2."""

from __future__ import annotations

from documents.limits import Limits
from documents.lines import Line, Lines

NAME = "PDF"
VERSION = "pdf/1"


def matches(data: bytes) -> bool:
    """A PDF says so within its first kilobyte."""
    return b"%PDF-" in data[:1024]


def lines(data: bytes, limits: Limits) -> Lines:
    """The visual lines of every page."""
    import pypdfium2

    found: list[Line] = []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage().get_text_range()
            found += [Line(row, number) for row in text.splitlines() if row.strip()]
        return Lines(tuple(found), wrapped=True, pages=len(document), reader=VERSION)
