"""Symbols of every style have one canonical form."""

from __future__ import annotations

import pytest

from documents import symbols


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("A/RES/99/186", "A/RES/99/186"),
        ("A/RES/44/999 A", "A/RES/44/999 A"),
        ("A/RES/44/999A", "A/RES/44/999 A"),
        ("A/RES/999 (II)", "A/RES/999 (II)"),
        ("A/RES/999(II)", "A/RES/999 (II)"),
        ("A/RES/S-27/9", "A/RES/S-27/9"),
        ("A/RES/ES-11/9", "A/RES/ES-11/9"),
        ("S/RES/9719(2043)", "S/RES/9719 (2043)"),
        ("S/RES/9719  (2043)", "S/RES/9719 (2043)"),
        ("E/RES/976/ (XV)", "E/RES/976 (XV)"),
        ("E/RES/2041/25", "E/RES/2041/25"),
        ("A/HRC/RES/90/3", "A/HRC/RES/90/3"),
        ("A/HRC/DEC/S-41/101", "A/HRC/DEC/S-41/101"),
        ("A/C.3/99/L.49", "A/C.3/99/L.49"),
        ("A/99/L.10/Rev.1", "A/99/L.10/Rev.1"),
        ("A/99/L.10*", "A/99/L.10"),
        ("A/HRC/90/L.3", "A/HRC/90/L.3"),
    ],
)
def test_canonical(printed: str, canonical: str) -> None:
    assert symbols.canonical(printed) == canonical
    assert symbols.canonical(canonical) == canonical


@pytest.mark.parametrize("text", ["", "Agenda item 7", "A/99/377", "resolution A/RES/99/1 of", "S/2043/970"])
def test_what_is_no_symbol_of_a_resolution(text: str) -> None:
    assert symbols.canonical(text) == ""


@pytest.mark.parametrize(
    ("symbol", "session"),
    [
        ("A/RES/99/186", "99"),
        ("A/RES/S-27/9", "S-27"),
        ("A/RES/999 (II)", "2"),
        ("A/RES/9201 (S-VI)", "S-6"),
        ("E/RES/976 (XV)", "15"),
        ("E/RES/976 (XIX)", "19"),
        ("S/RES/9719 (2043)", "2043"),
        ("A/C.3/99/L.49", "99"),
        ("A/HRC/RES/90/3", "90"),
    ],
)
def test_session(symbol: str, session: str) -> None:
    assert symbols.session(symbol) == session


@pytest.mark.parametrize(
    ("symbol", "organ"),
    [
        ("A/HRC/RES/90/3", "Human Rights Council"),
        ("A/C.3/99/L.49", "General Assembly"),
        ("S/RES/9719 (2043)", "Security Council"),
        ("E/RES/2041/25", "Economic and Social Council"),
        ("X/1", ""),
    ],
)
def test_organ(symbol: str, organ: str) -> None:
    assert symbols.organ(symbol) == organ


@pytest.mark.parametrize(
    ("stem", "symbol"),
    [
        ("A_RES_99_186", "A/RES/99/186"),
        ("S_RES_9719(2043)", "S/RES/9719 (2043)"),
        ("E_RES_976_(XV)", "E/RES/976 (XV)"),
        ("A_C.3_99_L.49", "A/C.3/99/L.49"),
        ("minutes", ""),
    ],
)
def test_from_a_file_name(stem: str, symbol: str) -> None:
    assert symbols.from_file_name(stem) == symbol
