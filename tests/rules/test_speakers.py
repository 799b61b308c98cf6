"""Whose verbs count where the organ is named as the subject, speaks in the past, or says "we"."""

from __future__ import annotations

import dataclasses

import pytest

from documents.document import Document, DocumentKind, Paragraph, Part
from rules.classify import classify
from rules.provisions import Provision


def read(
    *paragraphs: tuple[str, str],
    kind: DocumentKind = DocumentKind.RESOLUTION,
    organ: str = "General Assembly",
    part: Part = Part.OPERATIVE,
) -> tuple[Provision, ...]:
    document = Document("X/1", kind, organ)
    made = tuple(Paragraph(label, text, "", part, 1, 0, len(text)) for label, text in paragraphs)
    return classify(dataclasses.replace(document, paragraphs=made))


def rows(found: tuple[Provision, ...]) -> list[tuple[str, str, str, str]]:
    return [(p.paragraph, p.verb, p.kind.value, ";".join(a.id for a in p.addressees)) for p in found]


def verbs(text: str, kind: DocumentKind, organ: str = "General Assembly") -> list[str]:
    return [p.verb for p in read(("1", text), kind=kind, organ=organ)]


DECISION, STATEMENT, RESOLUTION = DocumentKind.DECISION, DocumentKind.STATEMENT, DocumentKind.RESOLUTION


def test_items_of_a_decision_speak_in_the_past() -> None:
    found = read(
        ("1", "At its 7th plenary meeting, on 3 May 2045, the General Assembly, on the proposal of its President:"),
        ("1(a)", "Decided to hold a day of open piers;"),
        ("1(b)", "Requested the Secretary-General to report on the day;"),
        ("1(c)", "Also invited Member States to send divers;"),
        ("1(d)", "Took note of the report on piers."),
        kind=DECISION,
    )  # fmt: skip
    assert rows(found) == [
        ("1(a)", "decide", "decision", ""),
        ("1(b)", "request", "directive", "secretary-general"),
        ("1(c)", "invite", "directive", "member-states"),
        ("1(d)", "take note", "statement", ""),
    ]


def test_a_decision_in_one_sentence_reads_on_behind_its_recitals() -> None:
    text = (
        "At its 92nd plenary meeting, on 13 September 2045, the General Assembly, on the recommendation of the "
        "Second Committee, decided to request UNICEF to keep a list of buoys and to invite Member States to add to it."
    )
    found = read(("1", text), kind=DECISION)
    assert rows(found) == [
        ("1", "decide", "directive", "unicef"),
        ("1", "decide", "directive", "member-states"),
    ]
    assert found[0].verb_phrase == "decided"
    assert found[0].start == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Council took note of the list of piers and requested the Secretary-General to print it.", ["take note", "request"]),
        ("The Council decided, without setting a precedent, to close the pier, and reaffirmed its call.", ["decide", "reaffirm"]),
        ("The Council also decided to keep the pier open.", ["decide"]),
        ("On 5 May 2045, the Council agreed to the plan and thanked the divers.", ["agree", "thank"]),
        ("The Council, recalling its resolution 2040/3, in which it requested a list, and noting the plan adopted in May 2041, "
         "approved the list, submitted by the divers, and endorsed by the Panel.", ["approve"]),
        ("The Council recalled that it had asked for a list, which the divers prepared and submitted in May.", ["recall"]),
        ("The Council considered the report requested in 2040.", ["consider"]),
        ("The Council decided that the divers would report to it on the piers.", ["decide"]),
        ("The Council decides to keep the pier open and requests States to use it.", ["decide", "request"]),
    ],
)  # fmt: skip
def test_each_past_verb_of_the_organ_counts_in_a_decision(text: str, expected: list[str]) -> None:
    assert verbs(text, DECISION, "Economic and Social Council") == expected


def test_a_draft_decision_reads_on_behind_a_long_recital() -> None:
    text = (
        "The General Assembly, recalling its resolution 98/603, in which it decided to widen the count of piers, and "
        "taking into account the letter of the eldest diver, in which he described the piers, decides to hold the next "
        "count in May 2046 and requests the Secretary-General to pay for it."
    )
    assert verbs(text, DocumentKind.DRAFT) == ["decide", "request"]


