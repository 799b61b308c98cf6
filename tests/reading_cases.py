"""The cases of ../shared/cases/reading through the command, in this process: all of them in seconds.

``python -m tests.reading_cases [CASE...]`` prints one line for each difference, as ``check_reading.py``
does, whose comparisons these are; that script starts the installed command for each step instead.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest import mock

from cli.app import run as run_command

SCRIPT = Path(__file__).parents[2] / "shared" / "cases" / "check_reading.py"


def cases() -> dict[str, dict[str, Any]]:
    """Every case by its name; none where ../shared is absent."""
    found = sorted((SCRIPT.parent / "reading").glob("*/case.json"))
    return {path.parent.name: json.loads(path.read_text("utf-8")) for path in found}


def differences(name: str, case: dict[str, Any]) -> list[str]:
    """What the register holds or the command says otherwise than the case wants, one sentence each."""
    specification = importlib.util.spec_from_file_location("check_reading", SCRIPT)
    assert specification
    assert specification.loader
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    with mock.patch.object(script.subprocess, "run", _run_here):
        return script.differences(name, case, ["mandates"])


def _run_here(
    words: list[str], *, cwd: Path, env: dict[str, str], **_: Any
) -> subprocess.CompletedProcess[str]:
    """What ``subprocess.run`` would give for a ``mandates`` command."""
    output, errors = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with (
        contextlib.chdir(cwd),
        mock.patch.dict(os.environ, env, clear=True),
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(errors),
    ):
        status = run_command(words[1:])
    told = [stream.buffer.getvalue().decode("utf-8", "replace") for stream in (output, errors)]  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(words, status, *told)


def main(names: list[str]) -> int:
    """Print the differences of these cases, or of all."""
    failed = 0
    chosen = {name: case for name, case in cases().items() if not names or name in names}
    for name, case in chosen.items():
        told = differences(name, case)
        failed += bool(told)
        for line in told:
            print(f"{name}: {line}", flush=True)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
