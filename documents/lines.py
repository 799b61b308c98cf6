"""What a format yields: lines of text with what the file says about their look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``text`` has no footnote marks where the file tells them by size or place.

    ``heading`` is True where the file sets the whole line bold, centred or in a heading style.
    ``page`` counts from 1; None where the format has no pages.
    """

    text: str
    page: int | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A file as lines. ``wrapped``: lines are the visual lines of a page, still to be joined into
    paragraphs (PDF); otherwise each line is a whole paragraph (DOCX, HTML)."""

    lines: tuple[Line, ...]
    wrapped: bool
    pages: int | None
    reader: str  # format and its reader's version: "pdf/1"
