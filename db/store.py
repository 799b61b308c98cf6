"""Writing to the register: documents with their provisions, and the lexicons' actors and verbs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any

from db import history
from db.history import now
from db.order import MOST_DOCUMENTS, MOST_PROVISIONS, key
from db.register import RegisterError, transaction, trouble
from db.spelling import fold, short_symbol
from documents.document import Document
from rules.provisions import Actor, Provision

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
            """SELECT 1 FROM versions JOIN documents ON documents.symbol = versions.symbol
            WHERE versions.sha256 = ? AND versions.rules = ?
            AND CASE WHEN documents.sha256 = versions.sha256 THEN documents.rules = versions.rules
                ELSE documents.source <> ? END""",
            (sha256, rules, source),
        ).fetchone()
    return row is not None


def save(
    db: Database, document: Document, provisions: Sequence[Provision], *, rules: str, run: int | None = None
) -> Outcome:
    """Store a document and its provisions in one transaction, replacing what the register had of it.

    ``rules`` is the fingerprint of the lexicons; ``run`` a number from ``db.runs.start``. The version
    ingested last is the one shown, and every version is kept. A file that is known as an older version
    is ``UNCHANGED`` when the newest came from another file: two files of one document do not replace
    each other again and again. So is a file that other rules read in the same way. Raises RegisterError;
    then nothing of the document was changed.
    """
    with transaction(db) as conn:
        held = conn.execute("SELECT * FROM documents WHERE symbol = ?", (document.symbol,)).fetchone()
        same_file = held is not None and held["sha256"] == document.sha256
        other_file = held is not None and not same_file and held["source"] != document.source
        if held and same_file and held["rules"] == rules:
            return Outcome.UNCHANGED
        if other_file and _reread(conn, document, rules):
            return Outcome.UNCHANGED
        before = history.snapshot(conn, document.symbol)
        number = _replace_document(conn, document, rules)
        _insert_provisions(conn, number, document, provisions)
        if same_file and before == history.snapshot(conn, document.symbol):
            _reread(conn, document, rules)
            return Outcome.UNCHANGED
        if held:
            history.keep_snapshot(conn, held, before)
        history.add(conn, document, rules, run, len(provisions))
        return Outcome.CHANGED if held else Outcome.NEW


def remove(db: Database, symbol: str, run: int | None = None) -> bool:
    """Take a document and its provisions out of the register; False if it is not there.

    Its versions are kept with their provisions; within a ``run`` the withdrawal becomes the last of them,
    without a sha256.
    """
    with transaction(db) as conn:
        held = conn.execute("SELECT * FROM documents WHERE symbol = ?", (symbol,)).fetchone()
        if held is None:
            return False
        history.keep_snapshot(conn, held, history.snapshot(conn, symbol))
        conn.execute("DELETE FROM documents WHERE symbol = ?", (symbol,))
        if run is not None:
            history.withdraw(conn, held, run)
        return True


def save_actors(db: Database, actors: Iterable[Actor]) -> None:
    """Store the lexicon's actors, so that names can be resolved without it; those in use are kept."""
    actors = list(actors)
    with transaction(db) as conn:
        conn.executemany(
            """INSERT INTO actors (id, name, actor_group) VALUES (?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, actor_group = excluded.actor_group""",
            [(actor.id, actor.name, actor.group) for actor in actors],
        )
        conn.executemany(
            "UPDATE actors SET parent = (SELECT id FROM actors WHERE id = ?) WHERE id = ?",
            [(actor.parent, actor.id) for actor in actors],
        )
        conn.execute(
            "DELETE FROM actor_aliases WHERE actor IN (SELECT value FROM json_each(?))",
            (json.dumps([actor.id for actor in actors]),),
        )
        _insert_aliases(conn, actors)


def save_verbs(db: Database, verbs: Iterable[Verb]) -> None:
    """Store the lexicon's verbs: (verb, kind, strength, source) each."""
    with transaction(db) as conn:
        conn.execute("DELETE FROM verbs")
        conn.executemany("INSERT OR REPLACE INTO verbs VALUES (?, ?, ?, ?)", list(verbs))


