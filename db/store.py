"""Writing to the register: documents with their provisions, and the lexicons' actors and verbs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from sqlite3 import Connection, Row
from typing import TYPE_CHECKING

from db import history, identity
from db.contents import insert_aliases, insert_provisions, replace_document
from db.history import now
from db.identity import Rival
from db.register import transaction, trouble
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


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving a document did. ``document``: as it is kept, whose symbol may be longer than it was.

    ``rival``: another file of the document, where a person has to be told of it. ``left``: symbols under
    which the same file was kept before; these documents are withdrawn.
    """

    outcome: Outcome
    document: Document
    rival: Rival | None = None
    left: tuple[str, ...] = ()


def is_current(db: Database, source: str, sha256: str, rules: str) -> bool:
    """Whether the register holds this file as these rules read it, so that it need not be read again.

    ``source`` is its path or address, ``sha256`` that of its bytes, ``rules`` the fingerprint of reader
    and lexicons. True also for an older version of a document whose newest came from elsewhere, and for
    a file that gave way to another. False if the register has something else from this source, or the same
    from a file whose name says another symbol.
    """
    file = {"source": source, "sha256": sha256, "rules": rules}
    with trouble(db.conn):
        row = db.conn.execute(
            """SELECT 1 FROM versions JOIN documents ON documents.symbol = versions.symbol
            WHERE versions.sha256 = :sha256 AND versions.rules = :rules
            AND CASE WHEN documents.sha256 = versions.sha256 THEN documents.rules = versions.rules
                ELSE documents.source <> :source END
            UNION SELECT 1 FROM other_files JOIN documents ON documents.symbol = other_files.symbol
            WHERE other_files.sha256 = :sha256 AND other_files.rules = :rules
            EXCEPT SELECT 1 FROM documents WHERE source = :source AND sha256 <> :sha256""",
            file,
        ).fetchone()
        copy = db.conn.execute("SELECT symbol, source FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    return row is not None and not (copy and identity.is_better_named(copy, source))


def save(
    db: Database, document: Document, provisions: Sequence[Provision], *, rules: str, run: int | None = None
) -> Saved:
    """Store a document and its provisions in one transaction, replacing what the register had of it.

    ``rules`` is the fingerprint of the lexicons; ``run`` a number from ``db.runs.start``. The version
    ingested last is the one shown, and every version is kept. A file that is known as an older version
    is ``UNCHANGED`` when the newest came from another file: two files of one document do not replace
    each other again and again. So is one that gives way to that file (`db.identity.rival`), and a file
    that other rules read in the same way. What the register had from the same source under another
    symbol is withdrawn. Raises RegisterError; then nothing of the document was changed.
    """
    with transaction(db) as conn:
        kept = identity.kept(conn, document)
        if kept is not document:
            provisions = [replace(provision, symbol=kept.symbol) for provision in provisions]
        outcome, rival = _save(conn, kept, provisions, rules, run)
        return Saved(outcome, kept, rival, tuple(_left(conn, kept, run)))


def _save(
    conn: Connection, document: Document, provisions: Sequence[Provision], rules: str, run: int | None
) -> tuple[Outcome, Rival | None]:
    held = _held(conn, document.symbol)
    same_file = held is not None and held["sha256"] == document.sha256
    better_named = held is not None and identity.is_better_named(held, document.source)
    if held and same_file and held["rules"] == rules and not better_named:
        return Outcome.UNCHANGED, None
    rival = None
    if held and not same_file and held["source"] != document.source:
        rival = identity.rival(held, document)
        if not rival.gave_way:
            told = _is_known(conn, document)
            _set_aside(conn, document, rules)
            return Outcome.UNCHANGED, None if told else rival
        if not rival.because and _reread(conn, document, rules):
            return Outcome.UNCHANGED, None
        if not rival.because and _says_the_same(conn, held, document):
            rival = None
    _take_up(conn, document)
    before = history.snapshot(conn, document.symbol)
    number = replace_document(conn, document, rules)
    insert_provisions(conn, number, document, provisions)
    if same_file and before == history.snapshot(conn, document.symbol):
        _reread(conn, document, rules)
        return Outcome.UNCHANGED, None
    if held:
        history.keep_snapshot(conn, held, before)
    history.add(conn, document, rules, run, len(provisions))
    return Outcome.CHANGED if held else Outcome.NEW, rival


def remove(db: Database, symbol: str, run: int | None = None) -> bool:
    """Take a document and its provisions out of the register; False if it is not there.

    Its versions are kept with their provisions; within a ``run`` the withdrawal becomes the last of them,
    without a sha256.
    """
    with transaction(db) as conn:
        held = _held(conn, symbol)
        if held is not None:
            _withdraw(conn, held, run)
        return held is not None


def other_sources(db: Database, symbol: str) -> list[str]:
    """From where versions of a document came that the register does not hold, the latest first."""
    with trouble(db.conn):
        rows = db.conn.execute(
            """SELECT source FROM versions WHERE symbol = ? AND sha256 <> ''
            AND symbol NOT IN (SELECT symbol FROM documents)
            AND source NOT IN (SELECT source FROM documents) GROUP BY source ORDER BY max(version) DESC""",
            (symbol,),
        )
        return [row["source"] for row in rows]


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
        insert_aliases(conn, actors)


def save_verbs(db: Database, verbs: Iterable[Verb]) -> None:
    """Store the lexicon's verbs: (verb, kind, strength, source) each."""
    with transaction(db) as conn:
        conn.execute("DELETE FROM verbs")
        conn.executemany("INSERT OR REPLACE INTO verbs VALUES (?, ?, ?, ?)", list(verbs))


def _held(conn: Connection, symbol: str) -> Row | None:
    """The row of a document, None if the register does not have it."""
    return conn.execute("SELECT * FROM documents WHERE symbol = ?", (symbol,)).fetchone()


def _left(conn: Connection, document: Document, run: int | None) -> list[str]:
    """Withdraw what the register had of the file of ``document`` under other symbols: which these were.

    The bytes alone do not tell that it is the same file, unless its name made the symbol.
    """
    rows = conn.execute(
        """SELECT * FROM documents WHERE symbol <> ? AND
        (source = ? OR sha256 = ? AND (symbol = '' OR substr(symbol, 1, 5) = ?))""",
        (document.symbol, document.source, document.sha256, identity.NAMED),
    ).fetchall()
    for held in rows:
        _withdraw(conn, held, run)
    return [held["symbol"] for held in rows]


def _withdraw(conn: Connection, held: Row, run: int | None) -> None:
    """Take out the document in ``held`` (a row of ``documents``) and keep its history."""
    history.keep_snapshot(conn, held, history.snapshot(conn, held["symbol"]))
    conn.execute("DELETE FROM documents WHERE symbol = ?", (held["symbol"],))
    if run is not None:
        history.withdraw(conn, held, run)


def _is_known(conn: Connection, document: Document) -> bool:
    """Whether this file was read before, and was shown or gave way."""
    file = (document.symbol, document.sha256)
    known = "SELECT 1 FROM {} WHERE symbol = ? AND sha256 = ?"
    return any(conn.execute(known.format(table), file).fetchone() for table in ("versions", "other_files"))


def _says_the_same(conn: Connection, held: Row, document: Document) -> bool:
    """Whether the register holds the same paragraphs, though from another file."""
    rows = conn.execute(
        "SELECT paragraph, text FROM paragraphs WHERE document = ? ORDER BY position", (held["number"],)
    )
    return [tuple(row) for row in rows] == [(p.label, p.text) for p in document.paragraphs]


def _set_aside(conn: Connection, document: Document, rules: str) -> None:
    """Note that a file was read and gave way."""
    conn.execute(
        "INSERT OR REPLACE INTO other_files VALUES (?, ?, ?, ?, ?)",
        (document.sha256, document.symbol, document.source, rules, now()),
    )


def _take_up(conn: Connection, document: Document) -> None:
    """Forget that a file once gave way, since it is shown now."""
    conn.execute(
        "DELETE FROM other_files WHERE sha256 = ? AND symbol = ?", (document.sha256, document.symbol)
    )


def _reread(conn: Connection, document: Document, rules: str) -> bool:
    """Note that these rules have read a version the register knows; False if it does not know it."""
    changed = conn.execute(
        "UPDATE versions SET rules = ? WHERE symbol = ? AND sha256 = ?",
        (rules, document.symbol, document.sha256),
    )
    return changed.rowcount > 0
