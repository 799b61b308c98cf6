"""The versions of a document: every one is kept, with its provisions once another took its place."""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

from db import queries
from db.filters import Filter
from db.register import trouble
from db.rows import ProvisionRow
from documents.document import Document

Snapshot = list[dict[str, Any]]

# What a person would call a change; not where it stands on the page, nor why the rules saw it so.
COMPARED = [
    field.name
    for field in fields(ProvisionRow)
    if field.name not in ("source", "page", "start", "end", "review", "evidence")
]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document, as a file and rules gave it. ``run`` is None outside a run.

    A withdrawal is a version without ``sha256``.
    """

    version: int
    symbol: str
    sha256: str
    source: str
    reader: str
    rules: str
    read_at: str  # UTC, ISO
    run: int | None
    title: str
    date: str
    provisions: int


def versions(conn: sqlite3.Connection, symbol: str) -> list[Version]:
    """The versions of a document in the order they were ingested; the last one is shown."""
    columns = ", ".join(field.name for field in fields(Version))
    with trouble(conn):
        rows = conn.execute(f"SELECT {columns} FROM versions WHERE symbol = ? ORDER BY version", (symbol,))
        return [Version(*row) for row in rows]


def provisions_of(conn: sqlite3.Connection, version: Version) -> Snapshot:
    """The provisions of a version, as dictionaries of the fields in ``COMPARED``."""
    with trouble(conn):
        row = conn.execute("SELECT snapshot FROM versions WHERE version = ?", (version.version,)).fetchone()
        if row["snapshot"] is None:
            return snapshot(conn, version.symbol)
    return json.loads(zlib.decompress(row["snapshot"]))


def snapshot(conn: sqlite3.Connection, symbol: str) -> Snapshot:
    """The provisions that the register shows of a document, in the order of its text."""
    rows = queries.provisions(conn, Filter(documents=(symbol,)), sort="symbol")
    return [{name: _plain(getattr(row, name)) for name in COMPARED} for row in rows]


def keep_snapshot(conn: sqlite3.Connection, held: sqlite3.Row, provisions: Snapshot) -> None:
    """Keep the provisions of the version in ``held`` (a row of ``documents``) as another takes its place."""
    packed = zlib.compress(json.dumps(provisions, ensure_ascii=False).encode())
    conn.execute(
        """UPDATE versions SET snapshot = ? WHERE version =
        (SELECT max(version) FROM versions WHERE symbol = ? AND sha256 = ? AND snapshot IS NULL)""",
        (packed, held["symbol"], held["sha256"]),
    )


def add(conn: sqlite3.Connection, document: Document, rules: str, run: int | None, provisions: int) -> None:
    """Note a new version of a document, read now."""
    _insert(
        conn,
        *(document.symbol, document.sha256, document.source, document.reader, rules, now(), run),
        *(document.title, document.date, provisions, None),
    )


def withdraw(conn: sqlite3.Connection, held: sqlite3.Row, run: int) -> None:
    """Note that the document in ``held`` (a row of ``documents``) was taken out of the register."""
    nothing = zlib.compress(b"[]")
    _insert(
        conn,
        *(held["symbol"], "", held["source"], "", "", now(), run, held["title"], held["date"], 0, nothing),
    )


def _insert(conn: sqlite3.Connection, *values: Any) -> None:
    conn.execute(
        """INSERT INTO versions
        (symbol, sha256, source, reader, rules, read_at, run, title, date, provisions, snapshot)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        values,
    )


def now() -> str:
    """The time as the register writes it: UTC, ISO, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
