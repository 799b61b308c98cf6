"""What goes wrong with files, done for real: nothing is lost, and one sentence says what to do."""

from __future__ import annotations

import multiprocessing
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from register_samples import document, provision
from sqlite_utils import Migrations

from db import migrations, names, queries, register, store
from db.filters import Filter
from db.register import RegisterError

fork = multiprocessing.get_context("fork")


def save(path: Path, name: str, provisions: int = 4) -> None:
    """Save a document, called by ``name``, as ingest does."""
    symbol = f"A/RES/80/{name}"
    found = tuple(provision(symbol, str(n), "urge", "unodc") for n in range(1, provisions + 1))
    db = register.open_to_write(path)
    try:
        store.save(db, document(symbol, found), found, rules="r1")
    finally:
        register.close(db)


def save_many(path: Path, writer: str, documents: int, provisions: int = 4) -> None:
    for number in range(documents):
        save(path, f"{writer}{number}", provisions)


def in_child(work: Callable[[], Any]) -> str:
    """What ``work`` says, done in a process of its own: "" or the sentence of its RegisterError."""
    receiver, sender = fork.Pipe(duplex=False)

    def run() -> None:
        try:
            work()
            sender.send("")
        except RegisterError as error:
            sender.send(str(error))

    child = fork.Process(target=run)
    child.start()
    child.join(60)
    assert child.exitcode == 0
    return receiver.recv()


def counts(path: Path) -> tuple[int, int]:
    """How many documents and provisions a register holds; fails if it is not sound."""
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
        conn.execute("INSERT INTO provisions_fts (provisions_fts, rank) VALUES ('integrity-check', 1)")
        conn.rollback()
    with closing(register.open_to_read(path)) as conn:
        return len(queries.documents(conn, Filter())), queries.count(conn, Filter())


