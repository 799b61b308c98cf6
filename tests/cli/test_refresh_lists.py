"""Lists say the same in the same bytes, so that only a change rewrites them."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from cli.output import xlsx
from cli.output.sheet import Sheet


def test_a_workbook_does_not_tell_when_it_was_written() -> None:
    out = BytesIO()
    xlsx.write(Sheet(("id", "symbol"), [{"id": "A/RES/80/901#1.1", "symbol": "A/RES/80/901"}]), out)
    today = datetime.now(UTC)
    with ZipFile(out) as archive:
        for entry in archive.infolist():
            assert f"{today:%Y-%m-%d}".encode() not in archive.read(entry)
            assert entry.date_time[:2] != (today.year, today.month)
