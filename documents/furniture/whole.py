"""Furniture of texts whose lines are whole paragraphs: what follows a rule is footnotes."""

from __future__ import annotations

from collections.abc import Sequence

from documents import marks
from documents.furniture import signs
from documents.lines import Line


def sorted_out(lines: Sequence[Line]) -> list[Line]:
    """The lines of the text; see `documents.furniture.sorted_out`. Notes last until a page begins."""
    found: list[Line] = []
    in_notes = False
    for line in lines:
        text = line.text.strip()
        if line.note or line.dropped:
            found.append(line)
        elif signs.is_rule(text):
            in_notes = True
            found.append(line._replace(dropped=signs.RULE))
        elif signs.is_page_foot(text):
            in_notes = False
            found.append(line._replace(dropped=signs.PAGE_NUMBER))
        elif signs.is_furniture(text):
            found.append(line._replace(dropped=signs.FURNITURE))
        elif in_notes:
            found.append(line._replace(note="?"))
        else:
            found.append(marks.without_glued(line))
    return found
