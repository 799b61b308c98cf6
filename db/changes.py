"""What changed in the register since a run: documents and provisions added, changed, withdrawn."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db import history, queries
from db.history import Snapshot
from db.register import trouble


class What(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ProvisionChange:
    """One provision. Of a withdrawn one, everything is as it was. ``before`` and ``moved_from``: the
    earlier words and the earlier paragraph, where they are others, else "".
    """

    what: What
    id: str
    paragraph: str
    verb: str
    verb_phrase: str  # as printed; of a lettered item, that of its chapeau
    strength: str
    kind: str
    actors: tuple[str, ...]  # ids, of the addressees before and now
    actor_names: tuple[str, ...]
    text: str
    before: str
    moved_from: str


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One document. ``versions``: how many the register has of it; ``reread``: the file is the same, the
    rules are not."""

    what: What
    symbol: str
    title: str
    date: str
    source: str
    versions: int
    reread: bool
    provisions: tuple[ProvisionChange, ...]


Provision = dict[str, Any]  # as db.history has it


def changes(conn: sqlite3.Connection, since: int) -> list[DocumentChange]:
    """What the register has now and did not have after run ``since`` (0: ever), in the order it came."""
    with trouble(conn):
        rows = conn.execute(
            """SELECT symbol, min(version) AS first FROM versions WHERE coalesce(run, 0) > ?
            GROUP BY symbol ORDER BY first""",
            (since,),
        ).fetchall()
        found = [_change(conn, row["symbol"], since) for row in rows]
    return [change for change in found if change]


def last_finished(conn: sqlite3.Connection, command: str) -> int:
    """The number of the latest run of ``command`` that came to its end, 0 if there is none."""
    with trouble(conn):
        row = conn.execute(
            "SELECT max(run) FROM runs WHERE command = ? AND finished IS NOT NULL", (command,)
        ).fetchone()
    return row[0] or 0


def _change(conn: sqlite3.Connection, symbol: str, since: int) -> DocumentChange | None:
    versions = history.versions(conn, symbol)
    old = next((v for v in reversed(versions) if (v.run or 0) <= since), None)
    new = versions[-1] if queries.document(conn, symbol) else None
    shown = new or old
    if shown is None:
        return None
    return DocumentChange(
        What.WITHDRAWN if new is None else What.CHANGED if old else What.ADDED,
        symbol,
        shown.title,
        shown.date,
        shown.source,
        len(versions),
        bool(old and new and old.sha256 == new.sha256),
        compare(_provisions(conn, old), _provisions(conn, new)),
    )


def _provisions(conn: sqlite3.Connection, version: history.Version | None) -> Snapshot:
    return history.provisions_of(conn, version) if version else []


def compare(old: Sequence[Provision], new: Sequence[Provision]) -> tuple[ProvisionChange, ...]:
    """What became of the provisions of one version in the next, in the order of the text, withdrawn last.

    The same words in the same place are no change. The same words elsewhere are one, and so are other
    words with the same verb or addressees in the same paragraph, or with both anywhere; the rest was
    added or withdrawn.
    """
    place = {id(provision): number for number, provision in enumerate(new)}
    old, new = list(old), list(new)
    _pairs(old, new, lambda p: [p["paragraph"], p["text"], p["verb"], p["actors"]])
    pairs: list[tuple[Provision, Provision]] = []
    for fields in (("text",), ("paragraph", "verb"), ("verb", "actors"), ("paragraph", "actors")):
        pairs += _pairs(old, new, lambda p, fields=fields: [p[field] for field in fields])
    found = [(place[id(now)], _provision(What.CHANGED, now, before)) for before, now in pairs]
    found += [(place[id(now)], _provision(What.ADDED, now)) for now in new]
    found.sort(key=lambda item: item[0])
    return (*(change for _, change in found), *(_provision(What.WITHDRAWN, p) for p in old))


def _pairs(
    old: list[Provision], new: list[Provision], key: Callable[[Provision], Any]
) -> list[tuple[Provision, Provision]]:
    """Take out of both lists those with the same key, each once, in order."""
    waiting: dict[str, list[Provision]] = {}
    for provision in old:
        waiting.setdefault(repr(key(provision)), []).append(provision)
    pairs = [(waiting[repr(key(p))].pop(0), p) for p in new if waiting.get(repr(key(p)))]
    taken = {id(p) for pair in pairs for p in pair}
    old[:] = [p for p in old if id(p) not in taken]
    new[:] = [p for p in new if id(p) not in taken]
    return pairs


def _provision(what: What, now: Provision, before: Provision | None = None) -> ProvisionChange:
    addressees = {
        actor: name
        for provision in (before, now)
        if provision
        for actor, name in zip(provision["actors"], provision["actor_names"], strict=True)
    }
    return ProvisionChange(
        what,
        now["id"],
        now["paragraph"],
        now["verb"],
        now["verb_phrase"],
        now["strength"],
        now["kind"],
        tuple(addressees),
        tuple(addressees.values()),
        now["text"],
        before["text"] if before and before["text"] != now["text"] else "",
        before["paragraph"] if before and before["paragraph"] != now["paragraph"] else "",
    )
