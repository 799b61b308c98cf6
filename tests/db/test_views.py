"""The views that people open in any SQLite tool."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("view", "rows"),
    [
        ("mandates", [("unodc", "10"), ("secretary-general", "1")]),
        ("obligations", [("government-of:myanmar", "1"), ("member-states", "10"), ("member-states", "9(a)"),
                         ("member-states", "9(b)")]),
        ("reports", [("member-states", "10"), ("unodc", "10")]),
    ],
)  # fmt: skip
def test_views(path: Path, view: str, rows: list[tuple[str, str]]) -> None:
    with closing(sqlite3.connect(path)) as conn:
        found = conn.execute(f"SELECT actor_id, paragraph FROM {view}").fetchall()
    assert sorted(found) == sorted(rows)


def test_a_view_answers_in_words(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        row = conn.execute(
            "SELECT actor, verb, due, symbol, title FROM reports WHERE actor_id = 'unodc'"
        ).fetchone()
    assert row == (
        "United Nations Office on Drugs and Crime",
        "request",
        "by 2030",
        "A/RES/73/186",
        "Countering trafficking in persons",
    )
