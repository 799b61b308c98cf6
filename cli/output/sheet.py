"""The rows that a command has to show, before a format writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

Row = Mapping[str, Any]

HEADINGS = {"actors": "Addressee ids", "actor_names": "Addressees"}


class Sheet(NamedTuple):
    """``rows`` are read once, as they come, and may hold more than ``columns`` name.

    A value is text, a number, true or false, None, or a tuple of texts. ``title`` and ``note`` (how
    the rows were chosen) stand above them in formats that have a place for it.
    """

    columns: tuple[str, ...]
    rows: Iterable[Row]
    title: str = ""
    note: str = ""


def flat(value: Any, separator: str = "; ") -> str:
    """A value as the text of one cell: tuples joined, true as ``y``, false and None empty."""
    if value is None or value is False:
        return ""
    if value is True:
        return "y"
    if isinstance(value, tuple | list):
        return separator.join(value)
    return str(value)


def heading(column: str) -> str:
    """A column's name as people read it: ``due_date`` is ``Due date``; names with capitals stay."""
    return HEADINGS.get(column) or (column.replace("_", " ").capitalize() if column.islower() else column)


def link(symbol: str) -> str:
    """The address of a document at the United Nations; "" of a text that has no symbol."""
    if not symbol or symbol.startswith("file:"):
        return ""
    from urllib.parse import quote

    return f"https://undocs.org/en/{quote(symbol, safe='/()')}"
