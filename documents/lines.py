"""What a format yields: lines of text with what the file says about their look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Mark(NamedTuple):
    """The mark of a note, taken out of a line: what it was and at which character of the line's text."""

    offset: int
    number: str


class Line(NamedTuple):  # a page has dozens: a tuple is made in half the time of a frozen dataclass
    """One line. ``text`` has no footnote marks where the file tells them by size or place.

    ``heading`` is True where the file sets the whole line bold, italic, centred or in a heading style.
    ``page`` counts from 1; None where the format has no pages.
    ``opens`` is True where the look of the line (indent, space above) says that a paragraph begins
    here, False where it says that one goes on, None where the file does not tell.
    ``small`` is True where it is set clearly smaller than the body: running headers, footnotes.
    ``row`` is True for a row of a table, whose cells are words of the paragraph it stands in.
    ``marks`` are the footnote marks that stood in the line, in its order.
    ``note`` is the number of the footnote that this line is a part of; "" for lines of the text.
    ``dropped`` says why the line is no text of the document ("running header"); "" for all others.
    ``row`` is True for a row of a table, its cells parted by tabs: it opens no paragraph and no section.
    Lines that are notes or dropped stay in their place, so that no word is lost without an account.
    """

    text: str
    page: int | None = None
    heading: bool = False
    opens: bool | None = None
    small: bool = False
    marks: tuple[Mark, ...] = ()
    note: str = ""
    dropped: str = ""
    row: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A file as lines. ``wrapped``: lines are the visual lines of a page, still to be joined into
    paragraphs (PDF); otherwise each line is a whole paragraph (DOCX, HTML)."""

    lines: tuple[Line, ...]
    wrapped: bool
    pages: int | None
    reader: str  # format and its reader's version: "pdf/1"
