"""Series of symbols with a running number."""

from __future__ import annotations

import pytest

from cli.refreshing.series import series_from, series_of


@pytest.mark.parametrize(
    ("symbol", "third"),
    [
        ("A/RES/80/1", "A/RES/80/3"),
        ("A/C.3/80/L.1", "A/C.3/80/L.3"),
        ("A/HRC/RES/61/1", "A/HRC/RES/61/3"),
        ("E/CN.7/2026/L.1", "E/CN.7/2026/L.3"),
    ],
)
def test_the_number_at_the_end_runs_on(symbol: str, third: str) -> None:
    series = series_from(symbol)
    assert series.symbol(series.first) == symbol
    assert list(series.names(3, series.year, 2026)) == [third]


@pytest.mark.parametrize("symbol", ["S/RES/2719 (2023)", "S/RES/2719(2023)"])
def test_a_year_in_brackets_may_move_on_but_not_beyond_this_one(symbol: str) -> None:
    series = series_from(symbol)
    assert list(series.names(2720, 2023, 2026)) == ["S/RES/2720 (2023)", "S/RES/2720 (2024)"]
    assert list(series.names(2720, 2026, 2026)) == ["S/RES/2720 (2026)"]


@pytest.mark.parametrize(
    ("organ", "session", "first"),
    [
        ("General Assembly", "80", "A/RES/80/1"),
        ("General Assembly resolutions", "80", "A/RES/80/1"),
        ("ga", "80", "A/RES/80/1"),
        ("Human Rights Council", "61", "A/HRC/RES/61/1"),
        ("ECOSOC", "2026", "E/RES/2026/1"),
        ("CND", "69", "CND/RES/69/1"),
        ("United Nations Environment Assembly", "7", "UNEP/EA.7/RES.1"),
    ],
)
def test_a_session_of_an_organ_is_a_series(organ: str, session: str, first: str) -> None:
    series = series_of(organ, session)
    assert series.symbol(series.first) == first


@pytest.mark.parametrize("organ", ["Security Council", "Trusteeship Council", "Board of Lamps", ""])
def test_an_organ_whose_numbers_do_not_start_again_is_no_series(organ: str) -> None:
    with pytest.raises(ValueError, match="first symbol"):
        series_of(organ, "80")


@pytest.mark.parametrize("symbol", ["A/RES/80/", "", "annex", "A/RES/80/1/Corr"])
def test_what_has_no_running_number_is_no_series(symbol: str) -> None:
    with pytest.raises(ValueError, match="A/RES/80/1"):
        series_from(symbol)
