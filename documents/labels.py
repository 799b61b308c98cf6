"""Labels of paragraphs: the number alone, with part, annex and section only where numbers would repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.blocks import Block
from documents.document import Paragraph
from documents.document import Part as Where
from documents.formats.numerals import roman


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a number counts: within a part, an annex, a series of numbers and its section."""

    part: str
    where: Where
    annex: str
    series: int
    mark: str

    @property
    def series_of(self) -> tuple[str, Where, str]:
        """What the series stands in."""
        return self.part, self.where, self.annex


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph under construction: ``blocks`` with their text, the first without its number.

    ``number`` is None where it has none and needs none; ``suffix`` is "bis" of "2 bis".
    """

    scope: Scope
    number: int | None
    suffix: str
    item: str
    section: str
    blocks: list[tuple[str, Block]]

    @property
    def where(self) -> Where:
        return self.scope.where

    @property
    def last_text(self) -> str:
        """The words of its last block."""
        return self.blocks[-1][0]


def labelled(drafts: Sequence[Draft]) -> Iterator[Paragraph]:
    """Paragraphs with labels, which name part, annex and section only where numbers would repeat."""
    parts = {draft.scope.part for draft in drafts}
    annexes = {draft.scope.annex for draft in drafts if draft.where is Where.ANNEX}
    again = {draft.scope.series_of for draft in drafts if draft.scope.series}
    for draft in drafts:
        scope = draft.scope
        names = [scope.part] if len(parts) > 1 else []
        if draft.where is Where.ANNEX:
            names += ["annex"] + ([scope.annex] if len(annexes) > 1 else [])
        elif draft.where is Where.DRAFT:
            names.append("draft")
        if scope.series_of in again:
            names.append(scope.mark or roman(scope.series + 1).upper())
        if draft.number is not None:
            names.append(f"{draft.number} {draft.suffix}".strip())
        yield _paragraph(
            draft, ".".join(name for name in names if name) + (f"({draft.item})" if draft.item else "")
        )


def flowing(draft: Draft) -> str:
    """The words of a paragraph on one line."""
    return " ".join(" ".join(text for text, _ in draft.blocks).split())


def _paragraph(draft: Draft, label: str) -> Paragraph:
    (first, opening), (_, closing) = draft.blocks[0], draft.blocks[-1]
    return Paragraph(
        label=label,
        text=flowing(draft),
        section=draft.section,
        part=draft.where,
        page=opening.page,
        start=opening.start + len(opening.text) - len(first),
        end=closing.end,
    )
