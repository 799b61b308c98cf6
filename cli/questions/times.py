"""When: the sessions, years and dates that a question names, as spans with open or closed ends."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cli.questions.tokens import Token
from cli.questions.words import Words, vocabulary
from documents import organs

Tokens = tuple[Token, ...]
_ASSEMBLY = next(organ for organ in organs.ORGANS if organ.name == organs.GENERAL_ASSEMBLY).runs[-1]
FIRST_SESSION, LAST_SESSION = 1, 9999  # the Security Council's "sessions" are years


@dataclass(frozen=True, slots=True)
class Span:
    """Sessions or days (as ordinals), both ends included. ``deadline``: "by"; ``its``: "at its session"."""

    unit: str  # session, day
    first: int
    last: int
    bound: str = "in"  # in, since, until
    deadline: bool = False
    its: bool = False


def time_at(tokens: Tokens, start: int, today: date) -> tuple[int, Span | None]:
    """The expression of time at ``start`` with its preposition, and where it ends."""
    for bound in ("before", "by", "after", "since", "until", "in", ""):
        for after in _leads(tokens, start, bound):
            end, span = _range_at(tokens, after, today)
            if span:
                return _bounded(tokens, start, end, span, bound)
    return start, None


def _leads(tokens: Tokens, start: int, bound: str) -> list[int]:
    """Where the preposition of this kind may end, longest first; ``start`` itself for none."""
    if not bound:
        return [start]
    ends = [start + len(words) for words in vocabulary().time[bound] if _is(tokens, start, words)]
    return sorted(ends, reverse=True)


def _bounded(tokens: Tokens, start: int, end: int, span: Span, bound: str) -> tuple[int, Span]:
    deadline = bound == "by"
    its = any(token.norm in ("its", "their") for token in tokens[start:end])
    if (
        bound == "since"
        and span.last - span.first
        and tokens[start].norm == "from"
        and _is_range(tokens, start, end)
    ):
        bound = "in"  # "from 2015 to 2020"
    for words in vocabulary().time["onwards"]:
        if bound in ("", "in", "since") and _is(tokens, end, words):
            bound, end = "since", end + len(words)
            break
    last = LAST_SESSION if span.unit == "session" else date.max.toordinal()
    first = FIRST_SESSION if span.unit == "session" else date.min.toordinal()
    spans = {
        "before": (first, span.first - 1, "until"),
        "by": (first, span.last, "until"),
        "until": (first, span.last, "until"),
        "since": (span.first, last, "since"),
        "after": (span.last + 1, last, "since"),
    }
    begins, ends, bound = spans.get(bound, (span.first, span.last, "in"))
    return end, replace(span, first=begins, last=ends, bound=bound, deadline=deadline, its=its)


def _is_range(tokens: Tokens, start: int, end: int) -> bool:
    ranges = set(vocabulary().time["range"])
    return any((token.norm,) in ranges for token in tokens[start + 1 : end])


def _range_at(tokens: Tokens, start: int, today: date) -> tuple[int, Span | None]:
    """A period, or two of them joined by "to" or "and"."""
    end, first = _period_at(tokens, start, today)
    if not first:
        return start, None
    for words in vocabulary().time["range"]:
        if _is(tokens, end, words):
            further, last = _period_at(tokens, end + len(words), today)
            if last and last.unit == first.unit and last.first > first.first:
                return further, replace(first, last=last.last)
    return end, first


def _period_at(tokens: Tokens, start: int, today: date) -> tuple[int, Span | None]:
    for read in (_sessions_at, _relative_at, _day_at):
        end, span = read(tokens, start, today)
        if span:
            return end, span
    return start, None


def _sessions_at(tokens: Tokens, start: int, today: date) -> tuple[int, Span | None]:
    """``sessions 78 to 80``, ``seventy-third session``, ``75th to 78th sessions``, ``this session``."""
    if heading := _one_of(tokens, start, "session"):
        end, number = number_at(tokens, heading)
        if number:
            end, last = _second_number(tokens, end, number)
            return end, Span("session", number, last)
    end, number = number_at(tokens, start)
    if number:
        end, last = _second_number(tokens, end, number)
        if heading := _one_of(tokens, end, "session"):
            return heading, Span("session", number, last)
    current = session_of(today)
    for which, shift in (("this", 0), ("last", -1), ("next", 1)):
        if after := _one_of(tokens, start, which):
            many_end, many = number_at(tokens, after)
            if many and which == "last" and (heading := _one_of(tokens, many_end, "session")):
                return heading, Span("session", current - many + 1, current)
            if heading := _one_of(tokens, after, "session"):
                return heading, Span("session", current + shift, current + shift)
    return start, None


def _second_number(tokens: Tokens, end: int, first: int) -> tuple[int, int]:
    for words in vocabulary().time["range"]:
        if _is(tokens, end, words):
            further, last = number_at(tokens, end + len(words))
            if last > first:
                return further, last
    return end, first


def session_of(day: date) -> int:
    """The session of the General Assembly that is on."""
    return _ASSEMBLY.session_on(day)


def ordinal(number: int) -> str:
    """``80`` as texts write it: ``eightieth``; ``eighty-first``."""
    time = vocabulary().time
    if number < 20:
        return time["ordinals"][number][0]
    tens, one = divmod(number, 10)
    if tens > 10:
        return str(number)
    return f"{time['tens'][tens][0]}-{time['ordinals'][one][0]}" if one else time["tenths"][tens][0]


def number_at(tokens: Tokens, start: int) -> tuple[int, int]:
    """A number in figures or words, cardinal or ordinal, below 1000: its end and value, else 0."""
    if start >= len(tokens):
        return start, 0
    token, time = tokens[start], vocabulary().time
    if token.kind == "number":
        value = int(re.sub(r"\D", "", token.norm))
        return (start + 1, value) if value < 1000 else (start, 0)
    word = (token.norm,)
    for name, unit in (("ones", 1), ("ordinals", 1), ("tenths", 10)):
        if word in time[name]:
            return start + 1, time[name].index(word) * unit
    if word in time["tens"]:
        tens = time["tens"].index(word) * 10
        following = (tokens[start + 1].norm,) if start + 1 < len(tokens) else ()
        for name in ("ones", "ordinals"):
            if following in time[name] and 0 < time[name].index(following) < 10:
                return start + 2, tens + time[name].index(following)
        return start + 1, tens
    return start, 0


def _relative_at(tokens: Tokens, start: int, today: date) -> tuple[int, Span | None]:
    """``this year``, ``last five years``, ``next six months``, ``last decade``, ``today``."""
    if _is(tokens, start, ("today",)):
        return start + 1, _days(today, today)
    for which in ("this", "last", "next"):
        after = _one_of(tokens, start, which)
        if not after:
            continue
        end, many = number_at(tokens, after)
        unit = tokens[end].norm.removesuffix("s") if end < len(tokens) else ""
        if unit == "decade":
            unit, many = "year", 10 * (many or 1)
        if unit in ("year", "month", "week", "day"):
            return end + 1, _around(which, many, unit, today)
    return start, None


def _around(which: str, many: int, unit: str, today: date) -> Span:
    """``many`` units back or ahead from today; 0 is the calendar unit itself."""
    if unit == "year" and not many:
        year = today.year + {"this": 0, "last": -1, "next": 1}[which]
        return _days(date(year, 1, 1), date(year, 12, 31))
    if unit == "month" and not many:
        months = today.year * 12 + today.month - 1 + {"this": 0, "last": -1, "next": 1}[which]
        return _month(months // 12, months % 12 + 1)
    count = max(many, 1) * (-1 if which == "last" else 1)
    if unit in ("week", "day"):
        other = today + timedelta(days=count * (7 if unit == "week" else 1))
    else:
        months = today.year * 12 + today.month - 1 + count * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        other = date(year, month, min(today.day, monthrange(year, month)[1]))
    return _days(min(other, today), max(other, today))


def _day_at(tokens: Tokens, start: int, today: date) -> tuple[int, Span | None]:
    """``2018``, ``March 2024``, ``1 May 2024``, ``May 1, 2024``, ``2024-05-01``, ``2024-05``."""
    if start >= len(tokens):
        return start, None
    if tokens[start].kind == "date":
        return start + 1, _iso(tokens[start].norm)
    if year := _year(tokens, start):
        return start + 1, _days(date(year, 1, 1), date(year, 12, 31))
    for place, day_first in ((start, False), (start + 1, True)):
        month = _month_at(tokens, place)
        if not month:
            continue
        if not day_first and (year := _year(tokens, place + 1)):
            return place + 2, _month(year, month)
        day_end, day = number_at(tokens, start if day_first else place + 1)
        year_place = place + 1 if day_first else day_end
        if 0 < day < 32 and (year := _year(tokens, year_place)) and day <= monthrange(year, month)[1]:
            exact = date(year, month, day)
            return year_place + 1, _days(exact, exact)
    return start, None


def _year(tokens: Tokens, place: int) -> int:
    token = tokens[place] if place < len(tokens) else None
    if token and token.the:
        return 0  # "the 2030 Agenda"
    return int(token.norm) if token and re.fullmatch(r"(19[4-9]|20\d)\d", token.norm) else 0


def _month_at(tokens: Tokens, place: int) -> int:
    """The month that a word names in full or by its first letters, 0 if none."""
    word = tokens[place].norm if place < len(tokens) else ""
    months = [month for (month,) in vocabulary().time["months"]]
    return next((n for n, month in enumerate(months, 1) if len(word) > 2 and month.startswith(word)), 0)


def _iso(text: str) -> Span | None:
    try:
        if len(text) == 7:
            return _month(int(text[:4]), int(text[5:]))
        exact = date.fromisoformat(text)
    except ValueError:
        return None
    return _days(exact, exact)


def _month(year: int, month: int) -> Span:
    return _days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _days(first: date, last: date) -> Span:
    return Span("day", first.toordinal(), last.toordinal())


def _one_of(tokens: Tokens, start: int, name: str) -> int:
    """Where the longest of these words at ``start`` ends, 0 if none stands there."""
    return max(
        (start + len(words) for words in vocabulary().time[name] if _is(tokens, start, words)), default=0
    )


def _is(tokens: Tokens, start: int, words: Words) -> bool:
    return tuple(token.norm for token in tokens[start : start + len(words)]) == words
