"""Everything in ../shared, taken in twice: the second time changes nothing and says nothing new."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

MANDATES = Path(sys.executable).with_name("mandates")
SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="../shared is not here")
@pytest.mark.xdist_group("scores")
def test_a_second_time_changes_nothing_and_says_nothing_new(tmp_path: Path) -> None:
    register = tmp_path / "register.db"
    first = ingested(register)
    before = dump(register)
    second = ingested(register)
    assert "Documents: 0 new, 0 changed, " in second.stdout
    assert set(second.stderr.splitlines()) <= set(first.stderr.splitlines())
    assert "was read from" not in second.stderr
    assert dump(register) == before


def ingested(register: Path) -> subprocess.CompletedProcess[str]:
    """Run ingest by the installed command: some minutes on a busy machine."""
    command = [MANDATES, "ingest", SHARED, "--db", register]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def dump(register: Path) -> list[str]:
    """Everything a register holds, but for the runs."""
    with closing(sqlite3.connect(register)) as conn:
        return [line for line in conn.iterdump() if not line.startswith('INSERT INTO "runs"')]
