"""A document's footnotes: their words, and where the mark of each stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from documents.blocks import Block, Joined, flowing
from documents.document import Note, Paragraph, Place
from documents.document import Part as Where
from documents.labels import Draft
from documents.labels import flowing as flowing_text
from documents.paragraphs import Placed, Segments

_UNREAD = "?"  # the number of a note whose mark was not read


@dataclass(frozen=True, slots=True)
class _Spot:
    """A mark in the text: where it stands in the file, and in which part, paragraph and at which offset."""

    start: int
    part: Place
    paragraph: str = ""
    offset: int | None = None


def of(
    joined: Joined, segments: Segments, placed: Sequence[Placed], preamble: str, mend: Callable[[str], str]
) -> tuple[Note, ...]:
    """The notes of a file in its order, each with the first mark of its number that no other note has.

    ``preamble`` is the document's, ``mend`` what mended it and its paragraphs.
    """
    if not any(line.note for line in joined.lines):
        return ()
    spots: dict[str, list[_Spot]] = defaultdict(list)
    for number, spot in sorted(_spots(segments, placed, preamble, mend), key=lambda each: each[1].start):
        spots[number].append(spot)
    found = []
    boundary = 0  # a page's notes hang on marks below the notes of the page before
    for group in _groups(joined):
        for number, _, page, text, opens in group:
            if found and not opens and number == found[-1].number != _UNREAD:
                found[-1] = replace(found[-1], text=mend(flowing([found[-1].text, text])))
                continue
            waiting = spots[number]
            at = next((n for n, spot in enumerate(waiting) if boundary <= spot.start), 0)
            spot = waiting.pop(at) if waiting else None
            where = (spot.part, spot.paragraph, spot.offset) if spot else (None, "", None)
            found.append(Note(number, mend(text), page, *where))
        boundary = group[-1][1]
    return tuple(found)


# Number, place in the text, page, words; False where they go on with a note of the page before.
_Read = tuple[str, int, int | None, str, bool]


def _groups(joined: Joined) -> Iterator[list[_Read]]:
    """The notes that stand together, below the text of a page or at the end, each of one or more lines."""
    noted = [(line, place) for line, place in zip(joined.lines, joined.places, strict=True) if line.note]
    for _, together in groupby(noted, key=lambda each: each[1]):
        group: list[_Read] = []
        for number, lines in groupby(together, key=lambda each: each[0].note):
            run = list(lines)
            (first, place), *_ = run
            words = flowing([" ".join(line.text.split()) for line, _ in run])
            text = _unmarked(words, number)
            raised = any(mark.offset == 0 for mark in first.marks)
            group.append((number, place, first.page, text, raised or text != words))
        yield group


def _unmarked(words: str, number: str) -> str:
    """The note's words without its number at their beginning."""
    return re.sub(rf"^[\[(]?{re.escape(number)}(?:[/).\]]+|(?=[^\w.])|(?=[A-Z]))\s*", "", words, count=1)


def _spots(
    segments: Segments, placed: Sequence[Placed], preamble: str, mend: Callable[[str], str]
) -> Iterator[tuple[str, _Spot]]:
    """Every mark of the text with its number."""
    for draft, paragraph in zip(segments.drafts, segments.paragraphs, strict=True):
        yield from _in_paragraph(draft, paragraph, mend)
    before = 0
    for block in segments.preamble:
        for mark in block.marks:
            offset = before + len(_clean(block.text[: mark.offset], mend))
            yield mark.number, _Spot(_start(block, mark.offset), Place.PREAMBLE, "", offset)
        before += len(mend(block.text)) + 1
    for each in placed:
        if each.place not in (Place.PARAGRAPH, Place.ANNEX, Place.PREAMBLE, Place.DROPPED):
            for mark in each.block.marks:
                yield mark.number, _Spot(_start(each.block, mark.offset), each.place)


def _in_paragraph(
    draft: Draft, paragraph: Paragraph, mend: Callable[[str], str]
) -> Iterator[tuple[str, _Spot]]:
    part = Place.ANNEX if draft.where is Where.ANNEX else Place.PARAGRAPH
    if not any(block.marks for _, block in draft.blocks):
        return
    if flowing_text(draft) == paragraph.text:  # nothing was mended in it
        mend = str
    above: list[str] = []
    for text, block in draft.blocks:
        cut = len(block.text) - len(text)  # its number
        for mark in block.marks:
            words = [*above, text[: max(mark.offset - cut, 0)]]
            clean = _clean(" ".join(words), mend)
            offset = len(clean) if paragraph.text.startswith(clean) else None
            yield mark.number, _Spot(_start(block, mark.offset), part, paragraph.label, offset)
        above.append(text)


def _clean(text: str, mend: Callable[[str], str]) -> str:
    return mend(" ".join(text.split()))


def _start(block: Block, offset: int) -> int:
    return block.start + offset
