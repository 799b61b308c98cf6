from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from db.order import EVERYTHING, RANKS, key, stretches
from rules.provisions import Strength

days = st.dates(date(1945, 1, 1), date(2100, 1, 1)).map(str) | st.just("")
places = st.tuples(st.sampled_from(list(Strength)), days, st.integers(1, 999_999), st.integers(1, 99_999))


def reading(place: tuple[Strength, str, int, int]) -> tuple[int, int, int, int]:
    """Strongest, newest (undated last), then as the documents came and have them."""
    strength, day, document, position = place
    return RANKS.index(strength), -date.fromisoformat(day or "0001-01-01").toordinal(), document, position


@given(places, places)
def test_keys_are_in_reading_order(one: tuple, other: tuple) -> None:
    assert (key(*one) < key(*other)) == (reading(one) < reading(other))


@given(places)
def test_a_key_is_an_integer_that_sqlite_can_hold(place: tuple) -> None:
    assert 0 < key(*place) < EVERYTHING[1] < 2**63


@given(places, st.sets(st.sampled_from(RANKS)), days, days)
def test_stretches_hold_the_keys_of_their_strengths_and_dates(
    place: tuple, strengths: set[str], since: str, until: str
) -> None:
    strength, day, *_ = place
    inside = any(low <= key(*place) < high for low, high in stretches(sorted(strengths), since, until))
    between = not day or (since <= day and (not until or day <= until))
    assert inside == ((not strengths or strength in strengths) and between)
