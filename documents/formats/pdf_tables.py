"""Rows of tables among the lines of a PDF: they open no paragraph and no section."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from documents.formats.pdf_rows import Row

# Words and then an amount, or a dash where there is none: "B. Oil 640 000".
_AMOUNT = re.compile(r"(?!\d{1,3}\. [A-Z]).*[^\W\d].*\s[(\d][\d .,()%–-]*")
_DATE = re.compile(r".*\b(?:[A-Z][a-z]+ (?:1[89]|20)\d\d|item \d{1,3}|No\. \d+)")
_LAST = "0123456789)%–-"
_FEW = 2  # rows that make a table
_MUCH = 0.4  # of a run of small lines are rows with amounts where it is a table


def say(rows: Sequence[Row]) -> None:
    """Sets ``cells`` of the rows that belong to a table.

    In the body's size, a table is rows with amounts below a line that ends with a colon; in small type, a
    run of lines many of which have amounts.
    """
    for start, end in (*_small_runs(rows), *_below_colons(rows)):
        amounts = sum(map(_has_amount, rows[start:end]))
        if amounts >= max(_FEW, _MUCH * (end - start)):
            for row in rows[start:end]:
                row.cells = True


def _small_runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    end = 0
    for start in [at for at, row in enumerate(rows) if row.small]:
        if start >= end and _is_small(rows[start]):
            end = _end(rows, start, _is_small)
            yield start, end


def _below_colons(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    for start in [at for at, row in enumerate(rows, 1) if row.text[-1] == ":"]:
        yield start, _end(rows, start, _has_amount)


def _end(rows: Sequence[Row], at: int, belongs: Callable[[Row], bool]) -> int:
    while at < len(rows) and belongs(rows[at]):
        at += 1
    return at


def _is_small(row: Row) -> bool:
    return row.small and not row.note and not row.dropped


def _has_amount(row: Row) -> bool:
    text = row.text
    return (
        text[-1] in _LAST
        and not row.note
        and not row.dropped
        and _AMOUNT.fullmatch(text) is not None
        and not _DATE.fullmatch(text)
    )
