"""Several actors, organs, documents, sessions or years side by side: how often each verb is used for each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from cli.columns import chosen
from cli.errors import say
from cli.options import OutputOptions
from cli.output.emit import Format, emit
from cli.output.sheet import Row, Sheet
from db import names, queries
from db.filters import Filter
from rules.provisions import Strength

MOST_YEARS = 12
TABLE_ROWS = 40
READ = (Format.TABLE, Format.HTML, Format.MARKDOWN)  # people read these; programs like ids


def compare(register: Any, filter: Filter, output: OutputOptions, by: str, title: str, note: str) -> None:
    """Show a column for each compared value and a row for each verb, the strongest verbs first."""
    format = output.chosen(default=Format.TABLE)
    filters = single(filter, by)
    if by == "actor" and format in READ:
        filters = {names.actor_name(register, id): each for id, each in filters.items()}
    counts = {
        name: Counter({(cell.column, cell.row): cell.count for cell in pairs(register, each)})
        for name, each in filters.items()
    }
    rows = lines(counts)
    if not rows:
        say("no provision meets these conditions")
        return
    if format is Format.TABLE and len(rows) > TABLE_ROWS + 1:
        say(f"the first {TABLE_ROWS} of {len(rows) - 1} verbs; all of them with --format csv")
        rows = [*rows[:TABLE_ROWS], rows[-1]]
    columns = ("strength", "verb", *counts)
    emit(
        Sheet(chosen(output.columns, columns, columns), rows, title, note), format, output.output, output.bom
    )


def pairs(register: Any, filter: Filter) -> list[Any]:
    """How often each verb has each strength."""
    return queries.matrix(register, filter, "verb", "strength")


def single(filter: Filter, by: str) -> dict[str, Filter]:
    """The compared filter as one filter for each value, by what its column is called."""
    if by == "session":
        return {f"session {pair[0]}": replace(filter, sessions=(pair,)) for pair in filter.sessions}
    if by == "year":
        first, last = int(filter.since[:4]), int(filter.until[:4])
        return {
            str(year): replace(
                filter,
                since=max(filter.since, f"{year}-01-01"),
                until=min(filter.until, f"{year}-12-31"),
            )
            for year in range(first, min(last, first + MOST_YEARS - 1) + 1)
        }
    field = f"{by.replace('-', '_')}s"
    return {value: replace(filter, **{field: (value,)}) for value in getattr(filter, field)}


def lines(counts: dict[str, Counter[tuple[str, str]]]) -> list[Row]:
    """One row for each verb in each strength it has, and the totals."""
    total: Counter[tuple[str, str]] = sum(counts.values(), Counter())
    order = {str(level): number for number, level in enumerate(Strength)}
    keys = sorted(total, key=lambda key: (order[key[0]], -total[key], key[1]))
    rows: list[Row] = [
        {
            "strength": strength,
            "verb": verb,
            **{name: found[strength, verb] for name, found in counts.items()},
        }
        for strength, verb in keys
    ]
    if rows:
        totals = {name: found.total() for name, found in counts.items()}
        rows.append({"strength": "", "verb": "all", **totals})
    return rows
