"""What sort of document it is and who adopted it, by its symbol and the words before its text."""

from __future__ import annotations

import pytest

from documents import metadata
from documents.document import DocumentKind

CLIMATE = "Conference of the Parties to the United Nations Framework Convention on Climate Change"


@pytest.mark.parametrize(
    ("symbol", "front", "kind"),
    [
        ("A/RES/99/1", "", DocumentKind.RESOLUTION),
        ("A/DEC/99/599", "", DocumentKind.DECISION),
        ("9/CP.28", "", DocumentKind.DECISION),
        ("CCPR/C/197/D/9728/2016", "", DocumentKind.DECISION),
        ("S/PRST/2031/9", "", DocumentKind.STATEMENT),
        ("A/HRC/PRST/99/1", "", DocumentKind.STATEMENT),
        ("A/C.3/99/L.7", "Chile: draft resolution", DocumentKind.DRAFT),
        ("A/C.3/99/L.7", "Chile: amendments to draft resolution A/C.3/99/L.6", DocumentKind.AMENDMENT),
        ("A/RES/99/1", "Decision adopted by the General Assembly", DocumentKind.DECISION),
        ("file:lamps", "", DocumentKind.RESOLUTION),
    ],
)
def test_kinds(symbol: str, front: str, kind: DocumentKind) -> None:
    assert metadata.kind_of(symbol, front) is kind


@pytest.mark.parametrize(
    ("symbol", "opening", "organ"),
    [
        ("A/RES/99/1", "General Assembly", "General Assembly"),
        ("A/RES/99/1", "", "General Assembly"),
        ("9/CP.28", "Conference of the Parties", CLIMATE),
        ("E/2041/L.9", "General Assembly", "General Assembly"),  # a text that it recommends
        ("file:lamps", "Board of Lamps", "Board of Lamps"),
        ("file:lamps", "", ""),
    ],
)
def test_organs(symbol: str, opening: str, organ: str) -> None:
    assert metadata.organ_of(symbol, opening) == organ


@pytest.mark.parametrize(
    ("line", "reissue"),
    [
        ("* Reissued for technical reasons on 5 June 2045.", True),
        ("** Second reissue for technical reasons (5 June 2045).", True),
        ("Re-issued for technical reasons.", True),
        ("Notes that the charts were reissued for technical reasons;", False),
        ("", False),
    ],
)
def test_a_reissue_says_so(line: str, reissue: bool) -> None:
    assert metadata.is_reissue(line) is reissue
