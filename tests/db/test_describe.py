from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from db import describe


def test_the_description_of_the_schema_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    written = Path(__file__).parents[2] / "docs" / "schema.md"
    describe.main()
    assert written.read_text("utf-8") == capsys.readouterr().out, (
        "run: python -m db.describe > docs/schema.md"
    )


def test_every_column_of_the_register_is_in_the_description(conn: sqlite3.Connection) -> None:
    text = describe.describe(conn)
    for (table,) in conn.execute(
        "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE%--%'"
    ).fetchall():
        assert f"### {table}\n" in text
        for column in conn.execute(f"PRAGMA table_info({table})").fetchall():
            assert f"| `{column['name']}`" in text
