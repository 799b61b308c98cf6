"""The lists of ``mandates.yaml``: written anew from the register, whole, and only when they changed."""

from __future__ import annotations

from contextlib import redirect_stderr
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import typer

from cli import columns
from cli.config.schema import ListEntry
from cli.listing import DEFAULT
from cli.options import FilterOptions
from cli.output.sheet import Row, Sheet
from cli.selection import selected
from cli.spelling import spelled
from db import queries
from db.filters import Filter
from documents import atomic


@dataclass(frozen=True, slots=True)
class Rendered:
    """A list as it should stand. ``rows``: how many provisions it has."""

    name: str
    file: Path
    rows: int
    content: bytes

    def differs(self) -> bool:
        """Whether the file is missing or says something else. Raises OSError if it cannot be read."""
        try:
            return self.file.read_bytes() != self.content
        except FileNotFoundError:
            return True

    def write(self) -> None:
        """Put it in its place, whole. Raises OSError."""
        atomic.write(self.file, self.content)


def render(entry: ListEntry, register: Any) -> Rendered:
    """The list from the register as it is now. Raises typer.BadParameter for an unknown name."""
    filter = chosen(entry, register)
    known = columns.PROVISIONS + columns.EXTRA + columns.READABLE
    rows: list[Row] = list(columns.records(queries.provisions(register, filter)))
    sheet = Sheet(
        columns.chosen(",".join(entry.columns), DEFAULT.get(entry.written_as, columns.PROVISIONS), known),
        rows,
        title=entry.name,
        note=spelled(filter),
    )
    out = BytesIO()
    import_module(f"cli.output.{entry.written_as}").write(sheet, out)
    return Rendered(entry.name, entry.file, len(rows), out.getvalue())


def chosen(entry: ListEntry, register: Any) -> Filter:
    """The filter of a list with its names resolved. Raises typer.BadParameter."""
    typed: dict[str, Any] = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in entry.filters.model_dump().items()
    }
    # That a name is shared by several actors is told by "mandates list"; here it would be told every night.
    with redirect_stderr(StringIO()):
        return selected(FilterOptions(**typed), register)


def complaint(error: typer.BadParameter) -> str:
    """A mistake in a filter, in the words of ``mandates.yaml``: ``actor`` instead of ``--actor``."""
    option = (error.param_hint or "filters") if isinstance(error.param_hint, str | None) else "filters"
    return f"{option.removeprefix('--')}: {error.message}"
