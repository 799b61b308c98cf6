"""Resolving what people type to what the register holds: actors, verbs, strengths, symbols."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from difflib import get_close_matches

from db.register import trouble
from rules.provisions import Strength

_SYMBOL_PARTS = re.compile(r"[\s/_\-.()]+")


def fold(text: str) -> str:
    """A name as it is compared: no case, accents, hyphens, apostrophes, "the" or plural endings."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'s", " ").replace("'", ""))
    return " ".join(_singular(word) for word in words if word not in ("the", "of", "and", "for", "all"))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def actor(conn: sqlite3.Connection, text: str) -> list[str]:
    """Ids of the actors called ``text`` (id, name, acronym or alias), [] if none; more than one if unclear.

    Case, accents, hyphens, "the" and plural do not matter. An exact id or an exact alias wins.
    """
    with trouble(conn):
        exact = conn.execute("SELECT id FROM actors WHERE id = ?", (text.strip().lower(),)).fetchall()
        if exact:
            return [exact[0][0]]
        rows = conn.execute(
            "SELECT actor, alias FROM actor_aliases WHERE folded = ? ORDER BY actor", (fold(text),)
        ).fetchall()
    literal = [row["actor"] for row in rows if row["alias"].lower() == text.strip().lower()]
    return literal or [row["actor"] for row in rows]


def near_actors(conn: sqlite3.Connection, text: str, limit: int = 3) -> list[str]:
    """Ids of actors whose id, name or alias is near a mistyped ``text``, nearest first."""
    with trouble(conn):
        rows = conn.execute("SELECT folded, actor FROM actor_aliases").fetchall()
    actors: dict[str, str] = {row["folded"]: row["actor"] for row in rows}
    close = get_close_matches(fold(text), actors, n=limit * 3, cutoff=0.6)
    return list(dict.fromkeys(actors[name] for name in close))[:limit]


def actor_ids(conn: sqlite3.Connection) -> list[str]:
    """The ids of all actors, in alphabetical order."""
    with trouble(conn):
        return [row[0] for row in conn.execute("SELECT id FROM actors ORDER BY id")]


def actor_name(conn: sqlite3.Connection, actor_id: str) -> str:
    """The readable name of an actor; its id if the register does not know it."""
    with trouble(conn):
        row = conn.execute("SELECT name FROM actors WHERE id = ?", (actor_id,)).fetchone()
    return row["name"] if row else actor_id


def groups(conn: sqlite3.Connection) -> list[str]:
    """The actor groups of the register, in alphabetical order."""
    with trouble(conn):
        return [row[0] for row in conn.execute("SELECT DISTINCT actor_group FROM actors ORDER BY 1")]


def organs(conn: sqlite3.Connection) -> list[str]:
    """The organs whose documents the register holds, in alphabetical order."""
    with trouble(conn):
        return [row[0] for row in conn.execute("SELECT DISTINCT organ FROM documents ORDER BY 1")]


def qualifiers(conn: sqlite3.Connection) -> list[str]:
    """The types of qualifiers the register holds, in alphabetical order."""
    with trouble(conn):
        return [row[0] for row in conn.execute("SELECT DISTINCT type FROM provision_qualifiers ORDER BY 1")]


def verbs(conn: sqlite3.Connection) -> list[str]:
    """Every verb of the lexicon or of a provision, in alphabetical order."""
    with trouble(conn):
        rows = conn.execute("SELECT verb FROM verbs UNION SELECT DISTINCT verb FROM provisions ORDER BY 1")
        return [row[0] for row in rows]


def verb(conn: sqlite3.Connection, text: str) -> str:
    """The base form of a verb as people write it ("calls upon", "urged"), "" if there is none such."""
    wanted = " ".join(text.lower().split())
    known = {name: name for name in verbs(conn)}
    inflected = {form: name for name in known for form in _forms(name)}
    return known.get(wanted) or inflected.get(wanted) or ""


def near_verbs(conn: sqlite3.Connection, text: str, limit: int = 3) -> list[str]:
    """Verbs near a mistyped ``text``, nearest first."""
    return get_close_matches(" ".join(text.lower().split()), verbs(conn), n=limit, cutoff=0.6)


def _forms(verb: str) -> list[str]:
    """Regular third person, past and participle of a verb with its particle."""
    head, _, particle = verb.partition(" ")
    stem = head[:-1] if head.endswith("e") else head
    y_stem = head[:-1] + "i" if re.search(r"[^aeiou]y$", head) else ""
    heads = [head + "s", head + "es", stem + "ed", stem + "ing", head + head[-1] + "ed"]
    if y_stem:
        heads += [y_stem + "es", y_stem + "ed"]
    particles = {"upon": ["upon", "on"]}.get(particle, [particle])
    return [f"{form} {end}".strip() for form in [head, *heads] for end in particles]


def strengths(text: str) -> list[str]:
    """``strong`` is that level, ``strong+`` that level and above, ``soft-`` and below; [] if no level."""
    levels = [str(level) for level in Strength]
    name = text.strip().lower()
    if name.endswith("+") and name[:-1] in levels:
        return levels[: levels.index(name[:-1]) + 1]
    if name.endswith("-") and name[:-1] in levels:
        return [level for level in levels[levels.index(name[:-1]) :] if level != "none"]
    return [name] if name in levels else []


def symbols(conn: sqlite3.Connection, text: str) -> list[str]:
    """Symbols of the documents that ``text`` names, [] if none: "73/186", "a_res_73_186", "2341"."""
    wanted = _symbol_key(text)
    if not wanted:
        return []
    with trouble(conn):
        known = [row[0] for row in conn.execute("SELECT symbol FROM documents ORDER BY number")]
    keys = {symbol: _symbol_key(symbol) for symbol in known}
    exact = [symbol for symbol in known if keys[symbol] == wanted]
    if exact:
        return exact
    numbers = _numbers(wanted)
    return [s for s in known if "res" in keys[s] and _tail(keys[s], wanted, numbers)]


def all_symbols(conn: sqlite3.Connection) -> list[str]:
    """The symbols of all documents, in alphabetical order."""
    with trouble(conn):
        return [row[0] for row in conn.execute("SELECT symbol FROM documents ORDER BY symbol")]


def near_symbols(conn: sqlite3.Connection, text: str, limit: int = 3) -> list[str]:
    """Symbols near a mistyped ``text``, nearest first; organ and "RES" may be left out."""
    known: dict[str, str] = {}
    for symbol in all_symbols(conn):
        key = _symbol_key(symbol)
        known["/".join(_numbers(key))] = known["/".join(key)] = symbol
    close = get_close_matches("/".join(_symbol_key(text)), known, n=limit * 2, cutoff=0.6)
    return list(dict.fromkeys(known[key] for key in close))[:limit]


def _symbol_key(text: str) -> tuple[str, ...]:
    return tuple(part for part in _SYMBOL_PARTS.split(text.lower()) if part)


def _numbers(key: tuple[str, ...]) -> tuple[str, ...]:
    words = ("resolution", "resolutions", "res", "decision", "no", "a", "s", "e", "hrc")
    return tuple(part for part in key if part not in words)


def _tail(symbol: tuple[str, ...], wanted: tuple[str, ...], numbers: tuple[str, ...]) -> bool:
    """Whether ``wanted`` gives the numbers of ``symbol``, and no other organ than its own."""
    own = _numbers(symbol)
    organ = tuple(part for part in wanted if part in ("a", "s", "e", "hrc"))
    return own[: len(numbers)] == numbers and bool(numbers) and (not organ or symbol[: len(organ)] == organ)
