"""Joins the visual lines of a page into blocks, one for each paragraph, heading or item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.flow import goes_on
from documents.furniture import sorted_out
from documents.lines import Line, Lines, Mark

SOFT_HYPHEN = "\u00ad"
_BLANKS = re.compile(r"[^\S\t]+")
_HYPHEN_AT_END = re.compile(r"(?<=\w)-\n")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, item or heading as it stands in the file. ``start`` and ``end``: place in the text.

    ``marks``: the footnote marks that stood in it, by their offsets in ``text``. ``row``: it is, or begins
    with, a row of a table.
    """

    text: str
    start: int
    end: int
    page: int | None
    heading: bool
    marks: tuple[Mark, ...] = ()
    row: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """A file's text, and the blocks that it consists of; its lines, with their places in the text.

    Lines that are notes or dropped are neither in the text nor in a block; their place is where they
    would stand.
    """

    text: str
    lines: tuple[Line, ...]
    places: tuple[int, ...]
    blocks: list[Block]


def joined(lines: Lines) -> Joined:
    """The text as read, and its blocks, without page furniture and notes."""
    blocks: list[Block] = []
    kept: list[Line] = []
    rows: list[str] = []
    places: list[int] = []
    run: list[tuple[str, Line]] = []  # the lines of the block under way
    start = end = place = 0
    for line in sorted_out(lines):
        text = line.text.strip()
        if "  " in text:
            text = _BLANKS.sub(" ", text)
        if not text:
            continue
        kept.append(line)
        places.append(place)
        if line.note or line.dropped:
            continue
        if run and not (lines.wrapped and goes_on(line, text, run)):
            blocks.append(_block(run, start, end))
            run = []
        start = start if run else place
        run.append((text, line))
        rows.append(text)
        end = place + len(text)
        place = end + 1
    if run:
        blocks.append(_block(run, start, end))
    return Joined("\n".join(rows), tuple(kept), tuple(places), blocks)


def _block(run: Sequence[tuple[str, Line]], start: int, end: int) -> Block:
    opening = run[0][1]
    text = flowing([text for text, _ in run])
    marks = _marks(run) if any(line.marks for _, line in run) else ()
    return Block(text, start, end, opening.page, opening.heading, marks, opening.row)


def flowing(rows: Sequence[str]) -> str:
    """Lines as one; a hyphen at a line's end becomes a soft one, to be settled by the mender."""
    text = "\n".join(rows)
    if "-\n" in text:
        text = _HYPHEN_AT_END.sub(SOFT_HYPHEN, text)
    return text.replace(SOFT_HYPHEN + "\n", SOFT_HYPHEN).replace("\n", " ")


def _marks(run: Sequence[tuple[str, Line]]) -> tuple[Mark, ...]:
    """The marks of the lines, by their offsets in the block: as long as what stands before each."""
    found = []
    for at, (_, line) in enumerate(run):
        above = [text for text, _ in run[:at]]
        for mark in line.marks:
            before = " ".join(line.text[: mark.offset].split())
            found.append(Mark(len(flowing([*above, before])), mark.number))
    return tuple(found)
