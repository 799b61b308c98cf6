"""What a Word document says of the look of its runs and paragraphs, through its chains of styles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOLD = f"{W}rPr/{W}b"
_ITALIC = f"{W}rPr/{W}i"
_HIDDEN = f"{W}rPr/{W}vanish"
_STRUCK = (f"{W}rPr/{W}strike", f"{W}rPr/{W}dstrike")
_FRAME = f"{W}pPr/{W}framePr"
_RAISED = f"{W}rPr/{W}vertAlign"
_ALIGNED = f"{W}pPr/{W}jc"
_OUTLINE = f"{W}pPr/{W}outlineLvl"
_PATHS = (_BOLD, _ITALIC, _HIDDEN, *_STRUCK, _RAISED, _ALIGNED, _OUTLINE)
_OFF = ("0", "false", "off", "none")


class Styles:
    """The styles of a document. Elements are lxml's: ``w:p`` is a paragraph, ``w:r`` a run of it."""

    def __init__(self, root: Any) -> None:
        self._styles = {each.get(f"{W}styleId"): each for each in root.iter(f"{W}style")}
        defaults = (each for each in self._styles.values() if each.get(f"{W}default") == "1")
        paragraphs = (each for each in defaults if each.get(f"{W}type") == "paragraph")
        self._default = next((each.get(f"{W}styleId") for each in paragraphs), "")
        self._known: dict[str, dict[str, str]] = {}  # what each style says, with those it is based on

    def is_hidden(self, run: Any) -> bool:
        """Whether the run stands in the file and on no page."""
        return self._look(_HIDDEN, run, _run_style(run)) not in _OFF

    def is_struck(self, run: Any, paragraph: Any) -> bool:
        """Whether the run is struck out, once or twice, by itself or by a style."""
        styles = (_run_style(run), self.named(paragraph))
        return any(self._look(path, run, *styles) not in _OFF for path in _STRUCK)

    def is_raised(self, run: Any) -> bool:
        """Whether the run is set in superscript."""
        return self._look(_RAISED, run, _run_style(run)) == "superscript"

    def is_bold(self, run: Any, paragraph: Any) -> bool:
        """Whether the run is bold, by itself or by a style."""
        return self._look(_BOLD, run, _run_style(run), self.named(paragraph)) not in _OFF

    def is_italic(self, run: Any, paragraph: Any) -> bool:
        """Whether the run is italic, by itself or by a style."""
        return self._look(_ITALIC, run, _run_style(run), self.named(paragraph)) not in _OFF

    def is_heading(self, paragraph: Any) -> bool:
        """Whether the paragraph is centred or has a place in the outline."""
        style = self.named(paragraph)
        level = self._look(_OUTLINE, paragraph, style)
        centred = self._look(_ALIGNED, paragraph, style) == "center"
        return centred or (level.isdecimal() and level != "9")  # 9: body text

    def frame(self, paragraph: Any) -> Any:
        """The ``w:framePr`` that sets the paragraph apart from the flow of the text, None where none does."""
        holders = (paragraph, *self.chain(self.named(paragraph)))
        frames = (holder.find(_FRAME) for holder in holders)
        found = next((frame for frame in frames if frame is not None), None)
        return None if found is None or found.get(f"{W}dropCap", "none") != "none" else found

    def named(self, paragraph: Any) -> str:
        """The id of the paragraph's style."""
        return _value(paragraph, f"{W}pPr/{W}pStyle") or self._default

    def chain(self, name: str) -> Iterator[Any]:
        """The style of this id and those that it is based on, the nearest first."""
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = _value(self._styles[name], f"{W}basedOn") or ""

    def _look(self, path: str, element: Any, *styles: str) -> str:
        """What the element or the first style that has the property says of it; "none" if none has it."""
        value = _value(element, path)
        if value is not None:
            return value
        return next((known[path] for style in styles if path in (known := self._says(style))), "none")

    def _says(self, style: str) -> dict[str, str]:
        if style not in self._known:
            said = ((path, _value(each, path)) for each in self.chain(style) for path in _PATHS)
            known: dict[str, str] = {}
            for path, value in said:
                if value is not None:
                    known.setdefault(path, value)
            self._known[style] = known
        return self._known[style]


def _run_style(run: Any) -> str:
    return _value(run, f"{W}rPr/{W}rStyle") or ""


def _value(element: Any, path: str) -> str | None:
    """The property's value, "" for mere presence, None where the element does not have it."""
    found = element.find(path)
    return None if found is None else found.get(f"{W}val", "")
