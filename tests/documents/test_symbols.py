"""Symbols of every style have one canonical form."""

from __future__ import annotations

import pytest

from documents import mastheads, symbols
from documents.document import DocumentKind


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
        ("A/RES/ES\u201119/99", "A/RES/ES-19/99"),
        ("A\u2215RES\u221599\u2215938", "A/RES/99/938"),
        ("A/RES/99/\u00a0938", "A/RES/99/938"),
        ("A/RES/99/266/A", "A/RES/99/266 A"),
        ("A/RES/44/972[A]", "A/RES/44/972 A"),
        ("A/RES/44/972[A-D]", "A/RES/44/972"),
        ("A/RES/9625 A (XXV)", "A/RES/9625 (XXV) A"),
        ("A/RES/917(III)[A]", "A/RES/917 (III) A"),
        ("S/RES/9719/2043", "S/RES/9719 (2043)"),
        ("UNEP/EA.19/Res.4", "UNEP/EA.19/RES.4"),
        ("E/CN.7/RES/93/9", "CND/RES/93/9"),
        ("E/ESCAP/RES/97/2", "ESCAP/RES/97/2"),
        ("e/cn.4/sub.2/res/2003/90", "E/CN.4/Sub.2/RES/2003/90"),
        ("A/HRC/RES/OM/9/1", "A/HRC/RES/OM/9/1"),
        ("a/c.3/99/l.20/rev.1", "A/C.3/99/L.20/Rev.1"),
        ("ABC/RES/2041/5", "ABC/RES/2041/5"),
    ],
)
def test_canonical(printed: str, canonical: str) -> None:
    assert symbols.canonical(printed) == canonical
    assert symbols.canonical(canonical) == canonical


@pytest.mark.parametrize(
    "text",
    ["", "Agenda item 7", "A/99/377", "resolution A/RES/99/1 of", "S/2043/970", "A/RES/99/1 of", "and/or"],
)
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
        ("9/CMA.3", "3"),
        ("UNEP/EA.19/L.4", "19"),
        ("A/CONF.931/L.1", ""),
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
        ("A/CONF.931/L.1", ""),
        ("A/S-30/L.1", "General Assembly"),
        ("E/CN.7/2041/L.2", "Commission on Narcotic Drugs"),
        ("ABC/RES/2041/5", ""),
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
        ("A_RES_99_941-EN", "A/RES/99/941"),
        ("S_RES_9943_(2031)-EN", "S/RES/9943 (2031)"),
        ("A_RES_944(III)-EN", "A/RES/944 (III)"),
        ("A_RES_99_951 (1)", "A/RES/99/951"),
        ("A_RES_99_952_E", "A/RES/99/952"),
        ("A_RES_38_980 E", "A/RES/38/980 E"),
        ("A_RES_38_980[E]-EN", "A/RES/38/980 E"),
        ("A-RES-99-953", "A/RES/99/953"),
        ("A-RES-ES-19-1", "A/RES/ES-19/1"),
        ("A_RES_99_954 - Copy (2)", "A/RES/99/954"),
        ("a_res_99_955", "A/RES/99/955"),
        ("S_RES_9956_2031", "S/RES/9956 (2031)"),
        ("A_RES_79_901_Corr.1", "A/RES/79/901/Corr.1"),
        ("2044-12-17_A_RES_99_957_final", "A/RES/99/957"),
        ("N1845678", ""),
        ("2044-12", ""),
        ("unea-4", ""),
        ("minutes", ""),
    ],
)
def test_from_a_file_name(stem: str, symbol: str) -> None:
    assert symbols.from_file_name(stem) == symbol


@pytest.mark.parametrize(
    ("number", "organ", "kind", "symbol"),
    [
        ("99/186", "General Assembly", DocumentKind.RESOLUTION, "A/RES/99/186"),
        ("99/599", "General Assembly", DocumentKind.DECISION, "A/DEC/99/599"),
        ("2041/25", "Economic and Social Council", DocumentKind.RESOLUTION, "E/RES/2041/25"),
        ("PRST 95/2", "Human Rights Council", DocumentKind.STATEMENT, "A/HRC/PRST/95/2"),
        ("9719 (2043)", "", DocumentKind.RESOLUTION, "S/RES/9719 (2043)"),
        ("9/CP.28", "Conference of the Parties", DocumentKind.DECISION, "9/CP.28"),
        ("95/4", "Conference of the Parties", DocumentKind.DECISION, ""),  # of several such conferences
        ("95/4", "Board of Lamps", DocumentKind.RESOLUTION, ""),
        ("95/4", "", DocumentKind.RESOLUTION, ""),
        ("95/4", "Security Council", DocumentKind.RESOLUTION, ""),
    ],
)
def test_the_symbol_of_a_printed_number(number: str, organ: str, kind: DocumentKind, symbol: str) -> None:
    assert symbols.of_number(number, organ, kind) == symbol


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("United Nations A/RES/99/186", "A/RES/99/186"),
        ("GENERAL S/RES/9762 (1992)", "S/RES/9762 (1992)"),
        ("Distr.: General S/RES/9762 (1992) 11 March 1992 ENGLISH", "S/RES/9762 (1992)"),
        ("UNITED NATIONS S Security Council Distr. GENERAL S/RES/9762 (1992)", "S/RES/9762 (1992)"),
        ("United Nations HSP/HA.13/Res.3", "HSP/HA.13/RES.3"),
        ("Recalling A/RES/99/186", ""),
        ("General Assembly resolution A/RES/99/186", ""),
        ("Distr.: General", ""),
    ],
)
def test_the_symbol_in_a_masthead(line: str, symbol: str) -> None:
    assert mastheads.symbol(line) == symbol
