"""``mandates ingest``: files and folders into the register."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.errors import say
from cli.options import Db, register_path
from cli.own_words import Own, own_lexicon

AT_ONCE = 4  # files per process below which another process does not pay
OUTCOMES = ("new", "changed", "unchanged", "failed")


def command(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files and folders; folders with all below them.")
    ],
    lexicon: Own = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, metavar="N", help="Read in N processes; else one per core.")
    ] = None,
    max_bytes: Annotated[
        int | None, typer.Option("--max-bytes", min=1, metavar="N", help="Refuse larger files.")
    ] = None,
    max_pages: Annotated[
        int | None, typer.Option("--max-pages", min=1, metavar="N", help="Refuse PDFs of more pages.")
    ] = None,
    db: Db = None,
) -> None:
    """Read resolutions (PDF, Word, HTML, text) into the register.

    Files that have not changed are passed over, changed ones replace what was there. A file that cannot
    be read is named, the others are still taken in, and the exit status is then 1.

    Examples:

        mandates ingest resolutions/
        mandates ingest A_RES_79_1.pdf drafts/ --db mine.db
    """
    from db import register as registers
    from db import runs
    from documents.files import find, passed_over

    limits = limits_from(max_bytes, max_pages)
    path = register_path(db)
    total = sum(1 for _ in find(paths))
    register = registers.open_to_write(path)
    try:
        tally = Tally()
        number = runs.start(register, "ingest")
        try:
            take(
                register,
                find(paths),
                tally,
                total=total,
                jobs=jobs,
                limits=limits,
                lexicon=own_lexicon(lexicon),
                number=number,
            )
        finally:
            counts = runs.Counts(**tally.outcomes, provisions=tally.provisions)
            runs.finish(register, number, counts, tally.errors)
    finally:
        registers.close(register)
    if others := passed_over(paths):
        say(others)
    print(tally.summary(path))
    if tally.outcomes["failed"]:
        raise typer.Exit(1)


def limits_from(max_bytes: int | None, max_pages: int | None) -> Any:
    """The limits with those changed that were given."""
    from documents.limits import Limits

    given = {"bytes": max_bytes, "pages": max_pages}
    return Limits(**{name: value for name, value in given.items() if value is not None})


@dataclass
class Tally:
    """Counts what became of the files, and says at once what a person should know."""

    outcomes: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))
    provisions: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, taken: Any) -> None:
        """Count one file; failures, warnings and notices go to stderr."""
        self.outcomes[str(taken.outcome or "failed")] += 1
        self.provisions += taken.provisions if taken.outcome != "unchanged" else 0
        if taken.why:
            self.errors.append(f"{taken.path}: {taken.why}")
            say(self.errors[-1])
        for warning in taken.warnings:
            say(f"{taken.path}: {taken.symbol}: {warning}")
        for notice in taken.notices:
            say(notice)

    def summary(self, path: Path) -> str:
        """What was done, in two lines."""
        counted = ", ".join(f"{self.outcomes[name]} {name}" for name in OUTCOMES)
        return f"Documents: {counted}\nProvisions: {self.provisions:,} written to {path}"


def take(register: Any, files: Any, tally: Tally, *, total: int, jobs: int | None, **settings: Any) -> None:
    """Take the files in, with a progress bar where a person watches."""
    from cli.intake import take_in

    processes = min(jobs or os.cpu_count() or 1, -(-total // AT_ONCE))
    with progress(total) as advance:
        for taken in take_in(register, files, jobs=processes, **settings):
            tally.add(taken)
            advance()


@contextmanager
def progress(total: int) -> Iterator[Any]:
    """A function to call after each file; it moves a bar on stderr if that is a terminal."""
    if not sys.stderr.isatty() or total < 2:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
