"""Finds where an organ's own texts begin: opening lines, sentences that decide, statements read out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from documents import numbering, openings
from documents.blocks import Block

# A decision in one sentence: "At its 3rd plenary meeting, on 1 May 2020, the General Assembly decided".
_INTRODUCED = re.compile(r"[“\"]?(?:At|On|By|In|Under|Pursuant|Following|Having|[A-Z][a-z]+ing)\b")
_OTHER = rf"(?:[A-Z][\w’'\-]* |of |and |on |the |to |for |against ){{0,20}}{openings.BODY}\b"
_SUBJECT = re.compile(rf"\b[Tt]he (?:President of the )?({openings.NAMES}|{_OTHER})")
_FINITE = r"(?:(?:also|further|unanimously|hereby|again) )?(?:[a-z]+ed|[a-z]+[b-hj-rtv-z]s|took|drew|paid)\b"
_NO_FINITE = r"(?!(?:resolutions|decisions|members|sessions|meetings|reports|entitled|related|held|items)\b)"
_DECIDES = re.compile(rf",? {_NO_FINITE}{_FINITE}|,? .*?, {_NO_FINITE}{_FINITE}", re.DOTALL)
_STATES = re.compile(
    r"\b(?:made|read(?: out)?|issued|delivered) (?:on .{3,60} )?the following (?:\w+[’']?s? ){0,2}statement",
    re.DOTALL,
)
_FOLLOWING = re.compile(r"\bfollowing\b[^.;]*:\s*$")
_PART = re.compile(r"[A-Z]{1,2}")
_QUOTES = '“"'
_CLOSING_QUOTES = '”"'
_LONGEST_SENTENCE = 6_000
_BELOW_SENTENCE = 3  # blocks in which the text that a sentence announces begins


@dataclass(frozen=True, slots=True)
class Part:
    """One enacted text: a resolution, or the part "A" or "B" of a composite one.

    ``heads`` are the blocks of its mark, its title and its opening line; ``blocks`` what follows it.
    ``has_preamble`` is False for decisions in one sentence and statements, which begin at once.
    """

    mark: str  # "A", or "" where there is only one
    title: str  # of this part alone
    heads: tuple[Block, ...]
    blocks: tuple[Block, ...]
    has_preamble: bool = True


@dataclass(frozen=True, slots=True)
class Enacted:
    """A document's texts, what stands before the first, and the organ; "" and () where no organ opens one."""

    organ: str
    front: tuple[Block, ...]
    parts: tuple[Part, ...]


def of(blocks: Sequence[Block]) -> Enacted:
    """The texts that these blocks hold, each from its opening line to the next."""
    blocks = list(_opened_apart(blocks))
    for place, block in enumerate(blocks):
        if organ := organ_of_line(block.text):
            openings = [place, *_further(blocks, place, organ)]
            front, parts = _parts(blocks, openings)
            return Enacted(organ, tuple(front), tuple(parts))
        if organ := deciding_organ(block.text):
            return _of_sentence(blocks, place, organ)
    for place, block in enumerate(blocks):
        if organ := _decider(block.text, anywhere=True):
            return _of_sentence(blocks, place, organ)
    return Enacted("", tuple(blocks), ())


def without_opening(blocks: Sequence[Block]) -> Enacted:
    """The text of a document whose opening line is lost: from what ends like a preamble's paragraph, or the
    first numbered paragraph with a finite verb; no part where there is none."""
    first = next((place for place, block in enumerate(blocks) if numbering.opens_finite(block.text)), None)
    if first is None:
        return Enacted("", tuple(blocks), ())
    while first and _may_be_preamble(blocks[first - 1].text):
        first -= 1
    return Enacted("", tuple(blocks[:first]), (Part("", "", (), tuple(blocks[first:])),))


def organ_of_line(text: str) -> str:
    """ "General Assembly" of the line "The General Assembly,"; "" of any other line."""
    return openings.organ(text)


def deciding_organ(text: str) -> str:
    """The organ that a sentence has decide or state something: "At its 3rd meeting, the General Assembly
    decided"; "" of any other text. A sentence that ends in a colon announces what was decided."""
    return _decider(text, anywhere=False)


def _decider(text: str, *, anywhere: bool) -> str:
    """The organ that decides in a text. ``anywhere``: also where it stands behind words that introduce no
    decision, as in a text that tells its occasion first and has no other opening."""
    text = text[:_LONGEST_SENTENCE]
    if not text.endswith((".", ":", ";", ".”", ":”")):
        return ""
    for found in _SUBJECT.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if before.strip(_QUOTES) and not (_INTRODUCED.match(before) or anywhere):
            return ""
        announces = after.endswith(":") and (before or len(after) > 1)
        if _DECIDES.match(after) or _STATES.search(after) or announces:
            return re.sub(r"^President of (?:the )?", "", found[1])
    return ""


