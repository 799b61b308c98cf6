"""A filter as conditions in SQL: the one place where its fields meet columns."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from db.filters import Filter
from db.topic import match


@dataclass
class Conditions:
    """Conditions joined by AND, with their parameters in order."""

    parts: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, part: str, *values: Any) -> None:
        self.parts.append(part)
        self.values.extend(values)

    def among(self, expression: str, values: Iterable[Any]) -> None:
        """``expression`` is one of ``values``; no condition if there are none."""
        if chosen := list(values):
            self.add(f"{expression} IN (SELECT value FROM json_each(?))", json.dumps(chosen))

    @property
    def sql(self) -> str:
        return " AND ".join(self.parts) or "1"


def on_documents(filter: Filter) -> Conditions:
    """The conditions of ``filter`` on the table ``documents``."""
    conditions = Conditions()
    conditions.among("documents.symbol", filter.documents)
    conditions.among("documents.organ", filter.organs)
    if filter.sessions:
        ranges = " OR ".join("documents.session_number BETWEEN ? AND ?" for _ in filter.sessions)
        conditions.add(f"({ranges})", *(bound for pair in filter.sessions for bound in pair))
    if filter.since:
        conditions.add("documents.date >= ?", filter.since)
    if filter.until:
        conditions.add("documents.date BETWEEN '0' AND ?", filter.until)
    return conditions


def on_provisions(filter: Filter) -> Conditions:
    """The conditions of ``filter`` on the table ``provisions`` and what hangs on it."""
    conditions = Conditions()
    _add_actors(conditions, filter)
    conditions.among("provisions.verb", filter.verbs)
    conditions.among("provisions.strength", filter.strengths)
    conditions.among("provisions.kind", filter.kinds)
    if filter.paragraphs:
        covers = "(provisions.paragraph = ? OR provisions.paragraph GLOB ?)"
        labels = [bound for label in filter.paragraphs for bound in (label, f"{_literal(label)}(*")]
        conditions.add("(" + " OR ".join(covers for _ in filter.paragraphs) + ")", *labels)
    if filter.due_after:
        conditions.add("provisions.due_date >= ?", filter.due_after)
    if filter.due_before:
        conditions.add("provisions.due_date BETWEEN '0' AND ?", filter.due_before)
    for column, wanted in (("due", filter.due), ("review", filter.review)):
        if wanted is not None:
            conditions.add(f"provisions.{column} {'<>' if wanted else '='} ''")
    if filter.report is not None:
        conditions.add("provisions.report" if filter.report else "NOT provisions.report")
    if filter.qualifiers:
        conditions.add(
            "provisions.key IN (SELECT provision FROM provision_qualifiers "
            "WHERE type IN (SELECT value FROM json_each(?)))",
            json.dumps(filter.qualifiers),
        )
    if filter.topic:
        conditions.add(
            "provisions.key IN (SELECT rowid FROM provisions_fts WHERE provisions_fts MATCH ?)",
            match(filter.topic) or '""',
        )
    return conditions


ACTORS_OF_GROUPS = "SELECT id FROM actors WHERE actor_group IN (SELECT value FROM json_each(?))"
ACTORS_WITHIN = """WITH RECURSIVE below(id) AS (SELECT value FROM json_each(?)
    UNION SELECT actors.id FROM actors JOIN below ON actors.parent = below.id) SELECT id FROM below"""


def _add_actors(conditions: Conditions, filter: Filter) -> None:
    for chosen, actors in (
        (filter.actors, "SELECT value FROM json_each(?)"),
        (filter.groups, ACTORS_OF_GROUPS),
        (filter.within, ACTORS_WITHIN),
    ):
        if chosen:
            conditions.add(
                f"provisions.key IN (SELECT provision FROM provision_actors WHERE actor IN ({actors}))",
                json.dumps(chosen),
            )


def _literal(text: str) -> str:
    """``text`` for GLOB, its own wildcards taken literally."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in text)
