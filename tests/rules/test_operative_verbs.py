"""Which verbs of a paragraph open a provision, and which do not."""

from __future__ import annotations

import pytest

from rules.classify import classify_text


def verbs(text: str, organ: str = "General Assembly") -> list[str]:
    return [p.verb for p in classify_text(text, organ)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Requests the Secretary-General to map the ferry routes;", ["request"]),
        ("Also strongly urges Member States to inspect ferries;", ["urge"]),
        ("Once again calls upon all States to license pilots;", ["call upon"]),
        ("Calls on all States to license pilots;", ["call upon"]),
        ("Calls, in particular, for a moratorium on night crossings;", ["call for"]),
        ("Takes note with appreciation of the study on ferries;", ["take note"]),
        ("Draws the attention of States to the manual on buoys;", ["draw attention"]),
        ("Emphasises the role of harbour masters;", ["emphasize"]),
        ("Welcomes and supports the work of the pilots;", ["welcome", "support"]),
        ("Decides and requests that the register be kept;", ["decide", "request"]),
        ("Welcomes the study, and in this regard encourages States to read it;", ["welcome", "encourage"]),
        ("Notes with concern the loss of ferries and further notes the lack of pilots;", ["note", "note"]),
        ("Recalls the ferry plan, notes its results, urges States to renew it;", ["recall", "note", "urge"]),
        ("Remains seized of the matter.", ["remain seized"]),
        ("Remains concerned about the wrecks;", ["remain"]),
        ("Reconfirms the importance of dry docks;", ["reconfirm"]),  # no entry: read as a verb by its place
    ],
)
def test_the_organs_own_verbs_open_provisions(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Encourages States to answer mutual assistance requests, demands and appeals without delay;",
        "Encourages States to study the report, which recognizes the need for buoys and recommends patrols;",
        "Encourages States to recall that the Council requested a study and that the Panel notes its absence;",
        "Encourages States to use the manual that encourages safe mooring;",
        "Encourages States to read the booklet entitled “Calls upon pilots and requests for help”;",
        "Encourages States, while noting their limits, to train pilots;",
        "Encourages States to dredge the ports (see the annex, which requests soundings) every spring;",
    ],
)
def test_nouns_clauses_and_titles_open_none(text: str) -> None:
    assert verbs(text) == ["encourage"]


def test_a_verb_of_another_body_is_not_the_organs() -> None:
    text = "Notes that the Harbour Committee expresses its readiness to help and expects that all ports take part;"
    assert verbs(text) == ["note"]


def test_what_was_turned_down_is_kept_with_the_reason() -> None:
    (row,) = classify_text("Encourages States to use the manual that encourages safe mooring;")
    (rejected,) = [e for e in row.evidence if e.what == "rejected"]
    assert rejected.words == "encourages"
    assert 'follows "that"' in rejected.note


@pytest.mark.parametrize(
    ("text", "verb", "actors"),
    [
        ("The Secretary-General is requested to report on wrecks;", "request", ["secretary-general"]),
        ("Member States are strongly encouraged to mark wrecks;", "encourage", ["member-states"]),
        ("The Council requests the Secretary-General to mark wrecks;", "request", ["secretary-general"]),
    ],
)
def test_passives_and_the_organ_as_printed_subject(text: str, verb: str, actors: list[str]) -> None:
    (row,) = classify_text(text, "Economic and Social Council")
    assert (row.verb, row.kind, [a.id for a in row.addressees]) == (verb, "directive", actors)


def test_past_tense_opens_a_paragraph_of_a_decision() -> None:
    (row,) = classify_text("Decided to hold a special session on ferries.")
    assert (row.verb, row.kind) == ("decide", "decision")


def test_a_participle_counts_only_with_its_own_addressee_and_request() -> None:
    asks = "Condemns the sinking of ferries, calling upon all States to prosecute those responsible;"
    tells = "Condemns the sinking of ferries, calling it a crime;"
    assert verbs(asks) == ["condemn", "call upon"]
    assert classify_text(asks)[1].review
    assert verbs(tells) == ["condemn"]


def test_letters_of_another_alphabet_do_not_hide_a_verb() -> None:
    assert verbs("Сalls upon all States to license pilots;") == ["call upon"]  # the first letter is Cyrillic
