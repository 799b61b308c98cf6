"""Pieces of lines that a tool put out of their place: pdfminer breaks a line where its blanks are wide.

Where a piece belongs cannot be told any more; it is no part of the paragraph above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents import numbering
from documents.furniture import signs
from documents.lines import Line

_SHORT = 0.65  # of the usual length of a line: no piece of one is longer
_FEW = 3  # pieces in a file that may be something else
_WORDS = re.compile(r"[a-z][\w’'\-]*(?:,? [\w’'\-“”()]+)*[,;]?")
_NUMBER = re.compile(r"\d{1,3}\.")


def told(lines: Sequence[Line]) -> list[Line]:
    """The lines, ``dropped`` said of such pieces, where a file has many."""
    pieces = [at for group in _groups(lines) for at in group]
    found = list(lines)
    if len(pieces) > _FEW:
        for at in pieces:
            found[at] = found[at]._replace(dropped=signs.SCATTERED)
    return found


def _groups(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The places of lines that stand together between blank ones and are pieces."""
    rows = ["" if line.dropped or line.note else " ".join(line.text.split()) for line in lines]
    lengths = sorted(map(len, filter(None, rows)))
    most = _SHORT * lengths[len(lengths) * 9 // 10] if lengths else 0
    above, group = "", list[int]()
    for at, row in enumerate([*rows, ""]):
        if row:
            group.append(at)
        elif group:
            texts = [rows[each] for each in group]
            if _is_piece(texts, above, most):
                yield group
            else:
                above = texts[-1]
            group = []


def _is_piece(rows: Sequence[str], above: str, most: float) -> bool:
    """Whether the lines begin in mid-sentence, though the text above them has ended."""
    ended = numbering.has_ended(above) and not above.endswith(":")
    return (
        all(len(row) <= most and _WORDS.fullmatch(row) for row in rows)
        and rows[0][0].islower()
        and (ended or _NUMBER.fullmatch(above) is not None)
    )
