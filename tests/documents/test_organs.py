"""The table of organs is consistent, and what it says of symbols can be read back."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import forms, openings, organs, symbols
from documents.organs import Organ, Series

SERIES = [(organ, series) for organ in organs.ORGANS for series in organ.series]
VALUES = {
    "session": st.one_of(st.integers(1, 120).map(str), st.integers(1, 40).map(lambda n: f"S-{n}")),
    "roman": st.sampled_from(["II", "IV", "XV", "XXVIII", "LXI", "S-VI"]),
    "year": st.integers(1946, 2060).map(str),
    "number": st.integers(1, 9999).map(str),
    "country": st.sampled_from(["ABC", "XYZ"]),
}


@st.composite
def adopted(draw: st.DrawFn) -> tuple[Organ, Series, str]:
    """An organ, one of its series and a symbol of it."""
    organ, series = draw(st.sampled_from(SERIES))
    fields = {name: draw(value) for name, value in VALUES.items()}
    return organ, series, series.symbol.format_map(fields)


def test_every_name_and_initials_are_of_one_organ() -> None:
    names = Counter(
        name.casefold() for organ in organs.ORGANS for name in (organ.name, *organ.names, *organ.initials)
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_every_form_belongs_to_one_series() -> None:
    printed = Counter(form for _, series in SERIES for form in (series.symbol, *series.also))
    assert [form for form, count in printed.items() if count > 1] == []


@given(adopted())
def test_a_symbol_is_canonical_and_tells_its_organ_and_kind(one: tuple[Organ, Series, str]) -> None:
    organ, series, symbol = one
    assert symbols.canonical(symbol) == symbol
    assert symbols.organ(symbol) == organ.name
    assert symbols.kind(symbol) is series.kind


@given(adopted())
def test_a_symbol_goes_through_the_name_of_a_file(one: tuple[Organ, Series, str]) -> None:
    symbol = one[2]
    for stem in (symbol.replace("/", "_"), symbol.replace("/", "_").replace(" ", "_") + "-EN"):
        assert symbols.from_file_name(stem) == symbol
        assert symbols.from_file_name(f"{stem} (1)") == symbol
        assert symbols.from_file_name(stem.lower()) == symbol


@given(adopted())
def test_the_number_that_an_organ_prints_gives_its_symbol_back(one: tuple[Organ, Series, str]) -> None:
    organ, series, symbol = one
    if series.printed:
        assert symbols.of_number(symbols.number(symbol), organ.name, series.kind) == symbol


@pytest.mark.parametrize("organ", organs.ORGANS, ids=lambda organ: organ.name)
def test_the_opening_line_of_every_organ(organ: Organ) -> None:
    for name in (organ.name, *organ.names):
        for line in (f"The {name},", f"THE {name.upper()},", f"“The {name},", f"{name},", f"The {name}:"):
            assert openings.organ(line) == organ.name
        assert openings.organ(name) == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The General Assembly", "General Assembly"),
        ("T he Security Council ,", "Security Council"),
        ("The Secufity Council,", "Security Council"),
        ("The Econornic and Social Council,", "Economic and Social Council"),
        ("The Conference of the Parties,", "Conference of the Parties"),
        ("THE PREPARATORY COMMITTEE FOR THE CONFERENCE,", "Preparatory Committee for the Conference"),
        ("The Committee", ""),
        ("The Board", ""),
        ("General Assembly", ""),
        ("The Geneva Conventions,", ""),
        ("The Security Council decides on the lamps,", ""),
        ("Recalling the resolutions of the General Assembly,", ""),
        ("", ""),
    ],
)
def test_opening_lines_misread_of_others_and_none(line: str, name: str) -> None:
    assert openings.organ(line) == name


def test_an_opening_line_with_the_preamble_behind_it() -> None:
    text = "The Human Rights Council, Guided by the stars,"
    line, end = openings.line_and_more(text)
    assert (line, text[end:]) == ("The Human Rights Council,", "Guided by the stars,")
    assert openings.line_and_more("The Human Rights Council, at its first meeting,") == ("", 0)


@pytest.mark.parametrize(
    ("symbol", "organ"),
    [
        ("a_res", "General Assembly"),
        ("A/RES/99", "General Assembly"),
        ("a/hrc/x", "Human Rights Council"),
        ("AB/1", ""),
    ],
)
def test_the_organ_of_the_beginning_of_a_symbol(symbol: str, organ: str) -> None:
    found = organs.of_stem(symbol)
    assert (found.name if found else "") == organ


@given(st.text(max_size=60))
def test_no_text_breaks_what_reads_symbols(text: str) -> None:
    symbol = symbols.canonical(text)
    assert symbols.canonical(symbol) == symbol
    symbols.from_file_name(text)
    openings.organ(text)
    forms.plain(text)
