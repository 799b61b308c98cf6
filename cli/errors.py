"""How a command says that something is wrong: one line on stderr and a stable exit status.

0 is success, 1 that something failed, 2 wrong usage, 130 a stop by Ctrl-C. For wrong usage raise
``typer.BadParameter(message, param_hint="--actor")``; for everything else ``CommandError(message)``.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Sequence


class CommandError(Exception):
    """Ends the command with status 1. ``str()`` says what is wrong, with which file, and what to do."""


def say(message: str) -> None:
    """Write one line to the person, on stderr: stdout is for data."""
    sys.stdout.flush()
    print(message, file=sys.stderr, flush=True)


def nearest(typed: str, known: Iterable[str], most: int = 3) -> str:
    """The suggestion of the known names nearest to ``typed``, ``""`` if none is near."""
    by_lower = {name.lower(): name for name in known}
    near = difflib.get_close_matches(typed.lower(), by_lower, n=most, cutoff=0.6)
    return suggestion([by_lower[name] for name in near])


def suggestion(near: Sequence[str]) -> str:
    """``"; did you mean a, b?"``, or ``""`` for no names."""
    return f"; did you mean {', '.join(near)}?" if near else ""
