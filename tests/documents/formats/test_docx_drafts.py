"""Word drafts under negotiation: what is struck out, deleted or moved is out of the text and not lost."""

from __future__ import annotations

from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from documents.formats.docx import lines
from documents.limits import Limits
from tests.words import SPACE, add_list, add_xml, number, saved


def delete_mark(paragraph: Paragraph) -> None:
    """Make the paragraph's own mark a deleted one, as when a person joins it with the next."""
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {SPACE}><w:del/></w:rPr>"))


def told(document: Document) -> list[tuple[str, str]]:
    """Why it is dropped, and the text, of each line."""
    return [(line.dropped, line.text) for line in lines(saved(document), Limits()).lines]


def gone(text: str, tag: str = "del") -> str:
    words = "delText" if tag == "del" else "t"
    return f"<w:{tag}><w:r><w:{words} xml:space='preserve'>{text}</w:{words}></w:r></w:{tag}>"


def test_deleted_moved_and_struck_words_are_lines_of_their_own() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("1. ")
    paragraph.add_run("Urges ").font.strike = True
    paragraph.add_run("Requests the Office to ring")
    paragraph.add_run(" day and night").font.double_strike = True
    add_xml(paragraph, gone(" in rain"))
    add_xml(paragraph, "<w:ins><w:r><w:t xml:space='preserve'> in fog </w:t></w:r></w:ins>")
    add_xml(paragraph, gone("and sun", "moveFrom"))
    paragraph.add_run("; and to tune.")
    assert told(document) == [
        ("", "1. Requests the Office to ring in fog; and to tune."),
        ("struck out", "Urges"),
        ("struck out", "day and night"),
        ("deleted", "in rain"),
        ("moved", "and sun"),
    ]


def test_a_style_may_strike_and_a_run_may_not() -> None:
    document = docx.Document()
    style: Any = document.styles.add_style("Out", 2)
    style.font.strike = True
    paragraph = document.add_paragraph()
    paragraph.add_run("Urges ", style="Out")
    paragraph.add_run("Requests", style="Out").font.strike = False
    assert told(document) == [("", "Requests"), ("struck out", "Urges")]


def test_a_deleted_paragraph_is_not_counted_and_a_struck_one_is_as_word_shows_them() -> None:
    document = docx.Document()
    name = add_list(document, ("decimal", "%1."))
    number(document.add_paragraph("Requests;"), name)
    both = number(document.add_paragraph(), name)
    add_xml(both, gone("Condemns;"))
    delete_mark(both)
    add_xml(number(document.add_paragraph(), name), gone("Deplores;"))
    number(document.add_paragraph("Urges;"), name)
    number(document.add_paragraph(), name).add_run("Regrets;").font.strike = True
    number(document.add_paragraph("Decides."), name)
    assert told(document) == [
        ("", "1.\tRequests;"),
        ("deleted", "Condemns;"),
        ("deleted", "Deplores;"),
        ("", "2.\tUrges;"),
        ("struck out", "3.\tRegrets;"),
        ("", "4.\tDecides."),
    ]


def test_a_paragraph_whose_mark_is_deleted_runs_on_into_the_next() -> None:
    document = docx.Document()
    name = add_list(document, ("decimal", "%1."))
    number(document.add_paragraph("Requests;"), name)
    first = document.add_paragraph()
    add_xml(first, "<w:r><w:t xml:space='preserve'>Urges Member States </w:t></w:r>" + gone("to read;"))
    delete_mark(first)
    number(document.add_paragraph("to write."), name)
    assert told(document) == [
        ("", "1.\tRequests;"),
        ("", "2.\tUrges Member States to write."),
        ("deleted", "to read;"),
    ]


def test_words_that_run_on_into_a_plain_paragraph_keep_their_number() -> None:
    document = docx.Document()
    name = add_list(document, ("decimal", "%1."))
    delete_mark(number(document.add_paragraph("Urges Member States "), name))
    document.add_paragraph("to write;")
    number(document.add_paragraph("Decides."), name)
    assert told(document) == [("", "1.\tUrges Member States to write;"), ("", "2.\tDecides.")]


def test_a_deleted_row_of_a_table_is_out() -> None:
    document = docx.Document()
    document.add_paragraph("Approves the following:")
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("A. Wicks", "120"), ("B. Oil", "640")), strict=True):
        row.cells[0].text, row.cells[1].text = texts
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {SPACE}/>"))
    assert told(document)[1:] == [("deleted", "A. Wicks"), ("deleted", "120"), ("", "B. Oil\t640")]
