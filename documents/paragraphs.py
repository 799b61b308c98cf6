"""Cuts a resolution's text into preamble, operative paragraphs with their labels, and annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.blocks import Block
from documents.document import Paragraph
from documents.document import Part as Where
from documents.extent import Part
from documents.formats.numerals import letter, roman
from documents.labels import Draft, Scope, labelled

_NUMBERED = re.compile(r"(?:(\d{1,3})\s?\.|\((\d{1,3})\)|[lI]\.(?=\s+[A-Z][a-z]+s\b))\s*(?=\S)")
_ITEM = re.compile(r"\(?([a-z]{1,5})\)\s*(?=\S)")
_DEEPER = re.compile(r"\(?[a-z]{1,5}\)|[–—•·\-]\s")  # what opens a line inside an item
_SECTION = re.compile(r"(?:Section |Part )?([IVXL]{1,6}|[A-H])(?:\.?|\.\s+([A-Z].*))")
_NUMERAL_AND_TITLE = re.compile(r"([IVXL]{1,6})\s+([A-Z].*)")  # in the bold type of a heading
_ANNEX = re.compile(r"(?:ANNEX|Annex|Appendix|Enclosure)(?: ([IVX]+|\d+|[A-Z]))?(?:\s.{0,200})?")
_CLOSING = re.compile(
    r"\d{1,5}(?:st|nd|rd|th) (?:\(\w+\) )?(?:(?:plenary|closing|opening) )?meeting\b.*|\[Adopted .*"
    r"|Adopted at the .* meeting.*",
    re.IGNORECASE | re.DOTALL,
)
_TERMINAL = (".", ";", ":", ",", ".”", "and", "or")
_ADVERB = r"(?:Also|Further|Again|Once again|Hereby|Therefore|Likewise|Now|Still|Moreover|[A-Z][a-z]+ly),? "
# "Requests", "Also takes note": the organ's own verb, where the preamble has "Recalling", "Deeply concerned".
_FINITE = re.compile(rf"(?:{_ADVERB})?(?:[a-z]+ly )?[A-Za-z][a-z]*[b-hj-rtv-z]s\b")
_AHEAD = 300  # blocks to look ahead for the rest of a list, so that time grows with the text alone
_HEADING, _PLAIN_HEADING = 250, 120  # the longest there are, by look and without
_GAP = 3  # a number that is further ahead is no paragraph's


@dataclass(frozen=True, slots=True)
class Segments:
    """A text cut up. ``back``: what stands after it (meeting, date, vote)."""

    preamble: str
    paragraphs: tuple[Paragraph, ...]
    back: tuple[str, ...]
    warnings: tuple[str, ...]


NOTHING = Segments("", (), (), ())


def cut(parts: Sequence[Part]) -> Segments:
    """The preamble, the operative paragraphs and the annexes of a resolution's parts, in order."""
    preamble: list[str] = []
    back: list[str] = []
    warnings: list[str] = []
    drafts: list[Draft] = []
    for part in parts:
        cutter = _Cutter(part)
        cutter.cut()
        preamble += cutter.preamble
        drafts += cutter.drafts
        back += cutter.back
        warnings += cutter.warnings
    return Segments("\n".join(preamble), tuple(labelled(drafts)), tuple(back), tuple(warnings))


def _operative_end(blocks: Sequence[Block]) -> int:
    ends = (
        place for place, block in enumerate(blocks) if _CLOSING.fullmatch(block.text) or _annex(block.text)
    )
    return next(ends, len(blocks))


def _operative_start(blocks: Sequence[Block]) -> int:
    """Where the first operative paragraph (or the heading above it) begins."""
    end = _operative_end(blocks)
    first = next((place for place in range(end) if _number(blocks[place].text) == 1), None)
    if first is None:
        first = next((place for place in range(end) if _is_operative(blocks[place].text)), end)
    while first and _is_heading(blocks, first - 1):
        first -= 1
    return first


