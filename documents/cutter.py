"""Walks over one enacted text, block by block: what is it, and then what follows from that.

`_kind_of` and the questions below it only ask; `_act` alone changes where the walk stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from documents import enacted, numbering
from documents.blocks import Block
from documents.document import Part as Where
from documents.document import Place
from documents.enacted import Part
from documents.formats.numerals import letter, roman
from documents.labels import Draft, Scope
from documents.numbering import Number

_AHEAD = 300  # blocks to look ahead for the rest of a list, so that time grows with the text alone
_HEADING, _PLAIN_HEADING = 250, 120  # the longest there are, by look and without
_GAP = 3  # a number that is further ahead is a paragraph's only before a finite verb
# What a sentence of a code or a declaration has, and an entry of an agenda has not.
_SENTENCE = re.compile(
    r"\b(?:shall|should|must|will|may|can|is|are|was|were|has|have|be|we|our|it|they|not)\b", re.IGNORECASE
)
_DRAFT_FOLLOWS = re.compile(r"\bdraft\b[^.;]*:\s*$", re.IGNORECASE | re.DOTALL)


class _Kind(Enum):
    """What a block is to the walk."""

    ANNEX = auto()
    CLOSING = auto()
    DRAFT = auto()  # the opening line of a draft resolution that the text recommends
    HEADING = auto()
    LISTED = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    PREAMBLE = auto()
    ON = auto()


@dataclass(slots=True)
class _Count:
    """How far the numbers of one text have gone."""

    last: int = 0  # the last paragraph's number
    suffix: str = ""  # of the last paragraph: "bis"
    series: int = 0  # how often numbering has started again
    items: int = 0  # items of the first level of the last paragraph so far
    as_letters: bool = True  # how these are marked: (a) or (i)
    listed: int = -1  # the last number of a list inside the paragraph; -1 outside of one


@dataclass(frozen=True, slots=True)
class Cut:
    """One enacted text cut up. ``placed``: the blocks that are no paragraph's, and where they went;
    ``missing``: the numbers that no paragraph has."""

    drafts: tuple[Draft, ...]
    preamble: tuple[Block, ...]
    back: tuple[Block, ...]
    placed: tuple[tuple[Block, Place], ...]
    missing: tuple[int, ...]
    warnings: tuple[str, ...]


def cut(part: Part) -> Cut:
    """The blocks of a text as preamble, paragraphs under construction, annexes and what stands after them."""
    cutter = _Cutter(part)
    for place in range(len(part.blocks)):
        cutter.take(place)
    preamble = tuple(block for block, where in cutter.placed if where is Place.PREAMBLE)
    back = tuple(block for block, where in cutter.placed if where is Place.BACK)
    heads = [(block, Place.HEADING) for block in part.heads]
    placed = (*heads, *cutter.placed)
    return Cut(tuple(cutter.drafts), preamble, back, placed, tuple(cutter.missing), tuple(cutter.warnings))


@dataclass(slots=True)
class _Plan:
    """What a look over the whole text tells before the walk: where its operative part begins and ends.

    ``counted``: whether its paragraphs have numbers. ``adopting``: the unnumbered sentence before a
    declaration, which is paragraph 0, else None. ``attached``: where a list begins that is attached to an
    unnumbered decision (a programme, an agenda), else the number of blocks.
    """

    start: int
    end: int
    counted: bool
    adopting: int | None
    attached: int


def _plan(part: Part) -> _Plan:
    blocks = part.blocks
    end = next((at for at in range(len(blocks)) if _ends_operative(blocks, at)), len(blocks))
    one = next((at for at in range(end) if numbering.value(blocks[at].text) == 1), None)
    first = (
        0
        if not part.has_preamble
        else next((at for at in range(end) if _opens_operative(blocks[at].text)), end)
    )
    if one is None:
        counted = any(_numbered_finite(block.text) for block in blocks[:end])
        if counted:
            first = next(at for at in range(end) if _numbered_finite(blocks[at].text))
        return _Plan(_with_headings(blocks, first), end, counted, None, len(blocks))
    if numbering.opens_finite(blocks[one].text) or first >= one:
        return _Plan(_with_headings(blocks, one), end, True, None, len(blocks))
    adopting = first if _announces(blocks[first].text) else None
    entries = [block.text for block in blocks[one:end] if numbering.number(block.text)]
    if adopting is not None and sum(bool(_SENTENCE.search(text)) for text in entries) * 2 > len(entries):
        return _Plan(adopting, end, True, adopting, len(blocks))
    if numbering.is_finite(blocks[first].text) or numbering.item(blocks[first].text) or not part.has_preamble:
        attached = one
        while attached > first + 1 and _is_heading(blocks, attached - 1):
            attached -= 1
        return _Plan(_with_headings(blocks, first), end, False, None, attached)
    return _Plan(_with_headings(blocks, one), end, True, None, len(blocks))


def _numbered_finite(text: str) -> bool:
    return numbering.opens_finite(text) or numbering.misprinted(text) is not None


def _announces(text: str) -> bool:
    """Whether an unnumbered sentence announces what follows: "Adopts the following declaration:"."""
    return numbering.is_finite(text) and text.endswith((":", ".", "—"))


def _opens_operative(text: str) -> bool:
    """Whether the operative part may open with this unnumbered block or lettered item."""
    item = numbering.item(text)
    return numbering.is_finite(text, item.end) if item else numbering.is_operative(text)


def _with_headings(blocks: Sequence[Block], first: int) -> int:
    """The place of the first heading of those right above this block, or the block's own."""
    while first and _is_heading(blocks, first - 1):
        first -= 1
    return first


