"""What a look over a whole text tells before it is cut: where its operative part begins, how it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents import numbering
from documents.enacted import Part
from documents.outline import Outline

# What a sentence of a code or a declaration has, and an entry of an agenda has not.
_SENTENCE = re.compile(
    r"\b(?:shall|should|must|will|may|can|is|are|was|were|has|have|be|we|our|it|they|not)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Plan:
    """``start``: where the operative part begins, with the headings above it. ``counted``: whether its
    paragraphs have numbers. ``adopting``: the unnumbered sentence before a declaration, which is paragraph
    0; None without one. ``attached``: where a list is attached to an unnumbered decision (a programme, an
    agenda); None without one. All are places in the blocks of the text."""

    start: int
    counted: bool
    adopting: int | None = None
    attached: int | None = None


def plan(part: Part, outline: Outline) -> Plan:
    """How to cut this text."""
    blocks = part.blocks
    end = next((at for at in range(len(blocks)) if outline.ends_operative(at)), len(blocks))
    one = next((at for at in range(end) if outline.value(at) == 1), None)
    if one is not None and outline.opens_finite(one):
        return Plan(outline.above_headings(one), counted=True)
    first = _first_unnumbered(part, outline, end)
    if one is None or one < first:
        return (
            _uncounted_or_torn(outline, first, end)
            if one is None
            else Plan(outline.above_headings(one), True)
        )
    if _announces(blocks[first].text) and _has_sentences(outline, one, end):
        return Plan(first, counted=True, adopting=first)
    if part.has_preamble and not (numbering.is_finite(blocks[first].text) or outline.item(first)):
        return Plan(outline.above_headings(one), counted=True)
    attached = one
    while attached > first + 1 and outline.is_heading(attached - 1):
        attached -= 1
    return Plan(outline.above_headings(first), counted=False, attached=attached)


def _first_unnumbered(part: Part, outline: Outline, end: int) -> int:
    """Where an unnumbered operative part would begin."""
    if not part.has_preamble:
        return 0
    return next((at for at in range(end) if _opens_operative(outline, at)), end)


def _uncounted_or_torn(outline: Outline, first: int, end: int) -> Plan:
    """The plan of a text without a number 1: unnumbered, or one whose beginning is lost or misprinted."""
    numbered = next((at for at in range(end) if _is_numbered(outline, at)), None)
    if numbered is None:
        return Plan(outline.above_headings(first), counted=False)
    return Plan(outline.above_headings(numbered), counted=True)


def _is_numbered(outline: Outline, place: int) -> bool:
    return outline.opens_finite(place) or numbering.misprinted(outline.blocks[place].text) is not None


def _opens_operative(outline: Outline, place: int) -> bool:
    """Whether the operative part may open with this unnumbered block or lettered item."""
    text, item = outline.blocks[place].text, outline.item(place)
    return numbering.is_finite(text, item.end) if item else numbering.is_operative(text)


def _announces(text: str) -> bool:
    """Whether an unnumbered sentence announces what follows: "Adopts the following declaration:"."""
    return numbering.is_finite(text) and text.endswith((":", ".", "—"))


def _has_sentences(outline: Outline, start: int, end: int) -> bool:
    """Whether most of the numbered blocks are sentences, not entries of a list."""
    entries = [outline.blocks[at].text for at in outline.numbered(start, end)]
    return sum(bool(_SENTENCE.search(text)) for text in entries) * 2 > len(entries)
