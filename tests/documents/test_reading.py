"""Resolutions as text: what is read of the front matter, which paragraphs and labels come out."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from documents.document import Document, DocumentKind, Part
from documents.errors import UnreadableError
from documents.limits import Limits
from documents.reading import read, read_bytes

FRONT = """A/RES/99/186

Ninety-ninth session

Agenda item 107 (b)

Resolution adopted by the General Assembly on 17 December 2044

[on the report of the Third Committee (A/99/589/Add.1, para. 12)]

99/186. Safety of lighthouses

The General Assembly,

Recalling its resolution 98/12 of 3 May 2043,

Deeply concerned about the state of many lamps,

"""
BACK = """
56th plenary meeting

17 December 2044
"""


def document(text: str, source: str = "lamps.txt") -> Document:
    return read_bytes(text.encode(), source)


def resolution(*paragraphs: str, front: str = FRONT, back: str = BACK) -> Document:
    return document(front + "\n\n".join(paragraphs) + "\n" + back)


def labels(read: Document, part: Part = Part.OPERATIVE) -> list[str]:
    return [paragraph.label for paragraph in read.paragraphs if paragraph.part is part]


def texts(read: Document) -> dict[str, str]:
    return {paragraph.label: paragraph.text for paragraph in read.paragraphs}


def test_front_matter_of_the_general_assembly() -> None:
    read = resolution("1.\tNotes the report;", "2.\tThanks the keepers.")
    assert read.symbol == "A/RES/99/186"
    assert read.kind is DocumentKind.RESOLUTION
    assert read.organ == "General Assembly"
    assert read.session == "99"
    assert read.title == "Safety of lighthouses"
    assert read.date == "2044-12-17"
    assert read.agenda_item == "107 (b)"
    assert read.origin == "A/99/589/Add.1"
    assert read.meeting == "56th plenary meeting"
    assert read.preamble.startswith("Recalling its resolution 98/12")
    assert read.preamble.endswith("the state of many lamps,")
    assert labels(read) == ["1", "2"]
    assert read.warnings == ()


def test_front_matter_of_the_security_council() -> None:
    read = document(
        "S/RES/9719 (2043)\n\nResolution 9719 (2043)\n\n"
        "Adopted by the Security Council at its 9882nd meeting, on\n"
        "21 December 2043\n\nThe Security Council,\n\nRecalling its resolutions,\n\n"
        "1.\tDecides to remain seized of the "
        "matter.\n"
    )
    assert (read.symbol, read.organ, read.session) == ("S/RES/9719 (2043)", "Security Council", "2043")
    assert (read.date, read.meeting, read.title) == ("2043-12-21", "9882nd meeting", "")


def test_front_matter_and_vote_of_the_human_rights_council() -> None:
    read = document(
        "A/HRC/RES/95/5\n\nHuman Rights Council\n\nNinety-fifth session\n\nAgenda item 3\n\n"
        "Resolution adopted by the Human Rights Council*\n\n95/5\n\nKeepers of lamps\n\n"
        "The Human Rights Council,\n\n"
        "Guided by the Charter,\n\n1.\tWelcomes the report;\n\n"
        "2.\tDecides to remain seized of the matter.\n\n"
        "30th meeting\n\n29 September 2044\n\n"
        "[Adopted by a recorded vote of 24 to 3, with 20 abstentions. The voting was "
        "as follows:\n\nIn favour:\n\nAfghanistan, Argentina]\n"
    )
    assert (read.title, read.vote, read.date) == ("Keepers of lamps", "24-3-20", "2044-09-29")
    assert labels(read) == ["1", "2"]


def test_front_matter_of_the_economic_and_social_council() -> None:
    read = document(
        "E/RES/2041/25\n\n2041 session\n\nAgenda item 19 (c)\n\n"
        "Resolution adopted by the Economic and Social Council on 22 July 2041\n\n"
        "[on the recommendation of the Commission on Lamps (E/2041/30)]\n\n2041/25. Oil for lamps\n\n"
        "The Economic and Social Council,\n\nRecalling its work,\n\n1.\tTakes note of the report.\n"
    )
    assert (read.symbol, read.organ) == ("E/RES/2041/25", "Economic and Social Council")
    assert (read.session, read.origin, read.date) == ("2041", "E/2041/30", "2041-07-22")


def test_a_draft_takes_its_title_from_below_its_sponsors() -> None:
    read = document(
        "United Nations A/C.3/99/L.49*\n\nNinety-ninth session\n\nThird Committee\n\nAgenda item 71\n\n"
        "Chad, Fiji and Peru: draft resolution\n\nSafety of lighthouses\n\nThe General Assembly,\n\n"
        "Noting the report,\n\n"
        "1.\tThanks the keepers.\n"
    )
    assert (read.symbol, read.kind, read.title) == (
        "A/C.3/99/L.49",
        DocumentKind.DRAFT,
        "Safety of lighthouses",
    )
    assert (read.session, read.date) == ("99", "")


def test_an_amendment_is_kept_without_paragraphs_and_says_so() -> None:
    read = document(
        "A/99/L.20\n\nNinety-ninth session\n\nAgenda item 72\n\n"
        "Chad: amendment to draft resolution A/99/L.18\n\n"
        "Safety of lighthouses\n\n1.\tDelete operative paragraph 9.\n"
    )
    assert (read.kind, read.origin, read.paragraphs) == (DocumentKind.AMENDMENT, "A/99/L.18", ())
    assert any("amendment" in warning for warning in read.warnings)


def test_the_symbol_follows_from_number_and_organ_where_no_line_gives_it() -> None:
    read = document("99/186. Lamps\n\nThe General Assembly,\n\n1.\tNotes the report.\n", "x.txt")
    assert read.symbol == "A/RES/99/186"
    assert read.warnings == ()


def test_the_file_name_is_the_last_resort_and_is_said() -> None:
    read = document("The General Assembly,\n\n1.\tNotes the report.\n", "in/A_RES_99_186.txt")
    assert read.symbol == "A/RES/99/186"
    assert any("file name" in warning for warning in read.warnings)


def test_items_and_text_that_goes_on_after_them() -> None:
    read = resolution(
        "1.\tRequests the Secretary-General:",
        "(a)\tTo count the lamps:",
        "(i)\tOn islands;",
        "(ii)\tOn capes;",
        "(b)\tTo light them;",
        "and to report on all of it;",
        "2.\tThanks the keepers.",
    )
    assert labels(read) == ["1", "1(a)", "1(b)", "1", "2"]
    assert texts(read)["1(a)"] == "To count the lamps: (i) On islands; (ii) On capes;"
    assert read.paragraphs[3].text == "and to report on all of it;"


def test_the_item_i_after_h_is_a_letter_unless_ii_follows() -> None:
    letters = [f"({letter})\tTo see to lamp {letter};" for letter in "abcdefgh"]
    as_letter = resolution("1.\tAsks States:", *letters, "(i)\tTo see to the oil;", "(j)\tTo rest.")
    as_numeral = resolution(
        "1.\tAsks States:", *letters, "(i)\tFirst;", "(ii)\tThen;", "(i)\tTo see to the oil."
    )
    assert labels(as_letter)[-2:] == ["1(i)", "1(j)"]
    assert labels(as_numeral)[-2:] == ["1(h)", "1(i)"]


def test_headings_are_the_section_of_what_is_below_them() -> None:
    read = resolution(
        "1.\tNotes the report;", "Lamps on islands", "2.\tAsks for oil;", "3.\tThanks the keepers."
    )
    assert [paragraph.section for paragraph in read.paragraphs] == [
        "",
        "Lamps on islands",
        "Lamps on islands",
    ]
    assert read.paragraphs[0].text == "Notes the report;"


def test_numbers_that_run_on_through_sections_stay_plain() -> None:
    read = resolution("I", "Islands", "1.\tNotes the report;", "II", "Capes", "2.\tThanks the keepers.")
    assert labels(read) == ["1", "2"]
    assert [paragraph.section for paragraph in read.paragraphs] == ["I. Islands", "II. Capes"]


def test_numbers_that_start_again_in_a_section_carry_its_numeral() -> None:
    read = resolution(
        "I",
        "Recalling its resolution on islands,",
        "1.\tNotes the report;",
        "2.\tAsks for oil;",
        "II",
        "Recalling its resolution on capes,",
        "1.\tThanks the keepers.",
    )
    assert labels(read) == ["I.1", "I.2", "II.1"]
    assert texts(read)["I.2"] == "Asks for oil;"
    assert "capes" in read.preamble


def test_parts_of_a_composite_resolution_carry_their_letter() -> None:
    read = document(
        "A/RES/99/186\n\n99/186. Lamps and horns\n\nA\n\nLamps\n\nThe General Assembly,\n\n"
        "Noting the dark,\n\n"
        "1.\tAsks for lamps;\n\n2.\tAsks for oil.\n\nB\n\nHorns\n\nThe General Assembly,\n\n"
        "Noting the fog,\n\n"
        "1.\tAsks for horns.\n"
    )
    assert labels(read) == ["A.1", "A.2", "B.1"]
    assert read.title == "Lamps and horns"
    assert [paragraph.section for paragraph in read.paragraphs] == ["Lamps", "Lamps", "Horns"]


def test_a_symbol_with_a_letter_means_that_part_alone() -> None:
    read = document(
        "A/RES/44/999 B\n\n44/999. Lamps and horns\n\nA\n\nThe General Assembly,\n\n"
        "1.\tAsks for lamps.\n\nB\n\n"
        "The General Assembly,\n\n1.\tAsks for horns.\n"
    )
    assert texts(read) == {"1": "Asks for horns."}


def test_a_single_unnumbered_paragraph_is_1_and_several_are_counted() -> None:
    single = resolution("Requests the Secretary-General to report.")
    several = resolution("Requests the Secretary-General to report;", "Also thanks the keepers.")
    assert labels(single) == ["1"]
    assert labels(several) == ["1", "2"]
    assert "Deeply concerned" in several.preamble


def test_annexes_are_never_mixed_up_with_the_operative_part() -> None:
    read = resolution(
        "1.\tAdopts the rules annexed hereto.",
        back=BACK
        + "\nAnnex\n\nRules for keepers\n\n1.\tThe lamp is lit at dusk.\n\n2.\tIt is put out at dawn.\n",
    )
    assert labels(read) == ["1"]
    assert labels(read, Part.ANNEX) == ["annex.1", "annex.2"]
    assert read.date == "2044-12-17"


def test_a_numbered_list_inside_a_paragraph_is_its_text() -> None:
    read = resolution(
        "1.\tNotes the report;",
        "2.\tApproves the following agenda:",
        "1.\tOpening of the meeting.",
        "2.\tLamps.",
        "3.\tClosing of the meeting.",
        "3.\tThanks the keepers.",
    )
    assert labels(read) == ["1", "2", "3"]
    assert (
        texts(read)["2"].endswith("3. Closing of the meeting.")
        or "Closing of the meeting." in texts(read)["2"]
    )


def test_a_missing_paragraph_is_a_warning() -> None:
    read = resolution("1.\tNotes the report;", "3.\tThanks the keepers.")
    assert labels(read) == ["1", "3"]
    assert read.warnings == ("paragraph 2 is missing between 1 and 3",)


def test_neighbouring_resolutions_and_the_french_column_are_left_out() -> None:
    read = document(
        "E/RES/976/ (XV)\n\n<!-- Page 1 -->\n\n9. Thanks the keepers of the resolution before.\n\n"
        "976 (XV). Oil for lamps\n\nResolution of 6 April 195350\n\nThe Economic and Social Council\n\n"
        "1.\tTakes note of the report51 of the Secretary-General;\n\n2.\tAsks for oil.\n\n"
        "976 (XV). Huile pour les lampes\n\nLe Conseil économique et social\n\n"
        "1.\tPrend acte du rapport ;\n\n"
        "---\n\n50 See the minutes.\n\n<!-- Page 2 -->\n\n977 (XV). Horns\n\n"
        "The Economic and Social Council\n\n"
        "1.\tAsks for horns.\n"
    )
    assert read.symbol == "E/RES/976 (XV)"
    assert texts(read) == {"1": "Takes note of the report of the Secretary-General;", "2": "Asks for oil."}
    assert read.date == "1953-04-06"
    assert sum("another resolution" in warning for warning in read.warnings) == 2


def test_a_decision_in_one_sentence() -> None:
    read = document(
        "A/DEC/99/501\n\n"
        "At its 2nd plenary meeting, on 16 September 2044, the General Assembly, on the proposal of Chad, "
        "decided to defer the item on lamps.\n"
    )
    assert read.kind is DocumentKind.DECISION
    assert read.organ == "General Assembly"
    assert labels(read) == ["1"]


RAW = """
  99/186. Safety of lighthouses and of those

