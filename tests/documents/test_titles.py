"""Headings with a number, and the title that stands there or below those who submit a draft."""

from __future__ import annotations

import pytest

from documents import titles
from documents.document import DocumentKind
from documents.titles import Heading


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("99/186. Safety of ferries", Heading("99/186", "Safety of ferries", None)),
        ("98/16 Right to the river", Heading("98/16", "Right to the river", None)),
        ("Resolution 30/1", Heading("30/1", "", DocumentKind.RESOLUTION)),
        ("RESOLUTION 9761 (1992)", Heading("9761 (1992)", "", DocumentKind.RESOLUTION)),
        ("Decision 95/4. Lamps", Heading("95/4", "Lamps", DocumentKind.DECISION)),
        ("Decision 9/CP.28", Heading("9/CP.28", "", DocumentKind.DECISION)),
        ("PRST 95/2. Footpaths", Heading("PRST 95/2", "Footpaths", DocumentKind.STATEMENT)),
        ("9057 (XXVIII). Foghorns", Heading("9057 (XXVIII)", "Foghorns", None)),
        ("976 A (XV). Buoys", Heading("976 A (XV)", "Buoys", None)),
        ("Resolution 9763 ( 1 967)", Heading("9763 (1967)", "", DocumentKind.RESOLUTION)),
        (
            "Resolution 9763 (l967) of 23 November 1967",
            Heading("9763 (1967)", "of 23 November 1967", DocumentKind.RESOLUTION),
        ),
        ("2031/341 Lighthouses", Heading("2031/341", "Lighthouses", None)),
    ],
)
def test_headings(line: str, heading: Heading) -> None:
    assert titles.heading(line) == heading


@pytest.mark.parametrize(
    "line",
    [
        "",
        "1. Requests the Secretary-General to report;",
        "9719 (2043) on lamps",
        "98/16 and the lamps of the river",
        "9763 (1967) of 23 November 1967",  # the end of a sentence
        "99/186 Requests are noted,",
        "22 November 1967",
        "The General Assembly,",
    ],
)
def test_lines_that_are_no_headings(line: str) -> None:
    assert titles.heading(line) is None


@pytest.mark.parametrize(
    ("symbol", "front", "title"),
    [
        ("A/RES/99/1", ["99/1. Ferries", "The General Assembly, Recalling the lamps,"], "Ferries"),
        (
            "A/RES/99/1",
            ["99/1.", "Ferries of the northern", "islands and of", "the south"],
            "Ferries of the northern islands and of the south",
        ),
        ("A/RES/99/1", ["99/1. Ferries", "[on the report of the Third Committee]"], "Ferries"),
        ("A/RES/99/1", ["99/1. Ferries", "A"], "Ferries"),
        ("A/RES/99/1", ["98/7. Oil", "99/1. Ferries"], "Ferries"),
        ("A/RES/99/1", ["98/7. Oil"], ""),
        ("S/RES/9763 (1967)", ["Resolution 9763 (1967)", "of 23 November 1967"], ""),
        ("S/RES/9763 (1967)", ["Resolution 9763 (1967)", "22 November 1967"], ""),
        ("S/RES/9022 (1947)", ["9022 (1947). Resolution of 9 April 1947", "[S/324]"], ""),
        (
            "S/RES/9766 (2002)",
            [
                "Resolution 9766 (2002)",
                "Adopted by the Security Council at its 4684th meeting,",
                "on 29 December 2002",
            ],
            "",
        ),
        (
            "E/DEC/2031/341",
            ["2031/341", "Lighthouses", "At its 32nd plenary meeting, on 22 July 2031, the Council decided:"],
            "Lighthouses",
        ),
        (
            "A/HRC/DEC/99/101",
            [
                "99/101. Footbridges",
                "At its 40th meeting, on 7 July 2045, the Human Rights Council decided to adopt the following text:",
            ],
            "Footbridges",
        ),
        (
            "A/C.2/99/L.7",
            ["Albania and Chile: draft resolution", "Lamps of", "the coast"],
            "Lamps of the coast",
        ),
        (
            "A/C.2/99/L.7",
            ["Draft resolution submitted by the Vice-Chair on the basis of informal consultations", "Lamps"],
            "Lamps",
        ),
        ("A/C.2/99/L.7", ["Revised draft resolution submitted by Chile:", "Lamps"], "Lamps"),
        ("A/C.2/99/L.7", ["Draft resolution", "Lamps"], "Lamps"),
        ("A/C.2/99/L.7", ["Draft decision", "Lamps"], "Lamps"),
        ("A/C.2/99/L.7", ["Agenda item 7", "Lamps and draft resolutions"], ""),
    ],
)
def test_titles(symbol: str, front: list[str], title: str) -> None:
    assert titles.title(symbol, front) == title


def test_the_same_number_in_other_spellings() -> None:
    assert titles.same_number("976 (XV) A", "976 (XV)")
    assert titles.same_number("976 A (XV)", "976 (XV)")
    assert titles.same_number("9719(2043)", "9719 (2043)")
    assert not titles.same_number("99/186", "99/187")
    assert not titles.same_number("", "")
