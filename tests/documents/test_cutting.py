"""How a text is cut: what opens and what ends it, what its numbers say, and what is told of them."""

from __future__ import annotations

import pytest

from documents.document import Document, Part
from documents.reading import read_bytes

HEAD = "A/RES/99/1\n\nResolution adopted by the General Assembly on 3 May 2045\n\n99/1. Ferries\n\n"
ENACTED = "The General Assembly,\n\nNoting that ferries are old,\n\n"
LINES = 3  # each paragraph is a line; tabs behind numbers say so


def read(*paragraphs: str, front: str = HEAD + ENACTED, name: str = "ferries.txt") -> Document:
    return read_bytes((front + "\n\n".join(paragraphs)).encode(), name)


def texts(document: Document) -> dict[str, str]:
    return {each.label: each.text for each in document.paragraphs}


def labels(document: Document) -> list[str]:
    return [each.label for each in document.paragraphs]


def test_numbers_that_the_sequence_corrects_are_read_with_a_warning() -> None:
    document = read(
        "1.\tRequests the Secretary-General to count the ferries;",
        "2 Urges Member States to mend them;",
        "8.\tInvites shipowners to help;",
        "4.\tDecides to meet again;",
        "6.\tCalls upon all to wait.",
    )
    assert labels(document) == ["1", "2", "3", "4", "6"]
    assert document.warnings == (
        "paragraph 2 is printed without its full stop",
        "paragraph 3 is printed with the number “8.”",
        "paragraph 5 is missing between 4 and 6",
    )


def test_a_number_far_ahead_is_a_paragraph_only_before_a_finite_verb() -> None:
    document = read(
        "1.\tRequests the Secretary-General to count:",
        "40.\tferries of oak;",
        "50.\tDecides to meet again.",
    )
    assert labels(document) == ["1", "50"]
    assert texts(document)["1"].endswith("40. ferries of oak;")
    assert "paragraph 49 is missing between 1 and 50" in document.warnings


def test_a_label_that_stands_twice_is_told() -> None:
    document = read(
        "1.\tRequests them to meet;",
        "2.\tUrges them to meet;",
        "2.\tInvites them to meet;",
        "3.\tDecides to meet.",
    )
    assert any("2" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    ("last", "warning"),
    [
        ("2.\tUrges States to mend the ferries,", "paragraph 2 ends in a comma: some of it may be missing"),
        ("2.\tRecalling that ferries sink.", "paragraph 2 opens as a preamble does: “Recalling”"),
    ],
)
def test_torn_paragraphs_are_told(last: str, warning: str) -> None:
    assert read("1.\tRequests the Secretary-General to count the ferries;", last).warnings == (warning,)


def test_a_sentence_before_a_declaration_is_paragraph_0() -> None:
    document = read(
        "Adopts the following declaration:",
        "Declaration on ferries",
        "1.\tWe, the ferrymen, have met in spring.",
        "2.\tWe call upon all States to build landing stages.",
    )
    assert labels(document) == ["0", "1", "2"]
    assert texts(document)["0"] == "Adopts the following declaration:"
    assert {each.section for each in document.paragraphs[1:]} == {"Declaration on ferries"}


def test_under_a_heading_annex_a_declaration_is_one() -> None:
    document = read(
        "Adopts the declaration on ferries annexed to the present resolution.",
        "Annex",
        "Declaration on ferries",
        "1.\tWe, the ferrymen, have met in spring.",
        "2.\tWe call upon all States to build landing stages.",
    )
    assert labels(document) == ["1", "annex.1", "annex.2"]


def test_an_agenda_below_a_decision_is_no_paragraph_of_it() -> None:
    document = read(
        "Approves the following provisional agenda for its next session:",
        "1.\tElection of officers.",
        "2.\tFerries and landing stages.",
    )
    assert [each.label for each in document.paragraphs if each.part is Part.OPERATIVE] == ["1"]
    assert "Election of officers." in document.text


def test_lines_between_items_belong_to_the_item_that_announces_them() -> None:
    document = read(
        "1.\tDecides that two panels will be held:",
        "(a)\tThe first with these themes:",
        "Theme 1: Ferries;",
        "Theme 2: Bridges;",
        "(b)\tThe second without themes;",
        "2.\tInvites ferrymen to speak.",
    )
    assert texts(document) == {
        "1": "Decides that two panels will be held:",
        "1(a)": "The first with these themes: Theme 1: Ferries; Theme 2: Bridges;",
        "1(b)": "The second without themes;",
        "2": "Invites ferrymen to speak.",
    }


