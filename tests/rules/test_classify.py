"""Documents to provisions: items, chapeaux, ids, spans."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.document import Document, DocumentKind, Paragraph, Part
from rules.classify import classify, classify_text

EMPTY = Document("A/RES/99/1", DocumentKind.RESOLUTION, "General Assembly", session="99")


def document(*paragraphs: tuple[str, str], part: Part = Part.OPERATIVE) -> Document:
    return dataclasses.replace(
        EMPTY,
        paragraphs=tuple(Paragraph(label, text, "", part, 1, 0, len(text)) for label, text in paragraphs),
    )


def test_each_item_under_a_directive_is_an_obligation_of_its_own() -> None:
    rows = classify(
        document(
            ("4", "Welcomes the atlas, and requests the Secretary-General, by 2031:"),
            ("4(a)", "To map wrecks;"),
            ("4(b)", "To submit a report to the General Assembly;"),
            ("4", "and encourages donors to pay for it;"),
        )
    )
    assert [(r.id, r.verb, [a.id for a in r.addressees]) for r in rows] == [
        ("A/RES/99/1#4.1", "welcome", []),
        ("A/RES/99/1#4(a).1", "request", ["secretary-general"]),
        ("A/RES/99/1#4(b).1", "request", ["secretary-general"]),
        ("A/RES/99/1#4.2", "encourage", ["donors"]),
    ]
    assert [r.due for r in rows[1:3]] == [("by 2031",), ("by 2031",)]
    assert [r.due_date for r in rows[1:3]] == ["2031-12-31", "2031-12-31"]
    assert [r.report for r in rows] == [False, False, True, False]


def test_evidence_points_into_the_paragraph_that_its_words_stand_in() -> None:
    source = document(
        ("4", "Notes “the atlas”, and requests the “Secretary-General”, upon request, by 2031:"),
        ("4(a)", "To map wrecks, as appropriate, and requests of “others”;"),
        ("4", "Decides to convene a meeting, and to invite UNICEF to attend it;"),
    )
    rows = classify(source)
    assert [(r.paragraph, r.position) for r in rows] == [("4", 1), ("4(a)", 2), ("4", 3), ("4", 3)]
    found = [(e.what, e.position, e.words) for e in rows[1].evidence]
    assert ("verb", 1, "requests") in found
    assert ("due", 1, "by 2031") in found
    assert ("qualifier", 2, "as appropriate") in found
    assert rows[3].evidence[0].words == "Decides"
    for row in rows:
        paragraph = source.paragraphs[row.position - 1].text
        assert paragraph[row.start : row.end] == row.text
        for e in row.evidence:
            assert source.paragraphs[e.position - 1].text[e.start : e.end] == e.words


def test_items_under_a_statement_stay_with_it_but_keep_verbs_of_their_own() -> None:
    rows = classify(
        document(
            ("2", "Expresses concern about:"),
            ("2(a)", "The state of ferries, and urges Member States to mend them;"),
            ("2(b)", "Requests for help that go unheard;"),
            ("2(c)", "Notes the lack of pilots;"),
        )
    )
    assert [(r.paragraph, r.verb) for r in rows] == [("2", "express"), ("2(a)", "urge"), ("2(c)", "note")]


def test_items_may_say_who_is_asked() -> None:
    rows = classify(
        document(("5", "Urges:"), ("5(a)", "All States to mend ferries;"), ("5(b)", "UNICEF to help;"))
    )
    assert [[a.id for a in r.addressees] for r in rows] == [["states"], ["unicef"]]


def test_decides_with_items_asks_where_an_item_asks() -> None:
    rows = classify(
        document(
            ("3", "Decides:"), ("3(a)", "To convene a meeting;"), ("3(b)", "To request UNICEF to attend it;")
        )
    )
    assert [(r.paragraph, r.verb, r.kind) for r in rows] == [
        ("3", "decide", "decision"),
        ("3(b)", "decide", "directive"),
    ]


def test_annexes_are_not_classified() -> None:
    assert classify(document(("annex.1", "Requests pilots to pass an examination;"), part=Part.ANNEX)) == ()


def test_spans_point_at_the_words() -> None:
    text = "Welcomes the atlas, and requests the Secretary-General to map “all” wrecks;"
    rows = classify_text(text)
    assert [text[r.start : r.end] for r in rows] == [r.text for r in rows]
    assert rows[1].verb_phrase == "requests"
    assert rows[1].action == "to map “all” wrecks"
    for row in rows:
        for e in row.evidence:
            assert 0 <= e.start < e.end <= len(text)


WORDS = st.sampled_from(
    "Requests requests the Secretary-General States to and , ; ( ) which that calls upon for report by 2030 Office "
    "decides shall should is requested “ ” Notes in this regard including through all them it its request :".split()
)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_order_of_words_is_read_without_error(text: str) -> None:
    rows = classify_text(text) if text.strip() else ()
    assert all(row.text in text for row in rows)
    assert len({row.id for row in rows}) == len(rows)
    assert all(not row.addressees for row in rows if row.kind != "directive")


@settings(max_examples=100)
@given(st.text(min_size=1, max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    for row in classify_text("Notes " + text):
        assert row.verb


def test_items_of_a_proviso_belong_to_it() -> None:
    rows = classify(
        document(
            (
                "6",
                "Authorizes the Secretary-General to buy ferries, provided that consent is not needed for:",
            ),
            ("6(a)", "Ferries of less than ten metres;"),
            ("6(b)", "Ferries that are given;"),
        )
    )
    assert [(r.paragraph, r.verb) for r in rows] == [("6", "authorize")]
