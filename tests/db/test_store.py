from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from register_samples import ACTORS, VERBS, document, provision
from sqlite_utils import Database

from db import history, queries, register, runs, store
from db.filters import Filter
from db.store import Outcome

SYMBOL = "A/RES/73/186"
URGE = (provision(SYMBOL, "1", "urge", "unodc"),)
INVITE = (provision(SYMBOL, "1", "invite", "unodc"),)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    database = register.open_to_write(tmp_path / "new folder" / "register.db")
    store.save_actors(database, ACTORS)
    yield database
    register.close(database)


def verbs(db: Database) -> list[str]:
    return [row.verb for row in queries.provisions(db.conn, Filter())]


def test_the_same_file_again_changes_nothing(db: Database) -> None:
    one = document(SYMBOL, URGE)
    assert store.save(db, one, URGE, rules="r1").outcome is Outcome.NEW
    before = list(db.conn.iterdump())
    assert store.save(db, one, URGE, rules="r1").outcome is Outcome.UNCHANGED
    assert list(db.conn.iterdump()) == before
    assert store.is_current(db, one.source, one.sha256, "r1")
    assert not store.is_current(db, one.source, one.sha256, "r2")
    assert not store.is_current(db, one.source, "other bytes", "r1")


def test_a_changed_file_replaces_its_rows(db: Database) -> None:
    two = (*URGE, provision(SYMBOL, "2", "note"))
    store.save(db, document(SYMBOL, two, sha256="a"), two, rules="r1")
    assert store.save(db, document(SYMBOL, INVITE, sha256="b"), INVITE, rules="r1").outcome is Outcome.CHANGED
    assert verbs(db) == ["invite"]
    assert [row.paragraph for row in queries.paragraphs(db.conn, Filter())] == ["1"]
    assert queries.count(db.conn, Filter(topic="urges")) == 0
    assert queries.count(db.conn, Filter(topic="invites")) == 1


def test_a_changed_title_is_found_and_the_old_one_no_more(db: Database) -> None:
    store.save(db, document(SYMBOL, URGE, sha256="a", title="Piracy"), URGE, rules="r1")
    store.save(db, document(SYMBOL, URGE, sha256="b", title="Smuggling"), URGE, rules="r1")
    assert queries.count(db.conn, Filter(topic="smuggling")) == 1
    assert queries.count(db.conn, Filter(topic="piracy")) == 0


def test_two_files_of_one_document_do_not_replace_each_other_for_ever(db: Database) -> None:
    pdf = document(SYMBOL, URGE, sha256="p", source="a.pdf")
    text = document(SYMBOL, INVITE, sha256="t", source="a.txt")
    outcomes = [
        store.save(db, file, found, rules="r1").outcome
        for _ in range(3)
        for file, found in ((pdf, URGE), (text, INVITE))
    ]
    assert outcomes == [Outcome.NEW, Outcome.CHANGED] + [Outcome.UNCHANGED] * 4
    assert verbs(db) == ["invite"]
    assert store.is_current(db, "a.pdf", "p", "r1")
    assert store.is_current(db, "a.txt", "t", "r1")


def test_new_rules_read_only_the_newest_of_two_files_into_the_register(db: Database) -> None:
    store.save(db, document(SYMBOL, URGE, sha256="p", source="a.pdf"), URGE, rules="r1")
    store.save(db, document(SYMBOL, INVITE, sha256="t", source="a.txt"), INVITE, rules="r1")
    assert not store.is_current(db, "a.pdf", "p", "r2")
    outcome = store.save(db, document(SYMBOL, URGE, sha256="p", source="a.pdf"), URGE, rules="r2").outcome
    assert outcome is Outcome.UNCHANGED
    assert store.is_current(db, "a.pdf", "p", "r2")
    assert verbs(db) == ["invite"]


def test_a_file_that_goes_back_to_what_it_was_is_followed(db: Database) -> None:
    store.save(db, document(SYMBOL, URGE, sha256="a"), URGE, rules="r1")
    store.save(db, document(SYMBOL, INVITE, sha256="b"), INVITE, rules="r1")
    assert not store.is_current(db, document(SYMBOL, URGE).source, "a", "r1")
    assert store.save(db, document(SYMBOL, URGE, sha256="a"), URGE, rules="r1").outcome is Outcome.CHANGED
    assert verbs(db) == ["urge"]


def test_rules_that_read_the_same_are_no_change(db: Database) -> None:
    one = document(SYMBOL, URGE)
    store.save(db, one, URGE, rules="r1")
    assert store.save(db, one, URGE, rules="r2").outcome is Outcome.UNCHANGED
    assert store.is_current(db, one.source, one.sha256, "r2")
    assert len(history.versions(db.conn, SYMBOL)) == 1
    assert store.save(db, one, INVITE, rules="r3").outcome is Outcome.CHANGED
    assert not store.is_current(db, one.source, one.sha256, "r2")
    assert len(history.versions(db.conn, SYMBOL)) == 2


