"""Finds in a file the one resolution whose symbol it carries: scans hold pieces of its neighbours too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents import symbols
from documents.blocks import Block
from documents.metadata import TITLE, same_number

_BODY = r"(?:Assembly|Council|Commission|Committee|Conference|Congress|Board|Meeting|Parties)"
_NAME_WORD = r"(?:[A-Z][\w’'\-]*|of|on|for|the|and|to|in|as)"
# The line that opens a resolution's text: "The General Assembly,".
_ENACTING = re.compile(rf"[“\"]?The ({_NAME_WORD}(?: {_NAME_WORD})*)\s*[,.:]?")
# A decision in one sentence: "At its 3rd plenary meeting, on 1 May 2020, the General Assembly decided".
_DECIDING = re.compile(
    rf"(?:(?:At|On|By) .{{3,250}}?,? the|The) ((?:General|Security|Economic|Human)[A-Za-z ]* {_BODY})\b"
    r",?(?: .{3,400}?,)? (?:also )?[a-z]+(?:ed|[b-hj-rtv-z]s|took)\b.*",
    re.DOTALL,
)
_FRENCH = re.compile(r"(?:Le Conseil|L[’']Assemblée|La Commission|La Conférence)\b.{0,60}")
_NUMBERED = re.compile(r"\d{1,3}\s?\.\s")
_PART = re.compile(r"[A-Z]{1,2}")
_QUOTES = '“"'
_HEAD_BLOCKS = 8  # the symbol stands among the first of them


@dataclass(frozen=True, slots=True)
class Part:
    """One enacted text: a resolution, or the part "A" or "B" of a composite one."""

    mark: str  # "A", or "" where there is only one
    title: str  # of this part alone
    blocks: tuple[Block, ...]  # what follows the line "The General Assembly,"


@dataclass(frozen=True, slots=True)
class Extent:
    """The blocks of one resolution. ``organ`` is "" and ``parts`` empty where no organ opens a text."""

    symbol: str
    organ: str
    front: tuple[Block, ...]
    parts: tuple[Part, ...]
    warnings: tuple[str, ...]


def of(blocks: Sequence[Block]) -> Extent:
    """The file's own resolution, by the symbol at its head, else by the number before its title."""
    symbol = next((own for block in blocks[:_HEAD_BLOCKS] if (own := _symbol_line(block.text))), "")
    organ = next((name for block in blocks if (name := _organ(block.text))), "")
    if not symbol:
        title = next((match for block in blocks if (match := _title(block.text))), None)
        symbol = symbols.of_resolution(title.group(1), organ) if title else ""
    own, warnings = _own_blocks(blocks, symbols.number(symbol))
    own = _without_french(own)
    front, parts = _parts(own)
    if letter := symbols.part(symbol):
        parts = [part for part in parts if part.mark in (letter, "")] or parts
    organ = next((name for block in own if (name := _organ(block.text))), "") or symbols.organ(symbol)
    return Extent(symbol, organ, tuple(front), tuple(parts), tuple(warnings))


def enacting_organ(text: str) -> str:
    """ "General Assembly" of the line "The General Assembly,"; "" of any other line."""
    if len(text) > 120:
        return ""
    match = _ENACTING.fullmatch(text.title() if text.isupper() else text)
    return match.group(1).strip() if match and re.search(rf"\b{_BODY}\b", match.group(1)) else ""


def _organ(text: str) -> str:
    match = _DECIDING.fullmatch(text)
    return enacting_organ(text) or (match.group(1) if match else "")


def _symbol_line(text: str) -> str:
    """The symbol of a line that holds little else: "United Nations A/RES/73/186"."""
    if len(text) > 60:
        return ""
    if own := symbols.canonical(text):
        return own
    match = re.fullmatch(
        r"(?:United Nations|NATIONS UNIES|.{0,25}Distr\.:? ?\w*)\s+(\S+/\S+(?: \(\w+\))?(?: [A-Z])?)", text
    )
    return symbols.canonical(match.group(1)) if match else ""


def _title(text: str) -> re.Match[str] | None:
    match = TITLE.fullmatch(text) if len(text) < 500 else None
    return match if match and (match.group(2) or "(" in match.group(1) or "/" in match.group(1)) else None


def _own_blocks(blocks: Sequence[Block], number: str) -> tuple[list[Block], list[str]]:
    """Without the texts of neighbouring resolutions, which titles with other numbers open."""
    titles = [(place, match.group(1)) for place, block in enumerate(blocks) if (match := _title(block.text))]
    start = next((place for place, printed in titles if number and same_number(printed, number)), None)
    if start is None:
        return list(blocks), []
    warnings = []
    end = next(
        (place for place, printed in titles if place > start and not same_number(printed, number)),
        len(blocks),
    )
    if end < len(blocks):
        warnings.append(f"the text of another resolution after {number} is left out")
    if any(_NUMBERED.match(block.text) or enacting_organ(block.text) for block in blocks[:start]):
        warnings.append(f"the text of another resolution before {number} is left out")
    else:
        start = 0
    return list(blocks[start:end]), warnings


def _without_french(blocks: Sequence[Block]) -> list[Block]:
    """Without the French column of a bilingual page: from "Le Conseil" to the next English opening."""
    kept: list[Block] = []
    french = False
    for place, block in enumerate(blocks):
        if _FRENCH.fullmatch(block.text):
            french = True
            while kept and not _ends_text(kept[-1].text):
                kept.pop()  # the French title and what stands under it
        elif enacting_organ(block.text):
            if french and _PART.fullmatch(blocks[place - 1].text):
                kept.append(blocks[place - 1])
            french = False
        if not french:
            kept.append(block)
    return kept


def _ends_text(text: str) -> bool:
    return bool(_NUMBERED.match(text)) or text.endswith((".", ";", ",")) or bool(enacting_organ(text))


def _parts(blocks: Sequence[Block]) -> tuple[list[Block], list[Part]]:
    """What stands before the first opening line, and the text after each."""
    openings = [place for place, block in enumerate(blocks) if enacting_organ(block.text)]
    if not openings:
        return _decision(blocks)
    heads = [_head_of_part(blocks, place) for place in openings]
    ends = [min(place, head) for place, head in zip(openings[1:], heads[1:], strict=True)] + [len(blocks)]
    parts = []
    for place, head, end in zip(openings, heads, ends, strict=True):
        mark, *title = [block.text for block in blocks[head:place]] or [""]
        body = blocks[place + 1 : end]
        if blocks[place].text[0] in _QUOTES:
            body = [_unquoted(block) for block in body]
        parts.append(Part(mark, " ".join(title), tuple(body)))
    return list(blocks[: heads[0]]), parts


def _head_of_part(blocks: Sequence[Block], opening: int) -> int:
    """The letter of a part above its opening line, perhaps with a title between; else the line itself."""
    for place in range(opening - 1, max(opening - 4, -1), -1):
        if _PART.fullmatch(blocks[place].text):
            return place
        if _ends_text(blocks[place].text) or blocks[place].text.endswith("]"):
            break
    return opening


def _decision(blocks: Sequence[Block]) -> tuple[list[Block], list[Part]]:
    """A text without an opening line: from the sentence that says what the organ decided."""
    for place, block in enumerate(blocks):
        if _DECIDING.fullmatch(block.text):
            return list(blocks[:place]), [Part("", "", tuple(blocks[place:]))]
    return list(blocks), []


def _unquoted(block: Block) -> Block:
    """The block of a quoted text without the quotation mark that opens each of its paragraphs."""
    quoted = block.text[0] in _QUOTES
    return replace(block, text=block.text[1:], start=block.start + 1) if quoted else block
