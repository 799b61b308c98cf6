"""What documents hold beside their paragraphs: notes, what reading left out, how many words went where."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from db.filters import Filter
from db.queries import covers, on_documents
from db.register import trouble
from db.rows import DroppedRow, NoteRow
from documents.document import Place


def notes(conn: sqlite3.Connection, filter: Filter, *, paragraph: str | None = None) -> Iterator[NoteRow]:
    """The notes of the documents that match ``filter``'s conditions on documents, in the order of the text.

    Conditions on provisions do not count here. ``paragraph`` "7" is 7 with its items, "7(a)" that item.
    """
    where, values = on_documents(filter)
    if paragraph is not None:
        test, labels = covers(paragraph)
        where, values = f"{where} AND {test}", (*values, *labels)
    sql = f"""SELECT documents.symbol, notes.number, text, page, part, paragraph, "offset"
        FROM documents JOIN notes ON notes.document = documents.number
        WHERE {where} ORDER BY documents.organ, documents.short, documents.number, position"""
    with trouble(conn):
        for row in conn.execute(sql, values):
            yield NoteRow(*row)


def dropped(conn: sqlite3.Connection, symbol: str) -> list[DroppedRow]:
    """What reading left out of a document, in the order of its text."""
    sql = """SELECT page, reason,
        CASE words WHEN '' THEN substr(texts.text, "start" + 1, "end" - "start") ELSE words END
        FROM documents JOIN dropped ON dropped.document = documents.number
        JOIN texts ON texts.document = documents.number WHERE symbol = ? ORDER BY position"""
    with trouble(conn):
        return [
            DroppedRow(page, reason, " ".join(words.split()))
            for page, reason, words in conn.execute(sql, (symbol,))
        ]


def account(conn: sqlite3.Connection, symbol: str) -> dict[str, int]:
    """How many words of a document went where, in the order of `Place`; empty where nothing was counted."""
    sql = """SELECT place, words FROM documents JOIN account ON account.document = documents.number
        WHERE symbol = ?"""
    with trouble(conn):
        counted = dict(conn.execute(sql, (symbol,)).fetchall())
    return {str(place): counted[place] for place in Place if place in counted}
