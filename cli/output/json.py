"""JSON: one array of objects, with real lists, numbers, true and false, and ISO dates or null."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from cli.output.sheet import Row, Sheet

DATES = {"date", "due_date"}


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the array row by row, so that its length costs no memory."""
    opening = b"[\n"
    for row in sheet.rows:
        out.write(opening + record(row, sheet.columns))
        opening = b",\n"
    out.write(b"[]\n" if opening == b"[\n" else b"\n]\n")


def record(row: Row, columns: tuple[str, ...]) -> bytes:
    """One row as a JSON object on one line."""
    values: dict[str, Any] = {column: row[column] for column in columns}
    for column in DATES & values.keys():
        values[column] = values[column] or None
    return json.dumps(values, ensure_ascii=False).encode()
