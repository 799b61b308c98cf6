"""Joins the visual lines of a page into blocks, one for each paragraph, heading or item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.furniture import sorted_out
from documents.lines import Line, Lines, Mark

SOFT_HYPHEN = "\u00ad"
_NUMBERED = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,5}\)|\(\d{1,3}\))\s+\S")
_BLANKS = re.compile(r"[^\S\t]+")
_HYPHEN_AT_END = re.compile(r"(?<=\w)-\n")
_STRUCTURE = re.compile(  # lines that stand alone
    r"(?:The|At) [A-Z][A-Za-z ]+,?|Annex(?: [IVX]+)?|\d{1,4}(?:st|nd|rd|th) .{0,30}meeting"
    r"|\d{1,2} [A-Z][a-z]+ \d{4}|\[.*|[A-Z]|[IVX]{1,5}"
)
_ENDS = (".", ";", ":", ",", ".”", ";”", "; and", "; or", ", and", ", or", "]")


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
        if run and not (lines.wrapped and _goes_on(line, text, run[-1][1], run)):
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


def _goes_on(line: Line, text: str, above: Line, run: Sequence[tuple[str, Line]]) -> bool:
    """Whether the line belongs to the block above it."""
    if line.opens:
        return False
    if line.heading or above.heading:
        alike = line.heading and above.heading and line.page == above.page
        return line.opens is False and (text[0].islower() or alike)
    if line.opens is not None:
        return not line.opens
    if _STRUCTURE.fullmatch(text) or (len(run) == 1 and _STRUCTURE.fullmatch(run[0][0])):
        return False
    return not (run[-1][0].endswith(_ENDS) and (_NUMBERED.match(text) or text[0].isupper()))
