"""Comma-separated values that Excel opens as they are meant."""

from __future__ import annotations

import csv
from io import TextIOWrapper
from typing import BinaryIO

from cli.output.sheet import Sheet, flat

IDS = ("actors", "actor_names")  # lists joined by a bare ";"
# Excel and its like run a cell that begins so as a formula; an apostrophe makes it text.
FORMULA = ("=", "+", "-", "@", "\t")


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write a header and one line per row, in UTF-8."""
    text = TextIOWrapper(out, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(sheet.columns)
    for row in sheet.rows:
        writer.writerow([safe(flat(row[column], ";" if column in IDS else "; ")) for column in sheet.columns])
    text.flush()
    text.detach()


def safe(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would run as a formula."""
    cell = cell.replace("\r", " ")  # which ends a row for some readers
    return f"'{cell}" if cell.startswith(FORMULA) else cell
