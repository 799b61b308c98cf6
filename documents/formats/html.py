"""HTML through lxml: each block of the page a line, with the numbers that a browser adds to lists."""

from __future__ import annotations

import re
from typing import Any

from documents.errors import UnreadableError
from documents.formats.encoding import decode
from documents.formats.html_elements import BLOCKS, is_cell, is_centred, is_emphatic, is_unseen, label
from documents.limits import Limits
from documents.lines import Line, Lines

NAME = "HTML page"
SUFFIXES = (".html", ".htm", ".xhtml")
VERSION = "html/1"

_OPENING = re.compile(
    r"(?>(?:\s+|<\?xml[^>]*>|<!--.*?-->)*)"  # atomic, since many comments would take for ever to match again
    r"<(!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|table|center|h[1-6]|pre)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)

_SPACE = re.compile(r"[ \t\r\n\f]+")
_OWN_NUMBER = re.compile(r"\(?(\d{1,3}|[a-zA-Z]|[ivxIVX]+)[.)]\s")
_VISUAL_LINE = 120  # characters; a line set by hand is no longer, a paragraph of a resolution mostly is


def matches(data: bytes) -> bool:
    """A page that begins with one of HTML's outer elements."""
    return bool(_OPENING.match(decode(data[:4096])))


def lines(data: bytes, limits: Limits) -> Lines:
    """The page's blocks and table rows, without scripts, navigation, hidden text and footnotes.

    A row whose cells hold one line each is one line, its cells parted by tabs. Pages whose text is set
    by hand in lines, in ``pre`` or by ``br``, are ``wrapped``. Raises `UnreadableError` past the limits.
    """
    declared = _CHARSET.search(data[:4096].decode("latin-1"))
    if len(data) > limits.markup:
        raise UnreadableError(f"the HTML page is larger than {limits.markup:,} bytes")
    text = decode(data, declared[1] if declared else "").replace("\0", "")
    page = _Page()
    page.read(_parse(text))
    if page.characters() > limits.characters:
        raise UnreadableError(f"the text has more than {limits.characters:,} characters")
    return Lines(tuple(page.found), wrapped=page.is_set_by_hand(), pages=None, reader=VERSION)


def _parse(text: str) -> Any:
    """The root element. lxml stops at 256 levels, which keeps its time in bounds, and so is told here."""
    import lxml.etree
    import lxml.html

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except lxml.etree.LxmlError:
        raise UnreadableError("the HTML page has no text") from None
    if any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log):
        raise UnreadableError("the HTML page is nested more than 256 deep: print it to a PDF and read that")
    return root


class _Page:
    """Walks a page from element to element, without recursion, and gathers its lines."""

    def __init__(self) -> None:
        self.found: list[Line] = []
        self._sinks = [self.found]  # where lines go: the page, or the innermost table cell
        self._rows: list[list[list[Line]]] = []  # cells of the open table rows
        self._lists: list[int] = []  # the next number of each open list
        self._pieces: list[tuple[str, bool]] = []  # text of the line so far, and whether it is bold or italic
        self._label = ""
        self._emphatic = self._centred = self._pre = 0  # how many open elements say so
        self._around: list[tuple[int, int]] = []  # the same around each open table
        self._by_hand = 0  # characters in lines that were broken by hand

    def read(self, root: Any) -> None:
        import lxml.etree

        walk = lxml.etree.iterwalk(root, events=("start", "end"))
        unseen = None
        for event, element in walk:
            if event == "start":
                if is_unseen(element):
                    unseen = element
                    walk.skip_subtree()
                else:
                    self._open(element)
                    self._add(element.text)
            else:
                if element is unseen:
                    unseen = None
                else:
                    self._close(element)
                self._add(element.tail)
        self._end_line()

    def is_set_by_hand(self) -> bool:
        """Whether most of the text stands in lines of a page's width that were broken by hand."""
        return self._by_hand * 2 > self.characters()

    def characters(self) -> int:
        """How long its text is."""
        return sum(len(line.text) for line in self.found)

    def _open(self, element: Any) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._end_line(by_hand=tag == "br")
        if tag == "ol":
            self._lists.append(_whole(element.get("start"), 1))
        elif tag == "li" and element.getparent().tag == "ol":
            number = _whole(element.get("value"), self._lists[-1])
            self._lists[-1] = number + 1
            self._label += label(element.getparent(), number, len(self._lists))
        elif tag == "table":
            self._around.append((self._emphatic, self._centred))
            self._emphatic = self._centred = 0
        elif tag == "tr":
            self._rows.append([])
        elif is_cell(element):
            self._sinks.append([])
        self._count(element, 1)

    def _close(self, element: Any) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._end_line()
        self._count(element, -1)
        if tag == "li":
            self._label = ""
        elif tag == "ol":
            self._lists.pop()
        elif tag == "table":
            self._emphatic, self._centred = self._around.pop()
        elif tag == "tr":
            self._sinks[-1] += _joined(self._rows.pop())
        elif is_cell(element):
            self._rows[-1].append(self._sinks.pop())

    def _count(self, element: Any, step: int) -> None:
        self._emphatic += step * is_emphatic(element)
        self._centred += step * is_centred(element)
        self._pre += step * (element.tag == "pre")

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not self._pre:
            self._pieces.append((_SPACE.sub(" ", text), self._emphatic > 0))
            return
        first, *rest = text.split("\n")
        self._pieces.append((first, self._emphatic > 0))
        for row in rest:
            self._end_line(by_hand=True)
            self._pieces.append((row, self._emphatic > 0))

    def _end_line(self, by_hand: bool = False) -> None:
        text = "".join(piece for piece, _ in self._pieces).strip()
        emphatic = all(emphatic for piece, emphatic in self._pieces if piece.strip())
        self._pieces.clear()
        if not text:
            return
        if by_hand and len(text) <= _VISUAL_LINE:
            self._by_hand += len(text)
        if self._label and not _OWN_NUMBER.match(text):
            text = self._label + text
        self._label = ""
        self._sinks[-1].append(Line(text, heading=emphatic or self._centred > 0))


def _joined(row: list[list[Line]]) -> list[Line]:
    """A table row as one line; a row that only serves the layout as the lines of its cells."""
    cells = [cell for cell in row if cell]
    if any(len(cell) > 1 for cell in cells):
        return [line for cell in cells for line in cell]
    text = "\t".join(cell[0].text for cell in cells)
    return [Line(text, heading=all(cell[0].heading for cell in cells))] if cells else []


def _whole(words: str | None, default: int) -> int:
    return int(words) if words and re.fullmatch(r"\d{1,6}", words) else default
