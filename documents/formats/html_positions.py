"""Pieces of a line that a tool set each at its place on the page, as one line again.

What takes a PDF's page apart for HTML gives every change of type a paragraph of its own at a place of its
own: a raised mark, and the words before and behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from documents.formats.note_marks import numbers
from documents.lines import Line, Mark

_LENGTH = r"\s*:\s*(-?\d+(?:\.\d+)?)(?:px|pt)"
_TOP, _LEFT = re.compile(rf"(?<![\w-])top{_LENGTH}"), re.compile(rf"(?<![\w-])left{_LENGTH}")
_SIZE = re.compile(rf"font-size{_LENGTH}")
_PITCH = re.compile(rf"line-height{_LENGTH}")
_NEAR = 0.6  # of the size of the type: how far apart lines of one line may stand, as a raised mark does
_SMALLER = 0.85  # of the type beside it: a mark
_ROOM = 1.3  # of the usual step from line to line: more parts paragraphs
_APART = re.compile(r"[\w.,;:)\]”’]\s\w")  # pieces of which no blank is printed, and yet none is lost


class Place(NamedTuple):
    """Where a line stands on its page: from the top and from the left, in the units of the page.

    ``size``: of its type; ``pitch``: how far below the next line of its paragraph stands; 0 where the page
    does not say. ``blank_before``, ``blank_after``: whether blanks are printed around its words.
    """

    top: float
    left: float
    size: float = 0.0
    pitch: float = 0.0
    blank_before: bool = False
    blank_after: bool = False

    @property
    def baseline(self) -> float:
        """About where its letters stand, whatever their size."""
        return self.top + self.size

    def below(self) -> Place:
        """The place of the next line of the same paragraph."""
        return self._replace(top=self.top + self.pitch)

    def of(self, text: str) -> Place:
        """The place with the blanks around this text."""
        return self._replace(blank_before=text[:1].isspace(), blank_after=text[-1:].isspace())


def place(style: str) -> Place | None:
    """The place that these declarations give, None where they give none."""
    top, left = _last(_TOP, style), _last(_LEFT, style)
    if top is None or left is None:
        return None
    return Place(top, left, _last(_SIZE, style) or 0.0, _last(_PITCH, style) or 0.0)


def joined(lines: Sequence[Line], places: Sequence[Place | None]) -> list[Line]:
    """The lines, those that stand beside each other on a page as one, with the marks between them.

    Blank lines stand where the page leaves more room than between the lines of a paragraph, and no others
    that have a place.
    """
    groups: list[tuple[float | None, list[Line]]] = []  # with their baselines
    beside: list[tuple[Place, Line]] = []
    for line, where in zip(lines, places, strict=True):
        near = bool(beside and where and _is_beside((where, line), beside[-1]))
        if where and not line.text and not near:
            continue
        if beside and not near:
            groups.append(_one(beside))
            beside = []
        if where and not line.note and not line.dropped:
            beside.append((where, line))
        else:
            groups.append((None, [line]))
    if beside:
        groups.append(_one(beside))
    return list(_spaced(groups))


def _spaced(groups: Sequence[tuple[float | None, list[Line]]]) -> Iterator[Line]:
    steps = [_step(above, group) for above, group in pairwise(groups)]
    usual = Counter(round(step) for step in steps if step and step > 0).most_common(1)
    room = _ROOM * usual[0][0] if usual else 0.0
    for step, (_, lines) in zip((None, *steps), groups, strict=False):
        if step is not None and lines and not 0 <= step <= room:
            yield Line("", lines[0].page)
        yield from lines


def _step(above: tuple[float | None, list[Line]], group: tuple[float | None, list[Line]]) -> float | None:
    """How far down the next line of a page stands; None on another page, and where it has no place."""
    (there, before), (here, lines) = above, group
    if there is None or here is None or not before or not lines or before[0].page != lines[0].page:
        return None
    return here - there


def _is_beside(one: tuple[Place, Line], other: tuple[Place, Line]) -> bool:
    (where, line), (there, above) = one, other
    near = _NEAR * max(where.size, there.size)
    on_line = line.page == above.page and abs(where.baseline - there.baseline) < near
    return on_line and not line.note and not line.dropped


def _one(beside: list[tuple[Place, Line]]) -> tuple[float, list[Line]]:
    """The line that the pieces make, none if they are blank; with its baseline."""
    words = [line for _, line in beside if line.text]
    baseline = max(where.baseline for where, _ in beside)
    if len(words) < 2:
        return baseline, words
    size = max(where.size for where, line in beside if line.text)
    text, blank = "", False
    marks: list[Mark] = []
    for where, line in sorted(beside, key=lambda each: each[0].left):
        blank = blank or where.blank_before or not line.text
        smaller = where.size < _SMALLER * size
        if smaller and (raised := numbers(line.text)):
            marks += [Mark(len(text), number) for number in raised]
        elif line.text:
            blank = blank or (not smaller and _APART.fullmatch(f"{text[-1:]} {line.text[:1]}") is not None)
            text += " " if text and blank else ""
            marks += [mark._replace(offset=mark.offset + len(text)) for mark in line.marks]
            text += line.text
            blank = False
        blank = blank or where.blank_after
    heading = all(line.heading for line in words if not numbers(line.text))
    return baseline, [words[0]._replace(text=text, marks=tuple(marks), heading=heading)]


def _last(pattern: re.Pattern[str], style: str) -> float | None:
    found = pattern.findall(style)
    return float(found[-1]) if found else None
