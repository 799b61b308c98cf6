"""Which lines of a page open paragraphs and are headings: space, indents and faces, wherever they stand."""

from __future__ import annotations

import pytest

from documents.document import Document
from documents.reading import read_bytes
from tests.typeset import Style, typeset

HEAD = "United Nations A/RES/99/186\n\n**99/186. Safety of lighthouses\n\n\tThe General Assembly,\n\n"
ONE = "\t1. Notes the report of the\nkeepers of the coast;\n\n"
TWO = "\t2. Thanks the keepers who\nmend lamps by night;\n\n"
PAGE = "\f~A/RES/99/186\n~Safety of lighthouses\n~2/4 44-12345\n\n"
THREE = "\t3. Asks them to come again\nin the next year."
NOTES, THANKS, ASKS = (
    "Notes the report of the keepers of the coast;",
    "Thanks the keepers who mend lamps by night;",
    "Asks them to come again in the next year.",
)
ALL = {"1": NOTES, "2": THANKS, "3": ASKS}


def document(text: str, style: Style = Style()) -> Document:
    return read_bytes(typeset(HEAD + text, style=style), "A_RES_99_186.pdf")


def texts(read: Document) -> dict[str, str]:
    return {each.label: each.text for each in read.paragraphs}


def sections(read: Document) -> list[str]:
    return [each.section for each in read.paragraphs]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("**Lamps and oil\n", "Lamps and oil"),
        ("//Lamps and oil\n", "Lamps and oil"),
        ("**Lamps on capes and\n**Islands of the coast\n", "Lamps on capes and Islands of the coast"),
        (
            "**Lamps on the capes\n\t**of all islands and of the\n\t**Coast\n",
            "Lamps on the capes of all islands and of the Coast",
        ),
        ("**Action 3. We will light the lamps.\n", "Action 3. We will light the lamps."),
        ("**Lamps for the year 2063:\n**The coast we want\n", "Lamps for the year 2063: The coast we want"),
    ],
)
@pytest.mark.parametrize("place", ["", PAGE])
def test_a_heading_belongs_to_no_paragraph_wherever_it_stands(heading: str, section: str, place: str) -> None:
    read = document(
        f"{ONE}{TWO}{place}\t{heading.replace('**Isl', '	**Isl').replace('**The', '	**The')}\n{THREE}"
    )
    assert texts(read) == ALL
    assert sections(read) == ["", "", section]


def test_a_line_all_in_italics_may_be_one_of_a_sentence() -> None:
    read = document(
        f"\t//Noting the report on Lamps\nOf the Coast, its annex and\nmaps,\n\n\t//Noting also Lamps\nand Oil,\n\n{ONE}"
    )
    assert (
        read.preamble
        == "Noting the report on Lamps Of the Coast, its annex and maps,\nNoting also Lamps and Oil,"
    )


def test_sections_at_the_head_of_a_page_start_their_own_numbers() -> None:
    one, two = "\t1. Notes the report of the\nkeepers;\n\n", "\t2. Thanks the\nmasters;\n\n"
    read = document(f"**I\n\n**Lamps\n\n{one}{two}{PAGE}**II\n\n**Oil and where it\n**is kept\n\n{one}{two}")
    assert list(texts(read)) == ["I.1", "I.2", "II.1", "II.2"]
    assert texts(read)["I.2"] == "Thanks the masters;"


@pytest.mark.parametrize("indent", ["\t", ""])
def test_a_paragraph_opens_in_the_first_line_of_a_page(indent: str) -> None:
    flush = (ONE + TWO + PAGE + THREE).replace("\t", indent)
    assert texts(document(flush)) == ALL


def test_a_paragraph_goes_on_in_the_first_line_of_a_page() -> None:
    broken = TWO.replace(
        "who\n", f"of the Lamp Board and of the{PAGE}Coast,\nPilots and masters among them, who\n"
    )
    assert texts(document(ONE + broken + THREE))["2"] == (
        "Thanks the keepers of the Lamp Board and of the Coast, Pilots and masters among them, who mend lamps by night;"
    )


def test_indents_alone_tell_paragraphs_where_there_is_no_space_between_them() -> None:
    recital = "\tRecalling the storms of last\nwinter and the year before,\n\n\tNoting the long nights,\n\n"
    read = document(recital + ONE + TWO + THREE, Style(space=0))
    assert texts(read) == ALL
    assert read.preamble.split("\n") == [
        "Recalling the storms of last winter and the year before,",
        "Noting the long nights,",
    ]


def test_a_short_text_with_few_lines_is_read() -> None:
    assert texts(document("\t1. Thanks the keepers.")) == {"1": "Thanks the keepers."}
    assert texts(document("\tRecalling the storms,\n\n\t1. Notes the report of the\nkeepers.")) == {
        "1": "Notes the report of the keepers."
    }


def test_a_number_that_hangs_out_does_not_part_its_paragraph() -> None:
    hanging = (
        "1. Asks the keepers of the coast:\n\n\t(a) To send to the Lamp Board of the\n\t\tCoast, the Union of Pilots and the\n"
        "\t\tMasters their lists of lamps;\n\n\t(b) To oil them.\n\n"
    )
    assert texts(document(hanging)) == {
        "1": "Asks the keepers of the coast:",
        "1(a)": "To send to the Lamp Board of the Coast, the Union of Pilots and the Masters their lists of lamps;",
        "1(b)": "To oil them.",
    }


@pytest.mark.parametrize("sign", ["~", ""])
def test_a_table_is_words_of_its_paragraph_and_sets_nothing(sign: str) -> None:
    rows = "".join(f"\t{sign}{chr(65 + at)}. Lamps of coast {at} {at + 1}00 000\n" for at in range(20))
    read = document(f"\t1. Approves the sums below\nfor the lamps:\n\n{rows}\n{TWO}{THREE}")
    assert list(texts(read)) == ["1", "2", "3"]
    assert texts(read)["1"].startswith(
        "Approves the sums below for the lamps: A. Lamps of coast 0 100 000 B. Lamps"
    )
    assert sections(read) == ["", "", ""]


def test_a_hyphen_at_the_end_of_a_line_joins_with_a_blank_before_it_too() -> None:
    read = document(
        "\t1. Asks the Secretary -\nGeneral to see to it\nand to capacity -\nbuilding, and to long -\nand short nights."
    )
    assert texts(read) == {
        "1": "Asks the Secretary-General to see to it and to capacity-building, and to long- and short nights."
    }


def test_fonts_of_one_point_that_the_page_enlarges_are_of_their_size_on_the_page() -> None:
    read = document(f"{ONE}{TWO}~__________________\n~^1^ A/99/12.{PAGE}{THREE}", Style(unit=1))
    assert texts(read) == ALL
    assert [note.text for note in read.notes] == ["A/99/12."]
