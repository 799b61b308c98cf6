"""Tells whether the lines of a file that has no pages are those of a page all the same.

A tool that makes Word or HTML of a PDF mostly writes each line of the page as a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from documents.lines import Line

_FEW = 10  # lines that tell nothing yet
_SHARE = 0.25  # of the lines go on in mid-sentence; where each is a paragraph hardly any does
_ENDED = (".", ";", ":", ",", "and", "or")


def are_of_a_page(lines: Sequence[Line]) -> bool:
    """Whether many of the lines go on where the line above broke off in mid-sentence."""
    texts = [line.text for line in lines if line.text and not (line.note or line.dropped or line.row)]
    broken = sum(1 for above, text in pairwise(texts) if text[:1].islower() and not above.endswith(_ENDED))
    return len(texts) >= _FEW and broken >= _SHARE * len(texts)
