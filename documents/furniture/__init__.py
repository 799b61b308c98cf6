"""Sorts out what stands on a page and is no part of its text: running headers, footnotes, addresses.

Nothing is taken away: such a line comes out with ``note`` or ``dropped`` set, so that the account of
the document (`documents.account`) still has every word of it.
"""

from __future__ import annotations

from documents.furniture import pages, running, whole
from documents.lines import Line, Lines


def sorted_out(lines: Lines) -> list[Line]:
    """The same lines in the same order, with ``note`` and ``dropped`` said of those that are no text.

    The first page keeps its head, which names the document.
    """
    if not lines.wrapped:
        return whole.sorted_out(lines.lines)
    if lines.pages is None:
        return running.sorted_out(lines.lines)
    return pages.sorted_out(lines.lines)
