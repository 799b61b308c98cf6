"""A filter as conditions in SQL: the one place where its fields meet columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from db.filters import Filter
from db.topic import match


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition, in two forms: to check a row, and (where an index allows) to find the rows.

    ``check`` is an expression on a row of ``provisions`` and ``documents``; ``{key}`` in it is the key.
    ``find`` is a query for the keys of the provisions that meet it, "" where there is no index for it.
    ``ordered``: ``find`` yields every key in order. ``full_text``: checking takes long, finding does not.
    """

    check: str
    values: tuple[Any, ...] = ()
    find: str = ""
    ordered: bool = False
    full_text: bool = False


def conditions(filter: Filter, *of_documents: Condition) -> list[Condition]:
    """All conditions of ``filter``, and others ``of_documents``."""
    on_documents = [*document_conditions(filter), *of_documents]
    found = [
        *_topic(filter),
        *_actors(filter),
        *_qualifiers(filter),
        *_indexed("verb", filter.verbs),
        *_strengths(filter),
        *_indexed("kind", filter.kinds),
        *_paragraphs(filter),
        *_due(filter),
        *_flags(filter),
    ]
    return [*found, _together(on_documents)] if on_documents else found


def document_conditions(filter: Filter) -> list[Condition]:
    """The conditions of ``filter`` on documents alone; each checks a row of ``documents``."""
    found = [
        Condition(f"documents.{column} IN {LIST}", (json.dumps(values),))
        for column, values in (
            ("symbol", filter.documents),
            ("kind", filter.document_kinds),
            ("organ", filter.organs),
        )
        if values
    ]
    if filter.sessions:
        ranges = " OR ".join("documents.session_number BETWEEN ? AND ?" for _ in filter.sessions)
        found.append(Condition(f"({ranges})", tuple(bound for pair in filter.sessions for bound in pair)))
    if filter.since or filter.until:
        days = (filter.until or "9999", filter.since or "0")  # "": nothing is known of when it was adopted
        found.append(Condition("documents.first_day BETWEEN '0' AND ? AND documents.last_day >= ?", days))
    return found


LIST = "(SELECT value FROM json_each(?))"
ACTORS_OF_GROUPS = f"(SELECT id FROM actors WHERE actor_group IN {LIST})"
ACTORS_WITHIN = """(WITH RECURSIVE below(id) AS (
    SELECT value FROM json_each(?)
    UNION SELECT actors.id FROM actors JOIN below ON actors.parent = below.id
    ) SELECT id FROM below)"""


def _together(on_documents: list[Condition]) -> Condition:
    check = " AND ".join(condition.check for condition in on_documents)
    values = tuple(value for condition in on_documents for value in condition.values)
    return Condition(
        check,
        values,
        f"""SELECT provisions.key FROM documents CROSS JOIN provisions
        ON provisions.document = documents.number WHERE {check}""",
    )


def _topic(filter: Filter) -> Iterator[Condition]:
    if filter.topic:
        matches = "FROM provisions_fts WHERE provisions_fts MATCH ?"
        yield Condition(
            f"{{key}} IN (SELECT rowid {matches})",
            (match(filter.topic) or '""',),
            f"SELECT rowid AS key {matches}",
            ordered=True,
            full_text=True,
        )


def _actors(filter: Filter) -> Iterator[Condition]:
    for chosen, actors in (
        (filter.actors, LIST),
        (filter.groups, ACTORS_OF_GROUPS),
        (filter.within, ACTORS_WITHIN),
    ):
        if chosen:
            one = len(chosen) == 1 and chosen is filter.actors
            yield _part("provision_actors", "actor", "= ?" if one else f"IN {actors}", chosen, ordered=one)


def _qualifiers(filter: Filter) -> Iterator[Condition]:
    if filter.qualifiers:
        yield _part("provision_qualifiers", "type", f"IN {LIST}", filter.qualifiers, ordered=False)


def _part(table: str, column: str, test: str, chosen: tuple[str, ...], *, ordered: bool) -> Condition:
    """What hangs on a provision, in a table of its own."""
    return Condition(  # the plus keeps SQLite from looking up one actor after another
        f"EXISTS (SELECT 1 FROM {table} AS part WHERE provision = {{key}} AND +{column} {test})",
        (chosen[0] if ordered else json.dumps(chosen),),
        f"SELECT {'' if ordered else 'DISTINCT'} provision AS key FROM {table} WHERE {column} {test}",
        ordered,
    )


def _indexed(column: str, chosen: Iterable[str]) -> Iterator[Condition]:
    """A column of ``provisions`` with an index, whose entries of one value are in the order of the key."""
    if values := tuple(chosen):
        one = len(values) == 1
        test = f"{column} = ?" if one else f"{column} IN {LIST}"
        find = f"SELECT key FROM provisions INDEXED BY provisions_by_{column} WHERE {test}"
        yield Condition(f"provisions.{test}", (values[0] if one else json.dumps(values),), find, one)


def _strengths(filter: Filter) -> Iterator[Condition]:
    if filter.strengths:
        yield Condition(f"provisions.strength IN {LIST}", (json.dumps(filter.strengths),))


def _paragraphs(filter: Filter) -> Iterator[Condition]:
    if filter.paragraphs:
        covers = "(provisions.paragraph = ? OR substr(provisions.paragraph, 1, ?) = ?)"
        labels = [bound for label in filter.paragraphs for bound in (label, len(label) + 1, f"{label}(")]
        yield Condition("(" + " OR ".join(covers for _ in filter.paragraphs) + ")", tuple(labels))


def _due(filter: Filter) -> Iterator[Condition]:
    if filter.due_after or filter.due_before:
        test = "due_date <> '' AND due_date BETWEEN ? AND ?"
        bounds = (filter.due_after or "0", filter.due_before or "9999")
        yield Condition(f"provisions.{test}", bounds, f"SELECT key FROM provisions WHERE {test}")
    if filter.due is not None:
        yield Condition(f"provisions.due {'<>' if filter.due else '='} ''")


def _flags(filter: Filter) -> Iterator[Condition]:
    for test, wanted in (("report", filter.report), ("review <> ''", filter.review)):
        if wanted is True:
            yield Condition(
                f"provisions.{test}", (), f"SELECT key FROM provisions WHERE {test}", ordered=True
            )
        elif wanted is False:
            yield Condition(f"NOT (provisions.{test})")
