"""Series of documents whose symbols differ by a running number: resolutions of a session, drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents import organs

# "A/RES/80/1", "A/C.3/80/L.1", "S/RES/2700 (2023)": the running number, and a year that may follow.
_SYMBOL = re.compile(r"(?P<stem>[A-Z][\w./-]*[/.])(?P<number>\d+)(?: ?\((?P<year>\d{4})\))?")


@dataclass(frozen=True, slots=True)
class Series:
    """``stem`` and a number from ``first`` up, in brackets the year from ``year`` up (None: no year).

    ``gap``: how many numbers in a row must not exist for the series to be at its end for now.
    """

    stem: str
    first: int
    year: int | None
    gap: int

    def symbol(self, number: int, year: int | None = None) -> str:
        """``A/RES/80/17``; ``S/RES/2719 (2023)`` where the series has years."""
        return f"{self.stem}{number}" + (f" ({year})" if year else "")

    def names(self, number: int, year: int | None, this_year: int) -> Iterator[str]:
        """The symbols that ``number`` may have, when the number before it was of ``year``."""
        if year is None:
            yield self.symbol(number)
            return
        for candidate in range(year, min(year + 1, max(this_year, year)) + 1):
            yield self.symbol(number, candidate)

    def year_of(self, symbol: str) -> int | None:
        """The year in brackets of one of its symbols."""
        found = _SYMBOL.fullmatch(symbol)
        return int(found["year"]) if found and found["year"] else None

    def __str__(self) -> str:
        return f"{self.symbol(self.first, self.year)} and on"


def series_from(symbol: str, gap: int = 3) -> Series:
    """The series that begins with ``symbol``. Raises ValueError if it has no running number at its end."""
    found = _SYMBOL.fullmatch(" ".join(symbol.split()))
    if not found:
        raise ValueError(f"{symbol!r} does not end in a number that could run on; write it as A/RES/80/1")
    year = int(found["year"]) if found["year"] else None
    return Series(found["stem"], int(found["number"]), year, gap)


def series_of(organ: str, session: str, gap: int = 3) -> Series:
    """The resolutions of an organ's session, or year where it counts by years. Raises ValueError."""
    named = organs.named(organ.strip().lower().removesuffix("resolutions"))
    form = next((form for series in named.series if (form := _running(series))), "") if named else ""
    if not form:
        raise ValueError(
            "“organ” must be one whose resolutions are numbered by session or year, such as General Assembly,"
            " Human Rights Council or Economic and Social Council; for others write the first symbol, such as"
            " “from: S/RES/2719 (2023)”"
        )
    if not re.fullmatch(r"S?-?\d{1,4}", session.strip(), re.IGNORECASE):
        raise ValueError(f"“session” must be a number such as 80, not {session!r}")
    number = session.strip().upper()
    return series_from(form.format(session=number, year=number, number=1), gap)


def _running(series: organs.Series) -> str:
    """The form of resolutions whose number stands behind their session or year; "" of any other."""
    runs_on = series.kind is organs.RESOLUTION and re.search(
        r"\{(session|year)\}\D+\{number\}$", series.symbol
    )
    return series.symbol if runs_on else ""
