"""JSON Lines: one object per line, for programs that read row by row."""

from __future__ import annotations

from typing import BinaryIO

from cli.output.json import record
from cli.output.sheet import Sheet


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write one line per row."""
    for row in sheet.rows:
        out.write(record(row, sheet.columns) + b"\n")
