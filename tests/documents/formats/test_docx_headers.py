"""Headers and footers of Word documents: the first page's header is text, the others are furniture."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.shared import Cm

from documents.formats.docx import lines
from documents.limits import Limits
from documents.lines import Line, Mark
from documents.reading import read_bytes
from tests.words import saved


def un_document(symbol: str = "A/C.2/99/L.731") -> Document:
    """As the United Nations sets drafts: the symbol in a table in the first page's header alone."""
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    table = section.first_page_header.add_table(2, 3, Cm(16))
    table.cell(0, 0).text, table.cell(0, 1).text = "United Nations", symbol
    table.cell(1, 1).text, table.cell(1, 2).text = "General Assembly", "Distr.: Limited"
    table.cell(1, 2).add_paragraph("11 December 2044")
    section.header.paragraphs[0].text = symbol
    section.footer.paragraphs[0].text = "2/3\t44-12345"
    for text in (
        "Ninety-ninth session",
        "Bordavia: draft resolution",
        "Upkeep of lighthouses",
        "The General Assembly,",
        "Recalling its resolution 98/601 of 9 December 2043,",
        "1. Requests the Secretary-General to count the lighthouses;",
        "2. Urges Member States to light them.",
    ):
        document.add_paragraph(text)
    return document


def told(document: Document) -> list[tuple[str, str]]:
    return [(line.dropped, line.text) for line in lines(saved(document), Limits()).lines]


def test_the_first_pages_header_comes_first_and_the_others_are_furniture() -> None:
    found = told(un_document())
    assert found[:6] == [
        ("", "United Nations"),
        ("", "A/C.2/99/L.731"),
        ("", "General Assembly"),
        ("", "Distr.: Limited"),
        ("", "11 December 2044"),
        ("", "Ninety-ninth session"),
    ]
    assert found[-2:] == [("running header", "A/C.2/99/L.731"), ("page furniture", "2/3\t44-12345")]


def test_a_draft_has_its_symbol_from_there() -> None:
    document = read_bytes(saved(un_document()), "N4412345.docx")
    assert document.symbol == "A/C.2/99/L.731"
    assert [each.label for each in document.paragraphs] == ["1", "2"]
    assert document.warnings == ()


def test_where_all_pages_have_one_header_it_is_the_firsts_and_tabs_part_it() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "A/RES/99/502\tSafety of ferries\t2/3"
    document.add_paragraph("The General Assembly,")
    assert told(document) == [
        ("", "A/RES/99/502"),
        ("", "Safety of ferries"),
        ("page number", "2/3"),
        ("", "The General Assembly,"),
    ]


def test_later_sections_have_headers_too_and_each_is_told_once() -> None:
    document = un_document()
    new = document.add_section(WD_SECTION.NEW_PAGE)
    new.header.is_linked_to_previous = False
    new.header.paragraphs[0].text = "A/C.2/99/L.731, annex"
    document.add_section(WD_SECTION.NEW_PAGE)
    headers = [text for why, text in told(document) if why == "running header"]
    assert headers == ["A/C.2/99/L.731", "A/C.2/99/L.731, annex"]


def test_a_note_at_the_first_pages_foot_is_one() -> None:
    document = un_document("A/C.2/99/L.731*")
    foot = document.sections[0].first_page_footer
    foot.paragraphs[0].text = "44-12345 (E)"
    foot.add_paragraph("* Reissued for technical reasons on 13 December 2044.")
    found = lines(saved(document), Limits()).lines
    assert Line("A/C.2/99/L.731", marks=(Mark(14, "*"),)) in found
    assert Line("*\tReissued for technical reasons on 13 December 2044.", note="*") in found
    assert ("page furniture", "44-12345 (E)") in told(document)