def _is_operative(text: str) -> bool:
    """Whether an unnumbered paragraph is operative: a finite verb or a full stop, not a participle."""
    return bool(_FINITE.match(text)) or text.endswith((".", ";"))


def _number(text: str) -> int:
    match = _NUMBERED.match(text)
    return int(match.group(1) or match.group(2) or 1) if match else 0


def _opens_finite(text: str) -> bool:
    """Whether a numbered paragraph opens with a finite verb, as an entry of a list does not."""
    match = _NUMBERED.match(text)
    return bool(match and _FINITE.match(text, match.end()))


def _annex(text: str) -> re.Match[str] | None:
    return None if text.endswith(_TERMINAL) else _ANNEX.fullmatch(text)


def _section(block: Block) -> re.Match[str] | None:
    """The numeral or letter of a section, and its title if it stands on the same line."""
    if block.text.endswith(_TERMINAL) and len(block.text) > 4:
        return None
    return _SECTION.fullmatch(block.text) or (
        _NUMERAL_AND_TITLE.fullmatch(block.text) if block.heading else None
    )


def _is_heading(blocks: Sequence[Block], place: int) -> bool:
    """A heading by its look, or a short line without a stop right above a numbered paragraph."""
    block = blocks[place]
    if _section(block):
        return True
    text = block.text
    if text.endswith(_TERMINAL) or _number(text) or _ITEM.match(text) or len(text) > _HEADING:
        return False
    above = blocks[place - 1].text if place else ""
    below = blocks[place + 1].text if place + 1 < len(blocks) else ""
    plain = text[0].isupper() and not text[-1].isdigit() and not above.endswith(":") and _number(below) > 0
    return block.heading or (plain and len(text) < _PLAIN_HEADING)


