"""A question answered from SQLite should feel instant: asking imports nothing heavy."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"sqlite_utils", "yaml", "pydantic", "spacy", "numpy", "lxml", "docx", "pypdfium2", "typer", "rich"}


def test_asking_the_register_imports_nothing_heavy() -> None:
    script = "import sys, db.queries, db.names, db.history, db.changes, db.runs; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not HEAVY & {name.partition(".")[0] for name in done.stdout.split()}
