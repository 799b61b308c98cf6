"""Plain text: UTF-8 or Windows-1252, with or without a byte order mark; UTF-16 with one."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from documents.errors import UnreadableError
from documents.formats.encoding import decode
from documents.limits import Limits
from documents.lines import Line, Lines

NAME = "text"
SUFFIXES = (".txt",)
VERSION = "text/1"

# Cyrillic letters that look like Latin ones, in a word that has both: "Сalls" with a Cyrillic С.
_MIXED = re.compile(r"[АВЕКМНОРСТХаеорсух]+(?=[A-Za-z])|(?<=[A-Za-z])[АВЕКМНОРСТХаеорсух]+")
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")
_LONG = 180  # characters that no line of a page has
_FEW = 0.05  # of the lines may be as long all the same: rows of tables
_MANY = 0.4  # of the lines end with a stop where each is a paragraph
_TABBED = re.compile(r"\s*\d{1,3}\.\t")
_HEADING = re.compile(r"==+ *(.+?) *==+|#+ +(.+?)")  # as wikis and Markdown mark them
_FULL = 0.6  # of the longest line's length: a shorter line is the last of its paragraph


def matches(data: bytes) -> bool:
    """Text has no NUL bytes near its beginning, or says by a byte order mark that it is UTF-16."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" not in data[:4096]


def lines(data: bytes, limits: Limits) -> Lines:
    """The text's lines without blank ones; form feeds begin pages. Raises `UnreadableError`
    past the limits."""
    text = _MIXED.sub(lambda word: word.group().translate(_LOOKALIKES), decode(data).replace("\0", ""))
    if len(text) > limits.characters:
        raise UnreadableError(f"the text has more than {limits.characters:,} characters")
    pages = text.split("\f")
    found = [
        _line(row, number if len(pages) > 1 else None)
        for number, page in enumerate(pages, 1)
        for row in page.splitlines()
    ]
    wrapped = _is_wrapped([line.text for line in found])
    told = _told_by_blanks(found) if wrapped else [line for line in found if line.text.strip()]
    return Lines(tuple(told), wrapped=wrapped, pages=None, reader=VERSION)


def _line(row: str, page: int | None) -> Line:
    heading = _HEADING.fullmatch(row.strip())
    return Line(heading.group(1) or heading.group(2), page, heading=True) if heading else Line(row, page)


def _is_wrapped(rows: list[str]) -> bool:
    """Whether the lines are those of a page; else each is a whole paragraph."""
    rows = [row.rstrip() for row in rows if row.strip()]
    long = sum(len(row) > _LONG for row in rows)
    ended = sum(row.endswith((".", ";", ",", ":")) for row in rows)
    return not any(map(_TABBED.match, rows)) and long <= _FEW * len(rows) and ended <= _MANY * len(rows)


def _told_by_blanks(found: list[Line]) -> list[Line]:
    """The lines that are not blank, told by the blank ones where paragraphs open, if these are so used."""
    texts = [" ".join(line.text.split()) for line in found]
    full = _FULL * max(map(len, texts), default=0)
    told = sum(1 for above, text in pairwise(texts) if above and text)
    opened = sum(1 for above, text in pairwise(texts) if text and not above)
    kept: list[Line] = []
    for place, (line, text) in enumerate(zip(found, texts, strict=True)):
        above = texts[place - 1] if place else ""
        opens = None
        if place and 0 < opened < told and line.page == found[place - 1].page:
            opens = len(above) <= full or above.endswith("]") or text.startswith("[")
        if text:
            kept.append(line._replace(opens=opens))
    return kept
