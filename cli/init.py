"""``mandates init``: a commented ``mandates.yaml`` to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.errors import CommandError, say

TEMPLATE = Path(__file__).parent / "config" / "template.yaml"


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.")] = Path("mandates.yaml"),
) -> None:
    """Write a commented mandates.yaml, in which you name sources and lists.

    A file that is there already is never overwritten.

        mandates init
        mandates refresh
    """
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(TEMPLATE.read_text("utf-8"))
    except FileExistsError:
        raise CommandError(f"{file}: is there already and was left as it is") from None
    say(f"{file}: written; name your sources and lists in it, then run: mandates refresh")
