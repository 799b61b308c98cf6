"""``mandates stats``: how many provisions, by actor, verb, strength, organ, session and more."""

from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.columns import chosen
from cli.errors import nearest, say
from cli.expand import expanded
from cli.options import Db, FilterOptions, OutputOptions, how, opened
from cli.output.emit import Format, emit
from cli.output.sheet import Row, Sheet
from cli.selection import selected
from cli.spelling import spelled
from cli.undated import tell_undated
from db import names, queries
from db.filters import Filter
from db.rows import Cell, Facet
from rules.levels import Strength

OVERVIEW = ("strength", "kind", "verb", "actor", "organ", "session")
OVERVIEW_ROWS = 10  # of each count of the overview
TABLE_ROWS = 25
MATRIX_COLUMNS = 5  # that fit 80 characters beside a name
BAR = 30  # characters of the longest bar
COUNTS = ("value", "name", "count")


@expanded
def command(
    filters: FilterOptions,
    output: OutputOptions,
    by: Annotated[list[str] | None, how("--by", metavar="WHAT", help=f"{', '.join(queries.FACETS)}.")] = None,
    matrix: Annotated[
        tuple[str, str] | None,
        how("--matrix", metavar="ROWS COLUMNS", help="Count pairs: --matrix actor verb."),
    ] = None,
    chart: Annotated[
        Path | None,
        how("--chart", metavar="FILE", help="Draw the counts as .svg or .png (needs matplotlib)."),
    ] = None,
    limit: Annotated[
        int | None, how("--limit", metavar="N", min=0, help="At most so many rows; 0 for all.")
    ] = None,
    db: Db = None,
) -> None:
    """How many provisions there are, in bars.

    A provision that is addressed to several actors counts once for each of them.

    Examples:

        mandates stats
        mandates stats --by actor --strength strong+ --session 78-80
        mandates stats --matrix actor verb --format csv -o matrix.csv
        mandates stats --by actor --kind directive --chart actors.svg
    """
    if matrix and chart:
        raise typer.BadParameter("draws the counts of --by, not a matrix", param_hint="--chart")
    for facet in (*(by or ()), *(matrix or ())):
        known(facet, "--matrix" if matrix else "--by")
    with opened(db) as register:
        filter = selected(filters, register)
        if matrix:
            show_matrix(register, filter, output, matrix, limit)
        elif chart:
            draw_chart(register, filter, chart, (by or ["actor"])[0], limit)
        else:
            show_counts(register, filter, output, by, limit)
        tell_undated(register, filter)


def known(facet: str, option: str) -> None:
    """Refuse what cannot be counted."""
    if facet not in queries.FACETS:
        hint = nearest(facet, queries.FACETS) or f"; use {', '.join(queries.FACETS)}"
        raise typer.BadParameter(f"cannot count {facet!r}{hint}", param_hint=option)


def show_counts(
    register: Any, filter: Filter, output: OutputOptions, by: list[str] | None, limit: int | None
) -> None:
    """Show one count after the other: those asked for, else an overview."""
    format = output.chosen(default=Format.TABLE)
    if format is not Format.TABLE:
        rows = [
            {"by": facet, **row} for facet in by or OVERVIEW for row in counts(register, filter, facet, limit)
        ]
        columns = chosen(output.columns, ("by", *COUNTS), ("by", *COUNTS))
        emit(Sheet(columns, rows, "Counts of provisions", spelled(filter)), format, output.output, output.bom)
        return
    if not queries.count(register, filter, at_most=1):
        say("no provision meets these conditions")
        return
    most = limit if limit is not None else (TABLE_ROWS if by else OVERVIEW_ROWS)
    facets = tuple(by or OVERVIEW)
    rows = [row for facet in facets for row in bars(facet, counts(register, filter, facet, most))]
    columns = ("by", "name", "count", "share") if len(facets) > 1 else ("name", "count", "share")
    emit(Sheet(chosen(output.columns, columns, ("by", *COUNTS, "share")), rows), format, output.output)


def counts(register: Any, filter: Filter, facet: str, limit: int | None) -> list[Row]:
    """The values of a facet with their counts, most first; strengths from the strongest down."""
    found = queries.facets(register, filter, facet, limit or None)
    if facet == "strength":
        found = sorted(found, key=lambda each: list(Strength).index(Strength(each.value)))
    return [{"value": each.value, "name": shown_name(facet, each), "count": each.count} for each in found]


def shown_name(facet: str, found: Facet) -> str:
    """What a person reads for a value: of a document its symbol and title."""
    return f"{found.value} {found.name}" if facet == "document" else found.name


def bars(facet: str, rows: list[Row]) -> list[Row]:
    """The rows with a bar each, the longest for the highest count; the first one names the facet."""
    highest = max((row["count"] for row in rows), default=1)
    return [
        {**row, "by": "" if number else facet, "share": "█" * max(1, round(BAR * row["count"] / highest))}
        for number, row in enumerate(rows)
    ]


def show_matrix(
    register: Any, filter: Filter, output: OutputOptions, axes: tuple[str, str], limit: int | None
) -> None:
    """Show how often the values of two facets meet, the most frequent first."""
    rows, columns = axes
    if rows == columns:
        raise typer.BadParameter("takes two different things: --matrix actor verb", param_hint="--matrix")
    format = output.chosen(default=Format.TABLE)
    cells = queries.matrix(register, filter, rows, columns)
    if not cells:
        say("no provision meets these conditions")
    wide = frequent(cells, "column", None)
    top = wide[:MATRIX_COLUMNS] if format is Format.TABLE else wide
    most = limit if limit is not None else (TABLE_ROWS if format is Format.TABLE else 0)
    lines = [{rows: name, **dict.fromkeys(top, 0)} for name in frequent(cells, "row", most or None)]
    by_name = {line[rows]: line for line in lines}
    for cell in cells:
        if cell.row in by_name and cell.column in top:
            by_name[cell.row][cell.column] = cell.count
    if format is Format.TABLE:
        lines = [for_reading(register, line, rows) for line in lines]
    title = f"Provisions by {rows} and {columns}"
    emit(Sheet((rows, *top), lines, title, spelled(filter)), format, output.output, output.bom)
    if len(top) < len(wide):
        say(f"the {len(top)} most frequent of {len(wide)} columns; all of them with --format csv")


def frequent(cells: list[Cell], axis: str, most: int | None) -> list[str]:
    """The values of an axis, ``row`` or ``column``, those with the highest sums first."""
    totals = Counter[str]()
    for cell in cells:
        totals[getattr(cell, axis)] += cell.count
    return [value for value, _ in totals.most_common(most)]


def for_reading(register: Any, line: dict[str, Any], rows: str) -> Row:
    """A line of the matrix with the actor's name, and nothing where nothing meets."""
    name = names.actor_name(register, line[rows]) if rows == "actor" else line[rows]
    return {**{column: count or None for column, count in line.items()}, rows: name}


def draw_chart(register: Any, filter: Filter, path: Path, facet: str, limit: int | None) -> None:
    """Draw the counts of one facet into an SVG or PNG file."""
    from cli.chart import draw

    rows = counts(register, filter, facet, TABLE_ROWS if limit is None else limit)
    if not rows:
        say("no provision meets these conditions, so there is no chart")
        return
    draw(rows, path, title=f"Provisions by {facet}")
    say(f"chart written to {path}")
