"""Resolving what people type to what the register holds: actors, verbs, strengths, symbols."""

from __future__ import annotations

import re
import sqlite3
from difflib import get_close_matches

from db.register import trouble
from db.spelling import fold, organ_of_symbol, short_symbol, verb_forms
from rules.levels import Strength

NEARNESS = 0.6  # of difflib: how alike a suggestion has to be


def actor(conn: sqlite3.Connection, text: str) -> list[str]:
    """Ids of the actors called ``text`` (id, name, acronym or alias): [] if none, several if unclear.

    Case, accents, hyphens, "the" and plural do not matter; an exact id or name wins.
    """
    typed = text.strip().lower()
    with trouble(conn):
        if conn.execute("SELECT 1 FROM actors WHERE id = ?", (typed,)).fetchone():
            return [typed]
        rows = conn.execute(
            "SELECT actor, alias FROM actor_aliases WHERE folded = ? ORDER BY actor", (fold(text),)
        ).fetchall()
    exact = [row["actor"] for row in rows if row["alias"].lower() == typed]
    return exact or [row["actor"] for row in rows]


def near_actors(conn: sqlite3.Connection, text: str, limit: int = 3) -> list[str]:
    """Ids of actors whose id, name or alias is near a mistyped ``text``, nearest first."""
    with trouble(conn):
        rows = conn.execute("SELECT folded, actor FROM actor_aliases").fetchall()
    actors: dict[str, str] = {row["folded"]: row["actor"] for row in rows}
    wanted = fold(text)
    near = get_close_matches(wanted, actors, n=limit * 3, cutoff=NEARNESS)
    near.sort(key=lambda name: sorted(name) != sorted(wanted))  # letters out of order come first
    parts = [name for name in sorted(actors, key=len) if wanted and f" {wanted} " in f" {name} "]
    return list(dict.fromkeys(actors[name] for name in [*near, *parts]))[:limit]


def actor_name(conn: sqlite3.Connection, actor_id: str) -> str:
    """The readable name of an actor; its id if the register does not know it."""
    with trouble(conn):
        row = conn.execute("SELECT name FROM actors WHERE id = ?", (actor_id,)).fetchone()
    return row["name"] if row else actor_id


def actor_ids(conn: sqlite3.Connection) -> list[str]:
    """The ids of all actors, in alphabetical order."""
    return _column(conn, "SELECT id FROM actors ORDER BY id")


def actor_names(conn: sqlite3.Connection) -> dict[str, str]:
    """Every way to name an actor, as ``db.spelling.fold`` writes it, with the actor's id."""
    with trouble(conn):
        return dict(conn.execute("SELECT folded, actor FROM actor_aliases ORDER BY actor DESC").fetchall())


def groups(conn: sqlite3.Connection) -> list[str]:
    """The actor groups of the register, in alphabetical order."""
    return _column(conn, "SELECT DISTINCT actor_group FROM actors ORDER BY 1")


def organs(conn: sqlite3.Connection) -> list[str]:
    """The organs whose documents the register holds, in alphabetical order."""
    return _column(conn, f"SELECT value FROM {_values('documents', 'organ')} WHERE value <> ''")


def qualifiers(conn: sqlite3.Connection) -> list[str]:
    """The types of qualifiers the register holds, in alphabetical order."""
    return _column(conn, f"SELECT value FROM {_values('provision_qualifiers', 'type')}")


def verbs(conn: sqlite3.Connection) -> list[str]:
    """Every verb of the lexicon or of a provision, in alphabetical order."""
    return _column(conn, f"SELECT verb FROM verbs UNION SELECT value FROM {_values('provisions', 'verb')}")


def verb_kinds(conn: sqlite3.Connection) -> dict[str, str]:
    """Every verb of the lexicon with the kind of provision it opens: directive, decision or statement."""
    with trouble(conn):
        return dict(conn.execute("SELECT verb, kind FROM verbs").fetchall())


def newest(conn: sqlite3.Connection) -> tuple[str, int]:
    """The date of the newest document and the last session of the register, "" and 0 if it has none.

    The years by which the Security Council counts are no sessions here.
    """
    with trouble(conn):
        day = conn.execute("SELECT max(date) FROM documents").fetchone()[0]
        session = conn.execute("SELECT max(session_number) FROM documents WHERE session_number < 1000")
        return day or "", session.fetchone()[0] or 0


