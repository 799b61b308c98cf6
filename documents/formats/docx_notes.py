"""Footnotes and endnotes of a Word document: their numbers as Word counts and prints them, their content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from documents.formats.docx_numbering import shown
from documents.formats.docx_styles import W

FOOT_REFERENCE, END_REFERENCE = f"{W}footnoteReference", f"{W}endnoteReference"

_SECTION, _BROKEN = f"{W}sectPr", f"{W}lastRenderedPageBreak"
_PROPERTIES = {FOOT_REFERENCE: f"{W}footnotePr", END_REFERENCE: f"{W}endnotePr"}
_FORMAT = {FOOT_REFERENCE: "decimal", END_REFERENCE: "lowerRoman"}  # where the document does not say
# Inside of these a reference is not printed, or is the older twin of another one.
_UNPRINTED = (
    f"{W}del",
    f"{W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)


class Notes:
    """The notes of a document. Elements are lxml's: a reference is a ``w:footnoteReference`` or its like."""

    def __init__(self, body: Any, settings: Any, foot: Any, end: Any) -> None:
        """``foot``, ``end``: the root of the part that holds the notes, None where the document has none."""
        self._settings = settings
        self._content = {
            (reference, note.get(f"{W}id")): note
            for reference, part in ((FOOT_REFERENCE, foot), (END_REFERENCE, end))
            for note in (() if part is None else part)
        }
        self._numbers: dict[Any, str] = {}
        self._counts = {FOOT_REFERENCE: 0, END_REFERENCE: 0}
        waiting: list[Any] = []  # a section says how it counts where it ends
        for each in body.iter(FOOT_REFERENCE, END_REFERENCE, _SECTION, _BROKEN):
            if each.tag == _SECTION:
                self._count(waiting, each)
                waiting = []
            else:
                waiting.append(each)
        self._count(waiting, None)

    def is_custom(self, reference: Any) -> bool:
        """Whether the mark of this note is typed, so that Word neither counts nor prints one."""
        return reference.get(f"{W}customMarkFollows", "0") in ("1", "true", "on")

    def number(self, reference: Any) -> str:
        """What Word prints as the mark: "12", "iv", "*"; "?" where it prints none."""
        return self._numbers.get(reference, "?")

    def content(self, reference: Any) -> Any:
        """The note's element, which holds paragraphs, to be had once; empty where the file lacks it."""
        return self._content.pop((reference.tag, reference.get(f"{W}id")), ())

    def _count(self, references: list[Any], section: Any) -> None:
        said = {tag: dict(self._said(tag, section)) for tag in _PROPERTIES}
        first = {tag: _whole(said[tag].get("numStart")) or 1 for tag in _PROPERTIES}
        for tag, properties in said.items():
            if properties.get("numRestart") in ("eachSect", "eachPage") or not self._counts[tag]:
                self._counts[tag] = first[tag] - 1
        for each in references:
            if each.tag == _BROKEN:
                for tag, properties in said.items():
                    if properties.get("numRestart") == "eachPage":
                        self._counts[tag] = first[tag] - 1
            elif not self.is_custom(each) and next(each.iterancestors(*_UNPRINTED), None) is None:
                self._counts[each.tag] += 1
                how = said[each.tag].get("numFmt", _FORMAT[each.tag])
                self._numbers[each] = shown(how, self._counts[each.tag])

    def _said(self, tag: str, section: Any) -> Iterator[tuple[str, str]]:
        """What the settings and then the section say of how these notes are counted."""
        for holder in (self._settings, section):
            properties = None if holder is None else holder.find(_PROPERTIES[tag])
            for each in () if properties is None else properties:
                if value := each.get(f"{W}val"):
                    yield each.tag.removeprefix(W), value


def _whole(words: str | None) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 10 else 0
