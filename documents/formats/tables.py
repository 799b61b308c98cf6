"""Tables as lines: rows of figures and words, or cells that only place paragraphs on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from documents.formats import pieces
from documents.lines import Line

LONGEST = 120  # characters of a cell; a longer one is a paragraph

Cell = Sequence[Line]


def lines(rows: Sequence[Sequence[Cell]], *, in_text: bool) -> Iterator[Line]:
    """The rows of a table, each one line where its cells hold one line each, else the lines of each cell.

    ``in_text``: sentences have begun above. There ``row`` is said of the lines of a table of short cells
    in columns; a masthead stands above the text, and long cells are paragraphs that a table places.
    """
    texts = [[_text(cell) for cell in row] for row in rows]
    columns = max((sum(1 for cell in row if cell) for row in texts), default=0)
    is_data = (
        in_text
        and columns > 1
        and all(len(line.text) <= LONGEST for row in texts for cell in row for line in cell)
    )
    for row, text in zip(rows, texts, strict=True):
        filled = [cell for cell in text if cell]
        if any(len(cell) > 1 for cell in filled):
            yield from (line._replace(row=is_data and _is_text(line)) for line in chain.from_iterable(row))
            continue
        if filled:
            yield pieces.beside([cell[0] for cell in filled])._replace(row=is_data)
        yield from (line for cell in row for line in cell if not _is_text(line))


def _text(cell: Cell) -> list[Line]:
    return [line for line in cell if _is_text(line)]


def _is_text(line: Line) -> bool:
    return not line.note and not line.dropped
