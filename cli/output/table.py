"""A table for people: any width, colour and links only on a terminal, nothing cut off.

Columns of the register stand as they are; four more are composed for reading: ``where`` (symbol,
paragraph and page), ``who`` (the addressees' names), ``how`` (the verb and its strength) and ``what``
(the action and its date). Where a width cannot hold the columns, each row becomes a block of lines.
"""

from __future__ import annotations

from typing import BinaryIO

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from cli.output.screen import console_for, is_terminal, put
from cli.output.sheet import Row, Sheet, flat, heading, link

HEADINGS = {"where": "Where", "who": "Addressee", "how": "Verb", "what": "What"}
UNBROKEN = {"where", "symbol", "id"}  # columns whose lines are not wrapped
COLOURS = {"mandatory": "bold red", "strong": "red", "standard": "blue", "soft": "green", "none": "dim"}
GAP = 2  # between two columns


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Show the rows as a table or, where the columns do not fit, as blocks."""
    rows = list(sheet.rows)
    if not rows:
        return
    cells = [[cell(column, row) for column in sheet.columns] for row in rows]
    widths = fit(sheet.columns, cells, console_for(out).width)
    if widths:
        put(table(sheet.columns, cells, widths, ruled=is_terminal(out)), out)
    else:
        put(blocks(sheet.columns, cells), out)


def fit(columns: tuple[str, ...], cells: list[list[Text]], room: int) -> list[int]:
    """The width of each column, so that no word is broken; empty where the columns cannot fit."""
    room -= GAP * (len(columns) - 1)
    natural, least = [], []
    for number, column in enumerate(columns):
        texts = [title(column), *(line[number].plain for line in cells)]
        lines = [line for text in texts for line in text.split("\n")]
        words = [word for line in lines for word in line.split()]
        natural.append(max(map(len, lines)))
        least.append(natural[-1] if column in UNBROKEN else min(24, max(map(len, words), default=0)))
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


def table(columns: tuple[str, ...], cells: list[list[Text]], widths: list[int], ruled: bool) -> Table:
    """The rows as a table with a rule under its header if ``ruled``."""
    box = SIMPLE_HEAD if ruled else None
    body = Table(box=box, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False)
    for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
        figures = all(line[number].plain.isdecimal() for line in cells if line[number].plain)
        justify = "right" if figures else "left"
        body.add_column(title(column), width=width, overflow="fold", justify=justify)
    for line in cells:
        body.add_row(*line)
    return body


def blocks(columns: tuple[str, ...], cells: list[list[Text]]) -> Group:
    """The rows as blocks of ``name: value`` lines, for narrow terminals and many columns."""
    lines = []
    for row in cells:
        for column, text in zip(columns, row, strict=True):
            if text.plain:
                lines.append(Text.assemble((f"{title(column)}: ", "dim"), text))
        lines.append(Text())
    return Group(*lines)


def title(column: str) -> str:
    """What stands above a column."""
    return HEADINGS.get(column) or heading(column)


def cell(column: str, row: Row) -> Text:
    """One cell, styled by what it says."""
    if column == "where":
        return where(row)
    if column == "who":
        return Text(", ".join(row["actor_names"]))
    if column == "how":
        level = row["strength"] if row["strength"] != "none" else row["kind"]
        return Text.assemble((row["verb"], COLOURS.get(row["strength"], "")), (f"\n({level})", "dim"))
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
