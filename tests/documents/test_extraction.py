"""Text that other tools took out of a PDF gives the paragraphs of the PDF."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from documents.document import Document, Part
from documents.reading import read, read_bytes
from tests.extraction import FORMS, AbsentError, extracted

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "pdf"
BARE = (
    "pdftotext -raw",
    "HTML by lines",
    "Word by lines",
)  # nothing parts a title of two lines from the text
CLEAN = 0.98  # of the paragraphs have the letters of the PDF's
# Long and short ones, with tables, sections, many notes, items below items, a draft and an amendment.
CHOSEN = """A_80_L.20 A_80_L.10 A_RES_78_54 A_RES_78_151 A_RES_78_223 A_RES_79_56 A_RES_79_124 A_RES_79_212 A_RES_79_260
    A_RES_80_225"""

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="needs the documents in ../shared")


@cache
def of_pdf(name: str) -> Document:
    return read(CORPUS / f"{name}.pdf")


def letters(document: Document) -> dict[str, str]:
    """The letters of each operative paragraph."""
    found: dict[str, str] = {}
    for each in document.paragraphs:
        if each.part is Part.OPERATIVE:
            found[each.label] = found.get(each.label, "") + re.sub(r"[^a-z]", "", each.text.lower())
    return found


@pytest.mark.parametrize("form", FORMS)
def test_extracted_text_gives_the_paragraphs_of_the_pdf(form: str) -> None:
    wanted, right = 0, 0
    for name in CHOSEN.split():
        try:
            data = extracted(CORPUS / f"{name}.pdf", form)
        except AbsentError as why:
            pytest.skip(str(why))
        told, own = of_pdf(name), read_bytes(data, f"{name}.txt")
        assert own.symbol == told.symbol
        assert own.title == told.title or form in BARE
        assert letters(own).keys() == letters(told).keys(), name
        wanted += len(letters(told))
        right += sum(letters(own)[label] == text for label, text in letters(told).items())
    assert right >= CLEAN * wanted
