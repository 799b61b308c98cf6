"""Small resolutions written for the tests of refresh, as the Word files that the system would serve."""

from __future__ import annotations

from io import BytesIO

import docx


def resolution(symbol: str, *paragraphs: str, title: str = "Safety of river ferries") -> bytes:
    """A General Assembly resolution with these numbered paragraphs. Equal words, unequal bytes."""
    number = symbol.removeprefix("A/RES/")
    return word_file(
        symbol,
        "United Nations",
        "General Assembly",
        "Eightieth session",
        "Agenda item 99",
        "Resolution adopted by the General Assembly on 5 January 2026",
        "[without reference to a Main Committee (A/80/L.99)]",
        f"{number}. {title}",
        "The General Assembly,",
        "Recalling its decisions on the safety of those who cross rivers by ferry,",
        *(f"{n}. {text}" for n, text in enumerate(paragraphs, start=1)),
        "50th plenary meeting",
        "5 January 2026",
    )


def word_file(*paragraphs: str) -> bytes:
    """A Word file of these paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()
