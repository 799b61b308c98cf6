"""Resolutions, decisions, reports and treaties that a provision names."""

from __future__ import annotations

import pytest

from rules.classify import classify_text

GA, SC, HRC = "General Assembly", "Security Council", "Human Rights Council"
ECOSOC = "Economic and Social Council"


def symbols(sentence: str, organ: str = GA) -> list[str]:
    """What a sentence refers to, in its order."""
    return [r.symbol for provision in classify_text(sentence, organ=organ) for r in provision.references]


@pytest.mark.parametrize(
    ("words", "organ", "found"),
    [
        ("its resolution 91/7", GA, ["A/RES/91/7"]),
        (
            "its resolutions 91/7 of 3 May 2037, 92/8 and 93/9 A",
            GA,
            ["A/RES/91/7", "A/RES/92/8", "A/RES/93/9 A"],
        ),
        ('its resolutions 91/7, entitled "Ferries, and rivers", and 92/8', GA, ["A/RES/91/7", "A/RES/92/8"]),
        ("Security Council resolution 9373 (2041)", GA, ["S/RES/9373 (2041)"]),
        ("resolutions 9250 (2041) and 9419 (2042)", SC, ["S/RES/9250 (2041)", "S/RES/9419 (2042)"]),
        ("Economic and Social Council resolution 2041/16", GA, ["E/RES/2041/16"]),
        ("its resolution 2041/16", ECOSOC, ["E/RES/2041/16"]),
        ("its resolution 95/1", HRC, ["A/HRC/RES/95/1"]),
        ("Council resolution 95/1", HRC, ["A/HRC/RES/95/1"]),
        ("General Assembly resolution 91/7", HRC, ["A/RES/91/7"]),
        ("Human Rights Council resolution S-21/1", GA, ["A/HRC/RES/S-21/1"]),
        ("its resolution 2919 (XXVII)", GA, ["A/RES/2919 (XXVII)"]),
        ("its decision 93/546", GA, ["A/DEC/93/546"]),
        ("Council decision 2041/231", ECOSOC, ["E/DEC/2041/231"]),
        ("resolution A/RES/91/7", GA, ["A/RES/91/7"]),
        ("Commission on Human Rights resolution 2005/974", HRC, ["E/CN.4/RES/2005/974"]),
        ("Environment Assembly resolution 95/11", GA, ["UNEP/EA.95/RES.11"]),
        ("Commission on Narcotic Drugs resolution 95/1", GA, ["CND/RES/95/1"]),
        ("its resolution 95/1", "Commission on Narcotic Drugs", ["CND/RES/95/1"]),
        ("Commission resolution 95/1", "Commission on Narcotic Drugs", ["CND/RES/95/1"]),
        ("Commission resolution 95/1", GA, ["Commission resolution 95/1"]),  # of one of several
        ("Board of Lamps resolution 95/1", HRC, ["Board of Lamps resolution 95/1"]),
        ("its resolution 91/7", ECOSOC, ["A/RES/91/7"]),  # no number of the Council's
        ("decision 9/CP.28", GA, ["9/CP.28"]),
        ("document A/93/589-E/2041/95", GA, ["A/93/589", "E/2041/95"]),
    ],
)
def test_documents(words: str, organ: str, found: list[str]):
    assert symbols(f"Requests the Ferry Board to act upon {words} on rivers", organ) == found


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Convention against Corruption", "United Nations Convention against Corruption"),
        ("the Convention on the Rights of the Child", "Convention on the Rights of the Child"),
        ("the Charter of the United Nations", "Charter of the United Nations"),
        ("the Convention on Safety of Ferries in Ice", "Convention on Safety of Ferries in Ice"),
    ],
)
def test_treaties_by_their_names(words: str, name: str):
    assert symbols(f"Urges States to act in the spirit of {words} and to help others") == [name]


def test_a_report_without_a_symbol_is_named_by_its_words():
    provision = classify_text("Takes note of the report of the Secretary-General on ferries")[0]
    assert [(r.type, r.symbol, r.words) for r in provision.references] == [
        ("report", "", "report of the Secretary-General")
    ]


def test_a_provision_has_only_its_own_references():
    first, second = classify_text(
        "Recalls its resolution 91/7, and requests the Board to act on its resolution 92/8"
    )
    assert [r.symbol for r in first.references] == ["A/RES/91/7"]
    assert [r.symbol for r in second.references] == ["A/RES/92/8"]


def test_fractions_and_years_are_no_resolutions():
    assert symbols("Requests the Ferry Board to spend 1/3 of its budget in 2041") == []
