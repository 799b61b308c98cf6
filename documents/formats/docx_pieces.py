"""A Word paragraph as pieces: words that stand, marks of notes, and what the drafters took out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from documents.formats.docx_notes import END_REFERENCE, FOOT_REFERENCE, Notes
from documents.formats.docx_styles import Styles, W
from documents.formats.note_marks import numbers
from documents.formats.pieces import Piece
from documents.withdrawn import DELETED, MOVED, STRUCK

FALLBACK = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the older twin of a drawing
)
REVISED = {f"{W}del": DELETED, f"{W}moveFrom": MOVED}

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WORDS = (f"{W}t", f"{W}delText", f"{_MATHS}t")
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def of(paragraph: Any, styles: Styles, notes: Notes) -> Iterator[Piece]:
    """The pieces of a ``w:p``, without what is hidden; each has its run as ``look``."""
    custom = None  # a reference whose mark is typed, and still to come
    before = ""
    for run, reason in _runs(paragraph):
        if styles.is_hidden(run):
            continue
        dropped = reason or (STRUCK if styles.is_struck(run, paragraph) else "")
        for text, reference in _parts(run):
            if reference is not None and notes.is_custom(reference):
                custom = reference
            elif reference is not None:
                yield Piece(mark=notes.number(reference), dropped=dropped, look=run, reference=reference)
            elif custom is not None and text.strip():
                yield Piece(mark=text.strip(), dropped=dropped, look=run, reference=custom)
                custom = None
            elif styles.is_raised(run) and (marks := numbers(text, before)):
                yield from (Piece(mark=mark, dropped=dropped, look=run) for mark in marks)
            elif text:
                yield Piece(text, dropped=dropped, look=run)
                before = text


def revised(paragraph: Any) -> str:
    """Why the paragraph's own mark is gone, so that its words run on into the next; "" where it stands."""
    marks = (paragraph.find(f"{W}pPr/{W}rPr/{tag}") for tag in REVISED)
    return next((REVISED[mark.tag] for mark in marks if mark is not None), "")


def _runs(holder: Any, reason: str = "") -> Iterator[tuple[Any, str]]:
    """The runs of a paragraph, also those in links, fields and revisions; with why they are gone."""
    for child in holder:
        if child.tag in (f"{W}r", f"{_MATHS}r"):
            yield child, reason
        elif child.tag != FALLBACK:
            yield from _runs(child, reason or REVISED.get(child.tag, ""))


def _parts(run: Any) -> Iterator[tuple[str, Any]]:
    """A run's text, cut at the references to notes in it: either text or a reference."""
    text = ""
    for each in run:
        if each.tag in (FOOT_REFERENCE, END_REFERENCE):
            yield text, None
            yield "", each
            text = ""
        else:
            text += (each.text or "") if each.tag in _WORDS else _SIGNS.get(each.tag, "")
    yield text, None
