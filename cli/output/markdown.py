"""A Markdown table, to paste into a note or an issue."""

from __future__ import annotations

import re
from typing import BinaryIO

from cli.output.sheet import Sheet, flat, heading


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write a heading line, a rule and one line per row."""
    out.write(line([heading(column) for column in sheet.columns]))
    out.write(line(["---"] * len(sheet.columns)))
    for row in sheet.rows:
        out.write(line([escaped(flat(row[column])) for column in sheet.columns]))


def line(cells: list[str]) -> bytes:
    """One line of the table."""
    return f"| {' | '.join(cells)} |\n".encode()


def escaped(text: str) -> str:
    """The text with the characters that Markdown would take as marks made plain."""
    return re.sub(r"([\\|*_`<\[\]])", r"\\\1", " ".join(text.split()))
