"""The blocks of one enacted text, and what each is beside its neighbours. It only answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from documents import enacted, numbering
from documents.blocks import Block
from documents.numbering import Item, Number

AHEAD = 300  # blocks to look ahead for the rest of a list, so that time grows with the text alone
_HEADING, _PLAIN_HEADING = 250, 120  # the longest there are, by look and without
_BARE_ANNEX = len("Annex XXVIII")


class Outline:
    """Asks each block for its number once; all places are places in ``blocks``."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.numbers: list[Number | None] = [numbering.number(block.text) for block in blocks]

    def value(self, place: int) -> int:
        """The value of the block's number; 0 where it has none."""
        number = self.numbers[place]
        return number.value if number else 0

    def below(self, place: int) -> range:
        """The places below this one, as far as a look ahead goes."""
        return range(place + 1, min(place + 1 + AHEAD, len(self.blocks)))

    def item(self, place: int) -> Item | None:
        """The mark of the item that the block opens with."""
        return numbering.item(self.blocks[place].text)

    def opens_finite(self, place: int) -> bool:
        """Whether the block opens with a number and a finite verb."""
        number = self.numbers[place]
        return number is not None and numbering.is_finite(self.blocks[place].text, number.end)

    def next_number(self, place: int) -> int:
        """The value of the nearest number below; 0 for none."""
        return next((self.value(at) for at in self.below(place) if self.numbers[at]), 0)

    def numbers_go_on(self, place: int) -> bool:
        """Whether a paragraph with the next number and a finite verb stands below, in the same text."""
        last = next(
            (self.value(at) for at in range(place - 1, max(place - AHEAD, -1), -1) if self.numbers[at]), 0
        )
        for at in self.below(place):
            if self.annex(at) is not None or enacted.organ_of_line(self.blocks[at].text):
                return False
            if self.numbers[at] and last:
                return self.value(at) == last + 1 and self.opens_finite(at)
        return False

    def is_closing(self, place: int) -> bool:
        """Whether the block says when and how the text was adopted, or is the date below such a line."""
        text = self.blocks[place].text
        if numbering.is_closing(text):
            return True
        return place > 0 and numbering.is_date(text) and numbering.is_closing(self.blocks[place - 1].text)

    def ends_operative(self, place: int) -> bool:
        """Whether the operative part is over here: at an annex, a draft, or the closing lines."""
        if self.annex(place) is not None or self.opens_draft(place):
            return True
        return numbering.is_closing(self.blocks[place].text) and not self.numbers_go_on(place)

    def opens_draft(self, place: int) -> bool:
        """Whether a draft that the text above announces opens here: "The General Assembly,"."""
        announced = place > 0 and self.blocks[place - 1].text.endswith(":")
        return announced and bool(enacted.organ_of_line(self.blocks[place].text))

    def annex(self, place: int) -> str | None:
        """The mark of the annex whose heading the block is; None inside a sentence that goes on here."""
        block = self.blocks[place]
        mark = numbering.annex(block.text)
        if mark is None or block.row:
            return None
        if block.heading or not place or len(block.text) <= _BARE_ANNEX:
            return mark
        above = self.blocks[place - 1]
        ended = above.heading or numbering.has_ended(above.text) or numbering.is_closing(above.text)
        return mark if ended else None

    def section(self, place: int) -> tuple[str, str] | None:
        """The numeral or letter of a section and its title, where the block is its heading."""
        block = self.blocks[place]
        return None if block.row else numbering.section(block.text, heading=block.heading)

    def is_heading(self, place: int) -> bool:
        """A heading by its look, or a short line without a stop right above a numbered paragraph."""
        block = self.blocks[place]
        if block.row or self.numbers[place] or len(block.text) > _HEADING:
            return False
        if self.section(place):
            return True
        if self.item(place):
            return False
        return self._looks_like_heading(place) if block.heading else self._reads_like_heading(place)

    def _looks_like_heading(self, place: int) -> bool:
        """Whether a block in the type of a heading is one; a preamble's paragraph may be set so as well."""
        text = self.blocks[place].text
        if text.endswith((";", "and", "or")):
            return False
        return not (text.endswith(",") and numbering.is_participle(text)) or self._stands_above_number(place)

    def _reads_like_heading(self, place: int) -> bool:
        text = self.blocks[place].text
        if len(text) >= _PLAIN_HEADING or numbering.is_terminal(text) or not self._stands_above_number(place):
            return False
        above = self.blocks[place - 1].text if place else ""
        return text[0].isupper() and not text[-1].isdigit() and not above.endswith(":")

    def _stands_above_number(self, place: int) -> bool:
        return place + 1 < len(self.blocks) and self.numbers[place + 1] is not None

    def above_headings(self, place: int) -> int:
        """The place of the first heading of those right above this block, or the block's own."""
        while place and self.is_heading(place - 1):
            place -= 1
        return place

    def numbered(self, start: int, end: int) -> Iterator[int]:
        """The places between that have a number."""
        return (at for at in range(start, end) if self.numbers[at])