def _replace_document(conn: Connection, document: Document, rules: str) -> int:
    """Insert or update the row of a document and its paragraphs; its provisions are gone. Its number."""
    conn.execute(
        "DELETE FROM provisions WHERE document = (SELECT number FROM documents WHERE symbol = ?)",
        (document.symbol,),
    )
    row: dict[str, Any] = {
        "symbol": document.symbol,
        "short": short_symbol(document.symbol),
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
    number = conn.execute(
        f"INSERT INTO documents ({columns}) VALUES ({values}) "
        f"ON CONFLICT (symbol) DO UPDATE SET {updates} RETURNING number",
        row,
    ).fetchone()[0]
    conn.execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (number, document.preamble, document.text))
    conn.execute("DELETE FROM paragraphs WHERE document = ?", (number,))
    conn.executemany(
        "INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (number, position, p.label, str(p.part), p.section, p.text, p.page, p.start, p.end)
            for position, p in enumerate(document.paragraphs, start=1)
        ],
    )
    return int(number)


def _insert_provisions(
    conn: Connection, number: int, document: Document, provisions: Sequence[Provision]
) -> None:
    if number > MOST_DOCUMENTS or len(provisions) > MOST_PROVISIONS:
        raise RegisterError(
            f"{document.symbol} has no room in the register: it takes {MOST_DOCUMENTS:,} documents "
            f"of {MOST_PROVISIONS:,} provisions each"
        )
    _add_unknown_actors(conn, provisions)
    keyed = sorted(
        (key(provision.strength, document.date, number, position), position, provision)
        for position, provision in enumerate(provisions, start=1)
    )
    conn.executemany(
        f"INSERT INTO provisions VALUES ({', '.join('?' * 20)})",
        [_provision_row(row_key, number, position, provision) for row_key, position, provision in keyed],
    )
    conn.executemany(
        "INSERT OR IGNORE INTO provision_actors VALUES (?, ?, ?, ?)",
        [(k, n, a.id, a.words) for k, _, p in keyed for n, a in enumerate(p.addressees, start=1)],
    )
    conn.executemany(
        "INSERT INTO provision_qualifiers VALUES (?, ?, ?, ?)",
        [(k, n, q.type, q.words) for k, _, p in keyed for n, q in enumerate(p.qualifiers, start=1)],
    )
    conn.executemany(
        "INSERT INTO provision_references VALUES (?, ?, ?, ?, ?)",
        [(k, n, r.type, r.symbol, r.words) for k, _, p in keyed for n, r in enumerate(p.references, start=1)],
    )


def _provision_row(row_key: int, number: int, position: int, p: Provision) -> tuple[Any, ...]:
    return (
        *(row_key, p.id, number, position, p.paragraph, p.ordinal, str(p.kind), p.verb, str(p.strength)),
        *(p.report, "; ".join(p.due), p.due_date, p.page, p.start, p.end),
        *(p.verb_phrase, p.action, p.text, p.review, _json(p.evidence)),
    )


def _add_unknown_actors(conn: Connection, provisions: Sequence[Provision]) -> None:
    """Addressees that the lexicon does not have are kept in the group "other"."""
    named = {a.id: Actor(a.id, a.name, "other", "", (a.words,)) for p in provisions for a in p.addressees}
    insert = "INSERT OR IGNORE INTO actors (id, name, actor_group) VALUES (?, ?, ?)"
    unknown = [a for a in named.values() if conn.execute(insert, (a.id, a.name, a.group)).rowcount]
    _insert_aliases(conn, unknown)


def _insert_aliases(conn: Connection, actors: Iterable[Actor]) -> None:
    conn.executemany(
        "INSERT OR IGNORE INTO actor_aliases (folded, actor, alias) VALUES (?, ?, ?)",
        [(fold(alias), a.id, alias) for a in actors for alias in (a.name, a.id, *a.aliases) if fold(alias)],
    )


def _reread(conn: Connection, document: Document, rules: str) -> bool:
    """Note that these rules have read a version the register knows; False if it does not know it."""
    changed = conn.execute(
        "UPDATE versions SET rules = ? WHERE symbol = ? AND sha256 = ?",
        (rules, document.symbol, document.sha256),
    )
    return changed.rowcount > 0


def _json(value: Any) -> str:
    """Records as JSON objects; ``dataclasses.asdict`` copies deeply and takes four times as long."""
    return json.dumps(value, ensure_ascii=False, default=_fields)


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}


def _number(text: str) -> int | None:
    """The number a session ("73") or a date ("2018-12-17") starts with."""
    found = re.match(r"\d+", text)
    return int(found[0]) if found else None