def test_what_a_decision_decided_that_somebody_would_do_is_asked() -> None:
    (row,) = read(
        ("1", "The Assembly decided that the Secretary-General would count the piers."), kind=DECISION
    )
    assert rows((row,)) == [("1", "decide", "directive", "secretary-general")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Requests the Secretary-General to print the list that the Panel adopted, and requested in May;", ["request"]),
        ("Welcomes the piers, built in 2040 and opened in 2041, and thanked for by all;", ["welcome"]),
        ("The General Assembly decided to hold a day of piers and requested the Secretary-General to pay for it.", ["decide", "request"]),
        ("Notes the day of piers. The Assembly decided in 2040 to hold it.", ["note"]),
    ],
)  # fmt: skip
def test_in_resolutions_the_past_counts_only_where_the_sentence_has_the_organ_as_subject(
    text: str, expected: list[str]
) -> None:
    assert verbs(text, RESOLUTION) == expected


def test_past_participles_open_no_item_of_a_resolution() -> None:
    found = read(
        ("1", "Requests the Secretary-General to count piers:"),
        ("1(a)", "Established by the Assembly;"),
        ("1(b)", "Approved before 2040;"),
    )
    assert rows(found) == [(f"1({x})", "request", "directive", "secretary-general") for x in "ab"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Security Council welcomes the piers. The Council further encourages States to use them.", ["welcome", "encourage"]),
        ("The Security Council, acting on its earlier calls, urges the parties to rebuild the piers.", ["urge"]),
        ("In this context, the Council requests the Secretary-General to count the piers.", ["request"]),
        ("While welcoming the piers, the Security Council stresses that they are few, and demands that more be built.", ["stress", "demand"]),
        ("The Security Council notes the list of piers, and the Council requests the Secretary-General to print it.", ["note", "request"]),
        ("The Security Council recalls that it requested the divers to count the piers.", ["recall"]),
        ("The Security Council welcomes the piers. It also calls upon the parties to keep them open.", ["welcome", "call upon"]),
        ("The Security Council notes that the Committee requests a list, and the Council of Elders demands another.", ["note"]),
        ("The Security Council recalls the list of piers. The Council adopted it in 2040.", ["recall"]),
    ],
)  # fmt: skip
def test_in_statements_each_verb_of_the_organ_counts_where_it_is_named_again(
    text: str, expected: list[str]
) -> None:
    assert verbs(text, STATEMENT, "Security Council") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We call upon UNICEF to count the piers.", [("call upon", "directive", "unicef")]),
        ("We also call on all States to build piers.", [("call upon", "directive", "states")]),
        ("We recognize the work of divers, and we encourage all States to honour it.",
         [("recognize", "statement", ""), ("encourage", "directive", "states")]),
        ("We urge the private sector to lower the price of piers and invite the media to make it known.",
         [("urge", "directive", "private-sector"), ("invite", "directive", "media")]),
        ("We commit to mending every pier, and decide to meet again.", [("commit", "decision", ""), ("decide", "decision", "")]),
        ("We, the Heads of State of river countries, call upon donors to lend money.", [("call upon", "directive", "donors")]),
        ("We note with concern that the piers which we requested are missing, and stress that States should build them.",
         [("note", "statement", ""), ("stress", "directive", "states")]),
        ("We call upon States to build piers, support divers and encourage visitors.", [("call upon", "directive", "states")]),
        ("We welcome the call of divers and request for piers.", [("welcome", "statement", "")]),
        ("We will mark every pier.", []),
        ("Piers are open to all, and those who call at them by night need light.", []),
        ("Ships reach the piers by night.", []),
        ("We have asked States to build piers.", []),
    ],
)  # fmt: skip
def test_in_a_declaration_the_organ_says_we(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = read(("0", "Adopts the following declaration:"), ("1", "We reaffirm our purpose."), ("2", text))
    assert rows(found)[:2] == [("0", "adopt", "decision", ""), ("1", "reaffirm", "statement", "")]
    assert [row[1:] for row in rows(found)[2:]] == expected


def test_items_of_what_we_ask_are_asked_each() -> None:
    found = read(("1", "We call upon States to:"), ("1(a)", "Build piers;"), ("1(b)", "Support divers."))
    assert rows(found) == [(f"1({x})", "call upon", "directive", "states") for x in "ab"]


def test_a_draft_recommended_inside_gives_no_rows() -> None:
    assert read(("draft.1", "Requests the Secretary-General to count piers;"), part=Part.DRAFT) == ()


def test_items_without_a_text_above_them_are_read_each_for_itself() -> None:
    found = read(("1(a)", "Approves the list of piers;"), ("1(b)", "The Committee shall print it."))
    assert rows(found) == [("1(a)", "approve", "decision", "")]
