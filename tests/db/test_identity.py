"""Which document a file is, and which of several files of one document is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from register_samples import ACTORS, document, provision
from sqlite_utils import Database

from db import history, queries, register, runs, store
from db.filters import Filter
from db.store import Outcome, Saved

SYMBOL = "A/RES/79/912"


@pytest.fixture
def db(tmp_path: Path) -> Database:
    db = register.open_to_write(tmp_path / "register.db")
    store.save_actors(db, ACTORS)
    return db


def read(
    db: Database, source: str | Path, text: str, symbol: str = SYMBOL, rules: str = "r1", **fields: object
) -> Saved:
    """Save what a file of these words yields."""
    found = (provision(symbol, "1", "urge", "unodc", text=text),)
    read = document(symbol, found, source=str(source), sha256=text, **fields)
    return store.save(db, read, found, rules=rules, run=runs.start(db, "ingest"))


def symbols(db: Database) -> list[str]:
    return sorted(row.symbol for row in queries.documents(db.conn, Filter()))


def text(db: Database) -> str:
    (row,) = queries.provisions(db.conn, Filter(documents=(SYMBOL,)))
    return row.text


def test_of_two_files_the_one_read_last_is_shown_and_the_other_is_named(db: Database) -> None:
    assert read(db, "/a.txt", "Urges A").rival is None
    saved = read(db, "/b.txt", "Urges B")
    assert saved.outcome is Outcome.CHANGED
    assert saved.rival == store.Rival("/a.txt", gave_way=True)
    assert text(db) == "Urges B"


def test_a_file_that_was_told_of_once_is_told_of_again_only_when_it_changes(db: Database) -> None:
    read(db, "/a.txt", "Urges A")
    read(db, "/b.txt", "Urges B")
    again = read(db, "/a.txt", "Urges A", rules="r2")
    assert (again.outcome, again.rival) == (Outcome.UNCHANGED, None)
    assert read(db, "/b.txt", "Urges B", rules="r2").rival is None
    assert read(db, "/a.txt", "Urges A2").rival == store.Rival("/b.txt", gave_way=True)


def test_the_same_words_in_another_file_are_nothing_to_tell(db: Database) -> None:
    found = (provision(SYMBOL, "1", "urge", "unodc"),)
    store.save(db, document(SYMBOL, found, source="/a.pdf", sha256="a"), found, rules="r1")
    saved = store.save(db, document(SYMBOL, found, source="/a.docx", sha256="b"), found, rules="r1")
    assert saved.rival is None


@pytest.mark.parametrize("reissued_last", [True, False])
def test_the_file_that_was_reissued_is_shown_whatever_the_order(db: Database, reissued_last: bool) -> None:
    files = [("/old.txt", False), ("/new.txt", True)][:: 1 if reissued_last else -1]
    first, last = (read(db, source, f"Urges {source}", reissued=reissued) for source, reissued in files)
    assert text(db) == "Urges /new.txt"
    assert first.rival is None
    assert last.rival == store.Rival(files[0][0], gave_way=reissued_last, reissued=True)
    assert last.outcome is (Outcome.CHANGED if reissued_last else Outcome.UNCHANGED)


@pytest.mark.parametrize("misnamed_last", [True, False])
def test_a_misnamed_file_gives_way_whatever_the_order(db: Database, misnamed_last: bool) -> None:
    files = ["/A_RES_79_912.txt", "/A_RES_79_913.txt"][:: 1 if misnamed_last else -1]
    _, last = (read(db, source, f"Urges {source}") for source in files)
    assert text(db) == "Urges /A_RES_79_912.txt"
    assert last.rival == store.Rival(files[0], gave_way=not misnamed_last, misnamed="A/RES/79/913")


def test_of_two_copies_the_rightly_named_one_stands_for_the_document(db: Database) -> None:
    read(db, "/A_RES_79_911.txt", "Urges all", warnings=("the file's name says A/RES/79/911",))
    assert not store.is_current(db, "/A_RES_79_912.txt", "Urges all", "r1")
    saved = read(db, "/A_RES_79_912.txt", "Urges all")
    assert (saved.outcome, saved.rival) == (Outcome.UNCHANGED, None)
    (held,) = queries.documents(db.conn, Filter())
    assert (held.source, held.warnings) == ("/A_RES_79_912.txt", ())
    assert store.is_current(db, "/A_RES_79_911.txt", "Urges all", "r1")
    assert store.is_current(db, "/A_RES_79_912.txt", "Urges all", "r1")
    assert len(history.versions(db.conn, SYMBOL)) == 1


def test_a_file_that_gave_way_is_neither_read_nor_told_again(db: Database) -> None:
    read(db, "/new.txt", "Urges new", reissued=True)
    assert read(db, "/old.txt", "Urges old").rival
    assert store.is_current(db, "/old.txt", "Urges old", "r1")
    assert read(db, "/old.txt", "Urges old", rules="r2").rival is None
    assert store.is_current(db, "/old.txt", "Urges old", "r2")
    assert len(history.versions(db.conn, SYMBOL)) == 1
    assert read(db, "/old.txt", "Urges older").rival


def test_a_file_that_gave_way_is_followed_when_the_other_becomes_it(db: Database) -> None:
    read(db, "/new.txt", "Urges new", reissued=True)
    read(db, "/old.txt", "Urges old")
    assert not store.is_current(db, "/new.txt", "Urges old", "r1")
    assert read(db, "/new.txt", "Urges old").outcome is Outcome.CHANGED
    read(db, "/new.txt", "Urges newest")
    assert not store.is_current(db, "/new.txt", "Urges old", "r1")


def test_rules_that_find_a_reissue_among_the_files_read_before_show_it(db: Database) -> None:
    read(db, "/old.txt", "Urges reissued")
    read(db, "/other.txt", "Urges other")
    saved = read(db, "/old.txt", "Urges reissued", rules="r2", reissued=True)
    assert (saved.outcome, text(db)) == (Outcome.CHANGED, "Urges reissued")
    assert read(db, "/other.txt", "Urges other", rules="r2").outcome is Outcome.UNCHANGED


def test_a_file_that_is_another_document_now_is_no_more_the_earlier_one(db: Database) -> None:
    read(db, "/b.txt", "Urges B")
    read(db, "/a.txt", "Urges A")
    assert not store.other_sources(db, SYMBOL)
    saved = read(db, "/a.txt", "Urges A", symbol="A/RES/79/1", rules="r2")
    assert saved.left == (SYMBOL,)
    assert symbols(db) == ["A/RES/79/1"]
    assert store.other_sources(db, SYMBOL) == ["/b.txt"]
    assert [version.sha256 for version in history.versions(db.conn, SYMBOL)] == ["Urges B", "Urges A", ""]


def test_a_file_whose_bytes_became_those_of_another_document_is_looked_at(db: Database) -> None:
    read(db, "/a.txt", "Urges A", symbol="A/RES/79/1")
    read(db, "/b.txt", "Urges B", symbol="A/RES/79/2")
    assert not store.is_current(db, "/a.txt", "Urges B", "r1")
    assert read(db, "/a.txt", "Urges B", symbol="A/RES/79/2").left == ("A/RES/79/1",)


# --- Texts without a symbol -------------------------------------------------------------------------------


@pytest.fixture
def drafts(tmp_path: Path) -> dict[str, Path]:
    files = {name: tmp_path / name / "draft.txt" for name in ("north", "south", "east")}
    for file in files.values():
        file.parent.mkdir()
        file.touch()
    return files


def test_two_texts_of_one_name_are_told_apart_by_their_folders(db: Database, drafts: dict[str, Path]) -> None:
    warned = "it is kept as file:draft"
    for name, file in drafts.items():
        saved = read(db, file, f"Urges {name}", symbol="file:draft", warnings=(warned,))
        assert (saved.outcome, saved.rival) == (Outcome.NEW, None)
        assert saved.document.warnings == (f"it is kept as {saved.document.symbol}",)
    assert symbols(db) == ["file:draft", "file:east/draft", "file:south/draft"]
    (row,) = queries.provisions(db.conn, Filter(documents=("file:south/draft",)))
    assert row.id == "file:south/draft#1.1"


def test_a_text_keeps_its_name_when_it_changes(db: Database, drafts: dict[str, Path]) -> None:
    read(db, drafts["north"], "Urges north", symbol="file:draft")
    read(db, drafts["south"], "Urges south", symbol="file:draft")
    store.remove(db, "file:draft")
    saved = read(db, drafts["south"], "Urges more", symbol="file:draft")
    assert (saved.outcome, saved.document.symbol) == (Outcome.CHANGED, "file:south/draft")


def test_a_copy_of_a_text_is_no_second_document(db: Database, drafts: dict[str, Path]) -> None:
    read(db, drafts["north"], "Urges the same", symbol="file:draft")
    assert read(db, drafts["south"], "Urges the same", symbol="file:draft").outcome is Outcome.UNCHANGED
    assert symbols(db) == ["file:draft"]


def test_a_text_that_moved_leaves_its_name(db: Database, drafts: dict[str, Path], tmp_path: Path) -> None:
    read(db, drafts["north"], "Urges all", symbol="file:draft")
    moved = drafts["north"].rename(tmp_path / "final.txt")
    saved = read(db, moved, "Urges all", symbol="file:final", rules="r2")
    assert saved.left == ("file:draft",)
    assert symbols(db) == ["file:final"]


def test_texts_of_one_name_in_one_folder_are_told_apart_too(db: Database, drafts: dict[str, Path]) -> None:
    file = drafts["north"]
    files = [file, *(file.with_suffix(ending) for ending in (".docx", ".pdf", ".html"))]
    for each in files:
        each.touch()
        read(db, each, f"Urges {each.suffix}", symbol="file:draft")
    assert len(symbols(db)) == 4
    assert symbols(db)[:2] == ["file:draft", "file:north/draft"]
