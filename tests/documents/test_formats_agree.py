"""The same resolution is the same document in whatever format it comes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents.document import Place
from documents.reading import read_bytes
from tests import noted
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


AGREED = ("docx", "html")


@pytest.mark.parametrize("name", AGREED)
def test_every_format_keeps_notes_and_headings(name: str) -> None:
    found = read_bytes(noted.ALL[name], "a")
    assert (found.symbol, found.title) == (noted.SYMBOL, "Upkeep of lighthouses")
    assert [(each.label, each.section) for each in found.paragraphs] == [
        ("1", "Action 1. We will light every lamp."),
        ("2", "Action 1. We will light every lamp."),
        ("2(a)", "Action 1. We will light every lamp."),
        ("2(b)", "Action 1. We will light every lamp."),
        ("3", "Oil and its storage"),
    ]
    texts = {each.label: each.text for each in found.paragraphs}
    marked = []
    for note in found.notes:
        stands_in = texts.get(note.paragraph) or (found.preamble if note.part is Place.PREAMBLE else "")
        marked.append((note.number, note.text, note.part, stands_in[: note.offset].rpartition(" ")[2]))
    assert marked == [
        ("*", noted.NOTES["*"], Place.FRONT, ""),
        ("1", noted.NOTES["1"], Place.PREAMBLE, "seas"),
        ("2", noted.NOTES["2"], Place.PARAGRAPH, "report"),
        ("3", noted.NOTES["3"], Place.PARAGRAPH, "Lamps,"),
        ("4", noted.NOTES["4"], Place.PARAGRAPH, "oil"),
    ]
    assert found.warnings == ()


@pytest.mark.parametrize("name", AGREED)
def test_notes_change_no_paragraph(name: str) -> None:
    expected, found = read_bytes(noted.ALL["docx"], "a"), read_bytes(noted.ALL[name], "a")
    assert [each.text for each in found.paragraphs] == [each.text for each in expected.paragraphs]
    assert found.preamble == expected.preamble
