"""Floors under the figures that the scorers of ../shared give on the corpus, so that no change lowers them unseen."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
MANDATES = Path(sys.executable).with_name("mandates")

pytestmark = [
    pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the corpus in ../shared is not here"),
    pytest.mark.xdist_group("scores"),
]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with provisions.csv and paragraphs.csv of the whole corpus, by the installed command."""
    folder = tmp_path_factory.mktemp("scores")
    db = ["--db", str(folder / "register.db")]
    subprocess.run([MANDATES, "ingest", SHARED / "corpus", *db], check=True, capture_output=True)
    for what in ("provisions", "paragraphs"):
        command = [MANDATES, "export", what, "--format", "csv", "-o", folder / f"{what}.csv", *db]
        subprocess.run(command, check=True, capture_output=True)
    yield folder


def score(script: str, csv: Path) -> dict:
    command = [sys.executable, SHARED / "eval" / script, csv, "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_provisions_do_not_fall_below_what_was_reached(exported: Path) -> None:
    figures = score("score.py", exported / "provisions.csv")
    floors = {
        "paragraphs": 1.0,
        "provisions": 0.995,
        "directives": 0.995,
        "addressees": 0.985,
        "exact": 0.99,
        "report": 0.98,
        "due": 0.98,
    }
    assert not figures["documents"]["missing"]
    assert {name: f for name, f in floors.items() if figures[name]["f1"] < f} == {}


def test_paragraphs_do_not_fall_below_what_was_reached(exported: Path) -> None:
    figures = score("score_paragraphs.py", exported / "paragraphs.csv")
    floors = {"precision": 1.0, "recall": 1.0, "clean": 0.997, "tidy": 0.975, "whole": 0.96}
    assert {name: f for name, f in floors.items() if figures[name] < f} == {}
