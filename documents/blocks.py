"""Joins the visual lines of a page into blocks, one for each paragraph, heading or item."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.furniture import taken_off
from documents.lines import Line, Lines

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
    """One paragraph, item or heading as it stands in the file. ``start`` and ``end``: place in the text."""

    text: str
    start: int
    end: int
    page: int | None
    heading: bool


def joined(lines: Lines) -> tuple[str, list[Block]]:
    """The text as read, without page furniture, and the blocks that it consists of."""
    blocks: list[Block] = []
    rows: list[str] = []
    run: list[str] = []  # the lines of the block under way
    opening = above = None
    start = place = 0
    for line in taken_off(lines):
        text = line.text.strip()
        if "  " in text:
            text = _BLANKS.sub(" ", text)
        if not text:
            continue
        if above is None or not lines.wrapped or not _goes_on(line, text, above, run):
            if opening is not None:
                blocks.append(_block(opening, run, start, place - 1))
            opening, run, start = line, [], place
        run.append(text)
        rows.append(text)
        place += len(text) + 1
        above = line
    if opening is not None:
        blocks.append(_block(opening, run, start, place - 1))
    return "\n".join(rows), blocks


def _block(opening: Line, run: list[str], start: int, end: int) -> Block:
    text = "\n".join(run)
    if "-\n" in text:
        text = _HYPHEN_AT_END.sub(SOFT_HYPHEN, text)
    text = text.replace(SOFT_HYPHEN + "\n", SOFT_HYPHEN).replace("\n", " ")
    return Block(text, start, end, opening.page, opening.heading)


def _goes_on(line: Line, text: str, above: Line, run: list[str]) -> bool:
    """Whether the line belongs to the block above it."""
    if line.opens:
        return False
    if line.heading or above.heading:
        alike = line.heading and above.heading and line.page == above.page
        return line.opens is False and (text[0].islower() or alike)
    if line.opens is not None:
        return not line.opens
    if _STRUCTURE.fullmatch(text) or (len(run) == 1 and _STRUCTURE.fullmatch(run[0])):
        return False
    return not (run[-1].endswith(_ENDS) and (_NUMBERED.match(text) or text[0].isupper()))
