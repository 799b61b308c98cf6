"""Notes that a file has among its lines: they open with a raised figure, or with an asterisk.

Here ``marks`` of a line at its very beginning are such a raised figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from documents import marks, numbering
from documents.formats import pieces
from documents.furniture import signs
from documents.lines import Line

_SIGNS = r"(?:\*{1,5}|†{1,3}|‡{1,3}|§{1,3})"
_SIGN = "*†‡§"
_STOPS = (".", ";", ":", ",", "]")
_OPENS = re.compile(rf"({_SIGNS})\s*(?=[^\W\d_]|[“\"(])")
_HANGS = re.compile(rf"(?<=[\w.,:;)\]”’\"])({_SIGNS})(?=[\s.,:;)\]”’\"]|$)")


def told(lines: Sequence[Line], *, wrapped: bool = False) -> list[Line]:
    """The lines with ``note`` said of the notes among them, and their marks taken out of the text.

    A line that opens with a raised figure is a note, unless it opens a paragraph. One that opens with a
    sign is a note where no other line does, or where the sign hangs on a word above and the lines beside
    it do not open so: points of a list come in rows. Where lines are ``wrapped``, a note begins below a
    rule or an ended line; it goes on to the end of the page below a rule, else until a full stop.
    """
    found = list((_of_pages if wrapped else _of_paragraphs)(lines))
    known = {line.note for line in found if line.note}
    return [line if line.note or line.dropped else _unmarked(line, known) for line in found]


def apart(lines: Iterable[Line], note: str = "") -> list[Line]:
    """What a frame or a box sets apart from the text: notes from the line on that a mark opens.

    ``note``: what the lines go on with where none opens.
    """
    found = []
    for line in lines:
        if line.note or line.dropped:
            found.append(line)
        elif mark := opening_mark(line):
            note = mark
            found.append(opening(line, mark))
        else:
            found.append(line._replace(note=note, heading=line.heading and not note))
    return found


def opening_mark(line: Line) -> str:
    """The mark that opens a line as it opens a note: "**" of "** The date will be told."; else ""."""
    if line.marks and line.marks[0].offset == 0:
        return line.marks[0].number
    sign = _OPENS.match(line.text) if line.text[:1] in _SIGN else None
    return sign[1] if sign else ""


def opening(line: Line, number: str) -> Line:
    """The first line of this note, with its number as printed, whether that was typed or not."""
    marks_inside = tuple(mark for mark in line.marks if mark.offset or mark.number != number)
    rest = pieces.cut(line._replace(marks=marks_inside), _typed(line.text, number))
    return pieces.labelled(rest._replace(note=number, heading=False, row=False), number)


def _typed(text: str, number: str) -> int:
    """How many characters the number takes that opens the text: 4 of "[12] A/99/212."; 0 without one."""
    start = 1 if text[:1] in ("[", "(") else 0
    end = start + len(number)
    if (
        not text.startswith(number, start)
        or text[end : end + 1].isalnum()
        or text[end : end + 1] in (*_SIGN, "_")
    ):
        return 0
    for sign in ("])", "."):
        end += 1 if end < len(text) and text[end] in sign else 0
    return end


def _of_paragraphs(lines: Sequence[Line]) -> Iterator[Line]:
    opens = [_possible_mark(line) for line in lines]
    times = Counter(opens)
    hanging: set[str] = set()
    for at, (line, mark) in enumerate(zip(lines, opens, strict=True)):
        beside = (*opens[max(at - 1, 0) : at], *opens[at + 1 : at + 2])
        if _is_raised(line):
            is_note = bool(mark) and (mark in hanging or not numbering.is_finite(line.text))
        else:
            is_note = bool(mark) and (times[mark] == 1 or (mark in hanging and mark not in beside))
        if is_note:
            hanging.discard(mark)
            yield opening(line, mark)
            continue
        if not line.note and not line.dropped:
            hanging.update(mark.number for mark in line.marks)
            hanging.update(match[1] for match in _hung(line.text))
        yield line


def _of_pages(lines: Sequence[Line]) -> Iterator[Line]:
    above: Line | None = None
    note, page = "", None  # the note under way, and the page to whose end it goes
    for at, line in enumerate(lines):
        if not line.text:
            yield line
            continue
        mark = _possible_mark(line)
        ended = above is None or bool(above.note) or signs.is_rule(above.text) or above.text.endswith(_STOPS)
        if line.note or line.dropped:
            pass
        elif mark and _is_raised(line) and ended:
            page = line.page if above is not None and signs.is_rule(above.text) else page
            note, line = mark, opening(line, mark)
        elif (
            (below := _first_filled(lines[at + 1 : at + 4]))
            and signs.is_rule(line.text)
            and _is_raised(*below)
        ):
            line = line._replace(dropped=signs.RULE)
        elif note and (line.page == page if page else not (above and above.text.endswith("."))):
            if not signs.is_furniture(line.text) and not signs.is_page_number(line.text):
                line = line._replace(note=note, heading=False)
        else:
            note, page = "", None
        yield line
        above = line


def _first_filled(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.text][:1]


def _possible_mark(line: Line) -> str:
    return opening_mark(line) if line.text and not line.note and not line.dropped else ""


def _is_raised(*lines: Line) -> bool:
    """Whether a raised mark opens the line, if there is one."""
    return any(line.marks and line.marks[0].offset == 0 for line in lines)


def _hung(text: str) -> Iterator[re.Match[str]]:
    return _HANGS.finditer(text) if any(sign in text for sign in _SIGN) else iter(())


def _unmarked(line: Line, known: set[str]) -> Line:
    spans = [match.span() for match in _hung(line.text) if match[1] in known]
    return marks.taken_out(line, spans) if spans and not signs.is_furniture(line.text) else line
