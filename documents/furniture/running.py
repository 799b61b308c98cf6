"""Furniture of plain text, whose look tells nothing: headers that repeat, footnotes that marks answer to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from documents import marks
from documents.furniture import footnotes, seams
from documents.lines import Line


def sorted_out(lines: Sequence[Line]) -> list[Line]:
    """The lines, blank ones too; see `documents.furniture.sorted_out`."""
    told_apart = len({line.page for line in lines}) > 1
    found: list[Line] = []
    seen: dict[str, None] = {}  # the numbers of the notes so far, in their order
    last = 0
    for page in seams.pages(lines):
        for text, notes in _with_notes(footnotes.told(page, last, to_the_end=told_apart)):
            numbers = [number for number, _ in groupby(line.note for line in notes if line.note)]
            found += _unmarked(text, numbers, seen)
            found += notes
            seen.update(dict.fromkeys(numbers))
            last = next((int(number) for number in reversed(numbers) if number.isdigit()), last)
    return found


def _unmarked(text: Sequence[Line], notes: Sequence[str], seen: Collection[str]) -> list[Line]:
    """The lines of a text without the marks of its notes, and of those seen before."""
    kept = iter(marks.without_numbered([line for line in text if not line.dropped], notes))
    return [line if line.dropped else marks.without_repeated(next(kept), seen) for line in text]


def _with_notes(page: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """The texts of a page, each with the notes below it."""
    text: list[Line] = []
    notes: list[Line] = []
    for line in page:
        if notes and line.text.strip() and not line.note and not line.dropped:
            yield text, notes
            text, notes = [], []
        (notes if notes or line.note else text).append(line)
    if text or notes:
        yield text, notes
