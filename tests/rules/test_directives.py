"""Kind and strength: what a verb does in its clause."""

from __future__ import annotations

import pytest

from rules.classify import classify_text


@pytest.mark.parametrize(
    ("text", "kind", "strength", "actors"),
    [
        ("Demands that all parties cease the shelling of ports;", "directive", "mandatory", "parties"),
        ("Urges Member States to mark wrecks;", "directive", "strong", "member-states"),
        ("Requests the Secretary-General to mark wrecks;", "directive", "standard", "secretary-general"),
        ("Invites donors to pay for buoys;", "directive", "soft", "donors"),
        ("Strongly invites donors to pay for buoys;", "directive", "standard", "donors"),
        ("Strongly encourages Member States to pay for buoys;", "directive", "standard", "member-states"),
        ("Strongly recommends that States pay for buoys;", "directive", "strong", "states"),
        (
            "Decides that the Secretary-General shall keep a list;",
            "directive",
            "mandatory",
            "secretary-general",
        ),
        ("Decides that the conference shall be held in May;", "decision", "none", ""),
        ("Decides that the mandate of the Panel of Experts shall end;", "decision", "none", ""),
        (
            "Decides to request the Secretary-General to keep a list;",
            "directive",
            "standard",
            "secretary-general",
        ),
        ("Decides to invite donors to pay for buoys;", "directive", "soft", "donors"),
        ("Decides to remain seized of the matter;", "decision", "none", ""),
        ("Stresses that States must mark wrecks;", "directive", "standard", "states"),
        ("Stresses that wrecks must be marked;", "statement", "none", ""),
        ("Stresses the need for States to mark wrecks;", "statement", "none", ""),
        ("Reaffirms that States should mark wrecks;", "statement", "none", ""),
        (
            "Reiterates its request to the Secretary-General to report;",
            "directive",
            "standard",
            "secretary-general",
        ),
        ("Reiterates its call upon all States to mark wrecks;", "directive", "strong", "states"),
        ("Reiterates its concern about wrecks;", "statement", "none", ""),
        ("Reminds all States of their duty to mark wrecks;", "directive", "standard", "states"),
        ("Continues to encourage Member States to mark wrecks;", "directive", "soft", "member-states"),
        ("Commits to the marking of wrecks;", "decision", "none", ""),
    ],
)
def test_kind_strength_and_addressees(text: str, kind: str, strength: str, actors: str) -> None:
    (row,) = classify_text(text)
    assert (row.kind, row.strength, ";".join(a.id for a in row.addressees)) == (kind, strength, actors)


def test_only_directives_have_addressees_reports_and_due_words() -> None:
    rows = classify_text(
        "Decides to consider the report of the Secretary-General at its ninetieth session, and requests the "
        "Secretary-General to submit a report to it at its ninety-first session;"
    )
    assert [(r.kind, r.report, r.due) for r in rows] == [
        ("decision", False, ()),
        ("directive", True, ("at its ninety-first session",)),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Decides to convene a summit, to request the Secretary-General to attend it, and to encourage Governments to help;",
            [("decision", ""), ("directive", "secretary-general"), ("directive", "states")],
        ),
        (
            "Decides that, at its next session, the Statistical Commission will review ferries;",
            [("directive", "statcom")],
        ),
        ("Decides that the conference will meet in Oslo;", [("decision", "")]),
        (
            "Reiterates that ferries sink, but stresses that pilots matter;",
            [("statement", ""), ("statement", "")],
        ),
        (
            "Calls upon Member States to mark wrecks, and encourages their efforts in salvage;",
            [("directive", "member-states"), ("directive", "member-states")],
        ),
    ],
)
def test_decisions_that_ask_and_verbs_after_but(text: str, rows: list[tuple[str, str]]) -> None:
    found = classify_text(text)
    assert [(r.kind, ";".join(a.id for a in r.addressees)) for r in found] == rows
