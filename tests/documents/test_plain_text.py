"""Plain text: running headers, page numbers and footnotes are told, and paragraphs open where they do."""

from __future__ import annotations

import pytest

from documents.document import Document, Place
from documents.reading import read_bytes

HEAD = """A/RES/99/601

Resolution adopted by the General Assembly on 3 May 2045

99/601. Harbour pilots of the northern straits

The General Assembly,

"""
BEGUN = HEAD + "Noting the wrecks,\n\n"
# Lines as long as those of a page, so that a shorter one ends its paragraph.
FULL = "the wrecks that lie in the northern straits and in all other waters of the coast"


def read(text: str) -> Document:
    return read_bytes(text.encode(), "A_RES_99_601.txt")


def texts(document: Document) -> dict[str, str]:
    return {each.label: each.text for each in document.paragraphs}


def notes(document: Document) -> list[tuple[str, str, str]]:
    """Number, words and paragraph of each note."""
    return [(note.number, note.text, note.paragraph) for note in document.notes]


def dropped(document: Document) -> list[str]:
    return [each.words for each in document.account if each.place is Place.DROPPED]


def test_numbers_open_paragraphs_whatever_the_spacing_says() -> None:
    document = read(
        HEAD + f"Recalling {FULL}\n1. Welcomes the atlas of {FULL}\nwhich pilots made;\n"
        f"2. Requests the Secretary-General to print the atlas of {FULL}\nby 2047;\n3. Urges pilots to use it."
    )
    assert texts(document) == {
        "1": f"Welcomes the atlas of {FULL} which pilots made;",
        "2": f"Requests the Secretary-General to print the atlas of {FULL} by 2047;",
        "3": "Urges pilots to use it.",
    }


def test_a_number_alone_on_a_line_opens_the_paragraph_below() -> None:
    document = read(
        BEGUN + f"1.\n\nWelcomes the atlas of {FULL}\nwhich pilots made;\n\n2.\n\nUrges all to use it."
    )
    assert texts(document) == {
        "1": f"Welcomes the atlas of {FULL} which pilots made;",
        "2": "Urges all to use it.",
    }


def test_a_heading_above_a_number_is_no_part_of_the_paragraph_above() -> None:
    document = read(
        HEAD + f"Recalling {FULL}\nPilots\n1. Welcomes the atlas of {FULL}\nwhich they made;\n"
        f"Oil, lamps and the signals of ships that pass the straits by night,\nand their cost\n"
        f"2. Urges all to count the cost of {FULL}\nand of oil."
    )
    assert [(each.label, each.section) for each in document.paragraphs] == [
        ("1", "Pilots"),
        ("2", "Oil, lamps and the signals of ships that pass the straits by night, and their cost"),
    ]


def test_indents_tell_paragraphs_without_blank_lines() -> None:
    document = read(
        HEAD.replace("\n\nThe", "\n\n     The")
        + f"      Recalling {FULL}\n and the reports on\nthe Northern Pilots,\n     1. Requests pilots to chart {FULL}\n"
        f"Northern Isles included;\n      (a) By day, {FULL}\nwhen ships pass;\n      (b) By night;\n"
        f"     2. Urges pilots to mark {FULL}\nand to sound their depth."
    )
    assert list(texts(document)) == ["1", "1(a)", "1(b)", "2"]
    assert texts(document)["1"] == f"Requests pilots to chart {FULL} Northern Isles included;"


def test_words_that_go_on_below_items_belong_to_the_paragraph() -> None:
    document = read(
        BEGUN
        + f"1. Requests pilots to chart {FULL}\nas well as:\n(a) The buoys of {FULL}\nand their lamps;\n"
        "(b) The bells;\nand asks them to ring the bells;\n2. Urges all to listen to them."
    )
    assert [(each.label, each.text) for each in document.paragraphs][1:4] == [
        ("1(a)", f"The buoys of {FULL} and their lamps;"),
        ("1(b)", "The bells;"),
        ("1", "and asks them to ring the bells;"),
    ]


def test_a_stray_line_break_in_a_text_of_whole_paragraphs_ends_nothing() -> None:
    long = "to chart " + ", ".join(f"wreck {number}" for number in range(20))
    document = read(
        BEGUN + f"1.\tRequests pilots {long};\n\n2.\tUrges pilots, as was decided at the\n"
        f"99th meeting of pilots, {long};\n\n3.\tInvites all to submit a\nreport on {long}."
    )
    assert texts(document)["2"] == f"Urges pilots, as was decided at the 99th meeting of pilots, {long};"
    assert texts(document)["3"] == f"Invites all to submit a report on {long}."


