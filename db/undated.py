"""What an answer about days of adoption cannot place: documents of which no day is known, counted."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from db.conditions import Condition
from db.filters import Filter
from db.plan import plan
from db.queries import documents
from db.register import trouble

_NO_DAY = Condition("documents.date = ''")
_NOTHING = Condition("documents.first_day = ''")


@dataclass(frozen=True, slots=True)
class Undated:
    """``spanned``: how many rows of the answer are of documents of which only the year or the session is
    known. ``left_out``: how many documents are not in it since nothing is known of when they were adopted.
    """

    spanned: int = 0
    left_out: int = 0


def undated(conn: sqlite3.Connection, filter: Filter) -> Undated:
    """Of an answer whose rows are provisions; nothing where ``filter`` does not ask for days."""
    if not (filter.since or filter.until):
        return Undated()
    others = replace(filter, since="", until="")
    return Undated(
        _count(conn, filter, "*", _NO_DAY), _count(conn, others, "DISTINCT documents.number", _NOTHING)
    )


def undated_documents(conn: sqlite3.Connection, filter: Filter) -> Undated:
    """Of an answer whose rows are documents, or parts of documents; ``spanned`` counts documents."""
    if not (filter.since or filter.until):
        return Undated()
    others = replace(filter, since="", until="")
    return Undated(
        sum(not row.date for row in documents(conn, filter)),
        sum(not row.first_day for row in documents(conn, others)),
    )


def _count(conn: sqlite3.Connection, filter: Filter, what: str, of_documents: Condition) -> int:
    with trouble(conn):
        chosen = plan(conn, filter, what, of_documents)
        sql = f"SELECT count({what}) FROM {chosen.source} WHERE {chosen.where}"
        return int(conn.execute(sql, chosen.values).fetchone()[0])
