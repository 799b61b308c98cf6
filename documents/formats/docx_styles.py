"""What a Word document says of the look of its runs and paragraphs, through its chains of styles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOLD = f"{W}rPr/{W}b"
_ITALIC = f"{W}rPr/{W}i"
_HIDDEN = f"{W}rPr/{W}vanish"
_RAISED = f"{W}rPr/{W}vertAlign"
_ALIGNED = f"{W}pPr/{W}jc"
_OUTLINE = f"{W}pPr/{W}outlineLvl"
_OFF = ("0", "false", "off", "none")


class Styles:
    """The styles of a document. Elements are lxml's: ``w:p`` is a paragraph, ``w:r`` a run of it."""

    def __init__(self, root: Any) -> None:
        self._styles = {each.get(f"{W}styleId"): each for each in root.iter(f"{W}style")}
        defaults = (each for each in self._styles.values() if each.get(f"{W}default") == "1")
        paragraphs = (each for each in defaults if each.get(f"{W}type") == "paragraph")
        self._default = next((each.get(f"{W}styleId") for each in paragraphs), "")

    def is_hidden(self, run: Any) -> bool:
        """Whether the run stands in the file and on no page."""
        return _is_on(_HIDDEN, self._of_run(run))

    def is_raised(self, run: Any) -> bool:
        """Whether the run is set in superscript."""
        return _value(_RAISED, self._of_run(run)) == "superscript"

    def is_bold(self, run: Any, paragraph: Any) -> bool:
        """Whether the run is bold, by itself or by a style."""
        return _is_on(_BOLD, [*self._of_run(run), *self.chain(paragraph)])

    def is_italic(self, run: Any, paragraph: Any) -> bool:
        """Whether the run is italic, by itself or by a style."""
        return _is_on(_ITALIC, [*self._of_run(run), *self.chain(paragraph)])

    def is_heading(self, paragraph: Any) -> bool:
        """Whether the paragraph is centred or has a place in the outline."""
        holders = [paragraph, *self.chain(paragraph)]
        level = _value(_OUTLINE, holders) or ""
        return _value(_ALIGNED, holders) == "center" or (level.isdecimal() and level != "9")  # 9: body text

    def chain(self, paragraph: Any) -> Iterator[Any]:
        """The paragraph's style and those that it is based on, the nearest first."""
        return self._based(_value(f"{W}pPr/{W}pStyle", [paragraph]) or self._default)

    def _of_run(self, run: Any) -> list[Any]:
        return [run, *self._based(_value(f"{W}rPr/{W}rStyle", [run]) or "")]

    def _based(self, name: str) -> Iterator[Any]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = _value(f"{W}basedOn", [self._styles[name]]) or ""


def _value(path: str, holders: Iterable[Any]) -> str | None:
    """What the first holder that has the property says of it: "" for mere presence, None if none has it."""
    found = next((each for holder in holders if (each := holder.find(path)) is not None), None)
    return None if found is None else found.get(f"{W}val", "")


def _is_on(path: str, holders: Iterable[Any]) -> bool:
    value = _value(path, holders)
    return value is not None and value not in _OFF
