from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import names, spelling


@pytest.mark.parametrize(
    "typed",
    [
        "unodc",
        "UNODC",
        " unodc ",
        "UN Office on Drugs and Crime",
        "the United Nations Office on Drugs and Crime",
    ],
)
def test_one_actor_has_many_names(conn: sqlite3.Connection, typed: str) -> None:
    assert names.actor(conn, typed) == ["unodc"]


@pytest.mark.parametrize(
    ("typed", "actor"),
    [
        ("the SG", "secretary-general"),
        ("Secretary General", "secretary-general"),
        ("member state", "member-states"),
        ("all Member States", "member-states"),
        ("UN system", "un-system"),
        ("myanmar", "government-of:myanmar"),
        ("Myanmar's Government", ""),
        ("nobody", ""),
        ("", ""),
    ],
)
def test_actors(conn: sqlite3.Connection, typed: str, actor: str) -> None:
    assert names.actor(conn, typed) == ([actor] if actor else [])


def test_a_mistyped_actor_suggests_near_ones(conn: sqlite3.Connection) -> None:
    assert names.near_actors(conn, "UNDOC")[0] == "unodc"
    assert names.near_actors(conn, "secretry general")[0] == "secretary-general"
    assert names.near_actors(conn, "drugs")[0] == "unodc"
    assert names.near_actors(conn, "zzzz") == []


def test_the_name_of_an_actor(conn: sqlite3.Connection) -> None:
    assert names.actor_name(conn, "unodc") == "United Nations Office on Drugs and Crime"
    assert names.actor_name(conn, "nobody") == "nobody"
    assert names.actor_names(conn)["myanmar"] == "government-of:myanmar"


@pytest.mark.parametrize(
    ("typed", "verb"),
    [
        ("request", "request"),
        ("Requests", "request"),
        ("urged", "urge"),
        ("urging", "urge"),
        ("calls on", "call upon"),
        ("called upon", "call upon"),
        ("noted", "note"),
        ("eats", ""),
    ],
)
def test_verbs(conn: sqlite3.Connection, typed: str, verb: str) -> None:
    assert names.verb(conn, typed) == verb


def test_irregular_verbs_and_verbs_in_y() -> None:
    assert "took note" in spelling.verb_forms("take note")
    assert "reaffirmed" in spelling.verb_forms("reaffirm")
    assert "specifies" in spelling.verb_forms("specify")


def test_a_mistyped_verb_suggests_near_ones(conn: sqlite3.Connection) -> None:
    assert names.near_verbs(conn, "reqest") == ["request"]


def test_verbs_come_from_provisions_as_well_as_from_the_lexicon(conn: sqlite3.Connection) -> None:
    assert names.verbs(conn) == ["call upon", "demand", "invite", "note", "request", "urge"]


@pytest.mark.parametrize(
    ("typed", "levels"),
    [
        ("strong", ["strong"]),
        ("Strong+", ["mandatory", "strong"]),
        ("standard-", ["standard", "soft"]),
        ("hard", []),
        ("+", []),
    ],
)
def test_strengths(typed: str, levels: list[str]) -> None:
    assert names.strengths(typed) == levels


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("A/RES/73/186", "A/RES/73/186"),
        ("a/res/73/186", "A/RES/73/186"),
        ("73/186", "A/RES/73/186"),
        ("a_res_73_186", "A/RES/73/186"),
        ("GA resolution 73/186", "A/RES/73/186"),
        ("General Assembly resolution 73/186", "A/RES/73/186"),
        ("S/RES/2341", "S/RES/2341 (2017)"),
        ("2341", "S/RES/2341 (2017)"),
        ("Security Council resolution 2341 (2017)", "S/RES/2341 (2017)"),
        ("A/RES/2341", ""),
        ("HRC 73/186", ""),
        ("73", ""),
        ("186", ""),
        ("", ""),
    ],
)
def test_symbols(conn: sqlite3.Connection, typed: str, symbol: str) -> None:
    assert names.symbols(conn, typed) == ([symbol] if symbol else [])


def test_a_mistyped_symbol_suggests_near_ones(conn: sqlite3.Connection) -> None:
    assert names.near_symbols(conn, "73/168") == ["A/RES/73/186"]


def test_a_draft_is_known_by_its_number() -> None:
    assert spelling.short_symbol("A/C.3/80/L.49").endswith(spelling.short_symbol("80/L.49"))
    assert (
        spelling.organ_of_symbol("A/HRC/RES/50/3")
        == spelling.organ_of_symbol("HRC 50/3")
        == "Human Rights Council"
    )


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("CND 63/9", "CND/RES/63/9"),
        ("UNEA resolution 4/4", "UNEP/EA.4/RES.4"),
        ("ctoc_cop_res_10_1", "CTOC/COP/RES/10/1"),
        ("Human Rights Council 50/3", "A/HRC/RES/50/3"),
    ],
)
def test_a_document_is_known_by_what_people_call_its_organ(typed: str, symbol: str) -> None:
    assert spelling.short_symbol(typed) == spelling.short_symbol(symbol)
    assert spelling.organ_of_symbol(typed) == spelling.organ_of_symbol(symbol) != ""


def test_what_the_register_holds(conn: sqlite3.Connection) -> None:
    assert names.groups(conn) == ["other", "secretariat", "states", "un system"]
    assert names.organs(conn) == ["General Assembly", "Security Council"]
    assert names.qualifiers(conn) == ["on-request"]


@given(st.text())
def test_folding_twice_is_folding_once_and_case_does_not_matter(text: str) -> None:
    assert spelling.fold(spelling.fold(text).upper()) == spelling.fold(spelling.fold(text))
    spelling.short_symbol(text)
