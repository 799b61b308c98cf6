"""A register made once by the real command from the example, for tests that only ask it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("mandates")
Run = Callable[..., subprocess.CompletedProcess[str]]


def run_mandates(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command as a person would from a pipe; ``environment`` adds variables."""
    env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "MANDATES_DB")}
    return subprocess.run(
        [COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**env, **environment},
        timeout=600,
        check=False,
    )


@pytest.fixture(scope="session")
def example_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register of what stands in ``examples``."""
    path = tmp_path_factory.mktemp("example") / "register.db"
    done = run_mandates("ingest", "examples", "--db", path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def mandates(example_register: Path) -> Run:
    """Runs a command on the register of the example."""

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return run_mandates(*arguments, **{"MANDATES_DB": str(example_register), **environment})

    return run
