"""The rows that ../shared gives are those committed, and the figures of its scorers do not fall."""

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

from tests.expected_rows import MANDATES, SHARED, SOURCES, difference, export, ingest, rows

OWN_LABELS = Path(__file__).resolve().parent / "labels"

pytestmark = [
    pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the corpus in ../shared is not here"),
    pytest.mark.xdist_group("scores"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with provisions.csv and paragraphs.csv of the whole corpus, by the installed command."""
    register = tmp_path_factory.mktemp("scores") / "register.db"
    ingest(SOURCES["corpus"], register)
    export("provisions", register)
    return export("paragraphs", register).parent


def test_the_rows_of_the_corpus_are_those_expected(exported: Path) -> None:
    found = difference("corpus", rows(exported / "provisions.csv"))
    assert not found, f"a wanted change? python -m tests.expected_rows writes them anew\n{found}"


def test_the_rows_of_the_invented_cases_are_those_expected(tmp_path: Path) -> None:
    ingest(SOURCES["cases"], tmp_path / "register.db")
    found = difference("cases", rows(export("provisions", tmp_path / "register.db")))
    assert not found, f"a wanted change? python -m tests.expected_rows writes them anew\n{found}"


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
        "provisions": 1.0,
        "directives": 1.0,
        "addressees": 0.988,
        "exact": 0.996,
        "report": 1.0,
        "due": 1.0,
    }
    assert not figures["documents"]["missing"]
    assert {name: f for name, f in floors.items() if round(figures[name]["f1"], 4) < f} == {}


def test_provisions_agree_with_labels_that_were_made_after_the_rules(exported: Path) -> None:
    figures = score("score.py", exported / "provisions.csv", "--gold", str(OWN_LABELS))
    floors = {
        "provisions": 1.0,
        "directives": 0.994,
        "addressees": 0.9858,
        "exact": 0.9877,
        "report": 0.9825,
        "due": 0.9836,
    }
    assert {name: f for name, f in floors.items() if round(figures[name]["f1"], 4) < f} == {}


def test_paragraphs_do_not_fall_below_what_was_reached(exported: Path) -> None:
    figures = score("score_paragraphs.py", exported / "paragraphs.csv")
    floors = {"precision": 1.0, "recall": 1.0, "clean": 1.0, "tidy": 1.0, "whole": 1.0}
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
