"""What the style sheets inside a page and an element's own style say of it: as far as they name a class."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

# Rules for a medium or a font; what they hold counts elsewhere than in the text of the page.
_AT_RULE = re.compile(r"@[^{}]*+\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]++)\{([^{}]*+)\}")
_SELECTOR = re.compile(r"\s*[a-z0-9]*\.([\w-]+)\s*")


class Sheet:
    """The declarations of a page's classes."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._classes: dict[str, str] = {}
        for text in sheets:
            for selectors, declared in _RULE.findall(_AT_RULE.sub("", _COMMENT.sub("", text.lower()))):
                for selector in selectors.split(","):
                    if found := _SELECTOR.fullmatch(selector):
                        self._classes[found[1]] = self._classes.get(found[1], "") + f"{declared};"

    def style(self, element: Any) -> str:
        """The declarations that hold for the element, lower case, its own last; "" where there are none."""
        own = element.get("style", "").lower()
        if not self._classes:
            return own
        names = element.get("class", "").lower().split()
        return "".join([*(self._classes.get(name, "") for name in names), own])
