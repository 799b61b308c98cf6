"""A table for people: any width, nothing cut off, the verb and the addressee always there.

Columns of the register stand as they are; four more are composed for reading: ``where`` (symbol,
paragraph and page), ``who`` (the addressees' names), ``how`` (the verb and its strength) and ``what``
(the action and its date). Where a width cannot hold the columns, each row becomes a block of lines.

A terminal gets colours, links and the pager from Rich; a pipe or a file gets plain lines, which are laid
out here, since Rich takes longer for them than all the rest of a query.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import BinaryIO

from cli.output.screen import is_terminal, width_of
from cli.output.sheet import Row, Sheet, flat, heading

HEADINGS = {"where": "Where", "who": "Addressee", "how": "Verb", "what": "What"}
UNBROKEN = {"where", "symbol", "id", "share"}  # columns whose lines are not wrapped
LEAST = {"how": 12, "verb": 12}  # wide enough for "call upon"
WORDS = (24, 17, 14)  # letters of a word that is kept whole: the first of them for which there is room
ROOM_TO_READ = 8  # characters that must be left beside the longest words
GAP = 2  # between two columns


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Show the rows as a table or, where the columns do not fit, as blocks; no rows show nothing."""
    rows = list(sheet.rows)
    if not rows:
        return
    cells = [[text_of(column, row) for column in sheet.columns] for row in rows]
    widths = fit(sheet.columns, cells, width_of(out))
    if is_terminal(out):
        from cli.output import coloured

        coloured.show(sheet.columns, rows, cells, widths, out)
        return
    lines = (
        table_lines(sheet.columns, cells, widths)
        if widths
        else block_lines(sheet.columns, cells, width_of(out))
    )
    out.writelines(f"{line.rstrip()}\n".encode() for line in lines)


def text_of(column: str, row: Row) -> str:
    """What stands in a cell."""
    if column == "where":
        page = f", p. {row['page']}" if row["page"] else ""
        return f"{row['symbol']}\npara. {row['paragraph']}{page}"
    if column == "who":
        return ", ".join(row["actor_names"])
    if column == "how":
        level = row["strength"] if row["strength"] != "none" else row["kind"]
        return f"{row['verb']}\n({level})"
    if column == "what":
        due = f"  [due {row['due_date']}]" if row["due_date"] else ""
        return f"{row['action'] or row['text']}{due}"
    return flat(row[column])


def title(column: str) -> str:
    """What stands above a column."""
    return HEADINGS.get(column) or heading(column)


def fit(columns: Sequence[str], cells: list[list[str]], room: int) -> list[int]:
    """The width of each column, so that no usual word is broken; empty where the columns cannot fit."""
    room -= GAP * (len(columns) - 1)
    lines = [
        [line for text in (title(column), *(row[number] for row in cells)) for line in text.split("\n")]
        for number, column in enumerate(columns)
    ]
    natural = [max(map(len, own)) for own in lines]
    if sum(natural) <= room:
        return natural
    words = [max(len(word) for line in own for word in [*line.split(), ""]) for own in lines]
    for longest in WORDS:
        least = [
            most if column in UNBROKEN else min(most, max(LEAST.get(column, 0), min(longest, word)))
            for column, most, word in zip(columns, natural, words, strict=True)
        ]
        if (spare := room - sum(least)) >= ROOM_TO_READ:
            return widened(least, natural, spare)
    return []


def widened(least: list[int], natural: list[int], spare: int) -> list[int]:
    """The least widths with the spare room shared out, by the root so that no column starves the others."""
    wishes = [(most - minimum) ** 0.5 for most, minimum in zip(natural, least, strict=True)]
    return [
        min(most, minimum + int(spare * wish / sum(wishes)))
        for most, minimum, wish in zip(natural, least, wishes, strict=True)
    ]


def table_lines(columns: Sequence[str], cells: list[list[str]], widths: list[int]) -> Iterator[str]:
    """The lines of a plain table, its header first."""
    right = numeric(cells)
    for row in ([title(column) for column in columns], *cells):
        wrapped = [wrapped_lines(text, width) for text, width in zip(row, widths, strict=True)]
        for parts in zip_longest(*wrapped, fillvalue=""):
            yield (" " * GAP).join(
                part.rjust(width) if number in right else part.ljust(width)
                for number, (part, width) in enumerate(zip(parts, widths, strict=True))
            )


def block_lines(columns: Sequence[str], cells: list[list[str]], width: int) -> Iterator[str]:
    """The rows as blocks of ``name: value`` lines, for narrow widths and many columns."""
    for row in cells:
        for column, text in zip(columns, row, strict=True):
            if text:
                yield from wrapped_lines(f"{title(column)}: {' '.join(text.split())}", width)
        yield ""


def wrapped_lines(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` characters; its own line ends stay."""
    return [part for line in text.split("\n") for part in wrap(line, width)]


def numeric(cells: list[list[str]]) -> set[int]:
    """The places of the columns that hold numbers alone, which stand to the right."""
    return {
        number
        for number, column in enumerate(zip(*cells, strict=True))
        if all(text.isdecimal() or not text for text in column)
    }
