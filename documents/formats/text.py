"""Plain text and Markdown: UTF-8 or Windows-1252, with or without a byte order mark; UTF-16 with one."""

from __future__ import annotations

import codecs
import re

from documents.errors import UnreadableError
from documents.formats import markdown
from documents.formats.encoding import decode
from documents.limits import Limits
from documents.lines import Line, Lines

NAME = "text"
SUFFIXES = (".txt", ".text", ".md", ".markdown")
VERSION = "text/2"

# Cyrillic letters that look like Latin ones, in a word that has both: "Сalls" with a Cyrillic С.
_MIXED = re.compile(r"[АВЕКМНОРСТХаеорсух]+(?=[A-Za-z])|(?<=[A-Za-z])[АВЕКМНОРСТХаеорсух]+")
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")


def matches(data: bytes) -> bool:
    """Text has no NUL bytes near its beginning, or says by a byte order mark that it is UTF-16."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" not in data[:4096]


def lines(data: bytes, limits: Limits) -> Lines:
    """The text's lines as they are typed, blank ones too; form feeds begin pages. Raises `UnreadableError`
    past the limits."""
    text = _MIXED.sub(lambda word: word.group().translate(_LOOKALIKES), decode(data).replace("\0", ""))
    if len(text) > limits.characters:
        raise UnreadableError(f"the text has more than {limits.characters:,} characters")
    if is_markdown := markdown.is_markdown(text):
        text = markdown.without_emphasis(text)
    pages = text.split("\f")
    rows = [
        Line(row, number if len(pages) > 1 else None)
        for number, page in enumerate(pages, 1)
        for row in page.splitlines()
    ]
    found = markdown.lines(rows) if is_markdown else map(markdown.heading, rows)
    return Lines(tuple(found), wrapped=True, pages=None, reader=VERSION)
