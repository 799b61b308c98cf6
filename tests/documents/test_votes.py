"""How a text was adopted: with a count, unanimously, without a vote; misread by scans too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import votes


@pytest.mark.parametrize(
    ("line", "vote"),
    [
        ("Adopted unanimously at the 1384th meeting.", "unanimously"),
        ("Adopred unanimous1y at the 1384th meeting.", "unanimously"),
        ("Adopted at the 1384th meeting, unanimously.", "unanimously"),
        ("Adopted at the 1402nd meeting by 14 votes to none, with 1 abstention (Northern Isles).", "14-0-1"),
        ("Adopted at the l402nd meeting by l4 votes to none, with l abstention.", "14-0-1"),
        ("Adopted at the 99th meeting, by eleven votes to none with four abstentions (A, B).", "11-0-4"),
        ("Adopted at the 36th meeting by 8 votes to 1 (Southern Isles), with 2 abstentions (A, B).", "8-1-2"),
        ("Adopted at the 36th meeting by 9 votes to 2 (A, B).", "9-2-0"),
        (
            "Adopted at the 3rd meeting by 10 votes to none. One member (A) did not take part in the voting.",
            "10-0-0",
        ),
        ("Adopted by 13 votes in favour to 1 against, with 1 abstention.", "13-1-1"),
        ("Adopted by 12 votes in favour, none against and 3 abstentions.", "12-0-3"),
        (
            "[Adopted by a recorded vote of 29 to 14, with 4 abstentions. The voting was as follows:",
            "29-14-4",
        ),
        ("[Adopted by a recorded vote of 29 votes to none, with no abstentions.", "29-0-0"),
        ("[Adopted without a vote.]", "without a vote"),
        ("Adopted by consensus at the 3rd meeting.", "without a vote"),
        ("Adopted by the Security Council at its 4684th meeting, on 29 December 2002", ""),
        ("The voting was as follows: 12 to 3", ""),
        ("In favour: A, B, C Against: D", ""),
        ("", ""),
    ],
)
def test_votes(line: str, vote: str) -> None:
    assert votes.vote([], [line]) == vote


def test_what_stands_below_the_text_counts_more_than_what_stands_above() -> None:
    assert (
        votes.vote(["Adopted without a vote"], ["Adopted unanimously at the", "1384th meeting."])
        == "unanimously"
    )
    assert votes.vote(["Adopted without a vote"], ["1384th meeting"]) == "without a vote"


@given(st.text(max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    votes.vote([text], [f"Adopted by {text}"])
