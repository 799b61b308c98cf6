"""Word documents: the text that a reader of the page sees, and no more."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml

from documents.errors import UnreadableError
from documents.formats.docx import lines, matches
from documents.limits import Limits
from tests.words import SPACE, add_list, add_xml, items, make_docx, number, saved, use_list

UN_LEVELS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))


def read(document: Document) -> list[str]:
    """The text of the document: its lines without notes and what is dropped."""
    found = lines(saved(document), Limits()).lines
    return [line.text for line in found if not line.note and not line.dropped]


def headings(document: Document) -> list[str]:
    return [line.text for line in lines(saved(document), Limits()).lines if line.heading]


def test_a_word_document_is_known_by_its_content() -> None:
    assert matches(make_docx("x"))
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("xl/workbook.xml", "x")
    assert not matches(other.getvalue())
    assert not matches(b"PK")


def test_each_paragraph_is_a_line() -> None:
    found = lines(make_docx("The General Assembly,", "", "\t1.\tRequests the Office to go on;"), Limits())
    assert [line.text for line in found.lines] == [
        "The General Assembly,",
        "1.\tRequests the Office to go on;",
    ]
    assert not found.wrapped
    assert found.pages is None
    assert found.reader.startswith("docx/")


def test_automatic_numbers_are_counted() -> None:
    document = docx.Document()
    rows = [(0, "Requests:"), (1, "To read;"), (1, "To write:"), (2, "Reports;"), (2, "Letters;")]
    items(document, add_list(document, *UN_LEVELS), [*rows, (0, "Urges:"), (1, "To speak;")])
    assert read(document) == [
        "1.\tRequests:",
        "(a)\tTo read;",
        "(b)\tTo write:",
        "(i)\tReports;",
        "(ii)\tLetters;",
        "2.\tUrges:",
        "(a)\tTo speak;",
    ]


def test_a_list_goes_on_or_starts_again_as_its_use_says() -> None:
    document = docx.Document()
    first = add_list(document, ("decimal", "%1."), start=4)
    pattern = first - 1
    items(document, first, [(0, "four")])
    document.add_paragraph("between")
    items(document, use_list(document, pattern), [(0, "five")])
    items(document, use_list(document, pattern, restart=1), [(0, "one"), (0, "two")])
    assert read(document) == ["4.\tfour", "between", "5.\tfive", "1.\tone", "2.\ttwo"]


def test_a_style_may_number_its_paragraphs() -> None:
    document = docx.Document()
    style = document.styles.add_style("Operative", 1)
    name = add_list(document, ("decimal", "%1."), style="Operative")
    xml = f'<w:numPr {SPACE}><w:numId w:val="{name}"/></w:numPr>'
    style.element.get_or_add_pPr().append(parse_xml(xml))
    document.add_paragraph("Requests;", style="Operative")
    document.add_paragraph("Urges.", style="Operative")
    unnumbered = number(document.add_paragraph("So much for that.", style="Operative"), 0)
    assert unnumbered.text
    assert read(document) == ["1.\tRequests;", "2.\tUrges.", "So much for that."]


@pytest.mark.parametrize(
    ("kind", "text", "third"),
    [
        ("upperRoman", "%1.", "III.\tx"),
        ("upperLetter", "%1", "C\tx"),
        ("decimalZero", "%1", "03\tx"),
        ("ordinalText", "%1", "3\tx"),
        ("bullet", "•", "x"),
        ("none", "", "x"),
    ],
)
def test_lists_count_in_several_ways(kind: str, text: str, third: str) -> None:
    document = docx.Document()
    items(document, add_list(document, (kind, text)), [(0, "x")] * 3)
    assert read(document)[2] == third


def test_raised_letters_and_powers_stay() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("the 20")
    paragraph.add_run("th").font.superscript = True
    paragraph.add_run(" session, article 14, 30 km")
    paragraph.add_run("2").font.superscript = True
    assert read(document) == ["the 20th session, article 14, 30 km2"]


def test_what_stands_on_no_page_is_left_out() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Requests")
    paragraph.add_run(" <<JOB NO>>").font.hidden = True
    add_xml(paragraph, "<w:hyperlink><w:r><w:noBreakHyphen/><w:t>General</w:t></w:r></w:hyperlink>")
    found = lines(saved(document), Limits()).lines
    assert [line.text for line in found] == ["Requests-General"]


def test_formulas_are_words() -> None:
    document = docx.Document()
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    add_xml(document.add_paragraph("the rate "), f"<m:oMath {space}><m:r><m:t>a=b</m:t></m:r></m:oMath>")
    assert read(document) == ["the rate a=b"]


def test_headings_are_told_by_bold_italic_centre_or_style() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Bold").bold = True
    document.add_paragraph().add_run("Italic").italic = True
    document.add_heading("Style", 3)
    document.add_paragraph("Centre").alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles: Any = document.styles
    styles.add_style("Strong base", 1).font.bold = True
    styles.add_style("Section", 1).base_style = styles["Strong base"]
    document.add_paragraph("Inherited", style="Section")
    light = document.add_paragraph(style="Section").add_run("Not bold here")
    light.bold = False
    mixed = document.add_paragraph()
    mixed.add_run("1. Requests").italic = True
    mixed.add_run(" the Office")
    assert headings(document) == ["Bold", "Italic", "Style", "Centre", "Inherited"]


def test_styles_that_rest_on_each_other_do_not_hang() -> None:
    document = docx.Document()
    styles: Any = document.styles
    one, two = styles.add_style("One", 1), styles.add_style("Two", 1)
    one.base_style, two.base_style = two, one
    document.add_paragraph("text", style="One")
    assert read(document) == ["text"]


def test_a_table_row_is_a_line_and_a_layout_is_not() -> None:
    document = docx.Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text, head.cell(0, 1).text = "General Assembly", "Distr.: General"
    head.cell(0, 1).add_paragraph("23 December 2044")
    budget = document.add_table(2, 2)
    for row, texts in zip(budget.rows, (("Section", "Amount"), ("Assistance", "12 000")), strict=True):
        row.cells[0].text, row.cells[1].text = texts
    inner = budget.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "a", "b"
    assert read(document) == [
        "General Assembly",
        "Distr.: General",
        "23 December 2044",
        "Section\tAmount",
        "Assistance",
        "12 000",
        "a\tb",
    ]


def test_rows_of_a_table_in_the_text_are_told() -> None:
    document = docx.Document()
    masthead = document.add_table(1, 2)
    masthead.cell(0, 0).text, masthead.cell(0, 1).text = "United Nations", "A/RES/99/502"
    document.add_paragraph("The General Assembly,")
    budget = document.add_table(2, 2)
    for row, texts in zip(budget.rows, (("B. Oil", "640 000"), ("Total", "")), strict=True):
        row.cells[0].text, row.cells[1].text = texts
    layout = document.add_table(1, 2)
    layout.cell(0, 0).text = "2."
    layout.cell(0, 1).text = "Requests the Office to go on " + "and on " * 20
    found = lines(saved(document), Limits()).lines
    assert [(line.text[:10], line.row) for line in found] == [
        ("United Nat", False),
        ("The Genera", False),
        ("B. Oil\t640", True),
        ("Total", True),
        ("2.\tRequest", False),
    ]


def test_lines_ended_by_hand_are_lines_and_a_broken_heading_is_one() -> None:
    document = docx.Document()
    document.add_paragraph("58th plenary meeting\n17 December 2044")
    document.add_paragraph().add_run("99/502. Trade on rivers\nand lakes").bold = True
    document.add_paragraph("Requests the Office " + "and the Office " * 10 + "\nto go on;")
    found = read(document)
    assert found[:3] == ["58th plenary meeting", "17 December 2044", "99/502. Trade on rivers and lakes"]
    assert len(found) == 4


def test_a_text_box_is_read_once() -> None:
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>A/RES/99/502</w:t></w:r></w:p></w:txbxContent>"
    add_xml(
        document.add_paragraph("before"),
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
    )
    document.add_paragraph("after")
    assert read(document) == ["before", "A/RES/99/502", "after"]


def test_text_boxes_in_text_boxes_without_end_do_not_hang() -> None:
    document = docx.Document()
    depth = 80
    inner = "<w:r><w:t>deep</w:t></w:r>"
    for _ in range(depth):
        inner = f"<w:r><w:txbxContent><w:p>{inner}</w:p></w:txbxContent></w:r>"
    add_xml(document.add_paragraph(), inner)
    assert read(document) == ["deep"]


def test_an_archive_that_swells_is_refused_before_it_does() -> None:
    data = rebuilt(make_docx("x"), {"word/document.xml": b" " * 3_000_000})
    with pytest.raises(UnreadableError, match="unpacks to 3,"):
        lines(data, Limits(markup=1_000_000))


def test_an_archive_that_lies_of_its_sizes_is_refused() -> None:
    data = bytearray(rebuilt(make_docx("x"), {"word/document.xml": b"<" * 3_000_000}))
    for place in (
        data.find((3_000_000).to_bytes(4, "little")),
        data.rfind((3_000_000).to_bytes(4, "little")),
    ):
        data[place : place + 4] = (10).to_bytes(4, "little")
    with pytest.raises(UnreadableError, match="damaged"):
        lines(bytes(data), Limits(markup=1_000_000))


def test_too_much_text_is_refused() -> None:
    with pytest.raises(UnreadableError, match="more than 10 characters"):
        lines(make_docx("Requests the Office"), Limits(characters=10))


@pytest.mark.parametrize("keep", [30, 3_000, 30_000])
def test_a_damaged_file_is_told_in_one_line(keep: int) -> None:
    with pytest.raises(UnreadableError, match="damaged") as caught:
        lines(make_docx("x")[:keep], Limits())
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        (
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ],
)
def test_documents_with_macros_and_in_the_strict_form_are_read(usual: bytes, other: bytes) -> None:
    data = make_docx("Requests the Office to go on.")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        changes = {name: archive.read(name).replace(usual, other) for name in archive.namelist()}
    assert [line.text for line in lines(rebuilt(data, changes), Limits()).lines] == [
        "Requests the Office to go on."
    ]


def test_pictures_are_not_needed() -> None:
    data = rebuilt(make_docx("text"), {"docProps/thumbnail.jpeg": b"\0" * 3_000_000})
    assert lines(data, Limits(markup=1_000_000)).lines[0].text == "text"


def rebuilt(data: bytes, changes: dict[str, bytes]) -> bytes:
    """The archive with some of its members replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, old.read(name)))
    return file.getvalue()
