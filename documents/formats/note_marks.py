"""Marks of notes that a file sets apart from its words: raised, or as links."""

from __future__ import annotations

import re

_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]+)(?:[\s,]+(?:\d{1,3}|[*†‡§]+))*[\])]?\s*,?\s*")
_NUMBER = re.compile(r"\d+|[*†‡§]+")
_UNIT = re.compile(r"(?:^|[\W\d_])[kcd]?m$")


def numbers(text: str, before: str = "") -> list[str]:
    """The marks that a raised or linked text consists of: ["3", "4"] of "3, 4", ["*"] of "[*]"; [] of words,
    and of the raised figure of a unit that stands right ``before`` it: square metres."""
    if not _MARK.fullmatch(text) or (text.strip() in ("2", "3") and _UNIT.search(before)):
        return []
    return _NUMBER.findall(text)
