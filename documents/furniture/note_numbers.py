"""The numbers of footnotes in plain text, and the lines that belong to each.

A number stands before its note or on a line of its own above it. Tools that take text out of a PDF also put
numbers apart from their notes, all together above or below them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

from documents.marks import number_of

UNREAD = "?"  # the number of a note whose mark is not read
_OPENS = re.compile(
    r"(?:(\d{1,3}) ?/(?=\s)|\[(\d{1,3})\]|([¹²³⁰⁴-⁹]{1,3})|(\d{1,3})(?=[\sA-Z])|([*†‡]{1,4}))\s*(?=\S)"
)
ALONE = re.compile(r"(\d{1,3})/?|\[(\d{1,3})\]|([¹²³⁰⁴-⁹]{1,3})|([*†‡]{1,4})")  # a number without words
# How a note begins that refers to something: "See ...", "Ibid., ...", "A/49/990.", "Resolution 217 A (III)."
_REFERS = re.compile(
    r"""(?:See|Ibid|Idem|Op\.\ cit|Cf)\b
      | Official\ Records\b | (?:United\ Nations,\ )?Treaty\ Series\b
      | (?:(?:General\ Assembly|Security\ Council|Council|Commission|Assembly|Its)\ )?[Rr]esolutions?\ \S*\d
      | (?:Document\ |UN\ Doc\.?\ )?[A-Z]{1,5}(?:/[\w.\-]+)+
      | https?://|www\.""",
    re.VERBOSE,
)
_ENDED = re.compile(r"(?<!\bNo)(?<!\bNos)(?<!\bvol)(?<!\bvols)(?<!\bpara)(?<!\bpp)(?<!\b[A-Z])[.)]”?$")


def opening(text: str) -> tuple[str, int]:
    """The number of the note that the text opens with, and where its words begin; "" and 0 for none."""
    match = _OPENS.match(text)
    return (_number_in(match), match.end()) if match else ("", 0)


def refers(text: str) -> bool:
    """Whether the text, without its number, begins as a note that refers to something does."""
    return _REFERS.match(text) is not None


def has_ended(text: str) -> bool:
    """Whether a note may end with this line: with a stop that is not of an abbreviation."""
    return _ENDED.search(text[-20:]) is not None


def numbered(rows: Sequence[str], last: int) -> list[str | None]:
    """For each row the number of the note that it belongs to, "" for a blank one, None for a number that
    stands apart from its note. ``last``: the number of the note above, 0 for none."""
    alone = {at: _number_in(match) for at, row in enumerate(rows) if (match := ALONE.fullmatch(row))}
    apart = {at for at in alone if at + 1 == len(rows) or not rows[at + 1] or at + 1 in alone}
    lost = sorted({int(alone[at]) for at in apart if alone[at].isdigit()})
    starts = _starts(rows, alone, apart, lost, last)
    found: list[str | None] = [None if at in apart else "" for at in range(len(rows))]
    begin, own = 0, ""
    for end, following in (*starts, (len(rows), "")):
        notes = [own] if own else []
        notes += _between(frozenset(lost), _value(own), _value(following), last)
        places = [at for at in range(begin, end) if rows[at] and at not in apart]
        opens = _opens(rows, places, len(notes))
        number = notes.pop(0) if notes else str(last or UNREAD)
        for at in places:
            if at in opens:
                number = notes.pop(0)
            found[at] = number
        begin, own = end, following
    return found


def _number_in(match: re.Match[str]) -> str:
    return number_of(next(group for group in match.groups() if group))


def _value(number: str) -> int:
    return int(number) if number.isdigit() else 0


def _starts(
    rows: Sequence[str], alone: dict[int, str], apart: Collection[int], lost: Sequence[int], last: int
) -> list[tuple[int, str]]:
    """The rows that open a note, and its number."""
    found: list[tuple[int, str]] = []
    first = next((at for at, row in enumerate(rows) if row and at not in apart), 0)
    for at, row in enumerate(rows):
        if row and at not in apart:
            number = alone.get(at) or _inline(row, last, lost, first=at == first)
            if number:
                found.append((at, number))
                last = _value(number) or last
    return found


def _inline(row: str, reached: int, lost: Sequence[int], *, first: bool) -> str:
    """The number before the words of a note that opens with this row, "" where none does: a row of a note
    may begin with a figure too. ``reached``: the number of the note above; ``lost``: numbers seen apart."""
    number, words = opening(row)
    if not number.isdigit() or first:
        return number
    between = bisect_left(lost, int(number)) - bisect_right(lost, reached)
    next_but_one = int(number) == reached + 2 and refers(row[words:])
    return number if reached < int(number) <= reached + 1 + between or next_but_one else ""


def _between(lost: Collection[int], own: int, following: int, last: int) -> list[str]:
    """The numbers seen apart that belong between two notes, or before the first (``own`` 0), or behind the
    last (``following`` 0): those that count on without a gap. Others are numbers of pages."""
    if own:
        first = own + 1
    elif following:
        first = following
        while first - 1 in lost:
            first -= 1
    else:
        first = last + 1 if last + 1 in lost else min(lost, default=0)
    run = []
    while first in lost and (not following or first < following):
        run.append(str(first))
        first += 1
    return run


def _opens(rows: Sequence[str], places: Sequence[int], notes: int) -> set[int]:
    """Where among these rows the notes open whose numbers stand apart, one fewer than there are notes: behind
    a note that has ended, rather with one that refers to something."""
    possible = [
        at for before, at in pairwise(places) if has_ended(rows[before]) and not rows[at][0].islower()
    ]
    possible.sort(key=lambda at: (not refers(rows[at]), at))
    return set(possible[: max(notes - 1, 0)])