def verb(conn: sqlite3.Connection, text: str) -> str:
    """The base form of a verb as people write it ("calls upon", "urged"), "" if there is none such."""
    wanted = " ".join(text.lower().replace("-", " ").split())
    known = verbs(conn)
    if wanted in known:
        return wanted
    return next((name for name in known if wanted in verb_forms(name)), "")


def near_verbs(conn: sqlite3.Connection, text: str, limit: int = 3) -> list[str]:
    """Verbs near a mistyped ``text``, nearest first."""
    return get_close_matches(" ".join(text.lower().split()), verbs(conn), n=limit, cutoff=NEARNESS)


def strengths(text: str) -> list[str]:
    """``strong`` is that level, ``strong+`` that level and above, ``soft-`` and below; [] if no level."""
    levels = [str(level) for level in Strength]
    name = text.strip().lower()
    if name.endswith("+") and name[:-1] in levels:
        return levels[: levels.index(name[:-1]) + 1]
    if name.endswith("-") and name[:-1] in levels:
        return [level for level in levels[levels.index(name[:-1]) :] if level != Strength.NONE]
    return [name] if name in levels else []


def symbols(conn: sqlite3.Connection, text: str) -> list[str]:
    """Symbols of the documents that ``text`` names, [] if none.

    ``A/RES/73/186``, ``73/186``, ``a_res_73_186``, ``GA resolution 73/186``, ``2341`` for a resolution of
    the Security Council, ``L.49`` or ``80/L.49`` for a draft, ``file:draft`` or ``draft`` for a text without
    a symbol. Several where the organ is left open.
    """
    typed, short, organ = text.strip(), short_symbol(text), organ_of_symbol(text)
    exact = _column(conn, "SELECT symbol FROM documents WHERE symbol IN (?, upper(?))", typed, typed)
    if exact or not typed:
        return exact
    found = _column(conn, "SELECT symbol FROM documents WHERE short = ?", short) if short else []
    if not found and " " in short:
        ending = "SELECT symbol FROM documents WHERE short LIKE '% ' || ? ORDER BY symbol"
        found = _column(conn, ending, short)
    found = [symbol for symbol in found if not organ or organ_of_symbol(symbol) == organ]
    return found or _column(conn, _OF_FILES, typed)


# Texts without a symbol, which people call by the name of the file, with or without "file:".
_OF_FILES = """SELECT symbol FROM documents
    WHERE substr(symbol, 1, 5) = 'file:' AND lower(?) IN (lower(symbol), lower(substr(symbol, 6)))"""


def all_symbols(conn: sqlite3.Connection) -> list[str]:
    """The symbols of all documents, in alphabetical order."""
    return _column(conn, "SELECT symbol FROM documents ORDER BY symbol")


def near_symbols(conn: sqlite3.Connection, text: str, limit: int = 3) -> list[str]:
    """Symbols of the register near a mistyped ``text``, nearest first."""
    organ, latest = (
        organ_of_symbol(text),
        "SELECT short, symbol FROM documents ORDER BY date DESC LIMIT 20000",
    )
    with trouble(conn):
        rows = conn.execute(latest).fetchall()
    known: dict[str, str] = {
        _without_zeros(short): symbol
        for short, symbol in rows
        if not organ or organ_of_symbol(symbol) == organ
    }
    wanted = _without_zeros(short_symbol(text))
    return [known[name] for name in get_close_matches(wanted, known, n=limit, cutoff=NEARNESS)]


def _without_zeros(short: str) -> str:
    return re.sub(r"\b0+", "", short)


def _values(table: str, column: str) -> str:
    """A query for the values of an indexed column in order: a step each, where DISTINCT reads them all."""
    return f"""(WITH RECURSIVE used(value) AS (
        SELECT min({column}) FROM {table}
        UNION ALL
        SELECT (SELECT min({column}) FROM {table} WHERE {column} > used.value) FROM used
        WHERE used.value IS NOT NULL
    ) SELECT value FROM used WHERE value IS NOT NULL)"""


def _column(conn: sqlite3.Connection, sql: str, *values: str) -> list[str]:
    with trouble(conn):
        return [row[0] for row in conn.execute(sql, values)]
