"""Writing to the register: documents with their provisions, and the lexicons' actors and verbs."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from db.names import fold
from db.register import transaction, trouble
from documents.document import Document
from rules.provisions import Actor, Provision, Strength

if TYPE_CHECKING:
    from sqlite_utils import Database

Verb = tuple[str, str, str, str]  # verb, kind, strength, source


class Outcome(StrEnum):
    """What saving a document did to the register."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


def is_current(db: Database, source: str, sha256: str, rules: str) -> bool:
    """Whether the register holds this file as these rules read it, so that it need not be read again.

    ``source`` is its path or address, ``sha256`` that of its bytes, ``rules`` the fingerprint of reader
    and lexicons. True also for an older version of a document whose newest came from elsewhere.
    """
    with trouble(db.conn):
        row = db.conn.execute(
            """SELECT documents.sha256, documents.source FROM versions
            JOIN documents ON documents.symbol = versions.symbol
            WHERE versions.sha256 = ? AND versions.rules = ?""",
            (sha256, rules),
        ).fetchone()
    return row is not None and (row["sha256"] == sha256 or row["source"] != source)


def save(
    db: Database, document: Document, provisions: Sequence[Provision], *, rules: str, run: int | None = None
) -> Outcome:
    """Store a document and its provisions in one transaction, replacing what the register had of it.

    ``rules`` is the fingerprint of the lexicons; ``run`` a number from ``db.runs.start``. The version
    ingested last is the one shown, and every version is kept. A file that is known as an older version
    is ``UNCHANGED`` when the newest came from another file: two files of one document do not replace
    each other again and again. Raises RegisterError; then nothing of the document was changed.
    """
    with transaction(db):
        held = db.conn.execute(
            "SELECT number, sha256, source, rules FROM documents WHERE symbol = ?", (document.symbol,)
        ).fetchone()
        known = db.conn.execute(
            "SELECT rules FROM versions WHERE symbol = ? AND sha256 = ?", (document.symbol, document.sha256)
        ).fetchone()
        if held and held["sha256"] == document.sha256 and held["rules"] == rules:
            return Outcome.UNCHANGED
        older = held and known and held["sha256"] != document.sha256 and held["source"] != document.source
        if not older:
            number = _replace_document(db, document, rules)
            _insert_provisions(db, number, document, provisions)
        _keep_version(db, document, provisions, rules, run)
        if older:
            return Outcome.UNCHANGED
        return Outcome.CHANGED if held else Outcome.NEW


def remove(db: Database, symbol: str) -> bool:
    """Take a document and its provisions out of the register; its versions are kept. False if not there."""
    with transaction(db):
        return db.conn.execute("DELETE FROM documents WHERE symbol = ?", (symbol,)).rowcount > 0


def save_actors(db: Database, actors: Iterable[Actor]) -> None:
    """Store the lexicon's actors, so that names can be resolved without it; those in use are kept."""
    actors = list(actors)
    with transaction(db):
        db.conn.executemany(
            """INSERT INTO actors (id, name, actor_group) VALUES (?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, actor_group = excluded.actor_group""",
            [(actor.id, actor.name, actor.group) for actor in actors],
        )
        db.conn.executemany(
            "UPDATE actors SET parent = (SELECT id FROM actors WHERE id = ?) WHERE id = ?",
            [(actor.parent, actor.id) for actor in actors],
        )
        db.conn.execute(
            "DELETE FROM actor_aliases WHERE actor IN (SELECT value FROM json_each(?))",
            (json.dumps([actor.id for actor in actors]),),
        )
        _insert_aliases(db, actors)


def save_verbs(db: Database, verbs: Iterable[Verb]) -> None:
    """Store the lexicon's verbs: (verb, kind, strength, source) each."""
    with transaction(db):
        db.conn.execute("DELETE FROM verbs")
        db.conn.executemany("INSERT OR REPLACE INTO verbs VALUES (?, ?, ?, ?)", list(verbs))


def key(strength: Strength, adopted: str, document: int, position: int) -> int:
    """The key of a provision, 19 digits in reading order: strongest, newest, then as documents have it.

    One digit of strength, seven of days counted backwards (undated last), six of the document's number,
    five of the position in it. Every index of ``provisions`` ends in this key, so that the first rows of
    any answer come without sorting all the others, however large the register.
    """
    rank = list(Strength).index(strength)
    days = date.max.toordinal() - date.fromisoformat(adopted).toordinal() if adopted else 9_999_999
    return ((rank * 10_000_000 + days) * 1_000_000 + document) * 100_000 + position


