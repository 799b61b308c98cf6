"""Page headers and footers of a Word document: the first page's header names the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from documents.formats import pieces, typed_notes
from documents.formats.docx_styles import W
from documents.furniture import signs
from documents.lines import Line

_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OFF = ("0", "false", "off")

Reader = Callable[[Any], Iterable[Line]]  # the lines of a story


class Headers:
    """The headers and footers of a document, read by ``read``, each once."""

    def __init__(self, document: Any, read: Reader) -> None:
        self._related = document.part.related_parts
        self._read = read
        sections = [each for each in document.element.body.iter(f"{W}sectPr") if _is_in_force(each)]
        self._first = _of_first_page(sections[0]) if sections else {}
        self._others = [
            (each.tag, each.get(_RELATED, ""))
            for section in sections
            for each in section
            if each.tag in (f"{W}headerReference", f"{W}footerReference")
        ]

    def above(self) -> Iterator[Line]:
        """The first page's header, which is text: each cell and each tabbed piece of it a line."""
        for line in self._lines(self._first.get(f"{W}headerReference", "")):
            for piece in pieces.apart(line):
                number = not piece.dropped and signs.is_page_number(piece.text)
                yield piece._replace(dropped=signs.PAGE_NUMBER) if number else piece

    def below(self) -> Iterator[Line]:
        """All other headers and footers, which are furniture, but for notes at the first page's foot."""
        first_foot = self._first.get(f"{W}footerReference", "")
        seen = {self._first.get(f"{W}headerReference", "")}
        for tag, name in self._others:
            if name in seen:
                continue
            seen.add(name)
            reason = signs.HEADER if tag == f"{W}headerReference" else signs.FURNITURE
            for line in self._lines(name):
                if line.note or line.dropped:
                    yield line
                elif name == first_foot and (mark := typed_notes.opening_mark(line)):
                    yield typed_notes.opening(line, mark)
                else:
                    yield line._replace(dropped=reason, heading=False, row=False)

    def _lines(self, name: str) -> Iterable[Line]:
        part = self._related.get(name)
        element = getattr(part, "element", None)
        return () if element is None else self._read(element)


def _is_in_force(section: Any) -> bool:
    """Whether the section's properties are those of now, not of before a tracked change."""
    return section.getparent().tag != f"{W}sectPrChange"


def _of_first_page(section: Any) -> dict[str, str]:
    """The relations of the header and the footer that the first page shows, by their tags."""
    title_page = section.find(f"{W}titlePg")
    kind = "first" if title_page is not None and title_page.get(f"{W}val", "1") not in _OFF else "default"
    return {
        each.tag: each.get(_RELATED, "")
        for each in section
        if each.get(f"{W}type", "default") == kind and each.get(_RELATED)
    }
