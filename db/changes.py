"""What changed in the register since a run: documents and provisions added, changed, withdrawn."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db.register import trouble


class What(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ProvisionChange:
    """One provision. Of a withdrawn one, everything is as it was; ``before``: its earlier words, else ""."""

    what: What
    id: str
    paragraph: str
    verb: str
    strength: str
    kind: str
    actors: tuple[str, ...]  # ids, of the addressees before and now
    actor_names: tuple[str, ...]
    text: str
    before: str


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One document. ``versions``: how many the register has of it."""

    what: What
    symbol: str
    title: str
    date: str
    source: str
    versions: int
    provisions: tuple[ProvisionChange, ...]


Provision = dict[str, Any]  # as db.store keeps it in a version's snapshot


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
    old = conn.execute(
        """SELECT * FROM versions WHERE symbol = ? AND coalesce(run, 0) <= ?
        ORDER BY version DESC LIMIT 1""",
        (symbol, since),
    ).fetchone()
    new = conn.execute(
        """SELECT versions.* FROM versions JOIN documents USING (symbol, sha256) WHERE symbol = ?""",
        (symbol,),
    ).fetchone()
    shown = new or old
    if shown is None or (old and new and old["sha256"] == new["sha256"]):
        return None
    count = conn.execute("SELECT count(*) FROM versions WHERE symbol = ?", (symbol,)).fetchone()[0]
    what = What.WITHDRAWN if new is None else What.CHANGED if old else What.ADDED
    return DocumentChange(
        what,
        symbol,
        shown["title"],
        shown["date"],
        shown["source"],
        count,
        compare(_snapshot(old), _snapshot(new)),
    )


def _snapshot(version: sqlite3.Row | None) -> list[Provision]:
    return json.loads(zlib.decompress(version["snapshot"])) if version else []


def compare(old: Sequence[Provision], new: Sequence[Provision]) -> tuple[ProvisionChange, ...]:
    """What became of the provisions of one version in the next, in the order of the text, withdrawn last.

    The same words in the same place are no change; the same words elsewhere, or other words in the
    same paragraph, are a change; the rest was added or withdrawn.
    """
    place = {id(provision): number for number, provision in enumerate(new)}
    old, new = list(old), list(new)
    _pairs(old, new, lambda p: (p["paragraph"], p["text"], p["verb"], _ids(p)))
    pairs = _pairs(old, new, lambda p: p["text"]) + _pairs(old, new, lambda p: p["paragraph"])
    found = [(place[id(now)], _provision(What.CHANGED, now, before)) for before, now in pairs]
    found += [(place[id(now)], _provision(What.ADDED, now)) for now in new]
    found.sort(key=lambda item: item[0])
    return (*(change for _, change in found), *(_provision(What.WITHDRAWN, p) for p in old))


def _pairs(
    old: list[Provision], new: list[Provision], key: Callable[[Provision], Any]
) -> list[tuple[Provision, Provision]]:
    """Take out of both lists those with the same key, each once, in order."""
    waiting: dict[Any, list[Provision]] = {}
    for provision in old:
        waiting.setdefault(key(provision), []).append(provision)
    pairs = [(waiting[key(p)].pop(0), p) for p in new if waiting.get(key(p))]
    taken = {id(p) for pair in pairs for p in pair}
    old[:] = [p for p in old if id(p) not in taken]
    new[:] = [p for p in new if id(p) not in taken]
    return pairs


def _provision(what: What, now: Provision, before: Provision | None = None) -> ProvisionChange:
    addressees = {a["id"]: a["name"] for p in (before, now) if p for a in p["addressees"]}
    return ProvisionChange(
        what,
        f"{now['symbol']}#{now['paragraph']}.{now['ordinal']}",
        now["paragraph"],
        now["verb"],
        now["strength"],
        now["kind"],
        tuple(addressees),
        tuple(addressees.values()),
        now["text"],
        before["text"] if before else "",
    )


def _ids(provision: Provision) -> tuple[str, ...]:
    return tuple(a["id"] for a in provision["addressees"])
