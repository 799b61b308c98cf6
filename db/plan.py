"""How a question is put to SQLite, so that its first rows come at once in a register of any size.

Left alone, SQLite collects everything that meets one condition before it looks at the next. Here one
condition, the rarest, *finds* rows and the others *check* them. Where even the rarest is met often, rows
are found in the order of their key, which is the reading order, so that SQLite stops at the limit.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from db.conditions import Condition, conditions
from db.filters import Filter
from db.order import EVERYTHING, Stretch, stretches

FEW = 20_000  # so many rows can be found and sorted in a moment


@dataclass(frozen=True, slots=True)
class Plan:
    """``FROM {source} WHERE {where}`` with ``values``: the provisions that are asked for.

    ``key`` is the column of their keys, and the one to order by for the reading order; all keys lie in
    ``stretches``, one after the other.
    """

    source: str
    where: str
    values: tuple[Any, ...]
    key: str
    stretches: list[Stretch]

    def keys(self, conn: sqlite3.Connection, order: str, limit: int | None, offset: int = 0) -> Iterator[int]:
        """The keys of the rows, by an ``ORDER BY`` expression, in which ``{key}`` is the reading order.

        ``order`` "" is for those who only count: any order.
        """
        in_order = order in ("", "{key}")
        sql = (
            f"SELECT {self.key} FROM {self.source} WHERE {self.where} AND {self.key} >= ? AND {self.key} < ?"
        )
        if order:
            sql += f" ORDER BY {order.format(key=self.key)}"
        left = -1 if limit is None else limit + offset
        found = 0
        for low, high in self.stretches if in_order else [EVERYTHING]:
            for (key,) in conn.execute(f"{sql} LIMIT ?", (*self.values, low, high, left)):
                found += 1
                if found > offset:
                    yield key
            left = left if limit is None else limit + offset - found
            if left == 0:
                return


def plan(conn: sqlite3.Connection, filter: Filter, using: str = "", *of_documents: Condition) -> Plan:
    """The plan for the provisions that ``filter`` describes and whose documents meet other conditions too.

    ``using`` is what the caller says in SQL of the tables ``provisions`` and ``documents``; they are
    joined only where it or the filter names them.
    """
    finder, checks = _shared_out(conn, conditions(filter, *of_documents))
    key = "found.key" if finder else "provisions.key"
    where = " AND ".join(["1", *(check.check.format(key=key) for check in checks)])
    named = where + using
    source = "provisions" if using else "provisions NOT INDEXED"
    if finder:
        source = f"({finder.find}) AS found"
        if "provisions." in named or "documents." in named:
            source += " CROSS JOIN provisions ON provisions.key = found.key"
    if "documents." in named:
        source += " CROSS JOIN documents ON documents.number = provisions.document"
    return Plan(
        source,
        where,
        tuple(value for part in [*([finder] if finder else []), *checks] for value in part.values),
        key,
        stretches(filter.strengths, filter.since, filter.until),
    )


def _shared_out(
    conn: sqlite3.Connection, wanted: list[Condition]
) -> tuple[Condition | None, list[Condition]]:
    """Which condition finds the rows, and which check them; none finds where all are met often."""
    finders = [condition for condition in wanted if condition.find]
    if len(finders) == 1 and finders[0].ordered:
        return _taken(finders[0], wanted)
    topic = next((finder for finder in finders if finder.full_text), None)
    counts = {finder: _count(conn, finder) for finder in finders if finder is not topic}
    rarest = min(counts, key=lambda finder: counts[finder], default=None)
    if topic:
        few = _listed(conn, rarest) if rarest and counts[rarest] < FEW else None
        return _taken(topic, [few if few and check is rarest else check for check in wanted])
    if rarest and counts[rarest] == FEW and not rarest.ordered:
        rarest = next((finder for finder in finders if finder.ordered), None)
    return _taken(rarest, wanted) if rarest else (None, wanted)


def _taken(finder: Condition, wanted: list[Condition]) -> tuple[Condition, list[Condition]]:
    return finder, [condition for condition in wanted if condition is not finder]


def _count(conn: sqlite3.Connection, finder: Condition) -> int:
    """How many rows a condition finds, at most ``FEW``."""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM ({finder.find}) LIMIT {FEW})"
    return int(conn.execute(sql, finder.values).fetchone()[0])


def _listed(conn: sqlite3.Connection, finder: Condition) -> Condition:
    """The same condition as a list of keys, which is quicker to check.

    The plus keeps SQLite from asking the full-text index for one key of the list after another.
    """
    keys = [row["key"] for row in conn.execute(finder.find, finder.values)]
    return Condition("+{key} IN (SELECT value FROM json_each(?))", (json.dumps(keys),))
