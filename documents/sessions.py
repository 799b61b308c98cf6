"""The days on which an organ's session ran, as far as they are known."""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from documents import organs, symbols
from documents.organs import Run


@dataclass(frozen=True, slots=True)
class Days(Container[date]):
    """From ``first`` to ``last``, both included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def days(symbol: str) -> Days | None:
    """The days that the session (or the year) of this symbol leaves for its adoption; None if unknown."""
    organ, session = organs.named(symbols.organ(symbol)), symbols.session(symbol)
    if organ is None or not session:
        return None
    if known := _irregular().get((organ.name, session)):
        return known
    if not session.isdigit():
        return None
    number = int(session)
    runs = [run for run in organ.runs if run.session <= number and _is_year(run.session) == _is_year(number)]
    if runs:
        return _within(runs[-1], number)
    return Days(date(number, 1, 1), date(number, 12, 31)) if _is_year(number) else None


def _is_year(number: int) -> bool:
    return number > 1900


def _within(run: Run, session: int) -> Days:
    """The months in which a session of a run is held."""
    years, which = divmod(session - run.session, len(run.months))
    year = run.year + years * run.every
    first, last = run.months[which]
    ends, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Days(date(year, first, 1), date(ends, month, monthrange(ends, month)[1]))


@cache
def _irregular() -> dict[tuple[str, str], Days]:
    """What sessions.csv holds, by organ and session."""
    with Path(__file__).with_name("sessions.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["organ"], row["session"]): Days(
                date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])
            )
            for row in csv.DictReader(file)
        }
