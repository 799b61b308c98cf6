"""Whether a visual line goes on with the paragraph above it: by its look and, where need be, its words."""

from __future__ import annotations

from collections.abc import Sequence

from documents import numbering, openings
from documents.lines import Line

_OPENS = '0123456789(“"OlI.•*'  # what a number may begin with: most lines need no closer look
_LONGEST, _LONGEST_BARE = 160, 60  # characters of an opening line, with its article and without
_STOPS = (".", ";", ":", ".”", ";”", "and", "or")


def goes_on(line: Line, text: str, run: Sequence[tuple[str, Line]]) -> bool:
    """Whether the line belongs to the block above it.

    ``run``: the lines of that block so far, each with its text; ``text`` is the line's own.
    """
    above_text, above = run[-1]
    if line.opens:
        return False
    if line.heading or above.heading:
        alike = line.heading and above.heading and line.page == above.page
        return line.opens is False and (text[0].islower() or alike)
    if text[0] in _OPENS and _opens_paragraph(text, above_text):
        return False
    if _is_opening_line(text) or (len(run) == 1 and _is_opening_line(above_text)):
        return False
    if line.opens is not None:
        return not line.opens
    ended = numbering.has_ended(above_text)
    if (item := numbering.item(text)) and text[item.end].isupper():
        return False
    if _stands_alone(text) and (ended or _stands_alone(above_text)):
        return False
    if len(run) == 1 and _stands_alone(above_text) and not text[0].islower():
        return False
    return not (ended and (text[0].isupper() or numbering.number(text) or item))


def _opens_paragraph(text: str, above: str) -> bool:
    """Whether a number and a finite verb after an ended line open a paragraph, whatever the spacing says."""
    if numbering.opens_finite(text):
        return numbering.has_ended(above)
    return above.endswith(_STOPS) and numbering.misprinted(text) is not None


def _is_opening_line(text: str) -> bool:
    """Whether the line is "The General Assembly," and nothing else, which stands alone whatever its look."""
    if text[0].islower():
        return False
    article = text[:5].lower().lstrip('“"').startswith("the ")
    if len(text) > (_LONGEST if article else _LONGEST_BARE) or not (article or text.endswith((",", ":"))):
        return False
    return bool(openings.organ(text))


def _stands_alone(text: str) -> bool:
    """Whether a line of its own is a heading, a date, or says how the text was adopted."""
    return (
        text.startswith("[")
        or numbering.is_date(text)
        or numbering.is_closing(text)
        or numbering.annex(text) is not None
        or (len(text) < 8 and numbering.section(text, heading=False) is not None)
    )
