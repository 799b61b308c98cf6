"""Floors under the figures of the scorers in ../shared, so that no change lowers them unseen."""

from __future__ import annotations

import importlib.util
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
OWN_LABELS = Path(__file__).resolve().parent / "labels"
MANDATES = Path(sys.executable).with_name("mandates")

pytestmark = [
    pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the corpus in ../shared is not here"),
    pytest.mark.xdist_group("scores"),
]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with provisions.csv and paragraphs.csv of the whole corpus, by the installed command."""
    folder = tmp_path_factory.mktemp("scores")
    db = ["--db", str(folder / "register.db")]
    subprocess.run([MANDATES, "ingest", SHARED / "corpus", *db], check=True, capture_output=True)
    for what in ("provisions", "paragraphs"):
        command = [MANDATES, "export", what, "--format", "csv", "-o", folder / f"{what}.csv", *db]
        subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_offsets_of_every_evidence_give_its_words(exported: Path) -> None:
    with closing(sqlite3.connect(exported / "register.db")) as register:
        texts = {
            (document, position): text
            for document, position, text in register.execute(
                "SELECT document, position, text FROM paragraphs"
            )
        }
        rows = register.execute("SELECT id, document, evidence FROM provisions").fetchall()
    wrong = [
        (id, each["words"])
        for id, document, evidence in rows
        for each in json.loads(evidence)
        if texts[document, each["position"]][each["start"] : each["end"]] != each["words"]
    ]
    assert rows
    assert wrong == []


def score(script: str, csv: Path, *options: str) -> dict:
    command = [sys.executable, SHARED / "eval" / script, csv, "--json", *options]
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


def test_provisions_agree_with_labels_that_were_made_after_the_rules(exported: Path) -> None:
    figures = score("score.py", exported / "provisions.csv", "--gold", str(OWN_LABELS))
    floors = {"provisions": 0.985, "directives": 0.97, "addressees": 0.95, "exact": 0.96}
    assert {name: f for name, f in floors.items() if figures[name]["f1"] < f} == {}


def test_paragraphs_do_not_fall_below_what_was_reached(exported: Path) -> None:
    figures = score("score_paragraphs.py", exported / "paragraphs.csv")
    floors = {"precision": 1.0, "recall": 1.0, "clean": 0.997, "tidy": 0.985, "whole": 0.96}
    assert {name: f for name, f in floors.items() if figures[name] < f} == {}


def test_rows_marked_for_review_are_wrong_at_least_four_times_as_often(exported: Path) -> None:
    command = [
        MANDATES,
        "list",
        "--review",
        "--limit",
        "0",
        "--format",
        "json",
        "--db",
        exported / "register.db",
    ]
    listed = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    marked = {row["id"] for row in listed}
    wrong, count = {True: 0, False: 0}, {True: 0, False: 0}
    for row, right in judged(exported / "provisions.csv"):
        count[row["id"] in marked] += 1
        wrong[row["id"] in marked] += not right
    assert count[True]
    assert wrong[True] / count[True] >= 4 * wrong[False] / count[False]


def the_scorer() -> ModuleType:
    """The scorer of ../shared as a module, for its own reading of rows and labels."""
    spec = importlib.util.spec_from_file_location("scorer", SHARED / "eval" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(csv: Path) -> Iterator[tuple[dict, bool]]:
    """Every row found in a labelled document, and whether verb, kind and actors are the label's."""
    scorer = the_scorer()
    found: dict[tuple[str, str], list[dict]] = {}
    for row in scorer.read(csv, ","):
        found.setdefault((scorer.key(row["symbol"]), scorer.label(row["paragraph"])), []).append(row)
    for path in sorted((SHARED / "eval" / "gold").glob("*.tsv")):
        gold: dict[str, list[dict]] = {}
        rows = scorer.read(path, "\t")
        document = scorer.key(rows[0]["symbol"])
        for row in rows:
            gold.setdefault(scorer.label(row["paragraph"]), []).append(row)
        labels = gold.keys() | {label for symbol, label in found if symbol == document}
        for label in labels:
            for g, f in scorer.pair(gold.get(label, []), found.get((document, label), [])):
                if f is not None:
                    actors = set(scorer.actors(f["actors"]))
                    yield (
                        f,
                        g is not None
                        and g["kind"] == f["kind"]
                        and actors == set(scorer.actors(g["actors"])),
                    )
