"""``mandates lexicon``: what the rules know of words, a check of your own, and names still unknown."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.errors import CommandError, say
from cli.expand import expanded
from cli.options import Db, OutputOptions, opened
from cli.output.emit import Format, emit
from cli.output.sheet import Sheet
from cli.own_words import Own, own_lexicon
from db import queries

command = typer.Typer(
    help="""What the rules know of words, and your own additions.

    Your file adds to the built-in entries or overrides them: see docs/rules.md.

    Examples:

        mandates lexicon actors
        mandates lexicon unknown > mine.yaml
        mandates lexicon check mine.yaml
        mandates ingest resolutions/ --lexicon mine.yaml
    """
)


@command.callback(invoke_without_command=True)
def alone(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())


@command.command("check")
def check(
    file: Annotated[Path, typer.Argument(help="Your lexicon, a YAML file.")],
) -> None:
    """Say whether a lexicon of your own is right, with the line of every mistake.

    Examples:

        mandates lexicon check mine.yaml
    """
    from rules import lexicon
    from rules.lexicon.schema import KEY_FIELDS

    try:
        own = lexicon.read_own(file)
    except lexicon.LexiconError as error:
        for problem in error.problems:
            say(str(problem))
        raise typer.Exit(1) from None
    counts = {section: len(getattr(own, section)) for section in KEY_FIELDS}
    found = ", ".join(f"{section} {count}" for section, count in counts.items() if count)
    print(f"{file}: right ({found or 'no entries'})")


@command.command("actors")
@expanded
def actors(output: OutputOptions, lexicon: Own = None) -> None:
    """The actors in force: ids, names, groups, other names and short forms.

    Examples:

        mandates lexicon actors
        mandates lexicon actors --format csv -o actors.csv
    """
    show(
        ("id", "name", "group", "parent", "aliases", "short", "source"),
        (entry.model_dump(mode="json") for entry in in_force(lexicon).actors.values()),
        output,
        brief=("id", "name", "group", "aliases", "short"),
        title="Actors",
    )


@command.command("verbs")
@expanded
def verbs(output: OutputOptions, lexicon: Own = None) -> None:
    """The operative verbs in force: kind, strength, forms, and the source of each judgement.

    Examples:

        mandates lexicon verbs
        mandates lexicon verbs --format csv
    """
    show(
        ("verb", "kind", "strength", "forms", "past", "participles", "passives", "source", "note"),
        (entry.model_dump(mode="json") for entry in in_force(lexicon).verbs),
        output,
        brief=("verb", "kind", "strength", "forms", "source"),
        title="Operative verbs",
    )


@command.command("unknown")
def unknown(
    at_least: Annotated[int, typer.Option(min=1, metavar="N", help="Only names met so often.")] = 1,
    db: Db = None,
) -> None:
    """Addressees that no entry covers, most frequent first, as YAML to paste into your own lexicon.

    Delete what is no actor. Where a name means a known actor, keep {id: unodc, aliases: [that name]}.

    Examples:

        mandates lexicon unknown --at-least 2 > mine.yaml
    """
    with opened(db) as register:
        found = [actor for actor in queries.unknown_actors(register) if actor.count >= at_least]
    if not found:
        say("no addressee of the register is unknown")
        return
    print("\n".join(as_yaml(found)))


def as_yaml(found: list[Any]) -> Iterator[str]:
    """Entries for unknown addressees, each with its count and examples as a comment."""
    import json

    yield "# Delete what is no actor; a name of a known actor is {id: unodc, aliases: [that name]}."
    yield "actors:"
    for actor in found:
        yield f"# {actor.count} x, as in {', '.join(actor.examples)}"
        yield f"- id: {json.dumps(actor.id)}"
        yield f"  name: {json.dumps(actor.name, ensure_ascii=False)}"
        yield "  group: own"


def in_force(option: Path | None) -> Any:
    """The lexicon with a person's own entries."""
    from rules import lexicon

    return lexicon.load(own_lexicon(option))


def show(
    columns: tuple[str, ...],
    rows: Iterator[Any],
    output: OutputOptions,
    *,
    brief: tuple[str, ...],
    title: str,
) -> None:
    """Entries in the format asked for; a table has the columns that fit it."""
    format = output.chosen(default=Format.TABLE)
    chosen = brief if format is Format.TABLE else columns
    if output.columns:
        chosen = tuple(name.strip() for name in output.columns.split(","))
        if wrong := [name for name in chosen if name not in columns]:
            raise CommandError(f"no column {', '.join(wrong)}; there are {', '.join(columns)}")
    emit(Sheet(chosen, rows, title=title), format, output.output, output.bom)
