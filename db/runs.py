"""Runs of ingest and refresh: what each did, and what changed for whom since then."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.history import now
from db.register import transaction, trouble

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents a run found new, changed, unchanged, failed; and provisions it wrote."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    provisions: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """One run. ``finished`` is "" while it goes on, or where it was killed. Times are UTC, ISO."""

    run: int
    command: str
    started: str
    finished: str
    counts: Counts
    errors: tuple[str, ...]


def start(db: Database, command: str) -> int:
    """Note that a run of ``command`` ("ingest", "refresh") starts; its number."""
    with transaction(db) as conn:
        row = conn.execute(
            "INSERT INTO runs (command, started) VALUES (?, ?) RETURNING run", (command, now())
        ).fetchone()
    return int(row["run"])


def finish(db: Database, run: int, counts: Counts, errors: Sequence[str] = ()) -> None:
    """Note what a run did, and one line for each file that failed."""
    with transaction(db) as conn:
        conn.execute(
            """UPDATE runs SET finished = ?, new = ?, changed = ?, unchanged = ?, failed = ?, provisions = ?,
            errors = ? WHERE run = ?""",
            (
                *(now(), counts.new, counts.changed, counts.unchanged, counts.failed, counts.provisions),
                *(json.dumps(list(errors), ensure_ascii=False), run),
            ),
        )


def runs(conn: sqlite3.Connection, limit: int | None = None) -> list[Run]:
    """The runs, latest first."""
    with trouble(conn):
        rows = conn.execute("SELECT * FROM runs ORDER BY run DESC LIMIT ?", (-1 if limit is None else limit,))
        return [
            Run(
                row["run"],
                row["command"],
                row["started"],
                row["finished"] or "",
                Counts(row["new"], row["changed"], row["unchanged"], row["failed"], row["provisions"]),
                tuple(json.loads(row["errors"])),
            )
            for row in rows
        ]
