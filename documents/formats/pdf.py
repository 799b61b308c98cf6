"""PDF through pypdfium2: visual lines, with what fonts and places say about them.

Reading must cost little more than extracting the text alone, so fonts and places are asked only for
one character of a line, and not at all where a line plainly goes on with the one above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.errors import UnreadableError
from documents.formats import pdf_layout, pdf_rows
from documents.limits import Limits
from documents.lines import Lines

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

NAME = "PDF"
SUFFIXES = (".pdf",)
VERSION = "pdf/1"


def matches(data: bytes) -> bool:
    """A PDF says so within its first kilobyte."""
    return b"%PDF-" in data[:1024]


def lines(data: bytes, limits: Limits) -> Lines:
    """The visual lines of every page; raises `UnreadableError` if there are none to be had."""
    rows: list[pdf_rows.Row] = []
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
    return Lines(tuple(pdf_layout.told(rows)), wrapped=True, pages=pages, reader=VERSION)


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


def _page_rows(document: PdfDocument, number: int) -> list[pdf_rows.Row]:
    import pypdfium2

    try:
        page = document[number]
        try:
            return pdf_rows.of_page(page, number + 1)
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        raise UnreadableError(f"page {number + 1} of the PDF is damaged: download it again") from None
