"""Questions to the register. Every function takes a connection of ``db.register.open_to_read``."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeVar

from db.conditions import conditions, document_conditions
from db.filters import Filter
from db.plan import Plan, plan
from db.register import RegisterError, trouble
from db.rows import Cell, DocumentRow, Facet, ParagraphRow, ProvisionRow, UnknownActor

Value = TypeVar("Value")

BATCH = 500  # provisions whose actors, qualifiers and references are fetched at a time

SORTS = {
    "strength": "{key}",
    "date": "documents.last_day DESC, documents.organ, documents.short, provisions.position",
    "oldest": "documents.first_day = '', documents.first_day, documents.organ, documents.short, "
    "provisions.position",
    "symbol": "documents.organ, documents.short, documents.symbol, provisions.position",
    "due": "provisions.due_date = '', provisions.due_date, provisions.key",
    "verb": "provisions.verb, provisions.key",
    "actor": """(SELECT actors.name FROM provision_actors JOIN actors ON actors.id = provision_actors.actor
        WHERE provision_actors.provision = provisions.key ORDER BY provision_actors.position LIMIT 1),
        provisions.key""",
}

FACETS = {
    "actor": ("addressees.actor", "(SELECT name FROM actors WHERE id = addressees.actor)"),
    "group": ("actors.actor_group", "actors.actor_group"),
    "verb": ("provisions.verb", "provisions.verb"),
    "strength": ("provisions.strength", "provisions.strength"),
    "kind": ("provisions.kind", "provisions.kind"),
    "organ": ("documents.organ", "documents.organ"),
    "session": ("documents.session", "documents.session"),
    "year": ("CAST(documents.year AS TEXT)", "CAST(documents.year AS TEXT)"),
    "document": ("documents.symbol", "documents.title"),
    "document-kind": ("documents.kind", "documents.kind"),
    "qualifier": ("qualifiers.type", "qualifiers.type"),
}
_JOINS = {
    "actor": "JOIN provision_actors AS addressees ON addressees.provision = {key}",
    "group": """JOIN provision_actors AS members ON members.provision = {key}
        JOIN actors ON actors.id = members.actor""",
    "qualifier": "JOIN provision_qualifiers AS qualifiers ON qualifiers.provision = {key}",
}


def provisions(
    conn: sqlite3.Connection,
    filter: Filter,
    *,
    sort: str = "strength",
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[ProvisionRow]:
    """The provisions that ``filter`` describes, in the order of ``sort`` (a key of ``SORTS``).

    "strength" is strongest first, then newest, then as the documents have them. Rows are fetched as they
    are asked for, so that a whole register can be exported in little memory.
    """
    order = _choice("sort", sort, SORTS)
    with trouble(conn):
        using = order.removeprefix("{key}")
        keys = plan(conn, filter, using).keys(conn, order, limit, offset)
        while batch := list(islice(keys, BATCH)):
            yield from _rows(conn, batch)


def provision(conn: sqlite3.Connection, id: str) -> ProvisionRow | None:
    """The provision of this id (``A/RES/73/186#13.2``), None if there is none."""
    with trouble(conn):
        row = conn.execute("SELECT key FROM provisions WHERE id = ?", (id,)).fetchone()
        return next(_rows(conn, [row["key"]])) if row else None


def count(conn: sqlite3.Connection, filter: Filter, *, at_most: int | None = None) -> int:
    """How many provisions ``filter`` describes; with ``at_most``, counting stops there (and is quick)."""
    with trouble(conn):
        if filter == Filter() and at_most is None:
            return int(conn.execute("SELECT count(*) FROM provisions").fetchone()[0])
        chosen = plan(conn, filter)
        if at_most is not None:
            return sum(1 for _ in chosen.keys(conn, "", at_most))
        sql = f"SELECT count(*) FROM {chosen.source} WHERE {chosen.where}"
        return int(conn.execute(sql, chosen.values).fetchone()[0])


def documents(conn: sqlite3.Connection, filter: Filter) -> list[DocumentRow]:
    """The documents of ``filter``, newest first: those with a matching provision, if it asks for any."""
    counts = """count(provisions.key) AS provisions,
        count(CASE WHEN provisions.kind = 'directive' THEN 1 END) AS directives"""
    with trouble(conn):
        if len(conditions(filter)) > bool(document_conditions(filter)):
            chosen = plan(conn, filter, counts + "documents.")
            source, where, values = chosen.source, chosen.where, chosen.values
        else:
            source = "documents LEFT JOIN provisions ON provisions.document = documents.number"
            where, values = on_documents(filter)
        sql = f"""SELECT documents.*, {counts} FROM {source} WHERE {where}
            GROUP BY documents.number ORDER BY documents.date DESC, documents.organ, documents.short"""
        return [_document(row) for row in conn.execute(sql, values)]


def document(conn: sqlite3.Connection, symbol: str) -> DocumentRow | None:
    """The document of this canonical symbol, None if the register does not have it."""
    return next(iter(documents(conn, Filter(documents=(symbol,)))), None)


def preamble(conn: sqlite3.Connection, symbol: str) -> str:
    """The preamble of a document, "" if there is none."""
    with trouble(conn):
        row = conn.execute(
            "SELECT preamble FROM texts WHERE document = (SELECT number FROM documents WHERE symbol = ?)",
            (symbol,),
        ).fetchone()
    return row["preamble"] if row else ""


def paragraphs(
    conn: sqlite3.Connection, filter: Filter, *, paragraph: str | None = None
) -> Iterator[ParagraphRow]:
    """All paragraphs of the documents that match ``filter``'s conditions on documents, annexes too.

    Conditions on provisions do not count here. ``paragraph`` "7" is 7 with its items, "7(a)" that item.
    """
    where, values = on_documents(filter)
    if paragraph is not None:
        test, labels = covers(paragraph)
        where, values = f"{where} AND {test}", (*values, *labels)
    sql = f"""SELECT documents.symbol, paragraph, part, section, text, page, "start", "end"
        FROM documents JOIN paragraphs ON paragraphs.document = documents.number
        WHERE {where} ORDER BY documents.organ, documents.short, documents.number, position"""
    with trouble(conn):
        for row in conn.execute(sql, values):
            yield ParagraphRow(*row)


def facets(conn: sqlite3.Connection, filter: Filter, by: str, limit: int | None = None) -> list[Facet]:
    """How many matching provisions each value of ``by`` (a key of ``FACETS``) has, most first.

    A provision with several actors or qualifiers counts once for each.
    """
    value, name = _choice("by", by, FACETS)
    with trouble(conn):
        chosen = plan(conn, filter, value + name)
        sql = f"""SELECT {value} AS value, {name} AS name, {_counted(chosen, by)} AS count
            FROM {chosen.source} {_joined(chosen, by)}
            WHERE {chosen.where} AND {value} <> '' GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ?"""
        values = (*chosen.values, -1 if limit is None else limit)
        return [Facet(*row) for row in conn.execute(sql, values)]


def matrix(conn: sqlite3.Connection, filter: Filter, rows: str, columns: str) -> list[Cell]:
    """How many matching provisions have each pair of values of two different keys of ``FACETS``."""
    row, column = _choice("rows", rows, FACETS)[0], _choice("columns", columns, FACETS)[0]
    with trouble(conn):
        chosen = plan(conn, filter, row + column)
        sql = f"""SELECT {row}, {column}, {_counted(chosen, rows, columns)}
            FROM {chosen.source} {_joined(chosen, rows, columns)}
            WHERE {chosen.where} AND {row} <> '' AND {column} <> '' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"""
        return [Cell(*row) for row in conn.execute(sql, chosen.values)]


def _joined(chosen: Plan, *facets: str) -> str:
    """The tables that these facets need beside those of the plan."""
    return " ".join(_JOINS[facet] for facet in dict.fromkeys(facets) if facet in _JOINS).format(
        key=chosen.key
    )


def _counted(chosen: Plan, *facets: str) -> str:
    """How many provisions; one that has two actors of a group counts once for it."""
    return f"count(DISTINCT {chosen.key})" if {"group", "qualifier"} & {*facets} else "count(*)"


def unknown_actors(conn: sqlite3.Connection, examples: int = 3) -> list[UnknownActor]:
    """Addressees that the lexicon does not have, most frequent first, each with ids of provisions."""
    sql = """SELECT actors.id, actors.name, count(*) AS count FROM actors
        JOIN provision_actors ON provision_actors.actor = actors.id
        WHERE actors.actor_group = 'other' GROUP BY actors.id ORDER BY 3 DESC, 1"""
    named = """SELECT provisions.id FROM provision_actors
        JOIN provisions ON provisions.key = provision_actors.provision
        WHERE actor = ? ORDER BY provision LIMIT ?"""
    with trouble(conn):
        return [
            UnknownActor(
                row["id"],
                row["name"],
                row["count"],
                tuple(found["id"] for found in conn.execute(named, (row["id"], examples))),
            )
            for row in conn.execute(sql).fetchall()
        ]


def covers(label: str) -> tuple[str, tuple[Any, ...]]:
    """That ``paragraph`` is this label or an item of it: an expression and its values."""
    return "(paragraph = ? OR substr(paragraph, 1, ?) = ?)", (label, len(label) + 1, f"{label}(")


def on_documents(filter: Filter) -> tuple[str, tuple[Any, ...]]:
    """The conditions of ``filter`` on documents, as one expression and its values."""
    found = document_conditions(filter)
    where = " AND ".join(condition.check for condition in found) or "1"
    return where, tuple(value for condition in found for value in condition.values)


def _choice(option: str, chosen: str, choices: dict[str, Value]) -> Value:
    if chosen not in choices:
        raise RegisterError(f'{option} "{chosen}" is not known; choose one of: {", ".join(choices)}')
    return choices[chosen]


def _rows(conn: sqlite3.Connection, wanted: list[int]) -> Iterator[ProvisionRow]:
    """The provisions with these keys, in this order, with their actors, qualifiers and references."""
    keys = json.dumps(wanted)
    found = conn.execute(
        """SELECT provisions.*, symbol, organ, session, date, title, source
        FROM provisions JOIN documents ON documents.number = provisions.document
        WHERE provisions.key IN (SELECT value FROM json_each(?))""",
        (keys,),
    )
    rows = {row["key"]: row for row in found}
    actors = _parts(
        conn,
        """SELECT provision, actor, name, words FROM provision_actors JOIN actors ON actors.id = actor
        WHERE provision IN (SELECT value FROM json_each(?)) ORDER BY provision, position""",
        keys,
    )
    qualifiers = _parts(
        conn,
        """SELECT provision, type, words FROM provision_qualifiers
        WHERE provision IN (SELECT value FROM json_each(?)) ORDER BY provision, position""",
        keys,
    )
    references = _parts(
        conn,
        """SELECT provision, symbol FROM provision_references
        WHERE provision IN (SELECT value FROM json_each(?)) ORDER BY provision, position""",
        keys,
    )
    for key in wanted:
        if (row := rows.get(key)) is None:
            continue  # replaced by another program since its key was found
        yield ProvisionRow(
            **{name: row[name] for name in _COLUMNS},
            report=bool(row["report"]),
            actors=tuple(part["actor"] for part in actors[key]),
            actor_names=tuple(part["name"] for part in actors[key]),
            actor_words=tuple(part["words"] for part in actors[key]),
            qualifiers=tuple(part["words"] for part in qualifiers[key]),
            qualifier_types=tuple(part["type"] for part in qualifiers[key]),
            references=tuple(part["symbol"] for part in references[key]),
        )


_COLUMNS = [
    *("id", "symbol", "organ", "session", "date", "title", "paragraph", "ordinal", "kind"),
    *("verb", "verb_phrase", "strength", "action", "due", "due_date", "text", "source", "page"),
    *("start", "end", "review", "evidence"),
]


def _parts(conn: sqlite3.Connection, sql: str, keys: str) -> dict[int, list[sqlite3.Row]]:
    parts: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in conn.execute(sql, (keys,)):
        parts[row["provision"]].append(row)
    return parts


def _document(row: sqlite3.Row) -> DocumentRow:
    names = [name for name in DocumentRow.__slots__ if name != "warnings"]
    return DocumentRow(**{name: row[name] for name in names}, warnings=tuple(json.loads(row["warnings"])))
