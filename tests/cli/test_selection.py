"""What people type as conditions becomes a filter, or a line that says what to type."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typer

from cli.options import FilterOptions, opened
from cli.selection import day, initials, one_of, selected, span, years
from cli.spelling import spelled


@pytest.fixture
def register(example_register: Path) -> Any:
    with opened(example_register) as register:
        yield register


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2026-05-09", "2026-05-09", "2026-05-09"),
        ("", "", ""),
    ],
)
def test_a_date_may_be_a_day_a_month_or_a_year(typed: str, first: str, last: str) -> None:
    assert (day("--since", typed), day("--until", typed, last=True)) == (first, last)


@pytest.mark.parametrize("typed", ["tomorrow", "2026-13", "2026-02-30", "26", "2026-1-1-1"])
def test_what_is_no_date_is_refused_with_a_pattern(typed: str) -> None:
    with pytest.raises(typer.BadParameter, match="2026-12-31"):
        day("--since", typed)


@pytest.mark.parametrize(("typed", "ends"), [("73", (73, 73)), ("73-75", (73, 75)), ("75 – 73", (73, 75))])
def test_a_range_may_be_one_number_or_two(typed: str, ends: tuple[int, int]) -> None:
    assert span("--session", typed) == ends


def test_years_are_whole() -> None:
    assert years("2018-2020") == ("2018-01-01", "2020-12-31")


def test_an_organ_is_known_by_its_initials() -> None:
    assert initials("Economic and Social Council") == "esc"
    assert initials("General Assembly") == "ga"


@pytest.mark.parametrize("typed", ["UN-System", "un system"])
def test_case_and_hyphens_of_a_group_do_not_matter(typed: str) -> None:
    assert one_of("--group", typed, ["states", "un system"]) == "un system"


def test_a_year_and_a_date_narrow_each_other(register: Any) -> None:
    filter = selected(FilterOptions(year="2044", since="2044-06-01"), register)
    assert (filter.since, filter.until) == ("2044-06-01", "2044-12-31")


def test_names_acronyms_and_inflected_verbs_are_understood(register: Any) -> None:
    filter = selected(FilterOptions(actor=["UNODC"], verb=["calls upon"], strength=["strong+"]), register)
    assert filter.actors == ("unodc",)
    assert filter.verbs == ("call upon",)
    assert filter.strengths == ("mandatory", "strong")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (FilterOptions(actor=["unodcc"]), "did you mean unodc"),
        (FilterOptions(verb=["reqest"]), "did you mean request"),
        (FilterOptions(strength=["hard"]), "mandatory, strong"),
        (FilterOptions(kind=["directve"]), "did you mean directive"),
        (FilterOptions(document_kind=["statment"]), "did you mean statement"),
        (FilterOptions(document=["99/510"]), "did you mean A/RES/99/501"),
        (FilterOptions(group=["nobody"]), "use "),
        (FilterOptions(qualifier=["resorces"]), "did you mean resources"),
    ],
)
def test_a_mistyped_value_is_answered_with_near_ones(
    options: FilterOptions, says: str, register: Any
) -> None:
    with pytest.raises(typer.BadParameter, match=says):
        selected(options, register)


def test_a_filter_is_spelled_as_the_command_that_asks_the_same(register: Any) -> None:
    typed = FilterOptions(
        actor=["unodc"],
        document_kind=["Draft"],
        session=["98-99"],
        topic='"river cargo" inspect*',
        report=False,
        due_before="2047",
    )
    assert spelled(selected(typed, register)) == (
        "mandates list --actor unodc --document-kind draft --session 98-99 --due-before 2047-12-31 "
        "--topic '\"river cargo\" inspect*' --no-report"
    )
