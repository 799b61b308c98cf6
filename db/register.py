"""Opening the register, and saying in one sentence what is wrong when it cannot be used.

Reading goes through the standard library's ``sqlite3``; sqlite-utils is imported only by those who
write, since its import costs more than most answers.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    import sqlite_utils

SCHEMA = 2  # the number of migrations in db.migrations; kept in PRAGMA user_version
CACHE_KILOBYTES = 64_000
BUSY_SECONDS = 30.0  # how long one writer waits for another


TROUBLES = {
    sqlite3.SQLITE_BUSY: "is being written by another program; try again when that has finished",
    sqlite3.SQLITE_LOCKED: "is being written by another program; try again when that has finished",
    sqlite3.SQLITE_READONLY: "cannot be written; make file and folder writable or choose another --db",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full; nothing was lost, make room and run this again",
    sqlite3.SQLITE_IOERR: "cannot be read or written (disk error or full); check the disk, run this again",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a backup, or move it away and ingest again",
    sqlite3.SQLITE_NOTADB: "is not a register (not an SQLite database); choose another --db",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder exists and is yours to write",
    sqlite3.SQLITE_PERM: "cannot be opened: permission denied",
}


class RegisterError(Exception):
    """The register cannot be used. ``str()`` is one sentence: which file, what is wrong, what to do."""


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open the register at ``path`` for questions only; rows come as ``sqlite3.Row``.

    A register of an older version is upgraded first, after a backup copy beside it. Raises RegisterError
    if there is no register, or if it is of a newer version, damaged or not readable.
    """
    if not path.is_file():
        raise RegisterError(f"no register at {path}; make one with: mandates ingest FOLDER")
    with trouble(path):
        connection = _connect_read_only(path)
        version = _version(connection, path)
    if version < SCHEMA:
        connection.close()
        try:
            close(open_to_write(path))
        except RegisterError as error:
            older = "an older version of mandates made this register; to upgrade it"
            raise RegisterError(f"{older}: {error}") from error
        connection = _connect_read_only(path)
    return connection


def open_to_write(path: Path) -> sqlite_utils.Database:
    """Open the register at ``path`` for writing; make the folder and the file where they are missing.

    Another writer is waited for; readers go on undisturbed (write-ahead log). An older register is
    upgraded, after a backup copy beside it. Raises RegisterError if it cannot be written, is damaged
    or is of a newer version.
    """
    import sqlite_utils

    from db import migrations

    with trouble(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
        connection.row_factory = sqlite3.Row
        version = _version(connection, path)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = OFF")  # as migrations want it
    database = sqlite_utils.Database(connection, recursive_triggers=False)
    if version < SCHEMA:
        _write_ahead(connection)
        with transaction(database):
            version = _version(connection, path)  # another program may have upgraded it in the meantime
            if 0 < version < SCHEMA:
                _back_up(path, version)
            migrations.upgrade(database)
    connection.execute("PRAGMA foreign_keys = ON")
    return database


def close(register: sqlite3.Connection | sqlite_utils.Database) -> None:
    """Close what ``open_to_read`` or ``open_to_write`` returned."""
    connection = register if isinstance(register, sqlite3.Connection) else register.conn
    with trouble(_path_of(connection)):
        connection.close()


@contextmanager
def transaction(database: sqlite_utils.Database) -> Iterator[sqlite3.Connection]:
    """One transaction: everything in it is written, or nothing. Waits for another writer at its start."""
    connection = database.conn
    with trouble(connection):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def trouble(path: Path | sqlite3.Connection) -> Iterator[None]:
    """Turn what SQLite and the operating system raise into a RegisterError that names the file."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        where = _path_of(path) if isinstance(path, sqlite3.Connection) else path
        raise RegisterError(_sentence(error, where)) from error


def _connect_read_only(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    if not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        address += "&immutable=1"  # on a read-only disk there is no room for SQLite's lock files
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
    return connection


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of the register, 0 for a new file; RegisterError if we cannot use it."""
    # One statement, so one snapshot: another program may be making this register at this moment.
    version, used = connection.execute(
        "SELECT user_version, EXISTS (SELECT 1 FROM sqlite_master) FROM pragma_user_version"
    ).fetchone()
    if not version and used:
        raise RegisterError(f"{path} is another SQLite database, not a register; choose another --db")
    if version > SCHEMA:
        raise RegisterError(
            f"{path} was made by a newer version of mandates (schema {version}, this one knows {SCHEMA}); "
            "upgrade mandates to use it"
        )
    return version


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers and a writer go on side by side; the file remembers it."""
    with trouble(connection):
        for _ in range(int(BUSY_SECONDS * 10)):  # SQLite does not wait for another that does the same
            with suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA journal_mode = WAL")
                return
            sleep(0.1)
        connection.execute("PRAGMA journal_mode = WAL")


def _back_up(path: Path, version: int) -> None:
    """Copy the register to ``register.db.v1-backup`` beside it, whole or not at all."""
    final = path.with_name(f"{path.name}.v{version}-backup")
    partial = final.with_name(final.name + ".part")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as register, closing(sqlite3.connect(partial)) as copy:
        register.backup(copy)
    partial.replace(final)


def _path_of(connection: sqlite3.Connection) -> Path:
    with suppress(sqlite3.Error, TypeError):
        return Path(connection.execute("PRAGMA database_list").fetchone()[2])
    return Path("the register")


def _sentence(error: Exception, path: Path) -> str:
    """What a person should read for an error of SQLite or of the operating system."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in TROUBLES:
        return f"{path} {TROUBLES[code]}"
    if isinstance(error, OSError):
        return f"{path} cannot be used: {(error.strerror or str(error)).lower()}"
    return f"{path} cannot be used: {error}"
