"""Cuts a document's texts into preamble, operative paragraphs with their labels, and annexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents import numbering
from documents.blocks import Block
from documents.cutter import cut as cut_one
from documents.document import Paragraph, Place
from documents.document import Part as Where
from documents.enacted import Part
from documents.labels import Draft, labelled


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it went; ``about`` is the label of a paragraph or why it was dropped, else ""."""

    block: Block
    place: Place
    about: str = ""


@dataclass(frozen=True, slots=True)
class Segments:
    """A text cut up. ``drafts`` are the blocks of each of ``paragraphs``; ``back`` what stands after the
    text (meeting, date, vote); ``placed`` every block of it, as the account needs them; ``missing`` the
    numbers that its paragraphs lack."""

    preamble: tuple[Block, ...]
    paragraphs: tuple[Paragraph, ...]
    drafts: tuple[Draft, ...]
    back: tuple[str, ...]
    placed: tuple[Placed, ...]
    missing: tuple[int, ...]
    warnings: tuple[str, ...]


def as_nothing(segments: Segments) -> Segments:
    """The same text without paragraphs: all of it is front matter."""
    placed = tuple(Placed(each.block, Place.FRONT) for each in segments.placed)
    return Segments((), (), (), segments.back, placed, (), ())


def cut(parts: Sequence[Part]) -> Segments:
    """The preamble, the operative paragraphs and the annexes of a document's parts, in order."""
    cuts = [cut_one(part) for part in parts]
    drafts = tuple(draft for each in cuts for draft in each.drafts)
    paragraphs = tuple(labelled(drafts))
    placed = [Placed(block, place) for each in cuts for block, place in each.placed]
    placed += [
        Placed(block, Place.ANNEX if draft.where is Where.ANNEX else Place.PARAGRAPH, paragraph.label)
        for draft, paragraph in zip(drafts, paragraphs, strict=True)
        for _, block in draft.blocks
    ]
    return Segments(
        preamble=tuple(block for each in cuts for block in each.preamble),
        paragraphs=paragraphs,
        drafts=drafts,
        back=tuple(block.text for each in cuts for block in each.back),
        placed=tuple(placed),
        missing=tuple(number for each in cuts for number in each.missing),
        warnings=(*(warning for each in cuts for warning in each.warnings), *doubts(paragraphs)),
    )


def doubts(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """What looks wrong in the operative paragraphs: labels used twice, a torn end, a preamble's opening."""
    operative = [each for each in paragraphs if each.part is Where.OPERATIVE]
    opened = Counter(
        each.label
        for each, before in zip(operative, [None, *operative], strict=False)
        if not (before and _goes_on(each, before))
    )
    yield from (f"the label {label} stands {count} times" for label, count in opened.items() if count > 1)
    for each in operative:
        if each.text.endswith(","):
            yield f"paragraph {each.label} ends in a comma: some of it may be missing"
        elif numbering.is_participle(each.text) and "(" not in each.label:
            yield f"paragraph {each.label} opens as a preamble does: “{each.text.split(maxsplit=1)[0]}”"


def _goes_on(paragraph: Paragraph, before: Paragraph) -> bool:
    """Whether this is the text after the items of the same paragraph."""
    return before.label.startswith(f"{paragraph.label}(") or before.label == paragraph.label
