"""Notes of Word documents: numbers as Word prints them, marks where they stand, notes in frames and boxes."""

from __future__ import annotations

from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml

from documents.formats.docx import lines
from documents.limits import Limits
from documents.lines import Line, Mark
from tests.words import SPACE, add_list, add_notes, add_xml, number, refer, saved

FRAME = '<w:framePr {} w:w="9000" w:wrap="around" w:x="1" w:y="{}"/>'


def read(document: Document) -> tuple[Line, ...]:
    return lines(saved(document), Limits()).lines


def told(document: Document) -> list[tuple[str, str]]:
    """The number of the note, and the text, of each line."""
    return [(line.note, line.text) for line in read(document)]


def framed(document: Document, text: str, y: int = 14000) -> None:
    paragraph = document.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(parse_xml(FRAME.format(SPACE, y)))


def test_a_note_stands_below_its_paragraph_and_its_mark_in_it() -> None:
    document = docx.Document()
    paragraph = refer(document.add_paragraph("\tRecalling its report"), 7)
    refer(paragraph, 9)
    paragraph.add_run(" of old,")
    document.add_paragraph("Noting more,")
    add_notes(document, {9: "Resolution 98/2, annex.", 7: "A/99/212."})
    first, *rest = read(document)
    assert first == Line("Recalling its report of old,", marks=(Mark(20, "1"), Mark(20, "2")))
    assert [(line.note, line.text) for line in rest] == [
        ("1", "1\tA/99/212."),
        ("2", "2\tResolution 98/2, annex."),
        ("", "Noting more,"),
    ]


def test_marks_stand_behind_an_automatic_number() -> None:
    document = docx.Document()
    paragraph = number(document.add_paragraph("Requests"), add_list(document, ("decimal", "%1.")))
    refer(paragraph, 2)
    add_notes(document, {2: "A/99/212."})
    assert read(document)[0] == Line("1.\tRequests", marks=(Mark(11, "1"),))


def test_raised_figures_are_marks_of_a_note_used_again() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("the report")
    paragraph.add_run("3, 4").font.superscript = True
    paragraph.add_run(" and the rest")
    [line] = read(document)
    assert line == Line("the report and the rest", marks=(Mark(10, "3"), Mark(10, "4")))


def test_a_note_may_hold_several_paragraphs_and_words_that_look_like_its_number() -> None:
    document = docx.Document()
    refer(document.add_paragraph("Requests"), 2)
    paragraphs = "<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> 12 ships.</w:t></w:r></w:p><w:p><w:r><w:t>More.</w:t></w:r></w:p>"
    add_notes(document, {2: paragraphs})
    assert told(document)[1:] == [("1", "1\t12 ships."), ("1", "More.")]


@pytest.mark.parametrize(
    ("typed", "shown"), [("*", "*\tThe list is open."), ("<w:r/>", "*\tThe list is open."), ("other", None)]
)
def test_a_mark_of_its_own_is_not_counted(typed: str, shown: str | None) -> None:
    document = docx.Document()
    sponsors = refer(document.add_paragraph("Bordavia and Ruritania:"), 2, custom="*")
    sponsors.add_run(" draft resolution")
    refer(document.add_paragraph("Requests"), 3)
    content = {
        "*": "<w:p><w:r><w:tab/><w:t>*</w:t><w:tab/><w:t>The list is open.</w:t></w:r></w:p>",
        "<w:r/>": "<w:p><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>*</w:t></w:r>"
        "<w:r><w:t xml:space='preserve'> The list is open.</w:t></w:r></w:p>",
        "other": "<w:p><w:r><w:t>The list is open.</w:t></w:r></w:p>",
    }[typed]
    add_notes(document, {2: content, 3: "A/99/212."})
    found = read(document)
    assert found[0].marks == (Mark(23, "*"),)
    assert found[0].text == "Bordavia and Ruritania: draft resolution"
    assert [(line.note, line.text) for line in found[1:]] == [
        ("*", shown or "*\tThe list is open."),
        ("", "Requests"),
        ("1", "1\tA/99/212."),
    ]


def test_endnotes_count_apart_and_in_roman_numerals() -> None:
    document = docx.Document()
    refer(document.add_paragraph("One"), 2)
    refer(document.add_paragraph("Two"), 2, "endnote")
    refer(document.add_paragraph("Three"), 3, "endnote")
    add_notes(document, {2: "Foot."})
    add_notes(document, {2: "End.", 3: "Very end."}, "endnote")
    assert [line for line in told(document) if line[0]] == [
        ("1", "1\tFoot."),
        ("i", "i\tEnd."),
        ("ii", "ii\tVery end."),
    ]


def count_notes_by(holder: Any, **properties: str) -> None:
    said = "".join(f'<w:{name} w:val="{value}"/>' for name, value in properties.items())
    holder.insert(0, parse_xml(f"<w:footnotePr {SPACE}>{said}</w:footnotePr>"))


