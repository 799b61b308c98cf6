"""Plain text: UTF-8 or Windows-1252, with or without a byte order mark."""

from __future__ import annotations

import re

from documents.errors import UnreadableError
from documents.limits import Limits
from documents.lines import Line, Lines

NAME = "text"
VERSION = "text/1"


def matches(data: bytes) -> bool:
    """Text has no NUL bytes near its beginning, or says by a byte order mark that it is UTF-16."""
    return data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" not in data[:4096]


def lines(data: bytes, limits: Limits) -> Lines:
    """The text's lines without blank ones. Raises `UnreadableError` past the limits."""
    text = _decode(data)
    if len(text) > limits.characters:
        raise UnreadableError(f"the text has more than {limits.characters:,} characters")
    rows = [row for row in text.splitlines() if row.strip()]
    wrapped = not any(re.match(r"\s*\d{1,3}\.\t", row) for row in rows)
    return Lines(tuple(Line(row) for row in rows), wrapped=wrapped, pages=None, reader=VERSION)


def _decode(data: bytes) -> str:
    for encoding in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")