@pytest.mark.parametrize(
    "seam",
    [
        "/...\n\nA/RES/99/601\nPage 2\n",
        "A/RES/99/601 Page 2",
        "2/3\t45-01234",
        "45-01234\n2/3\n\nA/RES/99/601\nHarbour pilots of\nthe northern straits\n",
        "<!-- Page 2 -->",
        "\fA/RES/99/601\nHarbour pilots of the northern straits\n\n2/3\n",
        "45-01234 (E)\n030545\n\f\nHarbour pilots of the northern straits A/RES/99/601\n",
    ],
)
def test_what_stands_between_two_pages_is_dropped(seam: str) -> None:
    document = read(
        BEGUN
        + f"1. Requests the Secretary-General to report on\n{seam}\nthe price of oil to pilots;\n\n2. Urges all to wait."
    )
    assert texts(document) == {
        "1": "Requests the Secretary-General to report on the price of oil to pilots;",
        "2": "Urges all to wait.",
    }
    assert " ".join(dropped(document)).split() == seam.split()


def test_notes_below_a_rule_end_where_the_text_goes_on() -> None:
    document = read(
        HEAD
        + "Recalling the Code of Pilots, 1/\n\n____________\n\n1/ A/98/990.\n\nTaking into account the cost of oil,\n\n"
        "1.\tWelcomes the atlas of wrecks; 2/\n\n____________\n\n2/ See A/98/991,\n\nannex.\n\n2.\tUrges all to use it."
    )
    assert texts(document) == {"1": "Welcomes the atlas of wrecks;", "2": "Urges all to use it."}
    assert document.preamble == "Recalling the Code of Pilots,\nTaking into account the cost of oil,"
    assert notes(document) == [("1", "A/98/990.", ""), ("2", "See A/98/991, annex.", "1")]


def test_numbers_apart_from_their_notes_belong_to_them_in_their_order() -> None:
    document = read(
        BEGUN
        + "1. Welcomes the atlas of wrecks,1 the Code of Pilots 2 and the Rules; 3\n2. Urges all to use them.\n\n"
        "_____________\n\nA/98/990.\nSee A/98/991,\nannex.\n3\nAs printed in 2044. All of it counts.\n1\n2\n\n2/3\n\n45-01234\n\f"
        "Harbour pilots of the northern straits\n\n3. Decides to meet again."
    )
    assert texts(document)["1"] == "Welcomes the atlas of wrecks, the Code of Pilots and the Rules;"
    assert notes(document) == [
        ("1", "A/98/990.", "1"),
        ("2", "See A/98/991, annex.", "1"),
        ("3", "As printed in 2044. All of it counts.", "1"),
    ]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    document = read(
        BEGUN + "1. Welcomes the atlas of wrecks;1\n_____________\n1 The atlas of the Harbour Council and\n\f"
        "2. Urges all to use it;2\n_____________\nthe list of its makers.\n2 Ibid.\n\f3. Decides to meet."
    )
    assert texts(document)["2"] == "Urges all to use it;"
    assert [(number, text) for number, text, _ in notes(document)] == [
        ("1", "The atlas of the Harbour Council and the list of its makers."),
        ("2", "Ibid."),
    ]


def test_notes_without_a_rule_answer_to_a_mark() -> None:
    document = read(
        BEGUN
        + "1. Welcomes the atlas of wrecks;41\n\n2. Urges all to use it.\n\n55th plenary meeting\n3 May 2045\n\n"
        "41 See the letter of the pilots of 7 September 2044.\n"
    )
    assert texts(document) == {"1": "Welcomes the atlas of wrecks;", "2": "Urges all to use it."}
    assert notes(document) == [("41", "See the letter of the pilots of 7 September 2044.", "1")]


def test_a_note_without_its_number_stands_between_paragraphs() -> None:
    document = read(
        BEGUN + "1. Welcomes the atlas of wrecks;1\n\nResolution 90/999.\n\n2. Urges all to use it."
    )
    assert texts(document) == {"1": "Welcomes the atlas of wrecks;", "2": "Urges all to use it."}
    assert notes(document) == [("1", "Resolution 90/999.", "1")]


def test_the_date_of_a_meeting_is_no_note() -> None:
    document = read(
        BEGUN
        + "1. Welcomes the atlas of wrecks;3\n\n2. Urges all to use it.\n\n55th plenary meeting\n\n3 May 2045\n"
    )
    assert document.notes == ()


def test_a_rule_without_notes_ends_nothing() -> None:
    document = read(
        BEGUN + "1. Welcomes the atlas of wrecks;\n\n__________\n\n2. Urges all to use it.\n\n* * *\n"
    )
    assert texts(document)["2"].startswith("Urges all to use it.")
    assert document.notes == ()


@pytest.mark.parametrize("times", [2_000])
def test_many_notes_pages_and_marks_are_read(times: int) -> None:
    body = "".join(
        f"{number}. Welcomes atlas {number};{number % 900}\n____________\n{number % 900} See A/98/{number}.\n2/3 45-01234\n"
        for number in range(1, times)
    )
    assert len(read(BEGUN + body).notes) == times - 1
