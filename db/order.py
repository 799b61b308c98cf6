"""The reading order of provisions, kept in their keys: strongest first, then newest, then as documents go.

A key has 19 digits: one of strength, seven of days counted backwards (undated documents last), six of the
document's number, five of the position in it. Every index of ``provisions`` ends in the key, so that the
first rows of an answer come without sorting all the others, however large the register.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rules.provisions import Strength

MOST_DOCUMENTS = 999_999
MOST_PROVISIONS = 99_999  # of one document
RANKS = [str(level) for level in Strength]
UNDATED = 9_999_999
DAY = 10**11  # how far apart the keys of one day and the next are
RANK = 10**18
EVERYTHING = (0, 9 * RANK)

Stretch = tuple[int, int]  # keys from the first on, before the second


def key(strength: Strength, adopted: str, document: int, position: int) -> int:
    """The key of the provision in this position (from 1) of the document with this number."""
    return RANKS.index(strength) * RANK + _days(adopted, UNDATED) * DAY + document * 100_000 + position


def stretches(strengths: Sequence[str], since: str, until: str) -> list[Stretch]:
    """Where the keys of these strengths (none: all) and adoption dates (ISO, inclusive, or "") lie.

    Documents of which only the year or the session is known are among the undated ones, so these are
    looked at too.
    """
    if not (strengths or since or until):
        return [EVERYTHING]
    ranks = sorted({RANKS.index(strength) for strength in strengths or RANKS if strength in RANKS})
    days = [(_days(until, 0), _days(since, UNDATED))]
    if days[0][1] < UNDATED:
        days.append((UNDATED, UNDATED))
    return [
        (rank * RANK + first * DAY, rank * RANK + (last + 1) * DAY) for rank in ranks for first, last in days
    ]


def _days(day: str, otherwise: int) -> int:
    try:
        return date.max.toordinal() - date.fromisoformat(day).toordinal()
    except ValueError:
        return otherwise
