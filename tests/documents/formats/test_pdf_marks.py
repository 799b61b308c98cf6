"""Footnote marks on a page: raised figures are kept beside the text, all others are words of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.formats import pdf
from documents.limits import Limits
from documents.lines import Line
from tests.typeset import Style, typeset

# The page's body, without which nothing tells what is small.
AROUND = "The keepers of the coast met\nin the old town and spoke\nof lamps and of the oil\nthat lamps burn by night.\n\n"


def lines(text: str, style: Style = Style()) -> list[Line]:
    """The lines of a page that holds this text below some other."""
    return list(pdf.lines(typeset(AROUND + text, style=style), Limits()).lines[4:])


def marked(text: str, style: Style = Style()) -> str:
    """The only line of this text, each mark in brackets where it stood."""
    (line,) = lines(text, style)
    shown = line.text
    for mark in reversed(line.marks):
        shown = f"{shown[: mark.offset]}[{mark.number}]{shown[mark.offset :]}"
    return shown


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Notes the report^5^ of the keepers", "Notes the report[5] of the keepers"),
        ("Notes the report,^12^ which is long", "Notes the report,[12] which is long"),
        ("^7^ See the report", "[7]See the report"),
        ("Recalls the year 2031^4^ and the next", "Recalls the year 2031[4] and the next"),
        ("of 12 May 2031^4^", "of 12 May 2031[4]"),
        ("Recalls resolution 98/228^5^ and its annex", "Recalls resolution 98/228[5] and its annex"),
        ("the plan for LAMP-19^15^ and its use", "the plan for LAMP-19[15] and its use"),
        ("Agenda 21^15^.", "Agenda 21[15]."),
        ("the reports^3, 4^ of the keepers", "the reports[3][4] of the keepers"),
        ("the list of keepers^*^ below", "the list of keepers[*] below"),
    ],
)
def test_a_raised_figure_is_a_mark(printed: str, read: str) -> None:
    assert marked(printed) == read
    assert marked(printed, Style(unit=1)) == read


@pytest.mark.parametrize(
    "text",
    [
        "the gas CO_2_ and the lamps",
        "the 21^st^ report of the keepers",
        "articles 4 and 12 of 12 May 2031",
        "12. Requests 5 keepers to come",
    ],
)
def test_other_figures_are_words(text: str) -> None:
    assert marked(text) == text.replace("_", "").replace("^", "")


def test_figures_in_small_type_are_no_marks() -> None:
    style = Style(small=7)
    (line,) = lines("~See resolution 98/12 of 4 May 2031, paragraph 7", style)
    assert (line.text, line.marks) == ("See resolution 98/12 of 4 May 2031, paragraph 7", ())


def test_a_mark_below_the_end_of_a_line_opens_the_next_one() -> None:
    assert [
        (line.text, [mark.number for mark in line.marks]) for line in lines("oil 21^5^.\n~^6^ See there.")
    ] == [
        ("oil 21.", ["5"]),
        ("See there.", ["6"]),
    ]


words = st.lists(
    st.sampled_from("lamps oil keepers coast harbour boats storms nights".split()), min_size=3, max_size=9
)


@settings(max_examples=40, deadline=None)
@given(words, st.data())
def test_text_and_marks_are_what_was_set(chosen: list[str], data: st.DataObject) -> None:
    numbers = [data.draw(st.sampled_from(["", "", "7", "12", "104"])) for _ in chosen]
    printed = " ".join(
        f"{word}^{number}^" if number else word for word, number in zip(chosen, numbers, strict=True)
    )
    (line,) = lines(printed)
    assert line.text == " ".join(chosen)
    assert [mark.number for mark in line.marks] == [number for number in numbers if number]
    ends = [len(" ".join(chosen[: at + 1])) for at, number in enumerate(numbers) if number]
    assert [mark.offset for mark in line.marks] == ends