def test_notes_count_as_the_settings_say() -> None:
    document = docx.Document()
    for name in (2, 3, 4):
        refer(document.add_paragraph("Requests"), name)
    add_notes(document, dict.fromkeys((2, 3, 4), "A/99/212."))
    count_notes_by(document.settings.element, numFmt="lowerLetter", numStart="2")
    assert [note for note, _ in told(document) if note] == ["b", "c", "d"]


def test_a_section_may_count_again_and_in_signs() -> None:
    document = docx.Document()
    refer(document.add_paragraph("One"), 2)
    refer(document.add_paragraph("Two"), 3)
    document.add_section(WD_SECTION.NEW_PAGE)
    refer(document.add_paragraph("Three"), 4)
    refer(document.add_paragraph("Four"), 5)
    add_notes(document, dict.fromkeys((2, 3, 4, 5), "A/99/212."))
    count_notes_by(document.sections[1]._sectPr, numFmt="chicago", numRestart="eachSect")
    assert [note for note, _ in told(document) if note] == ["1", "2", "*", "†"]


def test_a_note_whose_mark_is_deleted_is_neither_counted_nor_a_note() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Requests")
    add_xml(
        paragraph,
        "<w:del><w:r><w:delText> and urges</w:delText><w:footnoteReference w:id='2'/></w:r></w:del>",
    )
    refer(paragraph, 3)
    add_notes(document, {2: "Gone.", 3: "A/99/212."})
    found = read(document)
    assert found[0] == Line("Requests", marks=(Mark(8, "1"),))
    assert [(line.text, line.dropped) for line in found if line.dropped] == [
        ("and urges?", "deleted"),
        ("?\tGone.", "deleted"),
    ]
    assert [line.text for line in found if line.note] == ["1\tA/99/212."]


def test_a_reference_without_a_note_is_a_mark_all_the_same() -> None:
    document = docx.Document()
    refer(document.add_paragraph("Requests"), 2)
    assert read(document) == (Line("Requests", marks=(Mark(8, "1"),)),)


def test_notes_in_frames_open_with_a_sign_and_go_on_in_their_frame() -> None:
    document = docx.Document()
    framed(document, "\t*\tThe list of keepers will be shown.")
    framed(document, "It is long.")
    document.add_paragraph("Bordavia and Ruritania:* draft resolution")
    framed(document, "\t**\tThe date will be told.", y=15000)
    framed(document, "44-12345 (E)", y=16000)
    found = read(document)
    assert [(line.note, line.text) for line in found] == [
        ("*", "*\tThe list of keepers will be shown."),
        ("*", "It is long."),
        ("", "Bordavia and Ruritania: draft resolution"),
        ("**", "**\tThe date will be told."),
        ("", "44-12345 (E)"),
    ]
    assert found[2].marks == (Mark(23, "*"),)


def test_a_note_in_a_text_box_is_one() -> None:
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>* Reissued for technical reasons.</w:t></w:r></w:p></w:txbxContent>"
    add_xml(document.add_paragraph("A/C.2/99/L.731*"), f"<w:r><w:pict>{box}</w:pict></w:r>")
    assert read(document) == (
        Line("A/C.2/99/L.731", marks=(Mark(14, "*"),)),
        Line("*\tReissued for technical reasons.", note="*"),
    )


def test_a_sign_tells_a_note_among_the_paragraphs_and_not_the_points_of_a_list() -> None:
    document = docx.Document()
    document.add_paragraph("Bordavia:* draft resolution")
    document.add_paragraph("Requests:")
    for text in ("* oil;", "* wicks;", "And:", "* The list is open."):
        document.add_paragraph(text)
    assert told(document) == [
        ("", "Bordavia: draft resolution"),
        ("", "Requests:"),
        ("", "* oil;"),
        ("", "* wicks;"),
        ("", "And:"),
        ("*", "*\tThe list is open."),
    ]


def test_a_line_that_opens_with_a_raised_figure_is_a_note() -> None:
    document = docx.Document()
    document.add_paragraph("the report").add_run("1").font.superscript = True
    note = document.add_paragraph()
    note.add_run("1").font.superscript = True
    note.add_run(" A/99/212.")
    assert read(document) == (
        Line("the report", marks=(Mark(10, "1"),)),
        Line("1\tA/99/212.", note="1"),
    )


def test_notes_that_refer_to_each_other_come_once() -> None:
    document = docx.Document()
    refer(document.add_paragraph("Requests"), 2)
    both = "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:footnoteReference w:id='3'/></w:r>"
    add_notes(document, {name: f"<w:p><w:r><w:t>A/99/{name}.</w:t></w:r>{both}</w:p>" for name in (2, 3)})
    assert [line.text for line in read(document)] == ["Requests", "1\tA/99/2.", "?\tA/99/3."]
