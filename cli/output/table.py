"""A table for people: any width, colour and links only on a terminal, nothing cut off.

Columns of the register stand as they are; four more are composed for reading: ``where`` (symbol,
paragraph and page), ``who`` (the addressees' names), ``what`` (the action and its date) and ``verb``
in the colour of its strength. Where a width cannot hold the columns, each row becomes a block of lines.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import BinaryIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.output.sheet import Row, Sheet, flat, heading, link

COMPOSED = ("where", "who", "what")
COLOURS = {"mandatory": "bold red", "strong": "red", "standard": "blue", "soft": "green", "none": "dim"}
PIPE_WIDTH = 100  # without a terminal and without COLUMNS
GAP = 2  # between two columns


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Show the rows; what is longer than the terminal goes through the pager."""
    if out is sys.stdout.buffer and sys.stdout.isatty():
        console = Console(highlight=False)
        show(sheet, console)
        return
    text = TextIOWrapper(out, encoding="utf-8", write_through=True)
    show(sheet, plain_console(text))
    text.detach()


def plain_console(text: TextIOWrapper) -> Console:
    """A console for pipes and files: no colour, no links, ``COLUMNS`` wide."""
    width = os.environ.get("COLUMNS", "")
    return Console(
        file=text,
        width=int(width) if width.isdecimal() and int(width) else PIPE_WIDTH,
        color_system=None,
        force_terminal=False,
        highlight=False,
    )


def show(sheet: Sheet, console: Console) -> None:
    """Print the rows as a table or, where the columns do not fit, as blocks."""
    rows = list(sheet.rows)
    if not rows:
        return
    cells = [[cell(column, row) for column in sheet.columns] for row in rows]
    widths = fit(sheet.columns, cells, console.width)
    body = table(sheet.columns, cells, widths, console) if widths else blocks(sheet.columns, cells)
    paged(console, body, lines=len(rows) if widths else len(rows) * len(sheet.columns))


def paged(console: Console, body: RenderableType, lines: int) -> None:
    """Print; a body of more lines than the terminal has goes through ``PAGER``."""
    if not console.is_terminal:
        console.print(body, soft_wrap=False)
        return
    if lines < console.height:
        lines = len(console.render_lines(body, pad=False))
    if lines < console.height - 1:
        console.print(body)
        return
    os.environ.setdefault("LESS", "FRX")  # colours and links pass through, as with git
    with console.pager(styles=True, links=True):
        console.print(body)


def fit(columns: tuple[str, ...], cells: list[list[Text]], room: int) -> list[int]:
    """The width of each column, so that no word is broken; empty where the columns cannot fit."""
    room -= GAP * (len(columns) - 1)
    natural, least = [], []
    for number, column in enumerate(columns):
        texts = [heading(column), *(line[number].plain for line in cells)]
        natural.append(max(len(part) for text in texts for part in text.split("\n")))
        least.append(min(24, max(len(word) for text in texts for word in text.split() or [""])))
    if sum(natural) <= room:
        return natural
    spare = room - sum(least)
    if spare < 12:
        return []
    wishes = [(most - minimum) ** 0.5 for most, minimum in zip(natural, least, strict=True)]
    return [
        min(most, minimum + int(spare * wish / sum(wishes)))
        for most, minimum, wish in zip(natural, least, wishes, strict=True)
    ]


def table(columns: tuple[str, ...], cells: list[list[Text]], widths: list[int], console: Console) -> Table:
    """The rows as a table with a rule under its header, on a terminal only."""
    body = Table(
        box=SIMPLE_HEAD if console.is_terminal else None,
        padding=(0, GAP, 0, 0),
        pad_edge=False,
        show_edge=False,
    )
    for column, width in zip(columns, widths, strict=True):
        body.add_column(heading(column), width=width, overflow="fold")
    for line in cells:
        body.add_row(*line)
    return body


def blocks(columns: tuple[str, ...], cells: list[list[Text]]) -> Group:
    """The rows as blocks of ``name: value`` lines, for narrow terminals and many columns."""
    lines = []
    for row in cells:
        for column, text in zip(columns, row, strict=True):
            if text.plain:
                lines.append(Text.assemble((f"{heading(column)}: ", "dim"), text))
        lines.append(Text())
    return Group(*lines)


def cell(column: str, row: Row) -> Text:
    """One cell, styled by what it says."""
    if column == "where":
        return where(row)
    if column == "who":
        return Text(", ".join(row["actor_names"]))
    if column == "what":
        due = f"  [due {row['due_date']}]" if row["due_date"] else ""
        return Text.assemble(row["action"] or row["text"], (due, "bold"))
    if column in ("verb", "verb_phrase", "strength"):
        return Text(flat(column, row[column]), style=COLOURS.get(row.get("strength", ""), ""))
    if column in ("symbol", "id"):
        return Text(flat(column, row[column]), style=linked(row))
    return Text(flat(column, row[column]))


def where(row: Row) -> Text:
    """Where a row stands: ``A/RES/73/186`` and, below, ``para. 13(a), p. 4``."""
    page = f", p. {row['page']}" if row["page"] else ""
    return Text.assemble((row["symbol"], linked(row)), f"\npara. {row['paragraph']}{page}")


def linked(row: Row) -> str:
    """The style that makes a terminal open the document on a click."""
    return f"bold link {link(row['symbol'])}" if row.get("symbol") else ""
