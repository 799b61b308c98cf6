"""Which document a file is, and which of several files of one document is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePath
from sqlite3 import Connection, Row

from documents import symbols
from documents.document import Document

NAMED = "file:"  # what a symbol begins with that was made from the name of a file


@dataclass(frozen=True, slots=True)
class Rival:
    """Another file of the same document. ``gave_way``: it was shown and is no more; else it stays.

    Why: the one shown now was ``reissued``, or the other is ``misnamed``, by the symbol that its name
    says; without either, the one shown is the one that was read last.
    """

    source: str
    gave_way: bool
    reissued: bool = False
    misnamed: str = ""

    @property
    def because(self) -> bool:
        """Whether there is a reason why one goes first."""
        return self.reissued or bool(self.misnamed)


def kept(conn: Connection, document: Document) -> Document:
    """The document under the symbol by which to keep it: its own, or of a text without one, ``file:NAME``.

    Where another file holds that name, as much of the path as is needed to tell them apart stands
    before it. A file keeps the name it has, a copy of it is no other document, and a file that is gone
    leaves its name to others.
    """
    if not document.symbol.startswith(NAMED):
        return document
    held = conn.execute(
        "SELECT symbol, source FROM documents WHERE sha256 = ? OR source = ?",
        (document.sha256, document.source),
    ).fetchall()
    own = [row["symbol"] for row in held if row["symbol"].startswith(NAMED) and _stays(row, document)]
    symbol = own[0] if own else next(name for name in _names(document) if not _is_taken(conn, name))
    if symbol == document.symbol:
        return document
    warnings = tuple(warning.replace(document.symbol, symbol) for warning in document.warnings)
    return replace(document, symbol=symbol, warnings=warnings)


def _stays(held: Row, document: Document) -> bool:
    """Whether the document in ``held`` keeps its name: it is of this very file, or of a copy that exists."""
    return held["source"] == document.source or Path(held["source"]).exists()


def _is_taken(conn: Connection, symbol: str) -> bool:
    held = conn.execute("SELECT source FROM documents WHERE symbol = ?", (symbol,)).fetchone()
    return held is not None and Path(held["source"]).exists()


def _names(document: Document) -> Iterator[str]:
    """``file:draft``, ``file:north/draft``, ``file:north/draft.txt``, ``file:papers/north/draft.txt``, ...

    Where all these are taken, they go on for ever with a number.
    """
    yield document.symbol
    name = document.symbol.removeprefix(NAMED)
    path = PurePath(document.source)
    folders = [folder.replace("#", "-") for folder in path.parent.parts if folder != path.anchor]
    if folders:
        yield f"{NAMED}{folders[-1]}/{name}"
    for first in range(len(folders) - 1, -1, -1):
        yield f"{NAMED}{'/'.join(folders[first:])}/{name}{path.suffix}"
    yield from (f"{document.symbol} ({number})" for number in count(2))


def rival(held: Row, document: Document) -> Rival:
    """What becomes of the file of ``held`` (a row of ``documents``) as another file of it was read.

    One that was reissued goes first, then one whose name does not say another symbol; of equals the
    one read last.
    """
    shown = (bool(held["reissued"]), not _misnamed(held["symbol"], held["source"]))
    newer = (document.reissued, not _misnamed(document.symbol, document.source))
    gave_way = shown <= newer
    other = held["source"] if gave_way else document.source
    return Rival(
        held["source"],
        gave_way,
        reissued=shown[0] != newer[0],
        misnamed=_misnamed(document.symbol, other) if shown[0] == newer[0] and shown != newer else "",
    )


def is_better_named(held: Row, source: str) -> bool:
    """Whether a copy of the file of ``held`` (a row of ``documents``) at ``source`` should stand for it:
    its name does not say another symbol, as that of the file does."""
    return bool(_misnamed(held["symbol"], held["source"])) and not _misnamed(held["symbol"], source)


def _misnamed(symbol: str, source: str) -> str:
    """The symbol that the name of a file says though its text says another, else "".

    The address of a fetched one says nothing.
    """
    named = "" if "://" in source else symbols.from_file_name(PurePath(source).stem)
    return "" if f"{symbol}/".startswith((f"{named}/", f"{named} ")) else named
