"""How a question is put to SQLite, so that its first rows come at once in a register of any size.

Left alone, SQLite collects everything that meets a condition before it looks at the next one. Here one
condition, the rarest, *finds* rows and the others *check* them. Where even the rarest is met often, rows
are found in the order of their key, which is the reading order, so that SQLite stops at the limit.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from db.conditions import Condition, conditions
from db.filters import Filter

FEW = 4_000  # so many rows can be found and sorted in a moment
COUNTED = 20_000  # how far conditions are counted to see which is rarer


@dataclass(frozen=True, slots=True)
class Plan:
    """``FROM {source} WHERE {where}`` with ``values``: rows of ``provisions`` and ``documents``.

    ``ORDER BY {key}`` is the reading order.
    """

    source: str
    where: str
    values: tuple[Any, ...]
    key: str


def plan(conn: sqlite3.Connection, filter: Filter) -> Plan:
    """The plan for the provisions that ``filter`` describes."""
    wanted = conditions(filter)
    finder = _rarest(conn, wanted)
    checks = [condition for condition in wanted if condition is not finder]
    rest = [*checks, Condition("1")]
    where = " AND ".join(condition.check for condition in rest)
    values = tuple(value for condition in rest for value in condition.values)
    if finder is None:
        return Plan(f"provisions NOT INDEXED {_DOCUMENTS}", where, values, "provisions.key")
    source = f"({finder.find}) AS found CROSS JOIN provisions ON provisions.key = found.key {_DOCUMENTS}"
    return Plan(source, where, (*finder.values, *values), "found.key")


_DOCUMENTS = "CROSS JOIN documents ON documents.number = provisions.document"


def _rarest(conn: sqlite3.Connection, wanted: list[Condition]) -> Condition | None:
    """The condition that should find the rows; None to walk through all provisions in order."""
    finders = [condition for condition in wanted if condition.find]
    counts = {id(finder): _count(conn, finder) for finder in finders}
    rarest = min(finders, key=lambda finder: counts[id(finder)], default=None)
    if rarest is None or rarest.ordered or counts[id(rarest)] < FEW:
        return rarest
    ordered = [finder for finder in finders if finder.ordered]
    return min(ordered, key=lambda finder: counts[id(finder)], default=None)


def _count(conn: sqlite3.Connection, finder: Condition) -> int:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM ({finder.find}) LIMIT {COUNTED if finder.ordered else FEW})"
    return int(conn.execute(sql, finder.values).fetchone()[0])
