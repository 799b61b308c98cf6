"""What an answer about days of adoption cannot place is counted in one line, whatever shows the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.app import run
from db import register, store
from tests.db.register_samples import ACTORS, VERBS, document, provision


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A register with documents of a day, a year, a session, one of which nothing is known, and a draft."""
    path = tmp_path / "register.db"
    monkeypatch.setenv("MANDATES_DB", str(path))
    db = register.open_to_write(path)
    store.save_actors(db, ACTORS)
    store.save_verbs(db, VERBS)
    for symbol, fields in {
        "A/RES/22/9": {"date": "1967-12-05"},
        "S/RES/242 (1967)": {
            "first_day": "1967-01-01",
            "last_day": "1967-12-31",
            "organ": "Security Council",
        },
        "A/RES/22/10": {"first_day": "1967-09-19", "last_day": "1968-09-23"},
        "file:draft": {"kind": "text"},
        "A/C.3/80/L.49": {"date": "2025-11-05", "kind": "draft"},
    }.items():
        found = (provision(symbol, "1", "urge", "unodc"), provision(symbol, "2", "urge", "unodc"))
        store.save(db, document(symbol, found, **({"date": ""} | fields)), found, rules="r1")
    register.close(db)


PROVISIONS = (
    "4 provisions are of documents of which only the year or the session is known; "
    "1 document without a date is left out"
)
DOCUMENTS = "of 2 documents only the year or the session is known; 1 document without a date is left out"


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["list", "--year", "1967"], PROVISIONS),
        (["list", "--since", "2000"], "1 document without a date is left out"),
        (["list", "--year", "1967", "--organ", "sc"], PROVISIONS.partition(";")[0].replace("4", "2")),
        (["stats", "--year", "1967"], PROVISIONS),
        (["stats", "--matrix", "actor", "verb", "--year", "1967"], PROVISIONS),
        (["export", "--year", "1967"], PROVISIONS),
        (["export", "documents", "--year", "1967"], DOCUMENTS),
        (["export", "paragraphs", "--year", "1967"], DOCUMENTS),
        (["ask", "what is UNODC urged to do in 1967"], PROVISIONS),
        (["ask", "how many times was UNODC urged in 1967"], PROVISIONS),
        (["list"], ""),
        (["export", "documents"], ""),
    ],
)
def test_what_cannot_be_placed_is_told(
    capfd: pytest.CaptureFixture[str], command: list[str], said: str
) -> None:
    assert run(command) == 0
    lines = capfd.readouterr().err.splitlines()
    assert [line for line in lines if "known" in line or "left out" in line] == ([said] if said else [])


@pytest.mark.usefixtures("made")
def test_show_says_what_is_known_of_the_day(capfd: pytest.CaptureFixture[str]) -> None:
    for symbol, day in (("22/9", "1967-12-05"), ("242", "1967"), ("A/RES/22/10", "between 1967-09-19 and")):
        assert run(["show", symbol]) == 0
        assert f"Adopted      {day}" in capfd.readouterr().out


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    "command",
    [
        ["list", "--document-kind", "draft", "-f", "csv", "--columns", "symbol"],
        ["export", "documents", "--document-kind", "draft", "--columns", "symbol"],
        ["ask", "what is UNODC asked in drafts", "-f", "csv", "--columns", "symbol"],
    ],
)
def test_documents_of_a_kind_are_chosen(capfd: pytest.CaptureFixture[str], command: list[str]) -> None:
    assert run(command) == 0
    assert set(capfd.readouterr().out.splitlines()) == {"symbol", "A/C.3/80/L.49"}


@pytest.mark.usefixtures("made")
def test_kinds_of_documents_are_counted_and_compared(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["stats", "--by", "document-kind", "-f", "csv"]) == 0
    assert capfd.readouterr().out.splitlines()[1:] == [
        "document-kind,resolution,resolution,6",
        "document-kind,draft,draft,2",
        "document-kind,text,text,2",
    ]
    assert run(["ask", "compare drafts and presidential statements for UNODC", "-f", "csv"]) == 0
    assert capfd.readouterr().out.splitlines()[0] == "strength,verb,draft,statement"
