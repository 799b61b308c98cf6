"""What ``mandates show`` shows of a document beside its paragraphs: its notes and what reading left out."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.errors import say
from cli.output.screen import put
from db import accounts
from db.filters import Filter
from db.rows import DocumentRow, DroppedRow, NoteRow

NUMBER_WIDTH = 6


def show_beside(register: Any, document: DocumentRow, label: str, *, notes: bool, dropped: bool) -> None:
    """Show the notes (of the paragraph with this label, if any) and what was left out, as asked for."""
    if dropped and label:
        raise typer.BadParameter("is told of whole documents only", param_hint="--dropped")
    parts: list[RenderableType] = []
    if notes:
        found = list(accounts.notes(register, Filter(documents=(document.symbol,)), paragraph=label or None))
        parts += notes_of(found)
        if not found:
            say(
                f"{document.symbol} has no notes{f' in paragraph {label}' if label else ''}{unread(document)}"
            )
    if dropped:
        left_out = accounts.dropped(register, document.symbol)
        words = accounts.account(register, document.symbol)
        parts += [Text(summed(words)), Text()] if words else []
        parts += dropped_of(left_out)
        if not left_out:
            say(f"nothing of {document.symbol} was left out{unread(document)}")
    if parts:
        put(Group(*parts), sys.stdout.buffer)


def unread(document: DocumentRow) -> str:
    """Why nothing may be known, where an older version read the document."""
    older = "; an earlier version read it, which kept none of this: ingest its file again"
    return "" if document.rules else older


def notes_of(notes: Iterable[NoteRow]) -> Iterator[RenderableType]:
    """The notes, each with its number and below it where its mark stands."""
    for note in notes:
        grid = Table.grid(padding=(0, 1), pad_edge=False)
        grid.add_column(width=NUMBER_WIDTH, justify="right", style="dim", overflow="fold")
        grid.add_column(overflow="fold")
        grid.add_row(note.number, Text(note.text))
        grid.add_row("", Text(place_of(note), style="dim"))
        yield grid


def place_of(note: NoteRow) -> str:
    """``paragraph 7, p. 3``; ``preamble``; ``mark not found, p. 3``."""
    where = f"paragraph {note.paragraph}" if note.paragraph else note.part or "mark not found"
    return where + (f", p. {note.page}" if note.page else "")


def summed(words: dict[str, int]) -> str:
    """``1,234 words: 40 front matter, 200 preamble, ... 37 dropped``."""
    listed = ", ".join(f"{number:,} {place}" for place, number in words.items() if number)
    return f"{sum(words.values()):,} words: {listed}"


def dropped_of(left_out: Iterable[DroppedRow]) -> Iterator[RenderableType]:
    """The stretches that were left out: page, reason, words."""
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for each in left_out:
        grid.add_row(f"p. {each.page}" if each.page else "", Text(each.reason), Text(each.words))
    if grid.row_count:
        yield grid
