"""``mandates forget``: documents out of the register, their history kept."""

import sys
from typing import Annotated

import typer

from cli.complete import complete_symbol
from cli.errors import CommandError, say
from cli.options import Db, register_path
from cli.selection import one_document


def command(
    symbols: Annotated[
        list[str],
        typer.Argument(
            metavar="SYMBOL...", help="73/186, A/RES/73/186, file:NAME.", autocompletion=complete_symbol
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask first.")] = False,
    db: Db = None,
) -> None:
    """Take documents out of the register, with their paragraphs, notes and provisions.

    Their history stays: mandates refresh tells what was withdrawn. A file that still lies in a folder that
    you ingest brings its document back; move it away first.

    Examples:

        mandates forget A/RES/73/186
        mandates forget "S/RES/2719 (2023)" file:draft --yes
    """
    from db import register as registers
    from db import runs, store

    path = register_path(db)
    if not path.exists():
        raise CommandError(f"no register at {path}")
    register = registers.open_to_write(path)
    try:
        chosen = [one_document(register.conn, symbol) for symbol in symbols]
        if not yes and not agreed(chosen):
            say("nothing was taken out")
            raise typer.Exit(1)
        number = runs.start(register, "forget")
        gone = [symbol for symbol in dict.fromkeys(chosen) if store.remove(register, symbol, number)]
        runs.finish(register, number, runs.Counts(changed=len(gone)))
    finally:
        registers.close(register)
    print(f"Taken out: {', '.join(map(name_of, gone))}")


def name_of(symbol: str) -> str:
    """The symbol; earlier versions kept a text without one under none at all."""
    return symbol or "the text without a symbol"


def agreed(symbols: list[str]) -> bool:
    """Whether the person at the terminal says yes. Raises BadParameter where there is no terminal."""
    if not sys.stdin.isatty():
        raise typer.BadParameter("asks first, and there is no terminal to ask at", param_hint="--yes")
    return typer.confirm(f"Take {', '.join(map(name_of, symbols))} out of the register?", err=True)