def _ends_operative(blocks: Sequence[Block], place: int) -> bool:
    return _annex(blocks, place) is not None or (
        numbering.is_closing(blocks[place].text) and not _numbers_go_on(blocks, place)
    )


def _numbers_go_on(blocks: Sequence[Block], place: int) -> bool:
    """Whether a paragraph with the next number and a finite verb stands below, in the same text."""
    above = (numbering.value(block.text) for block in blocks[max(place - _AHEAD, 0) : place][::-1])
    last = next((number for number in above if number), 0)
    for at in range(place + 1, min(place + 1 + _AHEAD, len(blocks))):
        text = blocks[at].text
        if _annex(blocks, at) is not None or enacted.organ_of_line(text):
            return False
        if numbering.value(text) and last:
            return numbering.value(text) == last + 1 and numbering.opens_finite(text)
    return False


def _annex(blocks: Sequence[Block], place: int) -> str | None:
    """The mark of the annex whose heading this block is; None inside a sentence that goes on here."""
    mark = numbering.annex(blocks[place].text)
    if mark is None or blocks[place].row:
        return None
    above = blocks[place - 1] if place else None
    ended = (
        above is None or above.heading or numbering.has_ended(above.text) or numbering.is_closing(above.text)
    )
    stands_alone = len(blocks[place].text) <= len("Annex XXVIII")
    return mark if blocks[place].heading or ended or stands_alone else None


def _section(block: Block) -> tuple[str, str] | None:
    return None if block.row else numbering.section(block.text, heading=block.heading)


def _is_heading(blocks: Sequence[Block], place: int) -> bool:
    """A heading by its look, or a short line without a stop right above a numbered paragraph."""
    block = blocks[place]
    if block.row:
        return False
    if _section(block):
        return True
    text = block.text
    if numbering.number(text) or numbering.item(text) or len(text) > _HEADING:
        return False
    above = blocks[place - 1].text if place else ""
    below = blocks[place + 1].text if place + 1 < len(blocks) else ""
    if block.heading and (not numbering.is_terminal(text) or text.endswith((".", ":", ","))):
        return not numbering.is_participle(text) or bool(numbering.number(below)) or not text.endswith(",")
    if numbering.is_terminal(text):
        return False
    plain = (
        text[0].isupper()
        and not text[-1].isdigit()
        and not above.endswith(":")
        and bool(numbering.number(below))
    )
    return plain and len(text) < _PLAIN_HEADING


