"""A register that version 1 wrote, upgraded: nothing is lost, and what it did not keep is read again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from register_samples import document, provision
from sqlite_utils import Database

from db import history, queries, register, runs, store
from db.filters import Filter
from db.health import health

WRITTEN = Path(__file__).with_name("register_v1.sql")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "register.db"
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(WRITTEN.read_text(encoding="utf-8"))
    return path


def everything(path: Path, *tables: str) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as conn:
        return {table: conn.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def schema(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as conn:
        kept = conn.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%migrat%'"
        )
        return {row[0].replace('"', "") for row in kept}


def test_an_old_register_keeps_its_rows_and_gets_the_schema_of_a_new_one(old: Path, tmp_path: Path) -> None:
    tables = (
        "provisions",
        "paragraphs",
        "texts",
        "provision_actors",
        "provision_references",
        "runs",
        "mandates",
    )
    before = everything(old, *tables)
    register.close(register.open_to_read(old))
    assert everything(old, *tables) == before
    register.close(register.open_to_write(tmp_path / "new.db"))
    assert schema(old) == schema(tmp_path / "new.db")
    with closing(sqlite3.connect(old)) as conn:
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        conn.execute("INSERT INTO provisions_fts (provisions_fts, rank) VALUES ('integrity-check', 1)")


def test_the_copy_beside_it_is_as_version_1_wrote_it(old: Path) -> None:
    before = everything(old, "documents", "versions")
    register.close(register.open_to_write(old))
    backup = old.with_name("register.db.v1-backup")
    assert everything(backup, "documents", "versions") == before
    with closing(sqlite3.connect(backup)) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (1,)


def test_days_are_set_where_they_are_certain(old: Path) -> None:
    with closing(register.open_to_read(old)) as conn:
        days = {
            row["symbol"]: (row["first_day"], row["last_day"], row["year"])
            for row in conn.execute("SELECT symbol, first_day, last_day, year FROM documents")
        }
    assert days == {
        "A/RES/73/186": ("2018-12-17", "2018-12-17", 2018),
        "S/RES/242 (1967)": ("1967-01-01", "1967-12-31", 1967),
        "A/HRC/RES/50/3": ("", "", None),
        "": ("", "", None),
    }


def test_what_has_to_be_read_again_is_known(old: Path) -> None:
    with closing(register.open_to_read(old)) as conn:
        found = health(conn)
    assert found.to_read_again == 3
    assert found.nameless == ("/drafts/lighthouses.txt", "/drafts/whales.txt")
    assert found.kept == "/drafts/whales.txt"


@pytest.fixture
def db(old: Path) -> Database:
    return register.open_to_write(old)


def resaved(db: Database, name: str, run: int | None = None) -> store.Saved:
    found = (provision(f"file:{name}", "1", "urge", "member-states", text=f"Urges States to count {name}"),)
    read = document(f"file:{name}", found, source=f"/drafts/{name}.txt", session="", date="")
    return store.save(db, read, found, rules="words/0.2.0", run=run)


def test_a_text_without_a_symbol_goes_away_when_its_file_is_read_again(db: Database) -> None:
    run = runs.start(db, "ingest")
    assert resaved(db, "lighthouses", run).left == ()
    assert resaved(db, "whales", run).left == ("",)
    kept = {row.symbol for row in queries.documents(db.conn, Filter())}
    assert kept - {"A/RES/73/186", "S/RES/242 (1967)", "A/HRC/RES/50/3"} == {
        "file:lighthouses",
        "file:whales",
    }
    assert history.versions(db.conn, "")[-1].sha256 == ""
    found = health(db.conn)
    assert (found.nameless, found.kept) == ((), "")


def test_every_file_of_an_old_register_is_read_again_once(db: Database) -> None:
    row = db.conn.execute("SELECT source, sha256 FROM documents WHERE symbol = 'A/RES/73/186'").fetchone()
    assert not store.is_current(db, row["source"], row["sha256"], "words/0.1.0")
    again = document("A/RES/73/186", sha256=row["sha256"], source=row["source"])
    store.save(db, again, (), rules="words/0.1.0")
    assert store.is_current(db, row["source"], row["sha256"], "words/0.1.0")
    assert health(db.conn).to_read_again == 2
