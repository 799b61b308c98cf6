"""An Excel workbook: one sheet with a frozen, filterable header and linked symbols."""

from __future__ import annotations

import shutil
from datetime import datetime
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from cli.output.sheet import Row, Sheet, flat, heading, link

WIDTHS = {"text": 70, "action": 70, "title": 50, "actor_names": 30, "verb_phrase": 20, "section": 30}
MOST_ROWS = 1_048_575  # Excel's own bound, less the header
SAME = datetime(2000, 1, 1)  # time of creation, so that equal rows make equal files
MOST_CHARACTERS = 32_767  # of one cell


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the workbook. Rows beyond what Excel can hold raise ``OSError``, as a full disk does."""
    with TemporaryFile() as whole:  # a ZIP file goes back and forth, which a pipe does not
        try:
            _fill(sheet, whole)
        except FileCreateError as error:
            raise OSError(str(error)) from error
        whole.seek(0)
        shutil.copyfileobj(whole, out)


def _fill(sheet: Sheet, out: BinaryIO) -> None:
    # Constant memory: each row goes to disk before the next. No text becomes a formula or a number.
    book = Workbook(out, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": SAME})
    page = book.add_worksheet("mandates")
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, WIDTHS.get(column, 16), wrap)
    page.write_row(0, 0, [heading(column) for column in sheet.columns], bold)
    page.freeze_panes(1, 0)
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        if last > MOST_ROWS:
            raise OSError(f"an Excel sheet holds {MOST_ROWS:,} rows at most: narrow the filter or use csv")
        for number, column in enumerate(sheet.columns):
            put(page, last, number, column, row)
    page.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
    book.close()


def put(page: Any, line: int, number: int, column: str, row: Row) -> None:
    """Write one cell: numbers as numbers, symbols as links, all else as text."""
    value = row[column]
    if isinstance(value, int | float) and not isinstance(value, bool):
        page.write_number(line, number, value)
    elif column == "symbol" and isinstance(value, str) and (address := link(value)):
        page.write_url(line, number, address, string=value)
    else:
        page.write_string(line, number, flat(value)[:MOST_CHARACTERS])