def _replace_document(db: Database, document: Document, rules: str) -> int:
    """Insert or update the row of a document and its paragraphs; its provisions are gone. Its number."""
    db.conn.execute(
        "DELETE FROM provisions WHERE document = (SELECT number FROM documents WHERE symbol = ?)",
        (document.symbol,),
    )
    row: dict[str, Any] = {
        "symbol": document.symbol,
        "kind": str(document.kind),
        "organ": document.organ,
        "session": document.session,
        "session_number": _number(document.session),
        "date": document.date,
        "year": _number(document.date),
        "title": document.title,
        "agenda_item": document.agenda_item,
        "origin": document.origin,
        "meeting": document.meeting,
        "vote": document.vote,
        "pages": document.pages,
        "source": document.source,
        "sha256": document.sha256,
        "reader": document.reader,
        "rules": rules,
        "read_at": now(),
        "warnings": json.dumps(document.warnings, ensure_ascii=False),
    }
    columns, values = ", ".join(row), ", ".join(f":{name}" for name in row)
    updates = ", ".join(f"{name} = excluded.{name}" for name in row)
    number = db.conn.execute(
        f"INSERT INTO documents ({columns}) VALUES ({values}) "
        f"ON CONFLICT (symbol) DO UPDATE SET {updates} RETURNING number",
        row,
    ).fetchone()[0]
    db.conn.execute(
        "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (number, document.preamble, document.text)
    )
    db.conn.execute("DELETE FROM paragraphs WHERE document = ?", (number,))
    db.conn.executemany(
        "INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (number, position, p.label, str(p.part), p.section, p.text, p.page, p.start, p.end)
            for position, p in enumerate(document.paragraphs, start=1)
        ],
    )
    return int(number)


def _insert_provisions(
    db: Database, number: int, document: Document, provisions: Sequence[Provision]
) -> None:
    _add_unknown_actors(db, provisions)
    keyed = sorted(
        (key(provision.strength, document.date, number, position), position, provision)
        for position, provision in enumerate(provisions, start=1)
    )
    db.conn.executemany(
        f"INSERT INTO provisions VALUES ({', '.join('?' * 20)})",
        [_provision_row(row_key, number, position, provision) for row_key, position, provision in keyed],
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO provision_actors VALUES (?, ?, ?, ?)",
        [(k, n, a.id, a.words) for k, _, p in keyed for n, a in enumerate(p.addressees, start=1)],
    )
    db.conn.executemany(
        "INSERT INTO provision_qualifiers VALUES (?, ?, ?, ?)",
        [(k, n, q.type, q.words) for k, _, p in keyed for n, q in enumerate(p.qualifiers, start=1)],
    )
    db.conn.executemany(
        "INSERT INTO provision_references VALUES (?, ?, ?, ?, ?)",
        [(k, n, r.type, r.symbol, r.words) for k, _, p in keyed for n, r in enumerate(p.references, start=1)],
    )


def _provision_row(row_key: int, number: int, position: int, p: Provision) -> tuple[Any, ...]:
    evidence = json.dumps([asdict(item) for item in p.evidence], ensure_ascii=False)
    return (
        *(row_key, p.id, number, position, p.paragraph, p.ordinal, str(p.kind), p.verb, str(p.strength)),
        *(p.report, "; ".join(p.due), p.due_date, p.page, p.start, p.end),
        *(p.verb_phrase, p.action, p.text, p.review, evidence),
    )


def _add_unknown_actors(db: Database, provisions: Sequence[Provision]) -> None:
    """Addressees that the lexicon does not have are kept in the group "other"."""
    named = {a.id: Actor(a.id, a.name, "other", "", (a.words,)) for p in provisions for a in p.addressees}
    held = {row[0] for row in db.conn.execute("SELECT id FROM actors")}
    unknown = [actor for actor in named.values() if actor.id not in held]
    db.conn.executemany(
        "INSERT INTO actors (id, name, actor_group) VALUES (?, ?, ?)",
        [(a.id, a.name, a.group) for a in unknown],
    )
    _insert_aliases(db, unknown)


def _insert_aliases(db: Database, actors: Iterable[Actor]) -> None:
    db.conn.executemany(
        "INSERT OR IGNORE INTO actor_aliases (folded, actor, alias) VALUES (?, ?, ?)",
        [(fold(alias), a.id, alias) for a in actors for alias in (a.name, a.id, *a.aliases) if fold(alias)],
    )


def _keep_version(
    db: Database, document: Document, provisions: Sequence[Provision], rules: str, run: int | None
) -> None:
    snapshot = json.dumps([asdict(p) for p in provisions], ensure_ascii=False).encode()
    db.conn.execute(
        """INSERT INTO versions
            (symbol, sha256, source, reader, rules, read_at, run, title, date, provisions, snapshot)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (symbol, sha256) DO UPDATE SET reader = excluded.reader, rules = excluded.rules,
            provisions = excluded.provisions, snapshot = excluded.snapshot""",
        (
            *(document.symbol, document.sha256, document.source, document.reader, rules, now(), run),
            *(document.title, document.date, len(provisions), zlib.compress(snapshot)),
        ),
    )


def _number(text: str) -> int | None:
    """The number a session ("73") or a date ("2018-12-17") starts with."""
    found = re.match(r"\d+", text)
    return int(found[0]) if found else None


def now() -> str:
    """The time as the register writes it: UTC, ISO, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")
