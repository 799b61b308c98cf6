"""Pieces of a line that a tool set each at its place on the page, as one line again.

What takes a PDF's page apart for HTML gives every change of type a paragraph of its own at a place of its
own: a raised mark, and the words before and behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from documents.formats.note_marks import numbers
from documents.lines import Line, Mark

_LENGTH = r"\s*:\s*(-?\d+(?:\.\d+)?)(?:px|pt)"
_TOP, _LEFT = re.compile(rf"(?<![\w-])top{_LENGTH}"), re.compile(rf"(?<![\w-])left{_LENGTH}")
_SIZE = re.compile(rf"font-size{_LENGTH}")
_PITCH = re.compile(rf"line-height{_LENGTH}")
_NEAR = 0.6  # of the size of the type: how far apart lines of one line may stand, as a raised mark does
_SMALLER = 0.85  # of the type beside it: a mark
_JOINS = (",", ".", ";", ":", ")", "]", "”", "’", "/")  # no blank stands before these


class Place(NamedTuple):
    """Where a line stands on its page, from the top and from the left, the size of its type and how far
    below the next line of its paragraph stands; in the units of the page, 0 where it does not say."""

    top: float
    left: float
    size: float = 0.0
    pitch: float = 0.0

    @property
    def baseline(self) -> float:
        """About where its letters stand, whatever their size."""
        return self.top + self.size

    def below(self) -> Place:
        """The place of the next line of the same paragraph."""
        return self._replace(top=self.top + self.pitch)


def place(style: str) -> Place | None:
    """The place that these declarations give, None where they give none."""
    top, left = _last(_TOP, style), _last(_LEFT, style)
    if top is None or left is None:
        return None
    return Place(top, left, _last(_SIZE, style) or 0.0, _last(_PITCH, style) or 0.0)


def joined(lines: Sequence[Line], places: Sequence[Place | None]) -> list[Line]:
    """The lines, those that stand beside each other on a page as one, with the marks between them."""
    found: list[Line] = []
    beside: list[tuple[Place, Line]] = []
    for line, where in zip(lines, places, strict=True):
        if beside and not (where and _is_beside((where, line), beside[-1])):
            found += _one(beside)
            beside = []
        if where and not line.note and not line.dropped:
            beside.append((where, line))
        else:
            found.append(line)
    return found + list(_one(beside))


def _is_beside(one: tuple[Place, Line], other: tuple[Place, Line]) -> bool:
    (where, line), (there, above) = one, other
    near = _NEAR * max(where.size, there.size)
    on_line = line.page == above.page and abs(where.baseline - there.baseline) < near
    return on_line and not line.note and not line.dropped


def _one(beside: list[tuple[Place, Line]]) -> Iterator[Line]:
    if len(beside) < 2:
        yield from (line for _, line in beside)
        return
    beside = sorted(beside, key=lambda each: each[0].left)
    size = max(where.size for where, _ in beside)
    text, marks, words = "", list[Mark](), list[Line]()
    for where, line in beside:
        if where.size < _SMALLER * size and (raised := numbers(line.text)):
            marks += [Mark(len(text), number) for number in raised]
            continue
        text += " " if text and not line.text.startswith(_JOINS) else ""
        marks += [mark._replace(offset=mark.offset + len(text)) for mark in line.marks]
        text += line.text
        words.append(line)
    yield beside[0][1]._replace(text=text, marks=tuple(marks), heading=all(line.heading for line in words))


def _last(pattern: re.Pattern[str], style: str) -> float | None:
    found = pattern.findall(style)
    return float(found[-1]) if found else None
