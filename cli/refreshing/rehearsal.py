"""What a refresh would do, without doing it: nothing is fetched and nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import typer

from cli.config.schema import Config
from cli.intake import examined, rules_in_force
from cli.refreshing.lists import complaint, render
from cli.refreshing.sources import Gathering
from cli.workers import Task
from db import names, register
from documents.fetch.ods import Ods
from documents.files import Problem, find
from documents.limits import Limits


def rehearse(
    config: Config, path: Path, ods: Ods, *, recheck: bool = False, lexicon: Path | None = None
) -> Iterator[str]:
    """One line for each thing that would be done. Without a register at ``path``, everything is new."""
    with ExitStack() as stack:
        held: Any = None
        if path.exists():
            held = register.open_to_write(path)
            stack.callback(register.close, held)
        yield from _folders(config, held, lexicon)
        known = frozenset(names.all_symbols(held.conn)) if held else frozenset[str]()
        for symbol in Gathering(config, ods, known, recheck).would_ask():
            yield f"would ask for {symbol}"
        if held:
            yield from _lists(config, held)


def _folders(config: Config, held: Any, lexicon: Path | None) -> Iterator[str]:
    rules = rules_in_force(lexicon)
    for file in find(config.sources.folders):
        if isinstance(file, Problem):
            if not file.empty:
                yield f"could not read {file.path}: {file.why}"
            continue
        outcome = examined(held, file, Limits(), lexicon, rules) if held else None
        if outcome is None or isinstance(outcome, Task):
            yield f"would read {file.path}"
        elif outcome.why:
            yield f"could not read {file.path}: {outcome.why}"


def _lists(config: Config, held: Any) -> Iterator[str]:
    for entry in config.lists:
        try:
            rendered = render(entry, held.conn)
            if rendered.differs():
                yield f"would write {rendered.file} ({rendered.rows} provisions in the register as it is)"
        except typer.BadParameter as error:
            yield f"could not write the list “{entry.name}”: {complaint(error)}"
