"""When or how often: sentences in UN drafting style, and the due words and dates that they hold."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.classify import classify_text
from rules.terms.due import due_date


def due(sentence: str) -> tuple[str, ...]:
    """The due words of the last provision of a sentence."""
    return classify_text(sentence)[-1].due


REPORT = "Requests the Secretary-General to submit a report on river safety to the General Assembly"


@pytest.mark.parametrize(
    "words",
    [
        "at its eighty-ninth session",
        "at its ninety-first and ninety-second sessions",
        "at its next regular session",
        "during the ninetieth session",
        "not later than its ninetieth session",
        "before the end of its ninetieth session",
        "by 2041",
        "by the end of 2041",
        "by 15 March 2041",
        "before June 2041",
        "no later than 31 March 2041",
        "at the latest by May 2041",
        "in 2041",
        "in the first quarter of 2041",
        "within 120 days",
        "within one year",
        "within forty-five days",
        "in eighteen months",
        "every six months",
        "every two years",
        "twice a year",
        "annually",
        "quarterly",
        "on an annual basis",
        "on a regular basis",
        "at regular intervals",
        "periodically",
    ],
)
def test_words_that_say_when_or_how_often(words: str):
    assert due(f"{REPORT} {words}, including on ferries") == (words,)


@pytest.mark.parametrize(
    "words",
    [
        "prior to the session",
        "ahead of its next meeting",
        "before each session",
        "before the meeting",
        "in advance of the conference",
        "at each session",
        "at its seventy-first session, in 2041",
        "in the year 2041",
        "by the year 2041",
        "by 8 September 2041",
        "no later than 8 September 2041",
        "after five years",
        "prior to the renewal of its mandate",
        "upon the conclusion of each of those reviews",
        "before the end of each January",
        "in the first quarter of each year",
        "once per year",
        "at least once a year",
        "once every two years",
    ],
)
def test_words_that_say_when_in_any_directive(words: str):
    assert due(f"Requests the Ferry Board to revise the list of piers {words}, including small ones") == (
        words,
    )


def test_due_words_between_the_addressee_and_its_task():
    assert due("Requests the Bureau, prior to the session, to choose a theme") == ("prior to the session",)


def test_several_due_words_are_all_kept_in_their_order():
    sentence = (
        "Invites the Ferry Board, starting in 2041, to brief the Council, on an annual basis, "
        "during one of its regular sessions, on its work"
    )
    assert due(sentence) == ("starting in 2041", "on an annual basis", "during one of its regular sessions")


def test_an_annual_report_is_due_annually():
    assert due("Requests the Secretary-General to submit an annual written report to the Council") == (
        "annual",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        f"{REPORT} without delay and as soon as possible",
        f"{REPORT} in the light of the decision adopted at its seventieth session",
        f"{REPORT} and on the recommendations submitted by the Board at its seventieth session",
        f"{REPORT} on the implementation of the 2030 Agenda for Sustainable Development",
        f"{REPORT} pursuant to its resolution 70/1 of 25 September 2015",
        f"{REPORT} and on the conference on ferries to be held in Oslo in 2041",
        "Urges Member States to observe the annual day of the ferry",
        "Invites States to take part in the ninetieth session of the Commission",
        "Welcomes the report that the Secretary-General submits every two years",
        "Decides to consider the question of ferries at its ninetieth session",
        "Invites States to build upon the results of the conference held in the year 2023",
        "Invites States to remember the floods that struck the ferries in 2023",
        "Invites the Board to act on the conclusions adopted at its seventieth session, in 2015",
        "Invites the Board to lay the question before the next meeting",
        "Invites the Board to settle the matters before the meeting",
        "Requests the Board to revise its rules in the light of what it learned after two years of practice",
    ],
)
def test_what_dates_something_else_is_not_due(sentence: str):
    assert due(sentence) == ()


def test_a_session_belongs_to_its_own_provision():
    first, second = classify_text(
        "Decides to remain seized of the matter at its ninetieth session, and requests the Secretary-General "
        "to keep it informed"
    )
    assert first.due == second.due == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["by 2041"], "2041-12-31"),
        (["by May 2041"], "2041-05-31"),
        (["by February 2044"], "2044-02-29"),
        (["no later than 31 March 2041"], "2041-03-31"),
        (["by March 31, 2041"], "2041-03-31"),
        (["before the end of 2041"], "2041-12-31"),
        (["by 30 April 2042", "by 1 June 2041"], "2041-06-01"),
        (["by 31 June 2041"], ""),
        (["at its ninetieth session"], ""),
        (["annually", "within 90 days"], ""),
        ([], ""),
    ],
)
def test_the_date_that_due_words_name(words: list[str], expected: str):
    assert due_date(words) == expected


@given(st.dates(min_value=date(1946, 1, 1), max_value=date(2099, 1, 1)))
def test_any_day_is_read_as_that_day(day: date):
    assert due_date([f"by {day.day} {day:%B} {day.year}"]) == day.isoformat()