def test_two_writers_at_once_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    writers = [fork.Process(target=save_many, args=(path, name, 15)) for name in "xyz"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    assert counts(path) == (45, 180)


def test_a_reader_during_a_write_sees_the_register_as_it_was(path: Path) -> None:
    db = register.open_to_write(path)
    with closing(register.open_to_read(path)) as reader:
        before = queries.count(reader, Filter())
        with register.transaction(db) as conn:
            conn.execute("DELETE FROM provisions")
            assert queries.count(reader, Filter()) == before
        assert queries.count(reader, Filter()) == 0
    register.close(db)


def test_an_answer_being_read_is_not_disturbed_by_a_write(path: Path) -> None:
    with closing(register.open_to_read(path)) as reader:
        answer = queries.provisions(reader, Filter())
        first = next(answer)
        save(path, "1")
        assert len([first, *answer]) == 6


def test_killed_at_any_moment_the_register_holds_whole_documents(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    save(path, "0", provisions=50)
    for attempt in range(8):
        writer = fork.Process(target=lambda n=attempt: [save(path, f"k{n}-{i}", 50) for i in range(1000)])
        writer.start()
        time.sleep(random.Random(attempt).uniform(0.05, 0.4))
        os.kill(writer.pid or 0, signal.SIGKILL)
        writer.join()
        documents, provisions = counts(path)
        assert provisions == documents * 50
    save(path, "after", provisions=50)
    documents, provisions = counts(path)
    assert provisions == documents * 50 > 100


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    save(path, "0", 80)

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        limit = path.stat().st_size + 200_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        save_many(path, "full", 1_000, 80)

    sentence = in_child(work)
    assert sentence.startswith(f"{path} cannot be read or written (disk error or full)")
    documents, provisions = counts(path)
    assert provisions == documents * 80 > 80
    save(path, "after", 80)
    assert counts(path) == (documents + 1, provisions + 80)


SMALL_DISK = """
from pathlib import Path
import test_register_trouble as here
here.fill_the_disk(Path({folder!r}))
"""


def fill_the_disk(folder: Path) -> None:
    """Fill a small disk with documents, then make room: run in a place where ``folder`` is that disk."""
    path, ballast = folder / "register.db", folder / "ballast"
    save(path, "0", 80)
    ballast.write_bytes(bytes(500_000))
    with pytest.raises(RegisterError, match=r"register.db cannot grow: the disk is full; nothing was lost"):
        save_many(path, "full", 1_000, 80)
    ballast.unlink()
    documents, provisions = counts(path)
    assert provisions == documents * 80 > 80
    save(path, "after", 80)
    assert counts(path) == (documents + 1, provisions + 80)


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    script = SMALL_DISK.format(folder=str(tmp_path))
    mounted = f'mount -t tmpfs -o size=3m tmpfs "{tmp_path}"'
    unshare = shutil.which("unshare") or "false"
    if subprocess.run([unshare, "-rm", "sh", "-c", mounted], capture_output=True).returncode:
        pytest.skip("needs the right to mount a small disk in a namespace of its own (unshare -rm)")
    inside = [unshare, "-rm", "sh", "-c", f'{mounted} && exec "$0" -c "$1"', sys.executable, script]
    done = subprocess.run(inside, cwd=Path(__file__).parent, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr


def test_a_register_that_may_not_grow_says_that_the_disk_is_full(path: Path) -> None:
    db = register.open_to_write(path)
    pages = db.conn.execute("PRAGMA page_count").fetchone()[0]
    db.conn.execute(f"PRAGMA max_page_count = {pages}")
    found = tuple(provision("A/RES/1/1", str(n), "urge", "unodc", text="word " * 900) for n in range(99))
    with pytest.raises(RegisterError, match="the disk is full; nothing was lost"):
        store.save(db, document("A/RES/1/1", found), found, rules="r1")
    register.close(db)
    assert counts(path) == (3, 6)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that other users may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def as_nobody(work: Callable[[], Any]) -> str:
    """What ``work`` says when it is done by a user who does not own the files."""

    def run() -> None:
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        work()

    return in_child(run)


def test_a_read_only_register_is_read_but_not_written(shared: Path) -> None:
    path = shared / "register.db"
    save(path, "0")
    path.chmod(0o444)
    shared.chmod(0o555)
    try:
        sentence = as_nobody(lambda: save(path, "1"))
        assert sentence == f"{path} cannot be written; make file and folder writable or choose another --db"

        def read() -> None:
            with closing(register.open_to_read(path)) as conn:
                assert queries.count(conn, Filter()) == 4

        assert as_nobody(read) == ""
    finally:
        shared.chmod(0o755)


def test_a_folder_that_is_closed_to_us(shared: Path) -> None:
    shared.chmod(0o555)
    try:
        sentence = as_nobody(lambda: register.open_to_write(shared / "new" / "register.db"))
        assert sentence == f"{shared}/new/register.db cannot be used: permission denied"
        sentence = as_nobody(lambda: register.open_to_write(shared / "register.db"))
        assert "cannot be opened; check that its folder exists and is yours to write" in sentence
    finally:
        shared.chmod(0o755)


def test_no_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"^no register at .+; make one with: mandates ingest FOLDER$"):
        register.open_to_read(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_folder_in_place_of_a_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="cannot be opened"):
        register.open_to_write(tmp_path)


@pytest.mark.parametrize("opening", [register.open_to_read, register.open_to_write])
def test_a_file_that_is_no_database(tmp_path: Path, opening: Callable[[Path], Any]) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Notes of a meeting. " * 500)
    with pytest.raises(RegisterError, match=r"notes.txt is not a register \(not an SQLite database\)"):
        opening(path)
    assert path.read_text().startswith("Notes of a meeting.")


@pytest.mark.parametrize("opening", [register.open_to_read, register.open_to_write])
def test_a_database_of_another_program(tmp_path: Path, opening: Callable[[Path], Any]) -> None:
    path = tmp_path / "bookmarks.sqlite"
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE bookmarks (address TEXT)")
    before = path.read_bytes()
    with pytest.raises(RegisterError, match="another SQLite database, not a register"):
        opening(path)
    assert path.read_bytes() == before


def test_a_corrupt_page_is_told_in_a_sentence(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        size = conn.execute("PRAGMA page_size").fetchone()[0]
        roots = [
            row[0]
            for row in conn.execute("SELECT rootpage FROM sqlite_master WHERE name LIKE '%provisions%'")
        ]
    with path.open("r+b") as file:
        for root in filter(None, roots):
            file.seek((root - 1) * size)
            file.write(b"\xff" * size)
    with closing(register.open_to_read(path)) as conn:
        for question in (
            lambda: list(queries.provisions(conn, Filter())),
            lambda: queries.count(conn, Filter(verbs=("urge",))),
            lambda: queries.documents(conn, Filter()),
            lambda: queries.facets(conn, Filter(), "verb"),
            lambda: names.verbs(conn),
        ):
            with pytest.raises(RegisterError, match="is damaged; restore it from a backup"):
                question()
    with pytest.raises(RegisterError, match="is damaged"):
        save(path, "1")


def test_a_truncated_register_is_told_in_a_sentence(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(RegisterError, match="is damaged"), closing(register.open_to_read(path)) as conn:
        queries.count(conn, Filter())


@pytest.mark.parametrize("opening", [register.open_to_read, register.open_to_write])
def test_a_newer_register_is_refused(path: Path, opening: Callable[[Path], Any]) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA user_version = 99")
    with pytest.raises(
        RegisterError, match=r"made by a newer version of mandates \(schema 99, .*\); upgrade"
    ):
        opening(path)


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Turn this program into its next version, whose schema has one migration more."""

    def install(*statements: str) -> None:
        future = Migrations("mandates")
        future()(migrations.m001_register)
        future()(migrations.m002_accounts)

        @future()
        def m003_next(db: Any) -> None:
            for statement in (*statements, "PRAGMA user_version = 3"):
                db.execute(statement)

        monkeypatch.setattr(migrations, "migrations", future)
        monkeypatch.setattr(register, "SCHEMA", 3)

    return install


@pytest.mark.parametrize("opening", [register.open_to_read, register.open_to_write])
def test_an_older_register_is_upgraded_after_a_backup(
    path: Path, next_version: Callable[..., None], opening: Callable[[Path], Any]
) -> None:
    next_version("ALTER TABLE documents ADD COLUMN language TEXT NOT NULL DEFAULT 'en'")
    register.close(opening(path))
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("SELECT DISTINCT language FROM documents").fetchall() == [("en",)]
        assert conn.execute("PRAGMA user_version").fetchone() == (3,)
    with closing(sqlite3.connect(path.with_name("register.db.v2-backup"))) as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (2,)
        assert backup.execute("SELECT count(*) FROM provisions").fetchone() == (6,)
    assert not list(path.parent.glob("*.part"))


def test_an_upgrade_that_fails_leaves_the_register_as_it_was(
    path: Path, next_version: Callable[..., None]
) -> None:
    next_version("DROP VIEW mandates", "ALTER TABLE nowhere ADD COLUMN language")
    with pytest.raises(RegisterError, match="no such table: nowhere"):
        register.open_to_write(path)
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (2,)
        assert conn.execute("SELECT count(*) FROM mandates").fetchone()[0] > 0


def test_an_older_register_that_may_not_be_written_says_that_it_is_older(
    shared: Path, next_version: Callable[..., None]
) -> None:
    path = shared / "register.db"
    save(path, "0")
    next_version("SELECT 1")
    path.chmod(0o444)
    shared.chmod(0o555)
    try:
        sentence = as_nobody(lambda: register.open_to_read(path))
    finally:
        shared.chmod(0o755)
    assert sentence.startswith("an older version of mandates made this register; to upgrade it: ")
    assert "cannot be" in sentence


def test_a_writer_that_waits_too_long_says_why(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "BUSY_SECONDS", 0.1)
    db = register.open_to_write(path)
    with register.transaction(db), pytest.raises(RegisterError, match="is being written by another program"):
        save(path, "1")
    register.close(db)
    with suppress(FileNotFoundError):
        assert counts(path) == (3, 6)
