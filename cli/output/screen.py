"""Puts what Rich lays out on a terminal, through the pager where it is long, or plainly elsewhere."""

from __future__ import annotations

import os
import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from rich.console import RenderableType

PIPE_WIDTH = 100  # without a terminal and without COLUMNS


def is_terminal(out: BinaryIO) -> bool:
    """Whether ``out`` is a stdout that a person looks at."""
    return out is sys.stdout.buffer and sys.stdout.isatty()


def width_of(out: BinaryIO) -> int:
    """How many characters fit a line: the terminal's, else ``COLUMNS``, else as many as are easy to read."""
    if is_terminal(out):
        return get_terminal_size().columns
    width = os.environ.get("COLUMNS", "")
    return int(width) if width.isdecimal() and int(width) else PIPE_WIDTH


def put(body: RenderableType, out: BinaryIO) -> None:
    """Print ``body``; on a terminal, what is higher than it goes through ``PAGER``."""
    from rich.console import Console

    terminal = is_terminal(out)
    plain = {} if terminal else {"color_system": None, "force_terminal": False}
    console = Console(width=width_of(out), highlight=False, **plain)
    with console.capture() as captured:
        console.print(body)
    text = captured.get()
    if not terminal:
        lines = (line.rstrip() for line in text.splitlines())
        out.write("".join(f"{line}\n" for line in lines).encode())
    elif text.count("\n") < console.height:
        sys.stdout.write(text)
    else:
        from rich.pager import SystemPager

        os.environ.setdefault("LESS", "FRX")  # colours and links pass through, as with git
        SystemPager().show(text)
