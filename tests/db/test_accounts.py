"""Notes, what reading left out and the count of words come back from the register as they were read."""

from __future__ import annotations

from pathlib import Path

import pytest
from register_samples import ACCOUNT, NOTES, TEXT, document
from sqlite_utils import Database

from db import accounts, register, store
from db.filters import Filter
from db.rows import DroppedRow, NoteRow

SYMBOL = "A/RES/73/186"


@pytest.fixture
def db(tmp_path: Path) -> Database:
    db = register.open_to_write(tmp_path / "register.db")
    store.save(db, document(SYMBOL, notes=NOTES, account=ACCOUNT, text=TEXT), (), rules="r1")
    store.save(db, document("A/RES/73/1", notes=NOTES[:1], session="72"), (), rules="r1")
    return db


def test_notes_come_back_with_the_place_of_their_marks(db: Database) -> None:
    assert list(accounts.notes(db.conn, Filter(documents=(SYMBOL,)))) == [
        NoteRow(SYMBOL, "1", "Resolution 70/1.", 1, "preamble", "", 24),
        NoteRow(SYMBOL, "2", "See A/73/268.", 2, "paragraph", "1(a)", 12),
        NoteRow(SYMBOL, "*", "Reissued for technical reasons.", None, "", "", None),
    ]
    assert [note.number for note in accounts.notes(db.conn, Filter(), paragraph="1")] == ["2"]
    assert [note.symbol for note in accounts.notes(db.conn, Filter(sessions=((72, 72),)))] == ["A/RES/73/1"]


def test_what_was_left_out_comes_back_whether_the_text_holds_it_or_not(db: Database) -> None:
    assert accounts.dropped(db.conn, SYMBOL) == [
        DroppedRow(1, "running header", "A/RES/73/186"),
        DroppedRow(2, "another resolution", "Resolution 73/187 of another body"),
    ]


def test_every_word_is_counted_where_it_went(db: Database) -> None:
    counted = {"preamble": 3, "paragraph": 5, "note": 2, "dropped": 6}
    assert accounts.account(db.conn, SYMBOL) == counted
    assert list(accounts.account(db.conn, SYMBOL)) == list(counted)
    assert accounts.account(db.conn, "A/RES/73/1") == {}


def test_a_new_version_replaces_them_and_a_document_taken_out_leaves_none(db: Database) -> None:
    store.save(db, document(SYMBOL, notes=NOTES[1:2], sha256="newer"), (), rules="r1")
    assert [note.number for note in accounts.notes(db.conn, Filter(documents=(SYMBOL,)))] == ["2"]
    assert accounts.dropped(db.conn, SYMBOL) == []
    for symbol in (SYMBOL, "A/RES/73/1"):
        store.remove(db, symbol)
    for table in ("notes", "dropped", "account"):
        assert db.conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
