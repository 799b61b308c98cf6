"""The table on a terminal: colour by strength, symbols that open the document on a click, the pager."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.output.screen import put
from cli.output.sheet import Row, link
from cli.output.table import GAP, numeric, title, wrapped_lines

UNBOUND = 10_000  # of blocks, whose lines the terminal's width bounds
COLOURS = {"mandatory": "bold red", "strong": "red", "standard": "blue", "soft": "green", "none": ""}


def show(
    columns: Sequence[str], rows: list[Row], cells: list[list[str]], widths: list[int], out: BinaryIO
) -> None:
    """Show the cells as a table of these widths; without widths, as blocks."""
    styled = [
        [
            styled_cell(*given, row)
            for given in zip(columns, line, widths or [UNBOUND] * len(line), strict=True)
        ]
        for row, line in zip(rows, cells, strict=True)
    ]
    put(table(columns, styled, widths, numeric(cells)) if widths else blocks(columns, styled), out)


def table(columns: Sequence[str], cells: list[list[Text]], widths: list[int], right: set[int]) -> Table:
    """The cells under a ruled header."""
    # The box itself puts one space between columns.
    body = Table(box=SIMPLE_HEAD, padding=(0, GAP - 1, 0, 0), pad_edge=False, show_edge=False)
    for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
        justify = "right" if number in right else "left"
        body.add_column(title(column), width=width, overflow="fold", justify=justify)
    for line in cells:
        body.add_row(*line)
    return body


def blocks(columns: Sequence[str], cells: list[list[Text]]) -> Group:
    """The cells as blocks of ``name: value`` lines."""
    lines: list[RenderableType] = []
    for row in cells:
        for column, text in zip(columns, row, strict=True):
            if text.plain:
                lines.append(Text.assemble((f"{title(column)}: ", "dim"), text))
        lines.append(Text())
    return Group(*lines)


def styled_cell(column: str, text: str, width: int, row: Row) -> Text:
    """The cell in lines of ``width``; its first part has a style, what stands below it is dim."""
    first, rest = ("\n".join(wrapped_lines(part, width)) for part in text.partition("\n")[::2])
    style = ""
    if column in ("how", "verb", "verb_phrase", "strength"):
        style = COLOURS.get(row.get("strength", ""), "")
    elif column in ("where", "symbol", "id") and row.get("symbol"):
        address = link(row["symbol"])
        style = f"bold link {address}" if address else "bold"
    return Text.assemble((first, style), (f"\n{rest}", "dim") if rest else "")
