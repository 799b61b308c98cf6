"""Finds in a file the one document whose symbol it carries: scans hold pieces of its neighbours too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents import enacted, mastheads, numbering, symbols
from documents.blocks import Block
from documents.document import DocumentKind
from documents.enacted import Enacted, Part
from documents.titles import heading, same_number

_FRENCH = re.compile(r"(?:Le Conseil|L[’']Assemblée|La Commission|La Conférence)\b.{0,60}")
_HEAD_BLOCKS = 12  # the symbol stands among the first of them
_TO_OPENING = 8  # blocks between a resolution's title and its opening line, at most
ANOTHER = "another resolution"
FRENCH = "French column"


@dataclass(frozen=True, slots=True)
class Extent:
    """The blocks of one document. ``organ`` is "" and ``parts`` empty where no organ opens a text.

    ``dropped``: blocks that belong to something else, with what that is.
    """

    symbol: str
    organ: str
    front: tuple[Block, ...]
    parts: tuple[Part, ...]
    dropped: tuple[tuple[Block, str], ...]
    warnings: tuple[str, ...]


def of(blocks: Sequence[Block], named: str = "") -> Extent:
    """The file's own document, by the symbol at its head, else by the number before its title.

    ``named``: the symbol that the file's name says, "" for none; where the file holds that document under
    a title of its own, it is the one.
    """
    symbol = _symbol(blocks)
    if named and named != symbol and _has_title(blocks, symbols.number(named)):
        symbol = named
    own, dropped, warnings = _own_blocks(blocks, symbols.number(symbol))
    own, french = _without_french(own)
    dropped += [(block, FRENCH) for block in french]
    found = enacted.of(own)
    if not found.parts:
        found = enacted.without_opening(own)
    parts = found.parts
    if letter := symbols.part(symbol):
        parts = tuple(part for part in parts if part.mark in (letter, "")) or parts
    elif len(parts) == 1 and enacted.is_part_mark(parts[0].mark) and symbols.number(symbol):
        symbol = symbols.canonical(f"{symbol} {parts[0].mark}") or symbol
    left = [part for part in found.parts if part not in parts]
    dropped += [(block, ANOTHER) for part in left for block in (*part.heads, *part.blocks)]
    warnings += [f"part {part.mark} of the resolution is left out" for part in left]
    return Extent(
        symbol,
        found.organ or symbols.organ(symbol),
        found.front,
        parts,
        tuple(dropped),
        tuple(warnings),
    )


def _symbol(blocks: Sequence[Block]) -> str:
    """The symbol that the text says: in a line at its head, else by the number before a title."""
    for block in blocks[:_HEAD_BLOCKS]:
        if own := mastheads.symbol(block.text):
            return own
    title = next((found for block in blocks if (found := heading(block.text))), None)
    if title is None:
        return ""
    text = enacted.of(blocks)
    return symbols.of_number(title.number, text.organ, title.kind or _kind(text))


def _kind(text: Enacted) -> DocumentKind:
    """What a text is that does not say it: a sentence has the organ decide, or an opening line resolve."""
    decides = any(enacted.deciding_organ(block.text) for block in text.front)
    sentence = text.parts and not text.parts[0].has_preamble
    return DocumentKind.DECISION if sentence or decides else DocumentKind.RESOLUTION


def _has_title(blocks: Sequence[Block], number: str) -> bool:
    titles = ((place, heading(block.text)) for place, block in enumerate(blocks))
    return any(
        found and number and same_number(found.number, number) and _opens_text(blocks, place)
        for place, found in titles
    )


def _opens_text(blocks: Sequence[Block], title: int) -> bool:
    """Whether a text begins below this title: an opening line, before any numbered paragraph."""
    for block in blocks[title + 1 : title + 1 + _TO_OPENING]:
        if enacted.organ_of_line(block.text) or enacted.deciding_organ(block.text):
            return True
        if _FRENCH.fullmatch(block.text):
            return True
        if numbering.number(block.text):
            return False
    return False


def _own_blocks(
    blocks: Sequence[Block], number: str
) -> tuple[list[Block], list[tuple[Block, str]], list[str]]:
    """Without the texts of neighbouring resolutions, which titles with other numbers open."""
    titles = [(place, match.number) for place, block in enumerate(blocks) if (match := heading(block.text))]
    start = next(
        (
            place
            for place, printed in titles
            if number and same_number(printed, number) and _opens_text(blocks, place)
        ),
        next((place for place, printed in titles if number and same_number(printed, number)), None),
    )
    if start is None:
        return list(blocks), [], []
    opening = next((at for at in range(start, len(blocks)) if enacted.organ_of_line(blocks[at].text)), start)
    warnings = []
    end = next(
        (
            place
            for place, printed in titles
            if place > max(opening, start) and not same_number(printed, number) and _opens_text(blocks, place)
        ),
        len(blocks),
    )
    if end < len(blocks):
        warnings.append(f"the text of another resolution after {number} is left out")
    if any(numbering.number(block.text) or enacted.organ_of_line(block.text) for block in blocks[:start]):
        warnings.append(f"the text of another resolution before {number} is left out")
    else:
        start = 0
    others = [*blocks[:start], *blocks[end:]]
    return list(blocks[start:end]), [(block, ANOTHER) for block in others], warnings


def _without_french(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks without the French column of a bilingual page, and that column: from "Le Conseil" to the
    next English opening."""
    kept: list[Block] = []
    left: list[Block] = []
    french = False
    for place, block in enumerate(blocks):
        if block.text[0] == "L" and _FRENCH.fullmatch(block.text):
            french = True
            while kept and not enacted.ends_text(kept[-1].text):
                left.append(kept.pop())  # the French title and what stands under it
        elif french and enacted.organ_of_line(block.text):
            if enacted.is_part_mark(blocks[place - 1].text):
                kept.append(left.pop())
            french = False
        (left if french else kept).append(block)
    return kept, left
