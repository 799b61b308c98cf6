"""A paragraph as pieces, for formats that tell marks of notes and what is struck out from the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from documents.lines import Line, Mark

_STOPS = (",", ";", ".", ":", ")")


@dataclass(frozen=True, slots=True)
class Piece:
    """``text``, or the ``mark`` of a note.

    ``dropped``: why it is no text of the document; "" for what stands. ``look`` and ``reference`` are
    the format's own: what tells how the piece looks, and which note the mark refers to.
    """

    text: str = ""
    mark: str = ""
    dropped: str = ""
    look: Any = None
    reference: Any = None


def composed(pieces: Iterable[Piece]) -> tuple[str, tuple[Mark, ...]]:
    """The text that stands, with its marks."""
    text, gap = "", False
    marks: list[Mark] = []
    for piece in pieces:
        if piece.dropped:
            gap = True
        elif piece.mark:
            marks.append(Mark(len(text), piece.mark))
        else:
            words = piece.text
            if gap and words.startswith(_STOPS):  # the blank before it went with what was struck out
                text = text.rstrip(" ")
                _draw_back(marks, len(text))
            elif gap and text.endswith(" "):
                words = words.lstrip(" ")
            text += words
            gap = False
    return text, tuple(marks)


def _draw_back(marks: list[Mark], end: int) -> None:
    """Put the last marks, as far as they stand behind the end of a text, at it."""
    for at in range(len(marks) - 1, -1, -1):
        if marks[at].offset <= end:
            break
        marks[at] = marks[at]._replace(offset=end)


def dropped(pieces: Sequence[Piece]) -> Iterator[Line]:
    """What is no text of the document, each stretch as a line that says why."""
    for reason, stretch in groupby(pieces, key=lambda piece: piece.dropped):
        text = "".join(piece.text or piece.mark for piece in stretch)
        if reason and text.strip():
            yield Line(" ".join(text.split()), dropped=reason)


def rows(text: str, marks: Sequence[Mark]) -> Iterator[Line]:
    """The lines of a text that holds line breaks, without blanks around them."""
    return _split(Line(text, marks=tuple(marks)), "\n")


def cut(line: Line, start: int = 0) -> Line:
    """The line from this character of its text on, without blanks around it; its marks move along."""
    text = line.text[start:].strip()
    if text == line.text:
        return line
    first = len(line.text) - len(line.text[start:].lstrip())
    moved = (mark._replace(offset=min(max(mark.offset - first, 0), len(text))) for mark in line.marks)
    return line._replace(text=text, marks=tuple(moved))


def labelled(line: Line, label: str) -> Line:
    """The line behind a label and a tab, as lists and notes are printed."""
    moved = (mark._replace(offset=mark.offset + len(label) + 1) for mark in line.marks)
    return line._replace(text=f"{label}\t{line.text}", marks=tuple(moved))


def beside(lines: Sequence[Line]) -> Line:
    """Lines that stand beside each other as one, parted by tabs."""
    text, marks = "", []
    for at, line in enumerate(lines):
        text += "\t" if at else ""
        marks += [mark._replace(offset=mark.offset + len(text)) for mark in line.marks]
        text += line.text
    return Line(text, heading=all(line.heading for line in lines), marks=tuple(marks))


def apart(line: Line) -> Iterator[Line]:
    """The pieces of a line that tabs part, as lines."""
    return _split(line, "\t")


def _split(line: Line, sign: str) -> Iterator[Line]:
    start = mark = 0
    for text in line.text.split(sign):
        end = start + len(text)
        first = mark
        while mark < len(line.marks) and line.marks[mark].offset <= end:
            mark += 1
        marks = tuple(each._replace(offset=each.offset - start) for each in line.marks[first:mark])
        if text.strip():
            yield cut(line._replace(text=text, marks=marks))
        start = end + 1
