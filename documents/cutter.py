"""Walks over one enacted text, block by block: what is it, and then what follows from that.

`_kind_of` and the questions below it only ask; `_act` and the acts below it alone change where the walk
stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from documents import numbering
from documents.blocks import Block
from documents.document import Part as Where
from documents.document import Place
from documents.enacted import Part
from documents.formats.numerals import letter, roman
from documents.labels import Draft, Scope
from documents.numbering import Item, Number
from documents.outline import Outline
from documents.plan import plan

_GAP = 3  # a number that is further ahead is a paragraph's only before a finite verb
_HEADING = 250  # characters of the longest title of what a text adopts


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
class _Opening:
    """The paragraph that begins with a block: its number, where its words begin, and what to warn of."""

    number: int
    suffix: str = ""
    end: int = 0
    warning: str = ""


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


class _Cutter:
    """The walk over one text."""

    def __init__(self, part: Part) -> None:
        self.drafts: list[Draft] = []
        self.placed: list[tuple[Block, Place]] = []
        self.missing: list[int] = []
        self.warnings: list[str] = []
        self._part = part.mark
        self._blocks = part.blocks
        self._outline = Outline(part.blocks)
        self._plan = plan(part, self._outline)
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
        outline, text = self._outline, self._blocks[place].text
        if outline.annex(place) is not None or place == self._plan.attached:
            return _Kind.ANNEX
        if self._closed or outline.is_closing(place):
            return _Kind.CLOSING
        if self._where is Where.OPERATIVE and self.drafts and outline.opens_draft(place):
            return _Kind.DRAFT
        if self._is_preamble(place):
            return _Kind.PREAMBLE
        if self._is_heading(place):
            return _Kind.HEADING
        if self._is_listed(place):
            return _Kind.LISTED
        if self._opening(place) is not None:
            return _Kind.PARAGRAPH
        if self._next_item(place) is not None:
            return _Kind.ITEM
        if self._fresh and self._where is Where.OPERATIVE and text.endswith(","):
            return _Kind.PREAMBLE  # a section may have a preamble of its own
        return _Kind.ON

    def _has_left_draft(self, place: int) -> bool:
        """Whether a quoted draft has ended above: its paragraphs open quotations, the last closes one."""
        above = self._blocks[place - 1].text
        return self._quoted and above.endswith(("”", "”;", "”.")) and above.count("“") <= above.count("”")

    def _is_preamble(self, place: int) -> bool:
        if place < self._plan.start:
            return not self._outline.section(place)
        in_draft = self._where is Where.DRAFT and not self._count.last
        return in_draft and not self._outline.numbers[place]

    def _is_heading(self, place: int) -> bool:
        if place == self._plan.adopting:
            return False
        return self._outline.is_heading(place) or self._is_title_of_adopted(place)

    def _is_title_of_adopted(self, place: int) -> bool:
        """Whether the title of what is adopted stands here, below the sentence that says so."""
        adopting = self._plan.adopting
        if adopting is None or self._count.last or place <= adopting or self._outline.numbers[place]:
            return False
        text = self._blocks[place].text
        return len(text) <= _HEADING and not numbering.is_terminal(text)

    def _is_listed(self, place: int) -> bool:
        """Whether an entry of a numbered list inside a paragraph (an agenda, say) stands here.

        It counts from 1 to where the paragraph that comes next opens: "12. Decides" after "11. Approves".
        """
        outline, count = self._outline, self._count
        number = outline.value(place)
        if not number:
            return False
        listed = count.listed
        if number == 1 and self._may_list() and not outline.opens_finite(place):
            following = (at for at in outline.below(place) if outline.value(at) == count.last + 1)
            listed = 0 if any(map(outline.opens_finite, following)) else -1
        if listed < 0 or number != listed + 1:
            return False
        return not (number == count.last + 1 and outline.opens_finite(place))

    def _may_list(self) -> bool:
        """Whether a numbered list may begin here, inside a numbered paragraph."""
        within = self._count.last > 0 and not self._fresh
        return within and self._where is Where.OPERATIVE and self._plan.counted

    def _opening(self, place: int) -> _Opening | None:
        """The paragraph that begins here; None where none does."""
        text, found = self._blocks[place].text, self._outline.numbers[place]
        if place == self._plan.adopting:
            return _Opening(0)
        if self._where is Where.OPERATIVE and not self._plan.counted:
            return _Opening(self._count.last + 1) if self._is_next_unnumbered(text) else None
        if found is not None and self._is_next(found):
            return _Opening(found.value, found.suffix, found.end)
        if self._where is not Where.ANNEX:
            if self._is_alone_in_section(place):
                return _Opening(1)
            if corrected := self._corrected(place, found or numbering.misprinted(text)):
                return corrected
        if found is not None and self._is_ahead(found, text):
            return _Opening(found.value, found.suffix, found.end)
        return None

    def _is_next(self, found: Number) -> bool:
        """Whether the number is the next one, or one that begins a series anew."""
        last = self._count.last
        if found.suffix:
            return found.value in (last, last + 1)
        return found.value == last + 1 or (found.value == 1 and last > 0)

    def _is_ahead(self, found: Number, text: str) -> bool:
        """Whether the number is a paragraph's although some are missing before it."""
        last = self._count.last
        if last < found.value <= last + _GAP:
            return True
        return found.value > last and self._where is Where.OPERATIVE and numbering.is_finite(text, found.end)

    def _is_alone_in_section(self, place: int) -> bool:
        """Whether the only paragraph of a section stands here, without a number."""
        text = self._blocks[place].text
        unnumbered = self._outline.numbers[place] is None and numbering.misprinted(text) is None
        return self._fresh and self._count.last > 0 and unnumbered and numbering.is_finite(text)

    def _corrected(self, place: int, found: Number | None) -> _Opening | None:
        """A paragraph whose number the sequence corrects: misread, printed twice, or without its stop."""
        text, awaited = self._blocks[place].text, self._count.last + 1
        if found is None or not numbering.is_finite(text, found.end):
            return None
        if found.value == awaited:
            return _Opening(awaited, "", found.end, f"paragraph {awaited} is printed without its full stop")
        following = self._outline.next_number(place)
        repeated = found.sure and 0 < found.value <= self._count.last
        if awaited > 1 and (following == awaited + 1 or (repeated and following != found.value + 1)):
            printed = text[: found.end].strip()
            warning = f"paragraph {awaited} is printed with the number “{printed}”"
            return _Opening(awaited, "", found.end, warning)
        if repeated:
            warning = f"the number {found.value} stands after {self._count.last}"
            return _Opening(found.value, "", found.end, warning)
        return None

    def _is_next_unnumbered(self, text: str) -> bool:
        """Whether an unnumbered operative paragraph begins here, not an item nor the rest of one."""
        above = self.drafts[-1].last_text if self.drafts else "."
        if numbering.item(text) or numbering.is_deeper(text):
            return False
        if not numbering.has_ended(above) or above.endswith(":"):
            return False
        return not self._count.items or numbering.is_operative(text)

    def _next_item(self, place: int) -> Item | None:
        """The item of the first level that begins here; deeper ones are text of theirs."""
        found, count = self._outline.item(place), self._count
        if not found or not (count.last or self.drafts or self._opens_with_items()):
            return None
        if not count.items:
            return found if found.mark in ("a", "i") else None
        if count.as_letters and found.mark == "i" and self._next_mark_below(place) == "ii":
            return None
        return found if found.mark == self._mark_of(count.items + 1) else None

    def _mark_of(self, item: int) -> str:
        """The mark of this item of the paragraph: "c" or "iii" of 3."""
        return letter(item) if self._count.as_letters else roman(item)

    def _next_mark_below(self, place: int) -> str:
        marks = (item.mark for at in self._outline.below(place) if (item := self._outline.item(at)))
        return next(marks, "")

    def _opens_with_items(self) -> bool:
        """Whether the text is a decision whose items stand right below its opening line."""
        return not self._plan.counted and self._where is Where.OPERATIVE

    def _stands_below_items(self, place: int) -> bool:
        """Whether a text without a number belongs to the paragraph, not to its last item above.

        It is the item's where it has a mark or a dash, or the item announces it; of several lines that an
        item announces, where a further item stands below them.
        """
        above, block = self.drafts[-1], self._blocks[place]
        if not above.item or numbering.is_deeper(block.text) or block.row or above.last_text.endswith(":"):
            return False
        announced = any(text.endswith(":") for text, _ in above.blocks)
        return not (announced and self._has_further_item(place))

    def _has_further_item(self, place: int) -> bool:
        """Whether the next item of the paragraph stands below."""
        mark = self._mark_of(self._count.items + 1)
        for at in self._outline.below(place):
            item = self._outline.item(at)
            if item and item.mark == mark:
                return True
            if self._outline.numbers[at]:
                return False
        return False

    # Acts

    def _act(self, kind: _Kind, place: int) -> None:
        block = self._blocks[place]
        match kind:
            case _Kind.ANNEX:
                self._enter_annex(place)
            case _Kind.CLOSING:
                self._closed = self._closed or not self._outline.numbers_go_on(place)
                self.placed.append((block, Place.BACK))
            case _Kind.DRAFT:
                self._enter_draft(block)
            case _Kind.HEADING:
                self._enter_section(place)
            case _Kind.LISTED:
                self._count.listed = self._outline.value(place)
                self.drafts[-1].blocks.append((block.text, block))
            case _Kind.PARAGRAPH:
                self._begin_numbered(place)
            case _Kind.ITEM:
                self._begin_item(place)
            case _Kind.PREAMBLE:
                self.placed.append((block, Place.PREAMBLE))
            case _Kind.ON:
                self._go_on(place)

    def _enter_annex(self, place: int) -> None:
        """Begin an annex with its heading, or with the first block of a list that has none."""
        mark = self._outline.annex(place)
        self._where, self._annex, self._closed = Where.ANNEX, mark or "", False
        self._section = self._mark = ""
        self._count = _Count()
        if mark is None and not self._outline.is_heading(place):
            self._act(self._kind_below_attached(place), place)
        else:
            self.placed.append((self._blocks[place], Place.HEADING))

    def _kind_below_attached(self, place: int) -> _Kind:
        return _Kind.PARAGRAPH if self._opening(place) is not None else _Kind.ON

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

    def _enter_section(self, place: int) -> None:
        text, found = self._blocks[place].text, self._outline.section(place)
        bare = self._fresh and self._section == self._mark  # the numeral stands on a line of its own above
        if found:
            self._mark, title = found
            self._section = f"{self._mark}. {title}" if title else self._mark
        else:
            self._section = f"{self._mark}. {text}" if bare and self._mark else text
        self._fresh = True
        self._count.items, self._count.listed = 0, -1
        self.placed.append((self._blocks[place], Place.HEADING))

    def _begin_numbered(self, place: int) -> None:
        block, count = self._blocks[place], self._count
        found = self._opening(place)
        assert found is not None  # what made it a paragraph
        if found.number == 1 and count.last and not found.suffix:
            count.series += 1
        elif self._where is Where.OPERATIVE and self._plan.counted:
            missing = range(count.last + 1, found.number)
            self.missing += missing
            self.warnings += [_missing(each, count.last, found.number) for each in missing]
        self.warnings += [found.warning] if found.warning else []
        count.last, count.suffix, count.items, count.listed = found.number, found.suffix, 0, -1
        self._begin(block, block.text[found.end :])

    def _begin_item(self, place: int) -> None:
        block, count = self._blocks[place], self._count
        found = self._next_item(place)
        assert found is not None  # what made it an item
        if not count.items:
            count.as_letters = found.mark != "i"
        count.last = count.last or (1 if self._opens_with_items() else 0)
        count.items += 1
        self._begin(block, block.text[found.end :], found.mark)

    def _go_on(self, place: int) -> None:
        """Text without a number goes on with the paragraph; after items, under its label again."""
        block, above = self._blocks[place], self.drafts[-1] if self.drafts else None
        if above is None or above.where is not self._where or self._stands_below_items(place):
            self._begin(block, block.text)
        else:
            above.blocks.append((block.text, block))

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
