"""``mandates list``: the provisions that meet conditions, to read."""

from typing import Annotated, Any

import typer

from cli import columns
from cli.errors import nearest, say
from cli.expand import expanded
from cli.options import Db, FilterOptions, OutputOptions, how, opened
from cli.output.emit import Format, emit
from cli.output.sheet import Sheet
from cli.selection import selected
from cli.spelling import spelled
from cli.undated import tell_undated
from db import queries
from db.filters import Filter

TABLE_ROWS = 50  # of a table without --limit
COUNTED = 10_000  # beyond it we say "more than"
DEFAULT = {Format.TABLE: columns.READABLE, Format.HTML: columns.PAGE, Format.MARKDOWN: columns.PAGE}

Sort = Annotated[str, how(metavar="ORDER", help=f"One of {', '.join(queries.SORTS)}.")]
Limit = Annotated[int | None, how(metavar="N", min=0, help="At most so many rows; 0 for all.")]


@expanded
def command(
    filters: FilterOptions, output: OutputOptions, sort: Sort = "strength", limit: Limit = None, db: Db = None
) -> None:
    """Provisions that meet your conditions, strongest first.

    Examples:

        mandates list --actor unodc --strength strong+
        mandates list --verb urge --verb demand --session 73-75
        mandates list --actor secretary-general --report --due-before 2027
        mandates list --topic '"trafficking in persons"' --format html -o page.html
    """
    with opened(db) as register:
        filter = selected(filters, register)
        show(register, filter, output, sort=sort, limit=limit)
        tell_undated(register, filter)


def show(
    register: Any,
    filter: Filter,
    output: OutputOptions,
    *,
    sort: str = "strength",
    limit: int | None = None,
    title: str = "What United Nations documents ask",
) -> int:
    """Show the provisions of a filter as ``output`` says; return how many were shown.

    Says on stderr when there are none, or more than are shown.
    """
    if sort not in queries.SORTS:
        hint = nearest(sort, queries.SORTS) or f"; use {', '.join(queries.SORTS)}"
        raise typer.BadParameter(f"{sort!r} is no order{hint}", param_hint="--sort")
    format = output.chosen(default=Format.TABLE)
    if limit is None and format is Format.TABLE and not output.output:
        limit = TABLE_ROWS
    composed = columns.READABLE if format is Format.TABLE else ()
    known = columns.PROVISIONS + columns.EXTRA + composed
    rows = queries.provisions(register, filter, sort=sort, limit=limit or None)
    sheet = Sheet(
        columns.chosen(output.columns, DEFAULT.get(format, columns.PROVISIONS), known),
        columns.records(rows),
        title=title,
        note=spelled(filter),
    )
    shown = emit(sheet, format, output.output, output.bom)
    tell(register, filter, shown, limit or 0)
    return shown


def tell(register: Any, filter: Filter, shown: int, limit: int) -> None:
    """Say on stderr that nothing was found, or that there is more than was shown."""
    if not shown:
        say("no provision meets these conditions")
    elif shown == limit:
        number = queries.count(register, filter, at_most=COUNTED + 1)
        if number > shown:
            total = f"more than {COUNTED:,}" if number > COUNTED else f"{number:,}"
            say(f"{shown} of {total} shown; --limit 0 shows all, further conditions narrow them")
