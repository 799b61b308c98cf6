"""Small resolutions written for the tests of refresh, as the text and the PDF that the system would serve."""

from __future__ import annotations

from pdfs import make_pdf


def resolution(symbol: str, *paragraphs: str, title: str = "Safety of river ferries") -> list[str]:
    """The lines of a General Assembly resolution with these numbered paragraphs."""
    number = symbol.removeprefix("A/RES/")
    return [
        f"{symbol}",
        "United Nations",
        "General Assembly",
        "Eightieth session",
        "Agenda item 99",
        "Resolution adopted by the General Assembly on 5 January 2026",
        "[without reference to a Main Committee (A/80/L.99)]",
        f"*{number}. {title}",
        "\tThe General Assembly,",
        "\tRecalling its earlier decisions on ferries,",
        *(f"\t{n}. {text}" for n, text in enumerate(paragraphs, start=1)),
        "\t50th plenary meeting",
        "\t5 January 2026",
    ]


def resolution_pdf(symbol: str, *paragraphs: str, title: str = "Safety of river ferries") -> bytes:
    """The same as a PDF."""
    return make_pdf(resolution(symbol, *paragraphs, title=title))
