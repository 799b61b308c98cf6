"""Joins the visual lines of a page into blocks, one for each paragraph, heading or item."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.furniture import taken_off
from documents.lines import Line, Lines

SOFT_HYPHEN = "\u00ad"
_NUMBERED = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,5}\)|\(\d{1,3}\))\s+\S")
_STRUCTURE = re.compile(
    r"(?:The|At) [A-Z][A-Za-z ]+,?|Annex(?: [IVX]+)?|(?:\d{1,4}(?:st|nd|rd|th)|\d+e) .{0,30}meeting|\d{1,2} [A-Z][a-z]+ \d{4}"
    r"|\[.*|[A-Z]|[IVX]{1,5}"
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
    parts: list[str] = []
    place = 0
    above: Line | None = None
    for line in taken_off(lines):
        text = " ".join(line.text.split()) if lines.wrapped else re.sub(r"[^\S\t]+", " ", line.text).strip()
        if not text:
            continue
        start, end = place, place + len(text)
        parts.append(text)
        place = end + 1
        if lines.wrapped and above is not None and _goes_on(line, text, above, blocks[-1].text):
            last = blocks[-1]
            blocks[-1] = Block(_glued(last.text, text), last.start, end, last.page, last.heading)
        else:
            blocks.append(Block(text, start, end, line.page, line.heading))
        above = line
    return "\n".join(parts), blocks


def _goes_on(line: Line, text: str, above: Line, before: str) -> bool:
    """Whether the line belongs to the block above it."""
    if line.heading or above.heading:
        return line.opens is False and (text[0].islower() or (line.heading and above.heading))
    if line.opens is not None:
        return not line.opens
    if _STRUCTURE.fullmatch(text) or _STRUCTURE.fullmatch(before):
        return False
    return not (before.endswith(_ENDS) and (_NUMBERED.match(text) or text[0].isupper()))


def _glued(left: str, right: str) -> str:
    if left.endswith(SOFT_HYPHEN):
        return left + right
    if left.endswith("-") and not left.endswith(" -"):
        return left[:-1] + SOFT_HYPHEN + right
    return f"{left} {right}"
