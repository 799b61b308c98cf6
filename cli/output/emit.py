"""Sends a sheet to the terminal, to a pipe or to a file, in the format asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from cli.errors import CommandError
from cli.output.sheet import Row, Sheet


class Format(StrEnum):
    """The formats, each a module of this package."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    HTML = "html"
    XLSX = "xlsx"


def emit(sheet: Sheet, format: Format, output: Path | None = None, bom: bool = False) -> int:
    """Write the sheet to ``output``, else to stdout; return how many rows it had.

    ``bom`` puts a byte-order mark first, by which older versions of Excel know UTF-8. A file is
    written beside its place and moved there when it is whole.
    """
    if format is Format.XLSX and output is None and sys.stdout.isatty():
        raise CommandError("an Excel file is not for a terminal: give it a name with -o FILE.xlsx")
    write = import_module(f"cli.output.{format}").write
    counted = Counted(sheet.rows)
    with whole_file(output) if output else standard_output() as out:
        if bom:
            out.write("\ufeff".encode())
        write(sheet._replace(rows=counted), out)
    return counted.number


class Counted:
    """Rows that are counted while they are read."""

    def __init__(self, rows: Iterator[Row] | object) -> None:
        self.rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self.rows:  # type: ignore[attr-defined]
            self.number += 1
            yield row


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open ``path`` for writing so that it appears complete or not at all.

    A link is followed, and a file that is replaced keeps its permissions. A device or a pipe is written
    as it is: nothing may be put in its place.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as out:
                yield out
            return
        with part.open("wb") as out:
            yield out
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    except OSError as error:
        raise CommandError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Stdout for bytes."""
    sys.stdout.flush()
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()
