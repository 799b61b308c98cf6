"""Puts what Rich lays out on a terminal, through the pager where it is long, or plainly elsewhere."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from rich.console import Console, RenderableType

PIPE_WIDTH = 100  # without a terminal and without COLUMNS


def is_terminal(out: BinaryIO) -> bool:
    """Whether ``out`` is a stdout that a person looks at."""
    return out is sys.stdout.buffer and sys.stdout.isatty()


def console_for(out: BinaryIO) -> Console:
    """A console of the terminal's width; for pipes and files one without colour, ``COLUMNS`` wide."""
    if is_terminal(out):
        return Console(highlight=False)
    width = os.environ.get("COLUMNS", "")
    return Console(
        width=int(width) if width.isdecimal() and int(width) else PIPE_WIDTH,
        color_system=None,
        force_terminal=False,
        highlight=False,
    )


def put(body: RenderableType, out: BinaryIO) -> None:
    """Print ``body``; on a terminal, what is higher than it goes through ``PAGER``."""
    console = console_for(out)
    with console.capture() as captured:
        console.print(body)
    text = captured.get()
    if not is_terminal(out):
        lines = (line.rstrip() for line in text.splitlines())
        out.write("".join(f"{line}\n" for line in lines).encode())
    elif text.count("\n") < console.height:
        sys.stdout.write(text)
    else:
        from rich.pager import SystemPager

        os.environ.setdefault("LESS", "FRX")  # colours and links pass through, as with git
        SystemPager().show(text)
