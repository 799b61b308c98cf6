"""Sorts out what stands on a page and is no part of its text: running headers, footnotes, addresses.

Nothing is taken away: such a line comes out with ``note`` or ``dropped`` set, so that the account of
the document (`documents.account`) still has every word of it.
"""

from __future__ import annotations

from dataclasses import replace

from documents import spacing
from documents.furniture import running, scattered
from documents.lines import Line, Lines


def sorted_out(lines: Lines) -> list[Line]:
    """The same lines in the same order, with ``note`` and ``dropped`` said of those that are no text.

    The first page keeps its head, which names the document. What the format has said already holds; one
    that has pages (PDF) has asked `documents.furniture.pages` of all its lines, since what opens a
    paragraph is told by the lines of the text alone. Where the look of lines tells nothing, ``opens`` is
    told here as well.
    """
    if lines.pages is not None:
        return list(lines.lines)
    if not any(line.note or line.dropped for line in lines.lines):
        return _sorted_out(lines)
    unknown = tuple(line for line in lines.lines if not line.note and not line.dropped)
    told = iter(_sorted_out(replace(lines, lines=unknown)))
    return [line if line.note or line.dropped else next(told) for line in lines.lines]


def _sorted_out(lines: Lines) -> list[Line]:
    found = running.sorted_out(lines.lines)
    return spacing.told(scattered.told(found)) if lines.wrapped else found