class _Cutter:
    """Walks over the operative part and the annexes of one enacted text."""

    def __init__(self, part: Part) -> None:
        self.preamble: list[str] = []
        self.drafts: list[Draft] = []
        self.back: list[str] = []
        self.warnings: list[str] = []
        self._part = part.mark
        self._blocks = part.blocks
        self._counted = False  # whether its operative paragraphs have numbers
        self._where = Where.OPERATIVE
        self._annex = ""
        self._section = part.title
        self._mark = ""  # the numeral or letter of the section
        self._fresh = False  # right below a heading
        self._series = 0  # how often numbering has started again
        self._last = 0  # the last paragraph's number
        self._items = 0  # its items of the first level so far
        self._as_letters = True  # how these are marked: (a) or (i)
        self._listed = -1  # the last number of a list inside the paragraph; -1 outside of one
        self._closed = False

    def cut(self) -> None:
        """Sorts the blocks into preamble, paragraphs and what stands after them."""
        blocks = self._blocks
        self._counted = any(_number(block.text) == 1 for block in blocks[: _operative_end(blocks)])
        start = _operative_start(blocks)
        for place, block in enumerate(blocks):
            if place < start and not _section(block):
                self.preamble.append(block.text)
            else:
                self._take(place, block)

    def _take(self, place: int, block: Block) -> None:
        below = self._blocks[place + 1 : place + 1 + _AHEAD]
        if annex := _annex(block.text):
            self._enter_annex(annex.group(1) or "")
        elif self._closed or _CLOSING.fullmatch(block.text):
            self._closed = True
            self.back.append(block.text)
        elif _is_heading(self._blocks, place):
            self._enter_section(block)
        elif self._is_listed(block.text, below):
            self.drafts[-1].blocks.append((block.text, block))
        elif self._is_next_paragraph(block.text):
            match = _NUMBERED.match(block.text)
            self._begin(block, block.text[match.end() :] if match else block.text)
        elif match := self._next_item(block.text, below):
            self._items += 1
            self._begin(block, block.text[match.end() :], match.group(1))
        else:
            self._go_on(block)

    def _enter_annex(self, mark: str) -> None:
        self._where, self._annex, self._closed = Where.ANNEX, mark, False
        self._section = self._mark = ""
        self._last = self._series = self._items = 0

    def _enter_section(self, block: Block) -> None:
        match = _section(block)
        bare = self._fresh and self._section == self._mark  # the numeral stands on a line of its own above
        if match:
            self._mark = match.group(1)
            self._section = f"{self._mark}. {match.group(2)}" if match.group(2) else self._mark
        else:
            self._section = f"{self._mark}. {block.text}" if bare and self._mark else block.text
        self._fresh = True
        self._items, self._listed = 0, -1

    def _is_next_paragraph(self, text: str) -> bool:
        """Whether a paragraph begins here; counts it, and says which numbers are missing before it."""
        if (
            self._fresh
            and self._last
            and self._where is Where.OPERATIVE
            and not _number(text)
            and _FINITE.match(text)
        ):
            number = 1  # the only paragraph of a section, without a number
        elif not self._counted and self._where is Where.OPERATIVE:
            above = self.drafts[-1].blocks[-1][0] if self.drafts else "."
            if (
                _ITEM.match(text)
                or not above.endswith((".", ";", ","))
                or (self._items and not _is_operative(text))
            ):
                return False
            number = self._last + 1
        else:
            number = _number(text)
        if number == 1 and self._last:
            self._series += 1
        elif not self._last < number <= self._last + _GAP:
            return False
        elif self._where is Where.OPERATIVE:
            self.warnings += [_missing(each, self._last, number) for each in range(self._last + 1, number)]
        self._last, self._items, self._listed = number, 0, -1
        return True

    def _is_listed(self, text: str, below: Sequence[Block]) -> bool:
        """Whether a numbered list inside a paragraph (an agenda, say) begins or goes on here.

        It counts from 1 to where the paragraph that comes next opens: "12. Decides" after "11. Approves".
        """
        number = _number(text)
        if (
            number == 1
            and self._last
            and not self._fresh
            and self._where is Where.OPERATIVE
            and not _opens_finite(text)
        ):
            following = (each.text for each in below if _number(each.text) == self._last + 1)
            self._listed = 0 if any(_opens_finite(each) for each in following) else -1
        if (
            self._listed < 0
            or number != self._listed + 1
            or (number == self._last + 1 and _opens_finite(text))
        ):
            return False
        self._listed = number
        return True

    def _next_item(self, text: str, below: Sequence[Block]) -> re.Match[str] | None:
        """The mark of an item of the first level that begins here; deeper ones are text of theirs."""
        match = _ITEM.match(text)
        if not match or not self._last:
            return None
        mark = match.group(1)
        if not self._items:
            self._as_letters = mark != "i"
            return match if mark in ("a", "i") else None
        if not self._as_letters:
            return match if mark == roman(self._items + 1) else None
        if (
            mark == "i"
            and next((deeper.group(1) for block in below if (deeper := _ITEM.match(block.text))), "") == "ii"
        ):
            return None
        return match if mark == letter(self._items + 1) else None

    def _go_on(self, block: Block) -> None:
        """Text without a number goes on with the paragraph; after items, under its label again."""
        if self._fresh and self._where is Where.OPERATIVE and block.text.endswith(","):
            self.preamble.append(block.text)  # a section may have a preamble of its own
        elif (
            not self.drafts
            or self.drafts[-1].where is not self._where
            or (self._items and not _DEEPER.match(block.text))
        ):
            self._items = 0
            self._begin(block, block.text)
        else:
            self.drafts[-1].blocks.append((block.text, block))

    def _begin(self, block: Block, text: str, item: str = "") -> None:
        scope = Scope(self._part, self._where, self._annex, self._series, self._mark)
        self._fresh = False
        self.drafts.append(Draft(scope, self._last, item, self._section, [(text, block)]))


def _missing(number: int, before: int, after: int) -> str:
    if not before:
        return f"paragraph {number} is missing before {after}"
    return f"paragraph {number} is missing between {before} and {after}"
