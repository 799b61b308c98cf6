"""The same resolution is the same document in whatever format it comes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents.reading import read_bytes
from tests.samples import ALL


@pytest.mark.parametrize("name", ["pdf", "docx", "html"])
def test_every_format_yields_the_document_that_the_text_yields(name: str) -> None:
    expected, found = read_bytes(ALL["text"], "a"), read_bytes(ALL[name], "a")
    assert [(each.label, each.section, each.text) for each in found.paragraphs] == [
        (each.label, each.section, each.text) for each in expected.paragraphs
    ]
    told = {"paragraphs": (), "text": "", "account": (), "sha256": "", "reader": "", "pages": None}
    assert replace(found, **told) == replace(expected, **told)
    assert found.reader.startswith(f"{name}/")


def test_the_text_is_cut_as_it_is_numbered() -> None:
    found = read_bytes(ALL["text"], "a")
    assert [(each.label, each.section) for each in found.paragraphs] == [
        ("1", ""),
        ("2", "Crews and passengers"),
        ("2(a)", "Crews and passengers"),
        ("2(b)", "Crews and passengers"),
        ("3", "Crews and passengers"),
        ("4", "Crews and passengers"),
    ]
    assert found.warnings == ()