who keep them

 The General Assembly,

 Recalling the Convention on Lamps, 1 and its annex on

oil,2

__________________

 1 United Nations, Treaty Series, vol. 99, No. 99.

 2 Ibid., vol. 98.
 1. Welcomes the report of the Secretary-General pre-

pared pursuant to resolution 70/1, as wel l as article 14,

paragraph 2, of the Convention3 on the lamps of the coast, which
https://example.org/A/RES/99/1
Safety of lighthouses and of those
who keep them A/RES/99/186

9/20 44-22282

goes on over the page as well;

 2. Takes note, in 2043,4 when the lamps burnt, of their keepers.
"""


def test_raw_text_of_pages_loses_its_furniture_and_nothing_else() -> None:
    read = document(RAW)
    assert read.symbol == "A/RES/99/186"
    assert read.preamble == "Recalling the Convention on Lamps, and its annex on oil,"
    assert texts(read) == {
        "1": "Welcomes the report of the Secretary-General prepared pursuant to resolution 70/1, as well as "
        "article 14, paragraph 2, of the Convention on the lamps of the coast, which goes on over the page "
        "as well;",
        "2": "Takes note, in 2043, when the lamps burnt, of their keepers.",
    }


def test_spans_point_to_the_words_in_the_text_as_read() -> None:
    read = resolution(
        "1.\tRequests  States:", "(a)\tTo light\tlamps;", "(b)\tTo rest;", "2.\tThanks the keepers."
    )
    for paragraph in read.paragraphs:
        source = read.text[paragraph.start : paragraph.end]
        assert re.sub(r"\s+", " ", source) == paragraph.text


def test_provenance() -> None:
    data = (FRONT + "1.\tNotes the report.\n").encode()
    read = read_bytes(data, "lamps.txt")
    assert read.sha256 == hashlib.sha256(data).hexdigest()
    assert read.reader == "text/2"
    assert read.source == "lamps.txt"
    assert read.pages is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(encoding: str) -> None:
    read = read_bytes((FRONT + "1.\tNotes the keepers’ report.\n").encode(encoding), "lamps.txt")
    assert texts(read) == {"1": "Notes the keepers’ report."}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"Dear all,\n\nthe meeting is on Monday.\n", "no resolution"),
        (b"%PDF-1.7\nand then nothing", "cut off"),
        (b"%PDF-1.7\nrubbish\n%%EOF\n", "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why) as caught:
        read_bytes(data, "notes.txt")
    assert "\n" not in str(caught.value)


def test_limits_and_missing_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="limit"):
        read_bytes(FRONT.encode(), "lamps.txt", Limits(bytes=10))
    with pytest.raises(UnreadableError):
        read(tmp_path / "none.txt")


def test_a_cyrillic_letter_in_a_latin_word_is_read_as_the_latin_one() -> None:
    read = resolution("1.\tСalls for lamps;", "2.\tThanks the keepers.")
    assert texts(read)["1"] == "Calls for lamps;"
