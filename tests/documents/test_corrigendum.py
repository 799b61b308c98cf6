"""Corrigenda stand beside what they correct and never take its place."""

from __future__ import annotations

import pytest
from resolutions import word_file

from documents.document import DocumentKind, Part
from documents.reading import read_bytes


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("A/RES/79/901/Corr.1", "A/RES/79/901/Corr.1"),
        ("S/RES/9719 (2024)/Corr.2", "S/RES/9719 (2024)/Corr.2"),
        ("A/C.3/79/L.901/Corr.1", "A/C.3/79/L.901/Corr.1"),
    ],
)
def test_a_corrigendum_has_its_own_symbol_and_no_operative_part(printed: str, symbol: str) -> None:
    read = read_bytes(
        word_file(
            printed,
            "General Assembly",
            "Seventy-ninth session",
            "Resolution 79/901",
            "Corrigendum",
            "1. Paragraph 3, second line",
            "For “requests the Secretary-General” read “invites the Secretary-General”",
        ),
        "corr.docx",
    )
    assert read.symbol == symbol
    assert read.kind is DocumentKind.CORRIGENDUM
    assert read.title == f"Corrigendum to {symbol.rpartition('/')[0]}"
    assert {p.part for p in read.paragraphs} == {Part.ANNEX}
    assert "For “requests" in read.paragraphs[-1].text
    assert all(read.text[p.start : p.end] == p.text for p in read.paragraphs)


def test_a_resolution_that_cites_a_corrigendum_is_a_resolution() -> None:
    read = read_bytes(
        word_file(
            "A/RES/79/902",
            "General Assembly",
            "Resolution adopted by the General Assembly on 5 December 2024",
            "[on the report of the Third Committee (A/79/999/Corr.1)]",
            "79/902. Safety of river ferries",
            "The General Assembly,",
            "Recalling the corrigendum to its resolution on ferries,",
            "1. Urges Member States to inspect river ferries every year;",
            "2. Requests the Secretary-General to report to it.",
        ),
        "a.docx",
    )
    assert read.symbol == "A/RES/79/902"
    assert read.kind is DocumentKind.RESOLUTION
    assert [p.label for p in read.paragraphs] == ["1", "2"]
