"""What the register says has changed since a run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from register_samples import document, provision

from db import register, runs, store
from db.changes import What, changes, last_finished

SYMBOL = "A/RES/80/901"


@pytest.fixture
def empty(tmp_path: Path):
    db = register.open_to_write(tmp_path / "register.db")
    yield db
    register.close(db)


def save(db, *provisions, run: int, symbol: str = SYMBOL, **fields) -> None:
    store.save(db, document(symbol, provisions, **fields), provisions, rules="r1", run=run)


def told(db, since: int) -> list[tuple]:
    return [(c.what, c.symbol, [(p.what, p.id) for p in c.provisions]) for c in changes(db.conn, since)]


def test_a_new_document_brings_its_provisions(empty) -> None:
    run = runs.start(empty, "refresh")
    save(empty, provision(SYMBOL, "1", "request", "unodc"), run=run)
    assert told(empty, 0) == [(What.ADDED, SYMBOL, [(What.ADDED, f"{SYMBOL}#1.1")])]
    assert told(empty, run) == []


def test_a_reissue_says_what_became_of_each_provision(empty) -> None:
    first = runs.start(empty, "refresh")
    same = provision(SYMBOL, "1", "note", text="Notes the report")
    moved = provision(SYMBOL, "3", "urge", "member-states", text="Urges States to ratify")
    save(
        empty,
        same,
        provision(SYMBOL, "2", "request", "unodc", text="Requests UNODC to report in 2027"),
        moved,
        provision(SYMBOL, "9", "invite", "un-system", text="Invites all to come"),
        run=first,
    )
    second = runs.start(empty, "refresh")
    save(
        empty,
        same,
        provision(SYMBOL, "2", "urge", "unodc", text="Urges UNODC to report in 2028"),
        provision(SYMBOL, "3", "demand", "secretariat", text="Demands an answer"),
        replace(moved, paragraph="4"),
        run=second,
    )
    (change,) = changes(empty.conn, first)
    assert (change.what, change.versions) == (What.CHANGED, 2)
    assert [(p.what, p.id, p.before[:12], p.moved_from) for p in change.provisions] == [
        (What.CHANGED, f"{SYMBOL}#2.1", "Requests UNO", ""),
        (What.ADDED, f"{SYMBOL}#3.1", "", ""),
        (What.CHANGED, f"{SYMBOL}#4.1", "", "3"),
        (What.WITHDRAWN, f"{SYMBOL}#9.1", "", ""),
    ]


def test_a_new_addressee_is_a_change_for_both(empty) -> None:
    first = runs.start(empty, "refresh")
    save(empty, provision(SYMBOL, "1", "request", "unodc", text="Requests it to act"), run=first)
    second = runs.start(empty, "refresh")
    save(empty, provision(SYMBOL, "1", "request", "secretariat", text="Requests it to act"), run=second,
         sha256="0" * 64)  # fmt: skip
    (change,) = changes(empty.conn, first)
    assert change.provisions[0].actors == ("unodc", "secretariat")


def test_a_document_taken_out_withdraws_its_provisions(empty) -> None:
    first = runs.start(empty, "refresh")
    save(empty, provision(SYMBOL, "1", "request", "unodc"), run=first)
    second = runs.start(empty, "refresh")
    save(empty, provision(SYMBOL, "1", "urge", "unodc", text="Urges"), run=second)
    store.remove(empty, SYMBOL)
    assert told(empty, first) == [(What.WITHDRAWN, SYMBOL, [(What.WITHDRAWN, f"{SYMBOL}#1.1")])]


def test_only_a_run_that_came_to_its_end_counts_as_told(empty) -> None:
    told_run = runs.start(empty, "refresh")
    runs.finish(empty, told_run, runs.Counts())
    runs.start(empty, "refresh")
    assert last_finished(empty.conn, "refresh") == told_run
    assert last_finished(empty.conn, "ingest") == 0