def _of_sentence(blocks: Sequence[Block], place: int, organ: str) -> Enacted:
    """A decision or a statement: its sentence opens it, or announces a text with an opening line."""
    sentence = blocks[place].text
    below = range(place + 1, min(place + 1 + _BELOW_SENTENCE, len(blocks)))
    opening = next((at for at in below if organ_of_line(blocks[at].text) == organ), None)
    if opening is not None and _FOLLOWING.search(sentence):
        front, parts = _parts(blocks, [opening, *_further(blocks, opening, organ)])
        return Enacted(organ, tuple(front), tuple(parts))
    if _STATES.search(sentence) and _FOLLOWING.search(sentence):
        stated = unquoted(blocks[place + 1 :])
        return Enacted(organ, tuple(blocks[: place + 1]), (Part("", "", (), stated, has_preamble=False),))
    part = Part("", "", (), unquoted(blocks[place:]), has_preamble=False)
    return Enacted(organ, tuple(blocks[:place]), (part,))


def _opened_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with an opening line and the words behind it on the same line as two."""
    for block in blocks:
        line, end = openings.line_and_more(block.text) if block.text.endswith(",") else ("", 0)
        if line:
            head = tuple(mark for mark in block.marks if mark.offset <= len(line))
            rest = tuple(mark._replace(offset=mark.offset - end) for mark in block.marks if mark not in head)
            yield replace(block, text=line, end=block.start + end, marks=head)
            yield replace(block, text=block.text[end:], start=block.start + end, marks=rest)
        else:
            yield block


def _further(blocks: Sequence[Block], first: int, organ: str) -> Iterator[int]:
    """Where further texts of the same organ open. A heading "The Committee" in mid-text opens none, nor
    does a text that the one above it announces and quotes."""
    last = 0
    for place in range(first + 1, len(blocks)):
        text = blocks[place].text
        last = numbering.value(text) or last
        if organ_of_line(text) != organ or blocks[place - 1].text.endswith((":", "—")):
            continue
        following = (numbering.value(block.text) for block in blocks[place + 1 :])
        if next((number for number in following if number), 1) != last + 1 or not last:
            yield place


def _parts(blocks: Sequence[Block], openings: Sequence[int]) -> tuple[list[Block], list[Part]]:
    """What stands before the first opening line, and the text after each."""
    heads = [_head_of_part(blocks, place) for place in openings]
    ends = [*heads[1:], len(blocks)]
    parts = []
    for place, head, end in zip(openings, heads, ends, strict=True):
        mark, *title = [block.text for block in blocks[head:place]] or [""]
        body = tuple(blocks[place + 1 : end])
        if blocks[place].text[0] in _QUOTES:
            body = unquoted(body)
        parts.append(Part(mark, " ".join(title), tuple(blocks[head : place + 1]), body))
    return list(blocks[: heads[0]]), parts


def _head_of_part(blocks: Sequence[Block], opening: int) -> int:
    """The letter of a part above its opening line, perhaps with a title between; else the line itself."""
    for place in range(opening - 1, max(opening - 4, -1), -1):
        if _PART.fullmatch(blocks[place].text):
            return place
        if ends_text(blocks[place].text) or blocks[place].text.endswith("]"):
            break
    return opening


def ends_text(text: str) -> bool:
    """Whether the block is text of a resolution rather than a heading between two of them."""
    return bool(numbering.number(text)) or text.endswith((".", ";", ",")) or bool(organ_of_line(text))


def is_part_mark(text: str) -> bool:
    """Whether the line is the letter of a part of a composite resolution, "A"."""
    return _PART.fullmatch(text) is not None


def _may_be_preamble(text: str) -> bool:
    return text.endswith(",") and text[:1].isupper() and not text.startswith("Adopted")


def unquoted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a quoted text without the marks that open each paragraph and close the whole."""
    opened = [
        replace(block, text=block.text[1:], start=block.start + 1, marks=_moved(block, 1))
        if block.text[0] in _QUOTES
        else block
        for block in blocks
    ]
    last = next((at for at in range(len(opened) - 1, -1, -1) if _closes(opened[at].text)), None)
    if last is not None:
        opened[last] = replace(opened[last], text=opened[last].text[:-1], end=opened[last].end - 1)
    return tuple(block for block in opened if block.text)


def _moved(block: Block, by: int) -> tuple:
    return tuple(mark._replace(offset=max(mark.offset - by, 0)) for mark in block.marks)


def _closes(text: str) -> bool:
    """Whether a quotation mark closes the text that was not opened in it."""
    return text[-1] in _CLOSING_QUOTES and text.count("”") + text.count('"') % 2 > text.count("“")
