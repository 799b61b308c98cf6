"""The day on which a text was adopted, as its front and back matter print it, scans included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from itertools import chain

from documents import symbols, titles
from documents.kinds import DocumentKind
from documents.sessions import Days

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
# Figures as scans misread them: "l8 Novernber I967".
_FIGURES = str.maketrans("lIiOoSZB", "11100528")
_DATE = re.compile(
    r"""
    (?:(?<![\w/])|(?<=\b[oO][fFnN]))                                # "of22 November" too
    (?P<day>[\dlIiOoSZB]{1,2})(?:st|nd|rd|th)?\s?
    (?P<month>[A-Za-z]{3,10}|[A-Za-z]{1,8}[ ][a-z]{1,8})[.]?,?\s?   # "Novem ber"
    (?P<year>[12lIi][\dlIiOoSZB]{3})\b
    |
    \b(?P<american_month>[A-Z][a-z]{2,9})[.]?\s(?P<american_day>\d{1,2}),\s(?P<american_year>\d{4})\b
    """,
    re.VERBOSE,
)
_NEAR = 0.7  # of difflib: how much of a misread month must be as it should
_BEFORE = 240  # characters before a date that say what it is the date of
# What says so. A scan has "Adopred".
_ADOPTED = re.compile(r"\bado\w{3,4}\b.{0,200}?\b[oi]n\s+$", re.IGNORECASE | re.DOTALL)
# "of 22 November 1967" below the number, or behind it: "Resolution 242 (1967) of"; no words in between.
_RESOLUTION_OF = re.compile(
    r"^[^a-z\n]*(?:[Rr]esolutions?|[Dd]ecisions?)?[^a-z\n]*\b(?:of|OF|on|dated)\s*$", re.MULTILINE
)
_MEETING_ON = re.compile(r"\bmeetings?\b[^.;]{0,80}\bon\s+$", re.IGNORECASE)
_ALONE = re.compile(r"^(?:.{0,80}\b(?:general|limited|meeting)\b)?\W*$", re.IGNORECASE | re.MULTILINE)
_ON = re.compile(r"\AOn\s+\Z")
_END_OF_LINE = re.compile(r"\W*$", re.MULTILINE)
_SENTENCE = 400  # characters of a decision in which its day stands


def adopted(
    symbol: str, front: Sequence[str], back: Sequence[str], sentence: str, session: Days | None
) -> str:
    """The day of adoption, ISO; "" where none is printed, and of a draft.

    ``sentence``: a decision's own words ("At its 3rd meeting, on 1 May 2020, the Council decided").
    ``session``: the days that the symbol leaves open. A date that stands alone before the text must be one
    of them, and any date where the organ counts by years.
    """
    if symbols.kind(symbol) is DocumentKind.DRAFT:
        return ""
    by_year = symbols.counts_years(symbol)
    below = front[max(titles.place(symbol, front) - 1, 0) :]
    found = chain(
        _dated(below, _ADOPTED),
        _dated(front, _ADOPTED),
        _dated(back, _ADOPTED),
        _dated(below, _RESOLUTION_OF, _MEETING_ON),
        _alone(back, None),
        _alone(below if len(below) < len(front) or by_year else (), session),
        _dated([sentence[:_SENTENCE]], _MEETING_ON, _ON),
        _dated(front, _MEETING_ON),
        _alone(front if by_year else (), session),
    )
    possible = (day for day in found if not by_year or session is None or day in session)
    day = next(possible, None)
    return day.isoformat() if day else ""


def _dated(rows: Sequence[str], *patterns: re.Pattern[str]) -> Iterator[date]:
    """The dates before which the first of these patterns stands, then those of the second, and so on."""
    text = "\n".join(rows)
    for pattern in patterns:
        for found in _DATE.finditer(text):
            before = text[max(found.start() - _BEFORE, 0) : found.start()]
            if pattern.search(before) and (day := _day(found)):
                yield day


def _alone(rows: Sequence[str], session: Days | None) -> Iterator[date]:
    """The dates of the session that stand on a line by themselves, or behind a meeting or "GENERAL"."""
    text = "\n".join(rows)
    for found in _DATE.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        day = _day(found) if _ALONE.fullmatch(line) and _END_OF_LINE.match(text, found.end()) else None
        if day and (session is None or day in session):
            yield day


def _day(found: re.Match[str]) -> date | None:
    """The day that a date names; None where there is none such."""
    american = found["american_month"] is not None
    prefix = "american_" if american else ""
    printed = found[f"{prefix}month"].lower()
    month = [printed] if printed in _MONTHS else get_close_matches(printed, _MONTHS, n=1, cutoff=_NEAR)
    if not month:
        return None
    figures = (found[f"{prefix}{name}"].translate(_FIGURES) for name in ("year", "day"))
    year, day = map(int, figures)
    try:
        return date(year, _MONTHS.index(month[0]) + 1, day)
    except ValueError:
        return None
