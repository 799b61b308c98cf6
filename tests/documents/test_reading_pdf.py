"""Resolutions as PDF: what fonts and places tell."""

from __future__ import annotations

import re

import pytest

from documents.document import Document, Part
from documents.errors import UnreadableError
from documents.reading import read_bytes
from tests.typeset import typeset

HEAD = """United Nations A/RES/99/186
General Assembly Distr.: General
21 December 2044
44-25976 (E) 050145
~*4425976*
**Ninety-ninth session
Agenda item 107

**Resolution adopted by the General Assembly
**on 17 December 2044

[on the report of the Third Committee (A/99/589, para. 29)]

**99/186. Safety of lighthouses and of
**those who keep them

\tThe General Assembly,

"""


def pdf(text: str) -> Document:
    return read_bytes(typeset(HEAD + text), "lamps.pdf")


def texts(document: Document) -> list[tuple[str, str]]:
    return [(paragraph.label, paragraph.text) for paragraph in document.paragraphs]


def test_front_matter() -> None:
    read = pdf("\t1. Notes the report of the\nkeepers.\n\n**56th plenary meeting\n\n**17 December 2044")
    assert (read.symbol, read.organ, read.session) == ("A/RES/99/186", "General Assembly", "99")
    assert read.title == "Safety of lighthouses and of those who keep them"
    assert (read.date, read.origin, read.agenda_item) == ("2044-12-17", "A/99/589", "107")
    assert (read.meeting, read.pages, read.reader) == ("56th plenary meeting", 1, "pdf/1")
    assert texts(read) == [("1", "Notes the report of the keepers.")]


def test_a_paragraph_that_crosses_a_page_is_whole_without_headers_and_footnotes() -> None:
    read = pdf(
        "\t1. Welcomes the report^5^ of the keepers of the\nlighthouses, which was\n~__________________\n"
        "~^5^ A/99/12.\n\f~A/RES/99/186 Safety of lighthouses and of\n~those who keep them\n~2/3 44-25976\n"
        "printed in 2043^6^ and sent to\nall States;\n\n\t2. Thanks the keepers.\n"
        "~__________________\n~^6^ Ibid."
    )
    assert texts(read) == [
        (
            "1",
            "Welcomes the report of the keepers of the lighthouses, which was printed in 2043 and sent to"
            " all States;",
        ),
        ("2", "Thanks the keepers."),
    ]
    assert [paragraph.page for paragraph in read.paragraphs] == [1, 2]


def test_footnote_marks_go_by_their_size_and_real_numbers_stay() -> None:
    read = pdf(
        "\t1. Recalls resolution 70/1,^10^ article 14, paragraph 2, and the year\n2000^7^ of Agenda 21^15^."
    )
    assert texts(read) == [
        ("1", "Recalls resolution 70/1, article 14, paragraph 2, and the year 2000 of Agenda 21.")
    ]


@pytest.mark.parametrize("sign", ["**", "//"])
def test_headings_in_bold_or_italic_are_sections(sign: str) -> None:
    read = pdf(
        "\t1. Notes that the lamps of all\nislands burn well;\n\n"
        f"\t{sign}Lamps on capes and on\n\t{sign}the coast\n\n\t2. Thanks the keepers\nof capes."
    )
    assert texts(read) == [
        ("1", "Notes that the lamps of all islands burn well;"),
        ("2", "Thanks the keepers of capes."),
    ]
    assert [paragraph.section for paragraph in read.paragraphs] == ["", "Lamps on capes and on the coast"]


def test_items_hang_deeper_and_text_goes_on_after_them() -> None:
    read = pdf(
        "\t1. Asks States, under paragraph 3\n(a) of the Convention:\n\n"
        "\t(a) To count their lamps\nand to oil them:\n\n"
        "\t\t\t(i) On islands that are far\n\t\tfrom the coast;\n\n\t\t\t(ii) On capes;\n\n"
        "\t(b) To light them;\n\nand to report on all\nof this."
    )
    assert texts(read) == [
        ("1", "Asks States, under paragraph 3 (a) of the Convention:"),
        (
            "1(a)",
            "To count their lamps and to oil them: (i) On islands that are far from the coast;"
            " (ii) On capes;",
        ),
        ("1(b)", "To light them;"),
        ("1", "and to report on all of this."),
    ]


def test_the_rows_of_a_table_do_not_break_a_paragraph() -> None:
    read = pdf(
        "\t1. Approves the sums for\nlamps and oil:\n\nLamps 12 000\nOil 3 400\nTotal 15 400\n\n"
        "\t2. Thanks the keepers\nof the books."
    )
    assert [label for label, _ in texts(read)] == ["1", "2"]
    assert "Total 15 400" in texts(read)[0][1]


def test_an_annex_has_its_own_numbers() -> None:
    read = pdf(
        "\t1. Adopts the rules annexed\nto the present text.\n\n"
        "**56th plenary meeting\n\n**17 December 2044\n\f~A/RES/99/186\n"
        "**Annex\n\n**Rules for keepers\n\n\t1. The lamp is lit\nat dusk.\n\n\t2. It is put out\nat dawn."
    )
    assert [(paragraph.part, paragraph.label) for paragraph in read.paragraphs] == [
        (Part.OPERATIVE, "1"),
        (Part.ANNEX, "annex.1"),
        (Part.ANNEX, "annex.2"),
    ]


def test_spans_point_to_the_words_in_the_text_as_read() -> None:
    read = pdf("\t1. Notes that the lamps of\nall islands burn;\n\n\t2. Thanks^9^ the keepers\nof them.")
    for paragraph in read.paragraphs:
        assert re.sub(r"\s+", " ", read.text[paragraph.start : paragraph.end]) == paragraph.text


def test_what_cannot_be_read_is_refused_in_one_sentence() -> None:
    whole = typeset(HEAD + "\t1. Notes the report.")
    refused = {
        "encrypted": typeset(HEAD, password="dusk"),
        "text layer": typeset(" \n\f \n"),
        "cut off": whole[: len(whole) // 2],
    }
    for why, data in refused.items():
        with pytest.raises(UnreadableError, match=why) as caught:
            read_bytes(data, "lamps.pdf")
        assert "\n" not in str(caught.value)
