"""One short resolution of our own in every format, for tests that say the formats agree or are safe."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from textwrap import wrap

import docx

from tests.pdfs import make_pdf
from tests.words import add_list, number, saved

FRONT = (
    "A/RES/99/502",
    "Ninety-ninth session",
    "Agenda item 98",
    "Resolution adopted by the General Assembly on 4 December 2044",
    "[on the report of the First Committee (A/99/377)]",
    "99/502. Safety of ferries",
)
PREAMBLE = (
    "The General Assembly,",
    "Recalling its resolution 97/140 of 6 December 2042,",
    "Concerned at the number of accidents,",
)


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (``depth`` None), a paragraph (0), an item (1) or an item of an item (2)."""

    depth: int | None
    label: str
    text: str


HEADING = "Crews and passengers"
BODY = (
    Row(0, "1.", "Notes the report of the Secretary-General;"),
    Row(None, "", HEADING),
    Row(0, "2.", "Calls upon Member States to train the crews of ferries, in particular:"),
    Row(1, "(a)", "To teach them to count passengers;"),
    Row(1, "(b)", "To teach them to launch boats, including:"),
    Row(2, "(i)", "Boats with oars;"),
    Row(2, "(ii)", "Boats with engines;"),
    Row(0, "3.", "Requests the Secretary-General to submit a report by 31 March 2046;"),
    Row(0, "4.", "Decides to remain seized of the matter."),
)
BACK = ("47th plenary meeting", "4 December 2044")


def as_text() -> bytes:
    """Plain text, each paragraph on a line, as most text files have it."""
    body = (f"{row.label}\t{row.text}" if row.label else row.text for row in BODY)
    return "\n".join((*FRONT, *PREAMBLE, *body, *BACK)).encode()


def as_pdf() -> bytes:
    """A PDF in a narrow column, first lines indented, the heading in bold."""
    rows = [row for text in FRONT for row in (*wrap(text, 20), "")]
    for label, text in [("", text) for text in PREAMBLE] + [(row.label, row.text) for row in BODY]:
        first, *rest = wrap(f"{label} {text}".strip(), 20)
        rows += [f"*{row}" for row in (first, *rest)] if text == HEADING else [f"\t{first}", *rest]
    return make_pdf([*rows, *(f"\t{text}" for text in BACK)])


def as_docx() -> bytes:
    """A Word document that counts its paragraphs by itself."""
    document = docx.Document()
    levels = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
    name = add_list(document, *levels)
    for text in (*FRONT, *PREAMBLE):
        document.add_paragraph(text)
    for row in BODY:
        if row.depth is None:
            document.add_paragraph().add_run(row.text).bold = True
        else:
            number(document.add_paragraph(row.text), name, row.depth)
    for text in BACK:
        document.add_paragraph(text)
    return saved(document)


def as_html() -> bytes:
    """A page that counts its paragraphs by itself; the heading interrupts the list."""
    parts = [f"<p>{escape(text)}</p>" for text in (*FRONT, *PREAMBLE)]
    depth = 0
    for row in BODY:
        wanted = 0 if row.depth is None else row.depth + 1
        parts += ["</ol>"] * (depth - wanted)
        if wanted > depth:
            parts.append(f"<ol start={row.label.strip('.')}>" if wanted == 1 else "<ol>")
        depth = wanted
        parts.append(f"<li>{escape(row.text)}" if wanted else f"<p><b>{escape(row.text)}</b></p>")
    parts += ["</ol>"] * depth + [f"<p>{text}</p>" for text in BACK]
    return ("<!DOCTYPE html><html><body>" + "\n".join(parts) + "</body></html>").encode()


ALL = {"text": as_text(), "pdf": as_pdf(), "docx": as_docx(), "html": as_html()}
