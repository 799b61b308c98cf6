"""``mandates ask``: a question in plain English, answered from the register."""

from __future__ import annotations

import os
import shlex
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.errors import say
from cli.expand import expanded
from cli.listing import Limit, show
from cli.options import Db, OutputOptions, opened
from cli.output.emit import Format, emit
from cli.output.sheet import Sheet
from cli.questions import Names, NotUnderstoodError, Reading, read_question
from cli.questions.wording import advice, in_words
from cli.spelling import spelled
from db import names, queries
from db.filters import Filter

EXAMPLES = """Questions that it understands, for example:
    mandates ask "what is UNODC requested to do"
    mandates ask "what must Member States do about cybercrime"
    mandates ask "which reports are due from the Secretary-General in 2026"
    mandates ask "who is urged to ratify"
    mandates ask "how many times has UNDP been invited since 2018"
    mandates ask "compare UNODC and UNDP at the 79th session\""""
COUNTED = {"document": "documents", "actor": "actors"}


@expanded
def command(
    question: Annotated[list[str], typer.Argument(metavar="QUESTION", help="In plain English.")],
    output: OutputOptions,
    limit: Limit = None,
    db: Db = None,
) -> None:
    """Answer a question about what documents ask of whom.

    It says first how it read the question, as the command that lists the same rows.

    Examples:

        mandates ask "what is UNODC requested to do"
        mandates ask "what must Member States do about cybercrime"
        mandates ask "which reports are due from the Secretary-General in 2026"
        mandates ask "how many times has UNDP been invited since 2018"
        mandates ask "compare UNODC and UNDP at the 79th session"
    """
    asked = " ".join(question)
    with opened(db) as register:
        try:
            reading = read_question(asked, known_names(register), date.today())
            understood(register, reading)
        except NotUnderstoodError as error:
            say(f"mandates ask: {error}\n{EXAMPLES}")
            raise typer.Exit(2) from error
        note = f"{in_words(reading.filter, reading.sort, label_of(register))}: {listing(reading, db)}"
        say(f"Read as {note}")
        if reading.left_out:
            say(f"Left out, because it stands for nothing in the register: {', '.join(reading.left_out)}")
        answer(register, reading, output, limit, title=asked, note=note)
        if (output.output is None) and (hint := advice(reading.filter)):
            say(hint)


def known_names(register: Any) -> Names:
    """What the register knows by name."""
    return Names.of(
        names.actor_names(register),
        names.verb_kinds(register),
        names.organs(register),
        find_actors=lambda text: names.actor(register, text),
        find_documents=lambda text: names.symbols(register, text),
        label=label_of(register),
    )


def label_of(register: Any) -> Any:
    """The readable name of an actor's id."""
    return lambda id: names.actor_name(register, id)


def understood(register: Any, reading: Reading) -> None:
    """Refuse bare words that the register does not hold: they may be anything."""
    filter = reading.filter
    if filter == Filter(topic=filter.topic) and not queries.count(register, filter, at_most=1):
        raise NotUnderstoodError(f"{filter.topic!r} is no name and stands in no provision of the register")


def listing(reading: Reading, db: Path | None) -> str:
    """The ``mandates list`` command with the same rows in the same order."""
    parts = [spelled(reading.filter)]
    if reading.sort != "strength":
        parts.append(f"--sort {reading.sort}")
    if db is not None and str(db) != os.environ.get("MANDATES_DB"):
        parts.append(f"--db {shlex.quote(str(db))}")
    return " ".join(parts)


def answer(
    register: Any, reading: Reading, output: OutputOptions, limit: int | None, title: str, note: str
) -> None:
    """Show the rows, their number or the comparison."""
    if reading.presentation == "compare":
        from cli.comparing import compare

        compare(register, reading.filter, output, reading.by, title, note)
    elif reading.by:
        from cli.stats import show_counts

        show_counts(register, reading.filter, output, [reading.by], limit)
    elif reading.presentation == "count":
        show_number(register, reading, output, title, note)
    else:
        show(register, reading.filter, output, sort=reading.sort, limit=limit, title=title)


def show_number(register: Any, reading: Reading, output: OutputOptions, title: str, note: str) -> None:
    """Print how many provisions, documents or actors there are."""
    if reading.counted:
        number = len(queries.facets(register, reading.filter, reading.counted))
    else:
        number = queries.count(register, reading.filter)
    unit = COUNTED.get(reading.counted, "provisions")
    format = output.chosen(default=Format.TABLE)
    if format is Format.TABLE and output.output is None:
        print(f"{number} {unit if number != 1 else unit[:-1]}")
    else:
        emit(Sheet((unit,), [{unit: number}], title, note), format, output.output, output.bom)
