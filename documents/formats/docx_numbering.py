"""The numbers of Word's automatic lists, which stand in no paragraph's text and are counted here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from documents.formats.docx_styles import Styles, W
from documents.formats.numerals import letter, roman

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "chicago": lambda number: "*†‡§"[(number - 1) % 4] * ((number + 3) // 4) if number < 100 else str(number),
}
_LONGEST = 100  # characters of what stands around a number
_UNNUMBERED = ("bullet", "none")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str  # "%1." or "(%2)"
    style: str  # id of the paragraph style that stands for this level, or ""


def shown(how: str, number: int) -> str:
    """A number in one of Word's formats, "lowerRoman"; plain figures where the format is another one."""
    return _FORMATS.get(how, str)(number)


class Numbering:
    """Counts through a document; ask for each paragraph once, in the order of the text."""

    def __init__(self, root: Any, styles: Styles) -> None:
        """``root``: the ``w:numbering`` element, or an empty sequence where the document has none."""
        self._styles = styles
        lists = {each.get(f"{W}abstractNumId"): each for each in _children(root, "abstractNum")}
        linked = {_value(each, "styleLink"): each for each in lists.values()}
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._restarts: dict[tuple[str, int], int] = {}  # (list in use, level): number to begin with
        for num in _children(root, "num"):
            name, origin = num.get(f"{W}numId", ""), _value(num, "abstractNumId")
            pattern = lists.get(origin)
            if pattern is not None and _value(pattern, "numStyleLink"):
                pattern = linked.get(_value(pattern, "numStyleLink"))
                origin = "" if pattern is None else pattern.get(f"{W}abstractNumId", "")
            levels = _levels(() if pattern is None else pattern)
            for override in _children(num, "lvlOverride"):
                levels |= _levels(override)
                start = _value(override, "startOverride")
                if start:
                    self._restarts[name, _number(override.get(f"{W}ilvl"))] = _number(start)
            self._lists[name] = (origin, levels)
        self._counts: dict[str, dict[int, int]] = {}
        self._places: dict[str, tuple[str, int]] = {}  # list and level of each style

    def label(self, paragraph: Any) -> str:
        """What Word prints before the paragraph, "3." or "(a)"; "" for bullets and plain paragraphs."""
        name, depth = self._place(paragraph)
        origin, levels = self._lists.get(name, ("", {}))
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(origin, {})
        restart = self._restarts.pop((name, depth), None)
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1 if restart is None else restart
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        if levels[depth].format in _UNNUMBERED:
            return ""
        pattern = levels[depth].text
        return re.sub(r"%([1-9])", lambda match: _part(int(match[1]) - 1, levels, counts), pattern)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Which list in use and which level, from the paragraph itself or the nearest style that says so."""
        place = self._placed(paragraph)
        if place is not None:
            return place
        style = self._styles.named(paragraph)
        if style not in self._places:
            said = (self._placed(each) for each in self._styles.chain(style))
            self._places[style] = next((each for each in said if each is not None), ("", 0))
        return self._places[style]

    def _placed(self, holder: Any) -> tuple[str, int] | None:
        """What a paragraph or a style itself says; None if it says nothing."""
        found = holder.find(f"{W}pPr/{W}numPr")
        name = "" if found is None else _value(found, "numId")
        if not name:
            return None
        depth = _value(found, "ilvl")
        if not depth:  # the level may name the style instead
            style = holder.get(f"{W}styleId")
            levels = self._lists.get(name, ("", {}))[1]
            return name, next((each for each in levels if style and levels[each].style == style), 0)
        return name, _number(depth)


def _part(depth: int, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    if depth not in levels:
        return ""
    return shown(levels[depth].format, counts.get(depth, levels[depth].start))


def _levels(holder: Iterable[Any]) -> dict[int, _Level]:
    return {
        _number(each.get(f"{W}ilvl")): _Level(
            start=_number(_value(each, "start") or "1"),
            format=_value(each, "numFmt"),
            text=_value(each, "lvlText")[:_LONGEST],
            style=_value(each, "pStyle"),
        )
        for each in _children(holder, "lvl")
    }


def _children(holder: Iterable[Any], tag: str) -> list[Any]:
    return [each for each in holder if each.tag == f"{W}{tag}"]


def _value(holder: Any, tag: str) -> str:
    found = holder.find(f"{W}{tag}")
    return "" if found is None else found.get(f"{W}val", "")


def _number(words: str | None) -> int:
    """A number of the file, or 0 where it holds something else."""
    return int(words) if words and words.isdecimal() and len(words) < 10 else 0
