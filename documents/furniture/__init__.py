"""Sorts out what stands on a page and is no part of its text: running headers, footnotes, addresses.

Nothing is taken away: such a line comes out with ``note`` or ``dropped`` set, so that the account of
the document (`documents.account`) still has every word of it.
"""

from __future__ import annotations

from documents.furniture import running, whole
from documents.lines import Line, Lines


def sorted_out(lines: Lines) -> list[Line]:
    """The same lines in the same order, with ``note`` and ``dropped`` said of those that are no text.

    The first page keeps its head, which names the document. A format that has pages has asked
    `documents.furniture.pages` itself, since its look at the text needs to know what is none.
    """
    if lines.pages is not None:
        return list(lines.lines)
    if not lines.wrapped:
        return whole.sorted_out(lines.lines)
    return running.sorted_out(lines.lines)
