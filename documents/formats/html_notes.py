"""Footnotes of a page: found by the links between a mark and its note, and by how tools name them."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from documents.formats.html_elements import BLOCKS, Elements, words

_HINT = re.compile(r"note|ftn|edn|fn|cite", re.IGNORECASE)
_NAME = re.compile(r"_?(?:s?d?footnote|s?d?endnote|ftn|edn|fn)[-_:]?(\d+)(?:sym)?", re.IGNORECASE)
_WHOLE = ("body", "html")
_ROLES = ("doc-footnote", "doc-endnote")
_MARK = re.compile(r"\s*(?:[\[(]\s*(\w{1,4}|[*†‡§]{1,4})\s*[\])]|(\w{1,4}|[*†‡§]{1,4}))\s*")
_OPENING = re.compile(r"\s*[\[(]?(\d{1,3}|[*†‡§]{1,4})(?![\w*†‡§])")


class Notes:
    """The notes of a page. ``marks``: links that are marks of notes, with the mark; ``blocks``: elements
    that hold a note, with its mark; ``backs``: links from a note back to the text."""

    def __init__(self, root: Any, elements: Elements) -> None:
        self.marks: dict[Any, str] = {}
        self.blocks: dict[Any, str] = {}
        self.backs: set[Any] = set()
        named: dict[str, tuple[int, Any]] = {}
        links: list[tuple[int, Any, str]] = []
        called: list[Any] = []
        for place, element in enumerate(root.iter("*")):
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                if name:
                    named.setdefault(name, (place, element))
            if element.tag == "a":
                _, linked, target = element.get("href", "").partition("#")
                links += [(place, element, unquote(target))] if linked else []
            elif _is_called_note(element):
                called.append(element)
        for place, link, name in links:
            self._follow(place, link, name, named, elements)
        for element in called:
            if not any(each in self.blocks for each in (element, *element.iterancestors())):
                self.blocks[element] = _own_number(element)

    def _follow(
        self, place: int, link: Any, name: str, named: dict[str, tuple[int, Any]], elements: Elements
    ) -> None:
        mark = _mark(link, name, elements)
        there, target = named.get(name, (place, None))
        if mark:
            self.marks[link] = mark
        if there < place and not mark:
            self.backs.add(link)
        elif there > place and mark:
            block = _block(target)
            if block is None or any(each is block for each in link.iterancestors()):
                return
            if self.blocks.setdefault(block, mark) != mark:  # holds several: their lines open with marks
                self.blocks[block] = ""


def _mark(link: Any, name: str, elements: Elements) -> str:
    """The mark that a link shows, "4" of "[4]"; "" where it is none of a note."""
    shown = _MARK.fullmatch(words(link))
    if not shown:
        return ""
    near = (link, *list(link.iter("*"))[1:4], link.getparent())
    hinted = _HINT.search(name) or link.get("role") == "doc-noteref"
    raised = any(each is not None and elements.traits(each).raised for each in near)
    return (shown[1] or shown[2]) if hinted or raised else ""


def _is_called_note(element: Any) -> bool:
    if element.tag in _WHOLE:
        return False
    return element.get("role") in _ROLES or bool(_NAME.fullmatch(element.get("id", "")))


def _block(target: Any) -> Any:
    """The block that holds a note: the one that is called so, else the nearest; None for the whole page."""
    around = [target, *target.iterancestors()]
    called = next((each for each in around if each.tag != "a" and _is_called_note(each)), None)
    nearest = next((each for each in around if each.tag in BLOCKS), None)
    found = nearest if called is None else called
    return None if found is None or found.tag in _WHOLE else found


def _own_number(element: Any) -> str:
    """The number of a note that no link names: what opens it, else the figure in its name."""
    opening = _OPENING.match(words(element).lstrip())
    named = _NAME.fullmatch(element.get("id", ""))
    return opening[1] if opening else named[1] if named else "?"