def test_items_go_on_after_unnumbered_text() -> None:
    document = read(
        "1.\tDecides to meet:",
        "(a)\tIn spring;",
        "and, where ferries allow it,",
        "(b)\tIn autumn;",
        "2.\tInvites ferrymen.",
    )
    assert labels(document) == ["1", "1(a)", "1", "1(b)", "2"]


@pytest.mark.parametrize("closing", ["[Adopted without a vote.]", "55th meeting\n\n3 May 2045"])
def test_closing_lines_end_nothing_where_numbers_go_on(closing: str) -> None:
    document = read(
        "1.\tRequests them to meet;", closing, "2.\tUrges them to meet.", "56th meeting", "4 May 2045"
    )
    assert texts(document) == {"1": "Requests them to meet;", "2": "Urges them to meet."}


def test_a_heading_named_like_a_body_opens_nothing_where_numbers_go_on() -> None:
    document = read("1.\tDecides to meet;", "The General Assembly,", "2.\tRequests the Committee to meet.")
    assert labels(document) == ["1", "2"]


def test_a_composite_resolution_has_its_parts() -> None:
    document = read(
        "1.\tDecides to meet;",
        "2.\tInvites ferrymen.",
        "B",
        "The General Assembly,",
        "Noting that bridges are new,",
        "1.\tDecides to cross them.",
        front=f"{HEAD}A\n\n{ENACTED}",
    )
    assert labels(document) == ["A.1", "A.2", "B.1"]


def test_a_quoted_draft_stands_apart_and_the_text_goes_on_after_it() -> None:
    document = read(
        "1.\tDecides to meet;",
        "2.\tRecommends the following draft resolution:",
        "“The General Assembly,",
        "“Noting the ferries,",
        "“1.\tWelcomes them;",
        "“2.\tUrges States to mend them.”",
        "3.\tInvites ferrymen.",
    )
    assert labels(document) == ["1", "2", "draft.1", "draft.2", "3"]
    assert [each.part for each in document.paragraphs].count(Part.DRAFT) == 2
    assert texts(document)["draft.2"] == "Urges States to mend them."


def test_a_missing_opening_line_loses_nothing() -> None:
    document = read(
        "Noting that ferries are old,", "1.\tRequests them to meet;", "2.\tUrges them.", front=HEAD
    )
    assert labels(document) == ["1", "2"]
    assert document.preamble == "Noting that ferries are old,"


def test_words_behind_the_opening_line_are_the_preamble() -> None:
    opening = "The General Assembly, Noting that ferries are old,"
    document = read("1.\tRequests them to meet;", "2.\tUrges them.", front=f"{HEAD}{opening}\n\n")
    assert document.preamble == "Noting that ferries are old,"


def test_the_text_of_its_own_title_is_taken_where_the_file_is_named_after_it() -> None:
    pieces = [
        f"{number} (XX). {title}\n\n{ENACTED}1.\tRequests a count of {title};\n\n2.\tUrges States.\n\n9th meeting\n\n"
        for number, title in ((2001, "ferries"), (2002, "bridges"), (2003, "boats"))
    ]
    document = read_bytes("".join(pieces).encode(), "A_RES_2002(XX).txt")
    assert document.symbol == "A/RES/2002 (XX)"
    assert texts(document)["1"] == "Requests a count of bridges;"
    assert len(document.warnings) == 2


def test_a_title_that_nothing_opens_below_ends_nothing() -> None:
    document = read(
        "1.\tRequests them to meet;",
        "Resolution 98/7.",
        "2.\tUrges them to meet;",
        "Resolution 98/9.",
        "3.\tDecides.",
    )
    assert labels(document)[:2] == ["1", "2"]
    assert not any("another resolution" in warning for warning in document.warnings)


def test_a_document_without_a_symbol_has_an_identity_of_its_own() -> None:
    document = read("1.\tRequests them to meet;", "2.\tUrges them.", front=ENACTED, name="old#ferries.txt")
    assert (document.symbol, document.kind) == ("file:old-ferries", "text")
    assert "file:old-ferries" in document.warnings[0]


def test_a_file_named_after_another_document_is_told_and_its_text_counts() -> None:
    document = read("1.\tRequests them to meet;", "2.\tUrges them.", name="A_RES_99_2.txt")
    assert document.symbol == "A/RES/99/1"
    assert "A/RES/99/1" in document.warnings[0]
    assert "A/RES/99/2" in document.warnings[0]
