"""Whether a register is sound, and what is in it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from db.register import trouble


@dataclass(frozen=True, slots=True)
class Health:
    """``damage``: what SQLite finds wrong. ``last_refresh``: when one finished, UTC, or "".

    ``to_read_again``: how many documents an earlier version read, which kept no notes. ``nameless``: files
    without a symbol of which that version kept only one, under ""; ``kept``: that one, "" if there is none.
    """

    documents: int
    provisions: int
    damage: tuple[str, ...]
    last_refresh: str
    to_read_again: int
    nameless: tuple[str, ...]
    kept: str


def health(conn: sqlite3.Connection) -> Health:
    """Examine the register. Takes seconds for a large one. Raises RegisterError."""
    with trouble(conn):
        found = [row[0] for row in conn.execute("PRAGMA quick_check(5)")]
        damage = [] if found == ["ok"] else found
        kept = conn.execute("SELECT source FROM documents WHERE symbol = ''").fetchone()
        damage += [
            f"{row[0]}: row {row[1]} points to nothing" for row in conn.execute("PRAGMA foreign_key_check")
        ]
        return Health(
            conn.execute("SELECT count(*) FROM documents").fetchone()[0],
            conn.execute("SELECT count(*) FROM provisions").fetchone()[0],
            tuple(damage[:5]),
            conn.execute("SELECT max(finished) FROM runs WHERE command = 'refresh'").fetchone()[0] or "",
            conn.execute("SELECT count(*) FROM documents WHERE rules = '' AND symbol <> ''").fetchone()[0],
            tuple(row[0] for row in conn.execute(_NAMELESS)),
            kept[0] if kept else "",
        )


# Files that have since been read under a name of their own are no more among them, nor is any once a person
# has taken out the one that was kept.
_NAMELESS = """SELECT DISTINCT source FROM versions WHERE symbol = '' AND sha256 <> ''
    AND source NOT IN (SELECT source FROM versions WHERE symbol <> '')
    AND source NOT IN (SELECT source FROM other_files)
    AND NOT EXISTS (SELECT 1 FROM versions AS gone JOIN runs ON runs.run = gone.run
        WHERE gone.symbol = '' AND gone.sha256 = '' AND runs.command = 'forget')
    ORDER BY source"""
