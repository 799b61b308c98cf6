"""Marks of footnotes in text that does not tell them by size are taken out where certain, and kept as marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from documents import marks
from documents.lines import Line, Mark


def told(line: Line) -> str:
    """The text with its marks in brackets."""
    text = line.text
    for mark in reversed(line.marks):
        text = f"{text[: mark.offset]}[{mark.number}]{text[mark.offset :]}"
    return text


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("the Convention on Lamps5 and", "the Convention on Lamps[5] and"),
        ("takes note of the report;80", "takes note of the report;[80]"),
        ("“Lamps for All”9 and", "“Lamps for All”[9] and"),
        ("in 2015,6 when", "in 2015,[6] when"),
        ("of 3 May 204512 and", "of 3 May 2045[12] and"),
        ("on river gauges, 1/", "on river gauges,[1]"),
        ("of gauges; 2/ and of locks", "of gauges;[2] and of locks"),
        ("the Charter¹, the Rules²³", "the Charter[1], the Rules[23]"),
        ("40 km² of coast, 7 m³", "40 km² of coast, 7 m³"),
        ("A/99/L.5/Rev.1 and 1/2 of COVID-19", "A/99/L.5/Rev.1 and 1/2 of COVID-19"),
    ],
)
def test_certain_marks(text: str, without: str) -> None:
    assert told(marks.without_certain(Line(text))) == without


def test_marks_of_known_notes_stand_in_their_order() -> None:
    lines = [
        Line("the Convention on Lamps, 4 the Rules of 3 May 1971, 5 article 6 of the Code"),
        Line("on Oil 6"),
    ]
    told_lines = [told(line) for line in marks.without_numbered(lines, ["4", "5", "6"])]
    assert told_lines == [
        "the Convention on Lamps,[4] the Rules of 3 May 1971,[5] article 6 of the Code",
        "on Oil[6]",
    ]


def test_a_mark_is_rather_behind_a_stop() -> None:
    lines = [Line("holds 2 lamps in the harbour, 1 and the pier, 2 where oil is kept")]
    assert told(marks.without_numbered(lines, ["1", "2"])[0]) == (
        "holds 2 lamps in the harbour,[1] and the pier,[2] where oil is kept"
    )


def test_numbers_that_count_are_no_marks() -> None:
    line = Line("within 3 years, on 3 May, in resolution 3 and paragraph 3")
    assert marks.without_numbered([line], ["3"]) == [line]


def test_a_star_hangs_on_its_word() -> None:
    assert (
        told(marks.without_numbered([Line("Norway:* draft resolution")], ["*"])[0])
        == "Norway:[*] draft resolution"
    )


def test_a_note_of_an_earlier_page_may_be_referred_to_again() -> None:
    line = Line("the Programme of Lamps, 20 as well as the Oil Plan, 21 as amended")
    assert told(marks.without_repeated(line, ["20"])) == (
        "the Programme of Lamps,[20] as well as the Oil Plan, 21 as amended"
    )


def test_marks_that_were_there_move() -> None:
    line = Line("the lamps5 and the oil6 here", marks=(Mark(3, "a"), Mark(18, "b")))
    assert told(marks.without_certain(line)) == "the[a] lamps[5] and the[b] oil6 here"


@given(some.text(alphabet="ab ,;.)/12²", max_size=60))
def test_what_is_taken_out_and_what_stays_are_the_text(text: str) -> None:
    line = marks.without_certain(Line(text))
    rebuilt, last = "", 0
    for mark in line.marks:
        rebuilt += line.text[last : mark.offset] + mark.number
        last = mark.offset
    rebuilt += line.text[last:]
    assert [sign for sign in rebuilt if sign.isalpha()] == [sign for sign in text if sign.isalpha()]
    assert sorted(mark.offset for mark in line.marks) == [mark.offset for mark in line.marks]
