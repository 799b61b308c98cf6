"""The columns of each kind of row, in their fixed order, and choosing among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import typer

from cli.errors import nearest
from cli.output.sheet import Row

PROVISIONS = (
    *("id", "symbol", "organ", "session", "date", "title", "paragraph", "ordinal", "kind", "verb"),
    *("verb_phrase", "strength", "actors", "actor_names", "action", "qualifiers", "report", "due"),
    *("due_date", "references", "text", "source", "page"),
)
PARAGRAPHS = ("symbol", "paragraph", "section", "text", "page", "start", "end")
NOTES = ("symbol", "number", "text", "page", "part", "paragraph", "offset")
DOCUMENTS = (
    *("symbol", "kind", "organ", "session", "date", "title", "agenda_item", "origin", "meeting", "vote"),
    *("pages", "provisions", "directives", "warnings", "source", "sha256", "reader", "read_at"),
    *("first_day", "last_day"),
)
# What a table of provisions shows when nothing else is asked for; ``cli.output.table`` composes them.
READABLE = ("where", "who", "how", "what")
# What a page to mail or paste shows.
PAGE = ("symbol", "paragraph", "page", "actor_names", "verb", "strength", "text", "due_date")
EXTRA = ("review", "qualifier_types")  # on request


def chosen(typed: str, default: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that ``--columns a,b`` names, else the default ones."""
    columns = tuple(name.strip().lower().replace("-", "_") for name in typed.split(",") if name.strip())
    for name in columns:
        if name not in known:
            hint = nearest(name, known) or f"; there are {', '.join(known)}"
            raise typer.BadParameter(f"there is no column {name!r}{hint}", param_hint="--columns")
    return columns or default


def records(rows: Iterable[Any]) -> Iterator[Row]:
    """The rows of ``db.queries`` by column name, one at a time."""
    for row in rows:
        yield {name: getattr(row, name) for name in row.__slots__}
