"""The rows of a document, from the records that reading and classifying yield."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any

from db.history import now
from db.order import MOST_DOCUMENTS, MOST_PROVISIONS, key
from db.register import RegisterError
from db.spelling import fold, short_symbol
from documents.account import words_of
from documents.document import Document, Place
from rules.provisions import Actor, Provision


def replace_document(conn: Connection, document: Document, rules: str) -> int:
    """Insert or update the row of a document and all its parts; its provisions are gone. Its number."""
    conn.execute(
        "DELETE FROM provisions WHERE document = (SELECT number FROM documents WHERE symbol = ?)",
        (document.symbol,),
    )
    first_day, last_day = (document.date or day for day in (document.first_day, document.last_day))
    row: dict[str, Any] = {
        "symbol": document.symbol,
        "short": short_symbol(document.symbol),
        "kind": str(document.kind),
        "organ": document.organ,
        "session": document.session,
        "session_number": _number(document.session),
        "date": document.date,
        "first_day": first_day,
        "last_day": last_day,
        "year": _number(first_day) if first_day[:4] == last_day[:4] else None,
        "title": document.title,
        "agenda_item": document.agenda_item,
        "origin": document.origin,
        "meeting": document.meeting,
        "vote": document.vote,
        "reissued": document.reissued,
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
    for table, rows in _parts(document).items():
        conn.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
        if rows:
            places = ", ?" * len(rows[0])
            conn.executemany(f"INSERT INTO {table} VALUES (?{places})", [(number, *row) for row in rows])
    return int(number)


def _parts(document: Document) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each table that holds parts of a document, without its number."""
    dropped = [stretch for stretch in document.account if stretch.place is Place.DROPPED]
    return {
        "paragraphs": [
            (position, p.label, str(p.part), p.section, p.text, p.page, p.start, p.end)
            for position, p in enumerate(document.paragraphs, start=1)
        ],
        "notes": [
            (position, n.number, n.text, n.page, str(n.part or ""), n.paragraph, n.offset)
            for position, n in enumerate(document.notes, start=1)
        ],
        "account": list(_words_by_place(document).items()),
        "dropped": [
            (position, d.about, d.page, d.start, d.end, d.words)
            for position, d in enumerate(dropped, start=1)
        ],
    }


def _words_by_place(document: Document) -> Counter[str]:
    """How many words of the text as extracted went to each place."""
    words: Counter[str] = Counter()
    for stretch in document.account:
        words[str(stretch.place)] += len(words_of(stretch, document.text).split())
    return words


def insert_provisions(
    conn: Connection, number: int, document: Document, provisions: Sequence[Provision]
) -> None:
    """Insert the provisions of the document with this number. Raises RegisterError if there is no room."""
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
    insert_aliases(conn, unknown)


def insert_aliases(conn: Connection, actors: Iterable[Actor]) -> None:
    """Let actors be found by name, id and aliases."""
    conn.executemany(
        "INSERT OR IGNORE INTO actor_aliases (folded, actor, alias) VALUES (?, ?, ?)",
        [(fold(alias), a.id, alias) for a in actors for alias in (a.name, a.id, *a.aliases) if fold(alias)],
    )


def _json(value: Any) -> str:
    """Records as JSON objects; ``dataclasses.asdict`` copies deeply and takes four times as long."""
    return json.dumps(value, ensure_ascii=False, default=_fields)


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}


def _number(text: str) -> int | None:
    """The number a session ("73") or a date ("2018-12-17") starts with."""
    found = re.match(r"\d+", text)
    return int(found[0]) if found else None
