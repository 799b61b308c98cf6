"""Unusual characters become the usual ones, and the marks of notes stay where they stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from documents import characters
from documents.lines import Line, Lines, Mark


@pytest.mark.parametrize(
    ("unusual", "usual"),
    [
        ("the O\ufb03ce \ufb01nds the \ufb02ow", "the Office finds the flow"),
        ("Secretary-\u200bGeneral\ufeff of\u200d lamps", "Secretary-General of lamps"),
        ("Secretary\u2011General, Vice\u2010President", "Secretary-General, Vice-President"),
        ("A\u2215RES\u204499\u22151", "A/RES/99/1"),
        ("Member\u00a0States\u202fand\u2003towns", "Member States and towns"),
        ("Secre\u00adtary-Gen\u00aderal", "Secretary-General"),
        ("Envi\u00ad\nronment Programme", "Environment\nProgramme"),
        ("Envi\u00ad  \r\n   ronment\r\nProgramme", "Environment\nProgramme"),
        ("Co\u0302te, Sa\u0303o", "Côte, São"),
        ("non- governmental follow- up", "non-governmental follow-up"),
        ("Secretary- General, post- 2015", "Secretary-General, post- 2015"),
        (
            "mid- and long-term, pre- or post-war, short- to long-term",
            "mid- and long-term, pre- or post-war, short- to long-term",
        ),
        ("the sea - and the land", "the sea - and the land"),
        ("women’s “lamps” – №\u00b9", "women’s “lamps” – №\u00b9"),
    ],
)
def test_plain(unusual: str, usual: str) -> None:
    assert characters.plain(unusual) == usual


@given(some.text(alphabet=some.sampled_from("ab \n-\u00ad\u200b\ufb01\u2011\u00a0e\u0301\u0301")))
def test_what_is_plain_stays(text: str) -> None:
    once = characters.plain(text)
    assert characters.plain(once) == once


def lines(*found: Line, pages: int | None = None) -> Lines:
    return Lines(found, wrapped=False, pages=pages, reader="test/1")


def test_marks_stay_where_they_stood() -> None:
    line = Line(
        "the o\ufb03ce, its \u200bre\u00adport and lamps", marks=(Mark(8, "1"), Mark(22, "2"), Mark(32, "3"))
    )
    (read,) = characters.normalised(lines(line)).lines
    assert read.text == "the office, its report and lamps"
    assert [(read.text[: mark.offset], mark.number) for mark in read.marks] == [
        ("the office", "1"),
        ("the office, its report", "2"),
        ("the office, its report and lamps", "3"),
    ]


def test_a_word_broken_by_a_soft_hyphen_is_whole() -> None:
    above, below = (
        Line("the Envi\u00ad ", marks=(Mark(3, "1"),)),
        Line(" ronment Fund", marks=(Mark(8, "2"),)),
    )
    (read,) = characters.normalised(lines(above, below)).lines
    assert read.text == "the Environment Fund"
    assert read.marks == (Mark(3, "1"), Mark(15, "2"))


def test_a_page_shows_a_soft_hyphen_as_a_hyphen() -> None:
    page = lines(Line("the light\u00adhouse"), pages=1)
    assert characters.normalised(page) == page