def test_every_version_is_kept_with_its_provisions(db: Database) -> None:
    run = runs.start(db, "ingest")
    store.save(db, document(SYMBOL, URGE, sha256="a", title="First"), URGE, rules="r1", run=run)
    store.save(db, document(SYMBOL, INVITE, sha256="b", title="Second"), INVITE, rules="r1")
    first, second = history.versions(db.conn, SYMBOL)
    assert (first.title, first.sha256, first.run, first.provisions) == ("First", "a", run, 1)
    assert (second.title, second.sha256, second.run) == ("Second", "b", None)
    assert [row["verb"] for row in history.provisions_of(db.conn, first)] == ["urge"]
    assert [row["verb"] for row in history.provisions_of(db.conn, second)] == ["invite"]


def test_what_is_removed_leaves_the_index_too(db: Database) -> None:
    store.save(db, document(SYMBOL, URGE), URGE, rules="r1")
    assert store.remove(db, SYMBOL)
    assert not store.remove(db, SYMBOL)
    assert queries.count(db.conn, Filter(topic="urges")) == 0
    db.conn.execute("INSERT INTO provisions_fts (provisions_fts, rank) VALUES ('integrity-check', 1)")
    assert len(history.versions(db.conn, SYMBOL)) == 1


def test_a_withdrawal_is_the_last_version_until_the_document_comes_again(db: Database) -> None:
    run = runs.start(db, "refresh")
    store.save(db, document(SYMBOL, URGE, sha256="a"), URGE, rules="r1", run=run)
    store.remove(db, SYMBOL, run=run)
    first, withdrawal = history.versions(db.conn, SYMBOL)
    assert [row["verb"] for row in history.provisions_of(db.conn, first)] == ["urge"]
    assert (withdrawal.sha256, history.provisions_of(db.conn, withdrawal)) == ("", [])
    assert not store.is_current(db, first.source, "a", "r1")
    assert (
        store.save(db, document(SYMBOL, URGE, sha256="a"), URGE, rules="r1", run=run).outcome is Outcome.NEW
    )


def test_an_addressee_that_the_lexicon_lacks_is_other_until_it_has_it(db: Database) -> None:
    found = (provision(SYMBOL, "1", "urge", "mine-action-service"),)
    store.save(db, document(SYMBOL, found), found, rules="r1")
    assert [a.id for a in queries.unknown_actors(db.conn)] == ["mine-action-service"]
    named = store.Actor(
        "mine-action-service", "Mine Action Service", "secretariat", "secretariat", ("UNMAS",)
    )
    store.save_actors(db, [*ACTORS, named])
    assert queries.unknown_actors(db.conn) == []
    assert queries.count(db.conn, Filter(within=("un-system",))) == 1


def test_a_document_that_fails_to_save_leaves_the_old_one_whole(db: Database) -> None:
    store.save(db, document(SYMBOL, URGE, sha256="a"), URGE, rules="r1")
    twice = (*INVITE, *INVITE)  # the same id twice
    with pytest.raises(register.RegisterError, match="UNIQUE"):
        store.save(db, document(SYMBOL, INVITE, sha256="b"), twice, rules="r1")
    assert verbs(db) == ["urge"]
    assert [v.sha256 for v in history.versions(db.conn, SYMBOL)] == ["a"]


def test_a_document_beyond_all_measure_is_refused(db: Database) -> None:
    many = [*URGE] * 100_000
    with pytest.raises(register.RegisterError, match="has no room in the register"):
        store.save(db, document(SYMBOL), many, rules="r1")
    assert queries.documents(db.conn, Filter()) == []


def test_documents_without_a_date_come_last_among_equals(db: Database) -> None:
    for symbol, adopted in (("A/RES/1/1", ""), ("A/RES/2/1", "1950-01-01"), ("A/RES/3/1", "2020-02-29")):
        found = (provision(symbol, "1", "urge", "unodc"),)
        store.save(db, document(symbol, found, date=adopted), found, rules="r1")
    assert [row.symbol for row in queries.provisions(db.conn, Filter())] == [
        "A/RES/3/1",
        "A/RES/2/1",
        "A/RES/1/1",
    ]


def test_runs_are_kept_latest_first(db: Database) -> None:
    first = runs.start(db, "ingest")
    runs.finish(db, first, runs.Counts(new=2, failed=1, provisions=9), ["a.pdf: it is empty"])
    second = runs.start(db, "refresh")
    latest, earliest = runs.runs(db.conn)
    assert (latest.run, latest.command, latest.finished) == (second, "refresh", "")
    assert earliest.counts == runs.Counts(new=2, failed=1, provisions=9)
    assert earliest.errors == ("a.pdf: it is empty",)
    assert earliest.finished
    store.save_verbs(db, VERBS)
