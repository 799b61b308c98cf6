"""``mandates ask``: a question in plain English, answered from the register."""

import os
import shlex
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from cli.errors import CommandError, say
from cli.expand import expanded
from cli.listing import Limit, show
from cli.options import Db, OutputOptions, opened
from cli.output.emit import Format, emit
from cli.output.sheet import Sheet
from cli.questions import Names, NotUnderstoodError, Reading, UnknownNameError, read_question
from cli.questions.times import ordinal, session_of
from cli.questions.wording import in_words, narrowed, wider
from cli.spelling import spelled
from cli.undated import tell_undated
from db import names, queries
from db.filters import Filter

EXAMPLES = """Questions that it understands, for example:
    mandates ask "what is UNODC requested to do"
    mandates ask "what must Member States do about cybercrime"
    mandates ask "which reports are due from the SG at the 81st session"
    mandates ask "who is urged to ratify"
    mandates ask "how many times has UNDP been invited since 2018"
    mandates ask "compare UNODC and UNDP at the 79th session\""""
FEW = 5  # rows: below it we say what would widen the answer
MANY = 1_000  # rows: counting stops here


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
        mandates ask "which reports are due from the SG at the 81st session"
        mandates ask "how many times has UNDP been invited since 2018"
        mandates ask "compare UNODC and UNDP at the 79th session"
    """
    asked = " ".join(question)
    with opened(db) as register:
        reading = understood(register, asked)
        note = f"{in_words(reading, label_of(register))}: {listing(reading, db)}"
        say(f"Read as {note}")
        if reading.left_out:
            say(f"Left out of the conditions: {', '.join(reading.left_out)}")
        answer(register, reading, output, limit, title=asked, note=note)
        tell_undated(register, reading.filter)
        advise(register, reading.filter)


def understood(register: Any, question: str) -> Reading:
    """The reading of the question; what cannot be read ends the command with status 2."""
    try:
        reading = read_question(question, known_names(register), date.today())
        filter = reading.filter
        if (
            filter.topic
            and filter == Filter(topic=filter.topic)
            and not queries.count(register, filter, at_most=1)
        ):
            raise NotUnderstoodError(f"{filter.topic!r} names nothing that the register holds")
    except NotUnderstoodError as error:
        refuse(register, error)
    return reading


def refuse(register: Any, error: NotUnderstoodError) -> NoReturn:
    """Say why a question cannot be answered, in one line for a wrong name, with examples otherwise."""
    if not queries.count(register, Filter(), at_most=1):
        raise CommandError("the register holds nothing yet; fill it with: mandates ingest FOLDER") from error
    if isinstance(error, UnknownNameError):
        raise typer.BadParameter(str(error), param_hint="QUESTION") from error
    say(f"mandates ask: {error}\n{EXAMPLES}")
    raise typer.Exit(2) from error


def known_names(register: Any) -> Names:
    """What the register knows by name."""
    return Names.of(
        names.actor_names(register),
        names.verb_kinds(register),
        names.organs(register),
        newest=names.newest(register),
        find_actors=lambda text: names.actor(register, text),
        find_documents=lambda text: names.symbols(register, text),
        near_documents=lambda text: names.near_symbols(register, text),
        label=label_of(register),
    )


def label_of(register: Any) -> Any:
    """The readable name of an actor's id."""
    return lambda id: names.actor_name(register, id)


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
    format = output.chosen(default=Format.TABLE)
    if format is Format.TABLE and output.output is None:
        print(number)
    else:
        unit = f"{reading.counted or 'provision'}s"
        emit(Sheet((unit,), [{unit: number}], title, note), format, output.output, output.bom)


def advise(register: Any, filter: Filter) -> None:
    """Say how to narrow the answer, or, where there is little of it, what would widen it."""
    found = queries.count(register, filter, at_most=MANY)
    if found < FEW:
        more = {words: queries.count(register, each, at_most=MANY) for words, each in wider(filter)}
        steps = [f"{words} ({number_words(number)})" for words, number in more.items() if number > found]
        if steps:
            say(f"To widen: {', '.join(steps[:3])}")
    elif options := narrowed(filter):
        say(f"To narrow: add {options}")
    if filter.due_before or filter.due_after:
        day = date.fromisoformat(filter.due_before or filter.due_after)
        say(f'A session has no date: ask for what is "due at the {ordinal(session_of(day))} session"')
    if filter.due_before >= date.today().isoformat() and not filter.due_after:
        say(f"Only what is still to come: add --due-after {date.today().isoformat()}")


def number_words(number: int) -> str:
    """``12``, or ``more than 999``."""
    return f"more than {MANY - 1}" if number >= MANY else str(number)
