"""The rows that ../shared gives, in columns that hold no text of it: ``tests/expected/*.tsv``.

``python -m tests.expected_rows`` writes them anew; look at ``git diff`` then, line by line: each says what a change
of the rules does.
"""

from __future__ import annotations

import csv
import difflib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

SHARED = Path(__file__).resolve().parents[2] / "shared"
FOLDER = Path(__file__).parent / "expected"
MANDATES = Path(sys.executable).with_name("mandates")
SOURCES = {"corpus": [SHARED / "corpus"], "cases": sorted((SHARED / "cases" / "rules").glob("*.txt"))}
COLUMNS = ("id", "kind", "verb", "strength", "actors", "report", "due", "qualifiers", "references")
_SHOWN = 80  # lines of a difference
_WHOLE = 5  # words; of longer ones the first and last stand for all


def ingest(sources: Sequence[Path], register: Path) -> None:
    """Take files and folders in by the installed command."""
    subprocess.run([MANDATES, "ingest", *sources, "--db", register], check=True, capture_output=True)


def export(what: str, register: Path) -> Path:
    """What a register exports, as CSV beside it."""
    path = register.with_name(f"{what}.csv")
    command = [MANDATES, "export", what, "--format", "csv", "-o", path, "--db", register]
    subprocess.run(command, check=True, capture_output=True)
    return path


def rows(provisions: Path) -> list[str]:
    """The provisions of a CSV file, one a line, in the order of their ids."""
    with provisions.open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file)
        return sorted("\t".join(_shortened(row[column]) for column in COLUMNS).rstrip() for row in found)


def _shortened(cell: str) -> str:
    """A cell without sentences of the texts: of each long part the first and the last words, and how many."""
    return "; ".join(
        part
        if len(words := part.split()) <= _WHOLE
        else f"{words[0]} {words[1]} ... {words[-2]} {words[-1]} ({len(words)})"
        for part in cell.split("; ")
    )


def expected(name: str) -> list[str]:
    """The rows that are committed, without the line of columns."""
    return (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]


def difference(name: str, found: list[str]) -> str:
    """The lines that went and that came, "" where there are none."""
    changed = [
        line
        for line in difflib.unified_diff(expected(name), found, lineterm="", n=0)
        if not line.startswith(("---", "+++", "@@"))
    ]
    more = [f"and {len(changed) - _SHOWN} lines more"] if len(changed) > _SHOWN else []
    return "\n".join(changed[:_SHOWN] + more)


def main() -> None:
    """Write the expected rows of every source."""
    FOLDER.mkdir(exist_ok=True)
    for name, sources in SOURCES.items():
        with TemporaryDirectory() as folder:
            register = Path(folder) / "register.db"
            ingest(sources, register)
            lines = ["\t".join(COLUMNS), *rows(export("provisions", register))]
        (FOLDER / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
