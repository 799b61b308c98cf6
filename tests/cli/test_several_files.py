"""Several files of one document, by the real command in this process: what is said, and said once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from cli.app import run
from cli.options import opened
from db import changes, names

TEXT = """{symbol}

Resolution adopted by the General Assembly on 3 May 2045

{number}. Ferries

The General Assembly,

Noting the report of the Secretary-General,

1. Requests the Secretary-General to count {what} by 30 June 2047;

2. Urges Member States to train pilots.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MANDATES_DB", str(tmp_path / "register.db"))
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    return tmp_path / "in"


def write(file: Path, what: str, number: str = "99/921") -> None:
    file.parent.mkdir(exist_ok=True)
    symbol = f"A/RES/{number}" if number else ""
    file.write_text(TEXT.format(symbol=symbol, number=number or "Title", what=what), encoding="utf-8")


def ingest(capfd: pytest.CaptureFixture[str], *paths: str) -> list[str]:
    """What ingest says on stderr."""
    run(["ingest", "--jobs", "1", *(paths or ("."))])
    return capfd.readouterr().err.splitlines()


def symbols(folder: Path) -> list[str]:
    with opened(folder.parent / "register.db") as register:
        return names.all_symbols(register)


def test_that_one_file_takes_the_place_of_another_is_said_once(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(folder / "a.txt", "pilots")
    write(folder / "below" / "b.txt", "ferries")
    told = "A/RES/99/921 was read from a.txt, now from below/b.txt"
    assert ingest(capfd) == [told]
    assert ingest(capfd) == []
    write(folder / "a.txt", "oars")
    assert ingest(capfd) == ["A/RES/99/921 was read from below/b.txt, now from a.txt"]


def test_a_misnamed_file_gives_way_and_is_named(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder / "A_RES_99_921.txt", "pilots")
    write(folder / "A_RES_99_922.txt", "ferries")
    said = ingest(capfd)
    assert said[-1] == (
        "A/RES/99/921 stays as read from A_RES_99_921.txt; A_RES_99_922.txt, whose name says A/RES/99/922, "
        "gives way"
    )
    assert ingest(capfd) == []


def test_a_document_whose_file_became_another_is_read_from_its_other_file(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(folder / "a.txt", "pilots")
    write(folder / "b.txt", "ferries")
    ingest(capfd)
    write(folder / "b.txt", "ferries", "99/923")
    assert ingest(capfd) == ["b.txt was kept as A/RES/99/921, now as A/RES/99/923"]
    assert symbols(folder) == ["A/RES/99/921", "A/RES/99/923"]
    assert ingest(capfd) == []


def test_texts_without_a_symbol_live_side_by_side(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("north", "south"):
        write(folder / name / "draft.txt", name, "")
    said = ingest(capfd)
    assert len(said) == 2
    assert "file:south/draft: " in said[1]
    assert said[1].endswith("it is kept as file:south/draft")
    assert symbols(folder) == ["file:draft", "file:south/draft"]
    for typed in ("draft", "FILE:DRAFT", "south/draft"):
        assert run(["show", typed]) == 0
    out = capfd.readouterr().out
    assert [line for line in out.splitlines() if line.startswith("Symbol")] == [
        f"Symbol      {symbol}" for symbol in ("file:draft", "file:draft", "file:south/draft")
    ]
    assert "undocs" not in out
    run(["export", "--format", "html", "--document", "draft"])
    assert "href" not in capfd.readouterr().out


# --- Taking documents out ---------------------------------------------------------------------------------


def test_forget_takes_documents_out_and_keeps_their_history(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(folder / "a.txt", "pilots")
    write(folder / "b.txt", "ferries", "99/922")
    ingest(capfd)
    assert run(["forget", "99/921", "--yes"]) == 0
    assert capfd.readouterr().out == "Taken out: A/RES/99/921\n"
    assert symbols(folder) == ["A/RES/99/922"]
    with opened(folder.parent / "register.db") as register:
        (change,) = changes.changes(register, 1)
    assert (change.what, change.symbol) == (changes.What.WITHDRAWN, "A/RES/99/921")
    assert run(["ingest", "a.txt"]) == 0
    assert symbols(folder) == ["A/RES/99/921", "A/RES/99/922"]


class Terminal(StringIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True


def test_forget_asks_first(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "a.txt", "pilots")
    ingest(capfd)
    assert run(["forget", "99/921"]) == 2
    said = capfd.readouterr().err
    assert len(said.splitlines()) == 1
    assert "--yes: asks first" in said
    for answer, status, left in (("n\n", 1, ["A/RES/99/921"]), ("y\n", 0, [])):
        monkeypatch.setattr("sys.stdin", Terminal(answer))
        assert run(["forget", "99/921"]) == status
        assert symbols(folder) == left


@pytest.mark.parametrize("symbol", ["99/920", ""])
def test_forget_refuses_what_is_not_there(
    folder: Path, capfd: pytest.CaptureFixture[str], symbol: str
) -> None:
    write(folder / "a.txt", "pilots")
    ingest(capfd)
    assert run(["forget", "99/921", symbol, "--yes"]) == 2
    assert "the register has no document" in capfd.readouterr().err
    assert symbols(folder) == ["A/RES/99/921"]


def test_doctor_names_what_an_earlier_version_left(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    frozen = Path(__file__).parents[1] / "db" / "register_v1.sql"
    lighthouses = folder / "lighthouses.txt"
    write(lighthouses, "lighthouses", "")
    script = frozen.read_text(encoding="utf-8").replace("/drafts/lighthouses.txt", str(lighthouses))
    with closing(sqlite3.connect(folder.parent / "register.db")) as conn:
        conn.executescript(script)
    assert run(["doctor"]) == 1
    said = " ".join(capfd.readouterr().out.split())
    assert "3 documents were read by an earlier version, which kept no notes" in said
    again = f"read it again: mandates ingest {lighthouses}"
    assert f"{lighthouses} was replaced by another → {again}" in said
    assert 'its file /drafts/whales.txt is gone → take it out: mandates forget ""' in said
    assert run(["ingest", "lighthouses.txt"]) == 0
    assert run(["forget", "", "--yes"]) == 0
    assert "the text without a symbol" in capfd.readouterr().out
    run(["doctor"])
    assert "without a symbol" not in capfd.readouterr().out
