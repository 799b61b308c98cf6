"""Corrigenda: kept under a symbol of their own, as text, so that they never pass for what they correct."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents import account, symbols
from documents.blocks import Block, Joined
from documents.document import Document, DocumentKind, Paragraph, Part, Place
from documents.paragraphs import Placed

_SYMBOL = re.compile(r"\b([A-Z]{1,6}/[^\s,;]*(?: ?\([^()]{1,8}\))?)\s?/\s?(Corr\. ?\d+)")
_HEADING = re.compile(r"\b(?:Corrigend|CORRIGEND)(?:um|a|UM|A)\b")
_HEAD_BLOCKS = 12
_LONGEST_HEAD = 300  # characters; the lines of a head may come as one block


def symbol_of(blocks: Sequence[Block]) -> str:
    """``A/RES/79/1/Corr.1`` if the text opens with such a symbol and the heading "Corrigendum"; else ""."""
    head = [block for block in blocks[:_HEAD_BLOCKS] if len(block.text) <= _LONGEST_HEAD]
    if not any(_HEADING.search(block.text) for block in head):
        return ""
    found = next((match for block in head if (match := _SYMBOL.search(block.text))), None)
    corrected = symbols.canonical(found[1]) if found else ""
    return f"{corrected}/{found[2].replace(' ', '')}" if found and corrected else ""


def document(symbol: str, whole: Joined, **file: object) -> Document:
    """The corrigendum as a document whose paragraphs are an annex: read by people, classified by nobody.

    ``file``: what of a Document the file tells (source, sha256, reader, pages).
    """
    corrected = symbol.rpartition("/")[0]
    heading = next(n for n, block in enumerate(whole.blocks) if _HEADING.search(block.text)) + 1
    paragraphs = tuple(_paragraphs(whole.blocks[heading:]))
    placed = [Placed(block, Place.FRONT) for block in whole.blocks[:heading]]
    placed += [
        Placed(block, Place.ANNEX, paragraph.label)
        for block, paragraph in zip(whole.blocks[heading:], paragraphs, strict=True)
    ]
    return Document(
        symbol=symbol,
        kind=DocumentKind.CORRIGENDUM,
        organ=symbols.organ(corrected),
        session=symbols.session(corrected),
        title=f"Corrigendum to {corrected}",
        paragraphs=paragraphs,
        text=whole.text,
        account=account.of(whole, placed),
        **file,  # pyright: ignore[reportArgumentType]
    )


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """What stands below the heading."""
    for number, block in enumerate(blocks, start=1):
        yield Paragraph(f"annex.{number}", block.text, "", Part.ANNEX, block.page, block.start, block.end)