class _Cutter:
    """The walk over one text."""

    def __init__(self, part: Part) -> None:
        self.drafts: list[Draft] = []
        self.placed: list[tuple[Block, Place]] = []
        self.warnings: list[str] = []
        self.missing: list[int] = []
        self._part = part.mark
        self._blocks = part.blocks
        self._plan = _plan(part)
        self._where = Where.OPERATIVE
        self._annex = ""
        self._section = part.title
        self._mark = ""  # the numeral or letter of the section
        self._fresh = False  # right below a heading
        self._closed = False
        self._count = _Count()
        self._outside: tuple[_Count, str, str] | None = (
            None  # while inside a draft: where the text itself stood
        )
        self._quoted = False  # whether that draft is

    def take(self, place: int) -> None:
        """Put the block at this place where it belongs."""
        if self._where is Where.DRAFT and self._has_left_draft(place):
            self._leave_draft()
        self._act(self._kind_of(place), place)

    # Questions

    def _kind_of(self, place: int) -> _Kind:
        block, text = self._blocks[place], self._blocks[place].text
        if _annex(self._blocks, place) is not None or place == self._plan.attached:
            return _Kind.ANNEX
        if self._closed or numbering.is_closing(text):
            return _Kind.CLOSING
        if self._opens_draft(place):
            return _Kind.DRAFT
        if place < self._plan.start and not _section(block):
            return _Kind.PREAMBLE
        if self._where is Where.DRAFT and not self._count.last and not numbering.number(text):
            return _Kind.PREAMBLE
        if _is_heading(self._blocks, place) and place != self._plan.adopting:
            return _Kind.HEADING
        if self._is_listed(place):
            return _Kind.LISTED
        if self._next_number(place) is not None:
            return _Kind.PARAGRAPH
        if self._next_item(place) is not None:
            return _Kind.ITEM
        if self._fresh and self._where is Where.OPERATIVE and text.endswith(","):
            return _Kind.PREAMBLE  # a section may have a preamble of its own
        return _Kind.ON

    def _below(self, place: int) -> Sequence[Block]:
        return self._blocks[place + 1 : place + 1 + _AHEAD]

    def _opens_draft(self, place: int) -> bool:
        """Whether a draft that the paragraph above announces opens here: "The General Assembly,"."""
        if self._where is not Where.OPERATIVE or not self.drafts:
            return False
        return bool(enacted.organ_of_line(self._blocks[place].text)) and self.drafts[-1].last_text.endswith(
            ":"
        )

    def _has_left_draft(self, place: int) -> bool:
        """Whether a quoted draft has ended above: its paragraphs open quotations, the last closes one."""
        above = self._blocks[place - 1].text
        return self._quoted and above.endswith(("”", "”;", "”.")) and above.count("“") <= above.count("”")

    def _next_number(self, place: int) -> tuple[int, str, int, str] | None:
        """Of the paragraph that begins here: number, suffix, where its words begin, and what to warn of.

        None where none begins.
        """
        text, count = self._blocks[place].text, self._count
        operative = self._where is not Where.ANNEX
        if place == self._plan.adopting:
            return 0, "", 0, ""
        if (
            operative
            and self._fresh
            and count.last
            and not numbering.number(text)
            and numbering.is_finite(text)
            and numbering.misprinted(text) is None
        ):
            return 1, "", 0, ""  # the only paragraph of a section, without a number
        if not self._plan.counted and self._where is Where.OPERATIVE:
            return (count.last + 1, "", 0, "") if self._is_next_unnumbered(text) else None
        found = numbering.number(text)
        if found is not None and self._fits(found, text):
            return found.value, found.suffix, found.end, ""
        return self._mended_number(place, found or numbering.misprinted(text)) if operative else None

    def _fits(self, found: Number, text: str) -> bool:
        """Whether the number is the next one, or one that begins a series anew."""
        last = self._count.last
        if found.suffix:
            return found.value in (last, last + 1)
        if found.value == 1 and last:
            return True
        if last < found.value <= last + _GAP:
            return True
        return found.value > last and self._where is Where.OPERATIVE and numbering.is_finite(text, found.end)

    def _mended_number(self, place: int, found: Number | None) -> tuple[int, str, int, str] | None:
        """A number that the sequence corrects: misread, printed twice, or without its stop."""
        if found is None or self._where is Where.ANNEX:
            return None
        text, awaited = self._blocks[place].text, self._count.last + 1
        if not numbering.is_finite(text, found.end):
            return None
        if found.value == awaited:
            return awaited, "", found.end, f"paragraph {awaited} is printed without its full stop"
        numbers = (numbering.number(block.text) for block in self._below(place))
        following = next((each.value for each in numbers if each), 0)
        if following == awaited + 1 or (found.sure and following != found.value + 1 and awaited > 1):
            printed = text[: found.end].strip()
            return awaited, "", found.end, f"paragraph {awaited} is printed with the number “{printed}”"
        if found.sure and self._count.last:
            return found.value, "", found.end, f"the number {found.value} stands after {self._count.last}"
        return None

    def _is_next_unnumbered(self, text: str) -> bool:
        """Whether an unnumbered operative paragraph begins here, not an item nor the rest of one."""
        above = self.drafts[-1].last_text if self.drafts else "."
        if numbering.item(text) or numbering.is_deeper(text):
            return False
        return (
            numbering.has_ended(above)
            and not above.endswith(":")
            and (not self._count.items or numbering.is_operative(text))
        )

    def _is_listed(self, place: int) -> bool:
        """Whether an entry of a numbered list inside a paragraph (an agenda, say) stands here.

        It counts from 1 to where the paragraph that comes next opens: "12. Decides" after "11. Approves".
        """
        text, count = self._blocks[place].text, self._count
        number = numbering.value(text)
        if not number:
            return False
        listed = count.listed
        if (
            number == 1
            and count.last
            and not self._fresh
            and self._where is Where.OPERATIVE
            and self._plan.counted
            and not numbering.opens_finite(text)
        ):
            following = (
                block.text for block in self._below(place) if numbering.value(block.text) == count.last + 1
            )
            listed = 0 if any(numbering.opens_finite(each) for each in following) else -1
        if listed < 0 or number != listed + 1:
            return False
        return not (number == count.last + 1 and numbering.opens_finite(text))

    def _next_item(self, place: int) -> numbering.Item | None:
        """The item of the first level that begins here; deeper ones are text of theirs."""
        found = numbering.item(self._blocks[place].text)
        if not found or not (self._count.last or self.drafts or self._opens_with_items()):
            return None
        count = self._count
        if not count.items:
            return found if found.mark in ("a", "i") else None
        if not count.as_letters:
            return found if found.mark == roman(count.items + 1) else None
        if found.mark == "i":
            deeper = (numbering.item(block.text) for block in self._below(place))
            if next((each.mark for each in deeper if each), "") == "ii":
                return None
        return found if found.mark == letter(count.items + 1) else None

    def _opens_with_items(self) -> bool:
        """Whether the text is a decision whose items stand right below its opening line."""
        return not self._plan.counted and self._where is Where.OPERATIVE

    # Acts

    def _act(self, kind: _Kind, place: int) -> None:
        block = self._blocks[place]
        match kind:
            case _Kind.ANNEX:
                self._enter_annex(block, _annex(self._blocks, place) or "")
            case _Kind.CLOSING:
                self._closed = self._closed or not _numbers_go_on(self._blocks, place)
                self.placed.append((block, Place.BACK))
            case _Kind.DRAFT:
                self._enter_draft(block)
            case _Kind.HEADING:
                self._enter_section(block)
            case _Kind.LISTED:
                self._count.listed = numbering.value(block.text)
                self.drafts[-1].blocks.append((block.text, block))
            case _Kind.PARAGRAPH:
                self._begin_numbered(place)
            case _Kind.ITEM:
                self._begin_item(place)
            case _Kind.PREAMBLE:
                self.placed.append((block, Place.PREAMBLE))
            case _Kind.ON:
                self._go_on(block)

    def _enter_annex(self, block: Block, mark: str) -> None:
        self._where, self._annex, self._closed = Where.ANNEX, mark, False
        self._section = self._mark = ""
        self._count = _Count()
        self._outside = None
        self.placed.append((block, Place.HEADING))

    def _enter_draft(self, block: Block) -> None:
        self._outside = (self._count, self._section, self._mark)
        self._quoted = block.text[0] in '“"'
        self._where, self._count = Where.DRAFT, _Count()
        self._section = self._mark = ""
        self.placed.append((block, Place.HEADING))

    def _leave_draft(self) -> None:
        assert self._outside is not None  # set where the draft was entered
        text, block = self.drafts[-1].blocks[-1]
        self.drafts[-1].blocks[-1] = (text.removesuffix("”"), block)
        self._count, self._section, self._mark = self._outside
        self._where, self._outside = Where.OPERATIVE, None

    def _enter_section(self, block: Block) -> None:
        found = _section(block)
        bare = self._fresh and self._section == self._mark  # the numeral stands on a line of its own above
        if found:
            self._mark, title = found
            self._section = f"{self._mark}. {title}" if title else self._mark
        else:
            self._section = f"{self._mark}. {block.text}" if bare and self._mark else block.text
        self._fresh = True
        self._count.items, self._count.listed = 0, -1
        self.placed.append((block, Place.HEADING))

    def _begin_numbered(self, place: int) -> None:
        block, count = self._blocks[place], self._count
        found = self._next_number(place)
        assert found is not None  # what made it a paragraph
        number, suffix, end, warning = found
        if number == 1 and count.last and not suffix:
            count.series += 1
        elif self._where is Where.OPERATIVE and self._plan.counted:
            missing = range(count.last + 1, number)
            self.missing += missing
            self.warnings += [_missing(each, count.last, number) for each in missing]
        self.warnings += [warning] if warning else []
        count.last, count.suffix, count.items, count.listed = number, suffix, 0, -1
        self._begin(block, block.text[end:])

    def _begin_item(self, place: int) -> None:
        block, count = self._blocks[place], self._count
        found = self._next_item(place)
        assert found is not None  # what made it an item
        if not count.items:
            count.as_letters = found.mark != "i"
        count.last = count.last or (1 if self._opens_with_items() else 0)
        count.items += 1
        self._begin(block, block.text[found.end :], found.mark)

    def _go_on(self, block: Block) -> None:
        """Text without a number goes on with the paragraph; after items, under its label again."""
        above = self.drafts[-1] if self.drafts else None
        if above is None or above.where is not self._where or self._stands_below_items(block, above):
            self._begin(block, block.text)
        else:
            above.blocks.append((block.text, block))

    @staticmethod
    def _stands_below_items(block: Block, above: Draft) -> bool:
        """Whether a text without a number belongs to the paragraph, not to its last item above."""
        inside = numbering.is_deeper(block.text) or above.last_text.endswith(":") or block.row
        return bool(above.item) and not inside

    def _begin(self, block: Block, text: str, item: str = "") -> None:
        count = self._count
        scope = Scope(self._part, self._where, self._annex, count.series, self._mark)
        number = count.last if count.last or self._where is not Where.ANNEX else None
        self._fresh = False
        self.drafts.append(Draft(scope, number, count.suffix, item, self._section, [(text, block)]))


def _missing(number: int, before: int, after: int) -> str:
    if not before:
        return f"paragraph {number} is missing before {after}"
    return f"paragraph {number} is missing between {before} and {after}"
