"""One short draft of our own with footnotes and headings in every format, for tests that say they agree.

In its texts ``^2^`` is the mark of note 2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from textwrap import wrap

import docx
from docx.text.paragraph import Paragraph

from tests.typeset import typeset
from tests.words import add_notes, refer, saved

SYMBOL = "A/C.2/99/L.77"
NOTES = {
    "*": "The list of sponsors is in the record of the meeting.",
    "1": "Resolution 70/1.",
    "2": "See A/99/212, paras. 3 and 4.",
    "3": "United Nations, Treaty Series, vol. 14, No. 102.",
    "4": "A/99/377, annex.",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, or a ``heading``. ``text`` has its label, if any, before a tab."""

    text: str
    heading: bool = False


ROWS = (
    Row("Ninety-ninth session"),
    Row("Second Committee"),
    Row("Agenda item 12"),
    Row("Bordavia and Ruritania:^*^ draft resolution", heading=True),
    Row("Upkeep of lighthouses", heading=True),
    Row("The General Assembly,"),
    Row(
        "Recalling the Agenda for the northern seas^1^ and the reports of the keepers of all of its lighthouses,"
    ),
    Row("Action 1. We will light every lamp.", heading=True),
    Row(
        "1.\tRequests the Secretary-General to give effect to the report^2^ and to the Convention on Lamps,^3^ and"
        " to keep the lamps of the northern lighthouses in good order;"
    ),
    Row("2.\tCalls upon Member States:"),
    Row("(a)\tTo lend ships to the keepers in the months of storms;"),
    Row("(b)\tTo pay for the oil^4^ that is burned on their coasts, as the keepers count it;"),
    Row("Oil and its storage", heading=True),
    Row("3.\tDecides to count the oil at its one hundredth session."),
)
_MARK = re.compile(r"\^([^^]+)\^")


def as_docx() -> bytes:
    """A Word document with footnotes of its own, the star a mark that is typed."""
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = f"United Nations\t{SYMBOL}"
    ids = {mark: place for place, mark in enumerate(NOTES, 2)}
    for row in ROWS:
        paragraph: Paragraph = document.add_paragraph()
        for place, piece in enumerate(_MARK.split(row.text)):
            if place % 2:
                refer(paragraph, ids[piece], custom="*" if piece == "*" else "")
            else:
                paragraph.add_run(piece).bold = row.heading
    star = f"<w:p><w:r><w:t>*</w:t></w:r><w:r><w:tab/><w:t>{NOTES['*']}</w:t></w:r></w:p>"
    add_notes(document, {ids[mark]: star if mark == "*" else text for mark, text in NOTES.items()})
    return saved(document)


def as_html() -> bytes:
    """A page whose marks link to notes at its end."""
    rows = [f"<p>United Nations</p><p>{SYMBOL}</p>"]
    for row in ROWS:
        text = _MARK.sub(r'<a href="#fn-\1" id="ref-\1"><sup>\1</sup></a>', escape(row.text))
        rows.append(f"<h3>{text}</h3>" if row.heading else f"<p>{text}</p>")
    notes = (
        f'<p id="fn-{mark}"><a href="#ref-{mark}">{mark}</a> {escape(text)}</p>'
        for mark, text in NOTES.items()
    )
    return (
        "<!DOCTYPE html><html><body>" + "\n".join(rows) + "<hr>" + "\n".join(notes) + "</body></html>"
    ).encode()


def as_pdf() -> bytes:
    """A PDF with raised marks, and small notes below a rule."""
    rows = ["United Nations", SYMBOL, ""]
    for row in ROWS:
        first, *rest = wrap(row.text.replace("\t", " "), 70)
        rows += [f"**{line}" for line in (first, *rest)] if row.heading else [f"\t{first}", *rest]
        rows.append("")
    rows += ["__________________", *(f"~^{mark}^ {text}" for mark, text in NOTES.items())]
    return typeset("\n".join(rows))


def as_text() -> bytes:
    """Plain text, each paragraph on a line, the marks glued to their words, the notes below a rule."""
    rows = [SYMBOL, *(_MARK.sub(r"\1", row.text) for row in ROWS)]
    return "\n".join(
        [*rows, "__________________", *(f"{mark} {text}" for mark, text in NOTES.items())]
    ).encode()


ALL = {"text": as_text(), "pdf": as_pdf(), "docx": as_docx(), "html": as_html()}
