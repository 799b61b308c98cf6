"""A command that only queries imports nothing heavy; what it imports decides how soon it answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

HEAVY = {
    "spacy", "numpy", "pydantic", "yaml", "sqlite_utils", "pypdfium2", "lxml", "docx", "xlsxwriter",
    "urllib3", "matplotlib", "datasette", "documents.reading", "rules.classify", "rules.lexicon",
}  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [
        ["list", "--actor", "unodc"],
        ["show", "99/501", "9"],
        ["export", "provisions"],
        ["export", "paragraphs", "--format", "json"],
        ["stats"],
        ["stats", "--matrix", "actor", "verb"],
        ["ask", "what is UNODC requested to do"],
        ["--help"],
        ["list", "--help"],
    ],
    ids=" ".join,
)
def test_a_query_imports_nothing_heavy(command: list[str], example_register: Path) -> None:
    program = (
        "import sys; from cli.app import run; status = run(sys.argv[1:]); "
        "print(status, *sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *command],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"MANDATES_DB": str(example_register), "PATH": ""},
        check=True,
    )
    status, *modules = done.stderr.splitlines()[-1].split()
    assert status == "0", done.stderr
    assert not HEAVY & set(modules)


def test_a_command_imports_no_other_command(example_register: Path) -> None:
    program = "import sys; from cli.app import run; run(['list']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"MANDATES_DB": str(example_register)},
        check=True,
    )
    others = {"cli.ingest", "cli.export", "cli.show", "cli.stats", "cli.ask", "cli.refresh", "rich.console"}
    assert not others & set(done.stderr.splitlines()[-1].split())
