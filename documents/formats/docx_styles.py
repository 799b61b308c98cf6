"""What a Word document says of the look of its runs and paragraphs, through its chains of styles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOLD, _ITALIC, _HIDDEN, _RAISED = f"{W}b", f"{W}i", f"{W}vanish", f"{W}vertAlign"
_STRUCK = (f"{W}strike", f"{W}dstrike")
_ALIGNED, _OUTLINE = f"{W}jc", f"{W}outlineLvl"
_RUN_STYLE, _STYLE, _FRAME = f"{W}rStyle", f"{W}pStyle", f"{W}framePr"
_PROPERTIES = (f"{W}rPr", f"{W}pPr")  # what holds those of a run, of a paragraph, both of a style
_VALUE = f"{W}val"
_OFF = ("0", "false", "off", "none")
_KEPT = 500  # runs and paragraphs whose properties are kept at hand, since they are asked for again and again


class Styles:
    """The styles of a document. Elements are lxml's: ``w:p`` is a paragraph, ``w:r`` a run of it."""

    def __init__(self, root: Any) -> None:
        self._styles = {each.get(f"{W}styleId"): each for each in root.iter(f"{W}style")}
        defaults = (each for each in self._styles.values() if each.get(f"{W}default") == "1")
        paragraphs = (each for each in defaults if each.get(f"{W}type") == "paragraph")
        self._default = next((each.get(f"{W}styleId") for each in paragraphs), "")
        self._known: dict[str, dict[str, str]] = {}  # what each style says, with those it is based on
        self._own: dict[Any, dict[str, str]] = {}  # what runs and paragraphs say themselves

    def is_hidden(self, run: Any) -> bool:
        """Whether the run stands in the file and on no page."""
        return self._look(_HIDDEN, run, self._run_style(run)) not in _OFF

    def is_struck(self, run: Any, paragraph: Any) -> bool:
        """Whether the run is struck out, once or twice, by itself or by a style."""
        styles = (self._run_style(run), self.named(paragraph))
        return any(self._look(path, run, *styles) not in _OFF for path in _STRUCK)

    def is_raised(self, run: Any) -> bool:
        """Whether the run is set in superscript."""
        return self._look(_RAISED, run, self._run_style(run)) == "superscript"

    def is_bold(self, run: Any, paragraph: Any) -> bool:
        """Whether the run is bold, by itself or by a style."""
        return self._look(_BOLD, run, self._run_style(run), self.named(paragraph)) not in _OFF

    def is_italic(self, run: Any, paragraph: Any) -> bool:
        """Whether the run is italic, by itself or by a style."""
        return self._look(_ITALIC, run, self._run_style(run), self.named(paragraph)) not in _OFF

    def is_heading(self, paragraph: Any) -> bool:
        """Whether the paragraph is centred or has a place in the outline."""
        style = self.named(paragraph)
        level = self._look(_OUTLINE, paragraph, style)
        centred = self._look(_ALIGNED, paragraph, style) == "center"
        return centred or (level.isdecimal() and level != "9")  # 9: body text

    def frame(self, paragraph: Any) -> Any:
        """The ``w:framePr`` that sets the paragraph apart from the flow of the text, None where none does."""
        style = self.named(paragraph)
        if _FRAME not in self._says_itself(paragraph) and _FRAME not in self._says(style):
            return None
        frames = (each.find(f"{W}pPr/{_FRAME}") for each in (paragraph, *self.chain(style)))
        found = next(frame for frame in frames if frame is not None)
        return None if found.get(f"{W}dropCap", "none") != "none" else found

    def named(self, paragraph: Any) -> str:
        """The id of the paragraph's style."""
        return self._says_itself(paragraph).get(_STYLE) or self._default

    def chain(self, name: str) -> Iterator[Any]:
        """The style of this id and those that it is based on, the nearest first."""
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            based = self._styles[name].find(f"{W}basedOn")
            name = "" if based is None else based.get(_VALUE, "")

    def _run_style(self, run: Any) -> str:
        return self._says_itself(run).get(_RUN_STYLE, "")

    def _look(self, name: str, element: Any, *styles: str) -> str:
        """What the element or the first style that has the property says of it; "none" if none has it."""
        value = self._says_itself(element).get(name)
        if value is not None:
            return value
        return next((known[name] for style in styles if name in (known := self._says(style))), "none")

    def _says_itself(self, element: Any) -> dict[str, str]:
        """The properties of a run or a paragraph with their values, "" for mere presence."""
        found = self._own.get(element)
        if found is None:
            if len(self._own) >= _KEPT:
                self._own.clear()
            found = self._own[element] = _properties(element)
        return found

    def _says(self, style: str) -> dict[str, str]:
        if style not in self._known:
            known: dict[str, str] = {}
            for each in self.chain(style):
                known = _properties(each) | known
            self._known[style] = known
        return self._known[style]


def _properties(element: Any) -> dict[str, str]:
    return {
        each.tag: each.get(_VALUE, "")
        for holder in element.iterchildren(*_PROPERTIES)
        for each in holder.iterchildren("{*}*")
    }
