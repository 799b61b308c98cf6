"""When or how often: the due words of a directive, and the date that they name."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date

from spacy.tokens import Doc

from rules.lexicon import Lexicon
from rules.lexicon.schema import DeadlineEntry, DeadlineScope
from rules.terms.matching import DUE, NOT_DUE, EntryMatch, EntryMatches, outside

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})\s+)?(?:(?P<month>{'|'.join(_MONTHS)})\s+(?:(?P<us_day>\d{{1,2}}),?\s+)?)?"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


class DueWords:
    """Judges what reads like a deadline; one per lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._wanted = EntryMatches(DUE, lexicon.deadlines)
        self._never = EntryMatches(NOT_DUE, lexicon.deadlines)

    def within(self, doc: Doc, start: int, end: int, *, report: bool) -> list[EntryMatch[DeadlineEntry]]:
        """The due words among the tokens ``start`` to ``end`` of a directive, in the order of the text."""
        found = outside(self._wanted.within(doc, start, end), self._never.within(doc, start, end))
        return [f for f in found if report or f.entry.scope is DeadlineScope.DIRECTIVE]


def due_date(words: Iterable[str]) -> str:
    """The earliest ISO date that due words name; of a month or a year its last day; else ""."""
    dates = [day for text in words for match in _DATE.finditer(text) if (day := _last_day(match))]
    return min(dates).isoformat() if dates else ""


def _last_day(match: re.Match[str]) -> date | None:
    year = int(match["year"])
    month = _MONTHS[match["month"].lower()] if match["month"] else 12
    day = match["day"] or match["us_day"] if match["month"] else None
    try:
        return date(year, month, int(day) if day else calendar.monthrange(year, month)[1])
    except ValueError:  # "31 June"
        return None
