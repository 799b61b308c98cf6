"""``mandates runs``: what earlier runs did."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any

import typer

from cli.columns import chosen
from cli.errors import CommandError, say
from cli.expand import expanded
from cli.options import Db, OutputOptions, how, opened
from cli.output.emit import Format, emit
from cli.output.sheet import Row, Sheet

TABLE = ("run", "command", "started", "took", "new", "changed", "failed", "provisions")
ALL = (
    *("run", "command", "started", "finished", "new", "changed", "unchanged", "failed", "provisions"),
    "errors",
)
UNFINISHED = "not finished"


@expanded
def command(
    output: OutputOptions,
    run: Annotated[
        int | None, typer.Argument(metavar="RUN", help="Show what failed in this run, one line each.")
    ] = None,
    limit: Annotated[int, how("--limit", metavar="N", help="The latest so many; 0 for all.")] = 20,
    db: Db = None,
) -> None:
    """Earlier runs of ingest and refresh: when, how many documents, what failed.

    A run without an end was stopped or killed, or goes on still; the next refresh does what it left.

    Examples:

        mandates runs
        mandates runs 12
        mandates runs --format json --limit 0
    """
    from db import runs

    with opened(db) as register:
        if run is not None:
            show(next((r for r in runs.runs(register) if r.run == run), None), run)
            return
        format = output.chosen(default=Format.TABLE)
        to_read = format in (Format.TABLE, Format.MARKDOWN, Format.HTML)
        columns = chosen(output.columns, TABLE if to_read else ALL, (*ALL, "took"))
        sheet = Sheet(columns, rows(runs.runs(register, limit or None), to_read), title="Runs")
        if not emit(sheet, format, output.output, output.bom):
            say("there was no run yet")


def show(run: Any, number: int) -> None:
    """The errors of one run."""
    if run is None:
        raise CommandError(f"there is no run {number}; see mandates runs")
    for error in run.errors:
        print(error)
    if not run.errors:
        say(f"nothing failed in run {number}" if run.finished else f"run {number} did not finish")


def took(run: Any) -> str:
    """``1:02:03``, or that the run did not finish."""
    if not run.finished:
        return UNFINISHED
    return str(datetime.fromisoformat(run.finished) - datetime.fromisoformat(run.started))


def rows(found: list[Any], to_read: bool) -> Iterator[Row]:
    """Runs as rows; times (UTC) to the minute where people read them."""
    for run in found:
        yield {
            "run": run.run,
            "command": run.command,
            "started": run.started[:16].replace("T", " ") if to_read else run.started,
            "finished": run.finished or (UNFINISHED if to_read else None),
            "took": took(run),
            "errors": run.errors,
            **{name: getattr(run.counts, name) for name in run.counts.__slots__},
        }
