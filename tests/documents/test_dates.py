"""The day of adoption, as organs of every era print it, and the days that a session leaves."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import dates, metadata, sessions
from documents.sessions import Days


def adopted(symbol: str, front: list[str], back: list[str], sentence: str = "") -> str:
    return dates.adopted(symbol, front, back, sentence, sessions.days(symbol))


@pytest.mark.parametrize(
    ("symbol", "front", "back", "day"),
    [
        (
            "A/RES/99/1",
            ["Resolution adopted by the General Assembly on 3 May 2045", "99/1. Lamps"],
            [],
            "2045-05-03",
        ),
        (
            "A/RES/99/1",
            ["11 June 2045", "Resolution adopted by the General Assembly on 3 May 2045"],
            [],
            "2045-05-03",
        ),
        ("A/RES/99/1", ["11 June 2045", "99/1. Lamps"], [], ""),
        ("A/RES/49/9", ["49/9. Lamps"], ["94th plenary meeting", "13 December 1994"], "1994-12-13"),
        ("A/RES/49/9", ["49/9. Lamps named in resolution 48/9 of 3 December 1993"], [], ""),
        (
            "S/RES/9766 (2002)",
            [
                "Resolution 9766 (2002)",
                "Adopted by the Security Council at its 4684th meeting,",
                "on 29 December 2002",
            ],
            [],
            "2002-12-29",
        ),
        ("S/RES/9763 (1967)", ["Resolution 9763 (1967)", "of 23 November 1967"], [], "1967-11-23"),
        ("S/RES/9763 (1967)", ["Resolution 9763 (1967) of 23 November 1967"], [], "1967-11-23"),
        ("S/RES/9763 (1967)", ["Resolution 9763 (1967)", "[23 November 1967]"], [], "1967-11-23"),
        ("S/RES/9763 (1967)", ["Resolution 9763 (1967)", "of l3 Novernber I967"], [], "1967-11-13"),
        (
            "S/RES/9763 (1967)",
            ["Resolution 9763 (1967)"],
            ["Adopted unanimously at the 1382nd meeting on 23 November 1967."],
            "1967-11-23",
        ),
        ("S/RES/9763 (1967)", ["Resolution 9763 (1967)", "of23 Novem ber 1967"], [], "1967-11-23"),
        ("S/RES/9022 (1947)", ["9022 (1947). Resolution of 9 April 1947"], [], "1947-04-09"),
        ("A/C.3/99/L.7", ["Draft resolution adopted by the Committee on 3 May 2045"], [], ""),
        ("S/RES/9763 (1967)", ["of 23 November 1966", "Resolution 9763 (1967)"], [], ""),
        ("S/RES/9763 (1992)", ["GENERAL", "S/RES/9763 (1992)", "11 March 1992"], [], "1992-03-11"),
        (
            "S/RES/9763 (1992)",
            ["RESOLUTION 9763 (1992)", "Adopted by the Security Council on March 12, 1992"],
            [],
            "1992-03-12",
        ),
        ("S/RES/9763 (1992)", ["RESOLUTION 9763 (1992)", "of 31 February 1992"], [], ""),
        ("E/RES/2031/9", ["2031/9. Lamps"], ["32nd plenary meeting", "22 July 2031"], "2031-07-22"),
        (
            "S/PRST/2031/9",
            [
                "At the 9931st meeting of the Security Council, held on 6 June 2031, in connection with lamps, the President"
            ],
            [],
            "2031-06-06",
        ),
    ],
)
def test_the_day_of_adoption(symbol: str, front: list[str], back: list[str], day: str) -> None:
    assert adopted(symbol, front, back) == day


def test_the_sentence_of_a_decision_tells_its_day_and_not_a_later_one() -> None:
    sentence = (
        "At its 55th plenary meeting, on 3 March 2045, the General Assembly decided to meet on 5 May 2045."
    )
    assert adopted("A/DEC/99/599", [], [], sentence) == "2045-03-03"
    assert adopted("A/DEC/99/599", [], [], "The General Assembly decided to meet on 5 May 2045.") == ""


@pytest.mark.parametrize(
    ("symbol", "days"),
    [
        ("S/RES/942 (1967)", ("1967-01-01", "1967-12-31")),
        ("A/RES/999 (II)", ("1947-09-16", "1947-11-29")),
        ("A/RES/45/999", ("1990-09-01", "1991-09-30")),
        ("A/RES/78/999", ("2023-09-05", "2024-09-09")),
        ("A/RES/S-20/9", ("1998-06-08", "1998-06-10")),
        ("A/C.3/78/L.99", ("2023-09-05", "2024-09-09")),
        ("E/RES/976 (XV)", ("1953-01-01", "1953-12-31")),
        ("E/RES/2003/99", ("2003-01-01", "2003-12-31")),
        ("E/RES/2019/99", ("2018-07-01", "2019-09-30")),
        ("A/HRC/RES/52/99", ("2023-02-01", "2023-04-30")),
        ("A/HRC/RES/44/99", ("2020-06-30", "2020-07-17")),
        ("CND/RES/63/99", ("2020-01-01", "2020-12-31")),
        ("9/CP.28", ("2023-01-01", "2023-12-31")),
        ("9/CMA.3", ("2021-01-01", "2021-12-31")),
        ("CTOC/COP/RES/14/9", ("2028-01-01", "2028-12-31")),
        ("A/RES/ES-19/99", None),
        ("file:lamps", None),
        ("", None),
    ],
)
def test_the_days_of_a_session(symbol: str, days: tuple[str, str] | None) -> None:
    expected = days and Days(*map(date.fromisoformat, days))
    assert sessions.days(symbol) == expected


def test_a_day_is_exact_a_year_or_a_session_is_a_span_and_nothing_is_nothing() -> None:
    exact = metadata.of("S/RES/942 (1967)", "", ["Resolution 942 (1967)", "of 22 November 1967"], [])
    assert (exact.date, exact.first_day, exact.last_day) == ("1967-11-22",) * 3
    year = metadata.of("S/RES/942 (1967)", "", [], [])
    assert (year.date, year.first_day, year.last_day) == ("", "1967-01-01", "1967-12-31")
    unknown = metadata.of("file:lamps", "", [], [])
    assert (unknown.date, unknown.first_day, unknown.last_day) == ("", "", "")


@given(st.lists(st.text(max_size=40), max_size=5), st.text(max_size=80))
def test_no_text_breaks_it(rows: list[str], sentence: str) -> None:
    assert adopted("A/RES/99/1", rows, rows, sentence) in ("", adopted("A/RES/99/1", rows, rows, sentence))
