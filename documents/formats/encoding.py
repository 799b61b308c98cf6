"""Bytes to text, for the formats that do not say for certain how their letters are encoded."""

from __future__ import annotations

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes, declared: str = "") -> str:
    """The text by its byte order mark; else as UTF-8 if it is that throughout, since other encodings
    hardly ever look like it; else as ``declared``; else as Windows-1252. Raises nothing."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    for encoding in ("utf-8", declared, "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):  # LookupError: an encoding that does not exist
            continue
    return data.decode("cp1252", errors="replace")
