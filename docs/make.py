"""Writes the parts of the documentation that come out of the program itself: ``make docs``.

``docs/commands.md`` is what ``--help`` says; ``docs/ask.svg`` is a real run of ``ask`` on the example.
A test compares both with what the program says now.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from contextlib import redirect_stdout, suppress
from fcntl import ioctl
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from termios import TIOCSWINSZ

from rich.console import Console
from rich.text import Text

from cli.app import application, run

ROOT = Path(__file__).parents[1]
MANDATES = Path(sys.executable).with_name("mandates")
QUESTION = "what is UNODC requested to do"
WIDTH, HEIGHT = 88, 200  # of the terminal in the picture; so high that nothing goes through a pager

ABOUT = """# Commands

<!-- Written by `make docs` from `mandates --help`; do not edit. -->

"""


def main() -> None:
    """Write both files."""
    (ROOT / "docs/commands.md").write_text(commands(), encoding="utf-8")
    with TemporaryDirectory() as folder:
        (ROOT / "docs/ask.svg").write_text(picture(Path(folder) / "register.db"), encoding="utf-8")


def commands() -> str:
    """The reference of all commands, as their help says it."""
    sections = [
        f"## mandates{''.join(f' {name}' for name in path)}\n\n```text\n{help_of(path)}```\n"
        for path in paths()
    ]
    return ABOUT + "\n".join(sections)


def paths() -> list[list[str]]:
    """Every command and subcommand, the top one first."""
    found: list[list[str]] = [[]]
    for name, command in application().commands.items():
        found.append([name])
        found += [[name, inner] for inner in getattr(command, "commands", {})]
    return found


def help_of(path: list[str]) -> str:
    """What ``--help`` prints in a terminal of 80 characters."""
    os.environ.update(COLUMNS="80")
    os.environ.pop("MANDATES_DB", None)
    with redirect_stdout(StringIO()) as said:
        run([*path, "--help"])
    return said.getvalue()


def picture(register: Path) -> str:
    """An SVG of a terminal in which the example is asked a question."""
    subprocess.run(
        [MANDATES, "ingest", "examples", "--db", register], cwd=ROOT, check=True, capture_output=True
    )
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, highlight=False)
    console.print(Text(f'$ mandates ask "{QUESTION}"', style="bold"))
    console.print(Text.from_ansi(in_terminal([str(MANDATES), "ask", QUESTION, "--limit", "7"], register)))
    svg = console.export_svg(title="mandates", unique_id="mandates-ask")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)  # fetches no font


def in_terminal(command: list[str], register: Path) -> str:
    """What the command writes to a terminal, with its colours."""
    master, terminal = pty.openpty()
    size = HEIGHT.to_bytes(2, sys.byteorder) + WIDTH.to_bytes(2, sys.byteorder) + bytes(4)
    ioctl(terminal, TIOCSWINSZ, size)
    environment = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "MANDATES_DB": str(register)}
    process = subprocess.Popen(
        command, stdin=terminal, stdout=terminal, stderr=terminal, env=environment, cwd=ROOT
    )
    os.close(terminal)
    written = b""
    with suppress(OSError):  # which Linux raises when the other end has closed
        while part := os.read(master, 65536):
            written += part
    os.close(master)
    if process.wait():
        raise SystemExit(f"{command} failed: {written.decode()}")
    return written.decode().replace("\r\n", "\n")


if __name__ == "__main__":
    main()
