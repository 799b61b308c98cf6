"""HTML through lxml: each block of the page a line, with the numbers that a browser adds to lists."""

from __future__ import annotations

import re
from typing import Any

from documents.errors import UnreadableError
from documents.formats import page_lines, typed_notes
from documents.formats.encoding import decode
from documents.formats.html_page import Page
from documents.formats.html_styles import Sheet
from documents.limits import Limits
from documents.lines import Lines

NAME = "HTML page"
SUFFIXES = (".html", ".htm", ".xhtml")
VERSION = "html/2"

_OPENING = re.compile(
    r"(?>(?:\s+|<\?xml[^>]*>|<!--.*?-->)*)"  # atomic, since many comments would take for ever to match again
    r"<(!doctype\s+html|html|head|body|title|meta|article|main|section|nav|header|div|p|ul|ol|table|center|h[1-6]|pre)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)


def matches(data: bytes) -> bool:
    """A page that begins with one of HTML's outer elements."""
    return bool(_OPENING.match(decode(data[:4096])))


def lines(data: bytes, limits: Limits) -> Lines:
    """The page's blocks and table rows; footnotes where they stand, without scripts and hidden text.

    A row whose cells hold one line each is one line, its cells parted by tabs. What is struck out or
    deleted and what is navigation comes with ``dropped``. Pages whose text is set in the lines of a page,
    by hand or by a tool that made them of a PDF, are ``wrapped``. Raises `UnreadableError` past the limits.
    """
    declared = _CHARSET.search(data[:4096].decode("latin-1"))
    if len(data) > limits.markup:
        raise UnreadableError(f"the HTML page is larger than {limits.markup:,} bytes")
    text = decode(data, declared[1] if declared else "").replace("\0", "")
    root = _parse(text)
    page = Page(root, Sheet(element.text_content() for element in root.iter("style")))
    if sum(len(line.text) for line in page.found) > limits.characters:
        raise UnreadableError(f"the text has more than {limits.characters:,} characters")
    wrapped = page.is_set_in_places() or page.is_set_by_hand() or page_lines.are_of_a_page(page.found)
    found = page.found if wrapped else [line for line in page.found if line.text]
    found = typed_notes.told(found, wrapped=wrapped)
    if not wrapped or page.pages < 2:
        found = [line._replace(page=None) for line in found]
    return Lines(tuple(found), wrapped=wrapped, pages=None, reader=VERSION)


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
