"""The real documents that lie beside the project, where they do: all are read, and as well as before."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from documents.document import Document, DocumentKind, Part
from documents.reading import read

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "eval" / "score_paragraphs.py"
FLOOR = {"precision": 0.999, "recall": 0.999, "clean": 0.999, "tidy": 0.98, "whole": 0.999}

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="needs the documents in ../shared")


@cache
def corpus() -> list[Document]:
    return [read(path) for path in sorted((SHARED / "corpus").glob("*/*"))]


@pytest.mark.slow
def test_paragraphs_are_those_of_the_word_originals(tmp_path: Path) -> None:
    table = tmp_path / "paragraphs.csv"
    with table.open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(["symbol", "paragraph", "text"])
        for document in corpus():
            rows.writerows((document.symbol, each.label, each.text) for each in document.paragraphs)
    scored = subprocess.run(
        [sys.executable, str(SCORER), str(table), "--json"], capture_output=True, text=True, check=True
    )
    figures = json.loads(scored.stdout)
    assert {name: figures[name] for name in FLOOR if figures[name] < FLOOR[name]} == {}


def test_every_document_has_its_symbol_organ_and_paragraphs() -> None:
    for document in corpus():
        assert document.symbol, document.source
        assert document.organ, document.source
        assert document.session, document.source
        without = document.kind is DocumentKind.AMENDMENT
        assert bool(document.paragraphs) is not without, document.source


@pytest.mark.slow
def test_symbols_are_those_of_the_file_names() -> None:
    def key(name: str) -> str:
        return re.sub(r"[^A-Z0-9.]", "", name.upper())

    assert [
        document.symbol for document in corpus() if key(document.symbol) != key(Path(document.source).stem)
    ] == []


def test_numbers_run_without_a_gap_or_the_gap_is_said() -> None:
    for document in corpus():
        labels = [each.label for each in document.paragraphs if each.part is Part.OPERATIVE]
        numbers = [int(label) for label in dict.fromkeys(labels) if label.isdigit()]
        gaps = len(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
        assert gaps == sum("is missing" in warning for warning in document.warnings), document.source


def test_no_scars_are_left_in_paragraphs() -> None:
    scar = re.compile(r"[\u00ad\ufffe\t\n]|  | [;,]|\(E\)|https?://undocs|\*\d{7}\*|_{5}")
    assert [
        (document.symbol, each.label)
        for document in corpus()
        for each in document.paragraphs
        if scar.search(each.text)
    ] == []


def test_spans_hold_the_words_of_their_paragraph() -> None:
    def letters(text: str) -> str:
        return re.sub(r"[\W_]", "", text)

    for document in corpus():
        for each in document.paragraphs:
            assert letters(document.text[each.start : each.end]) == letters(each.text), (
                document.symbol,
                each.label,
            )
