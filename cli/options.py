"""Options that several commands share: the register, the filter and the output."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from cli.complete import (
    complete_actor,
    complete_document_kind,
    complete_strength,
    complete_symbol,
    complete_verb,
)
from cli.output.emit import Format
from db.register import close, open_to_read

Db = Annotated[
    Path | None,
    typer.Option(
        "--db",
        envvar="MANDATES_DB",
        metavar="PATH",
        help="The register: an SQLite file. Without it, one in your data folder.",
    ),
]


def register_path(db: Path | None) -> Path:
    """The register to use: ``--db`` or ``MANDATES_DB``, else a file in the user's data folder."""
    if db is not None:
        return db.expanduser()
    from platformdirs import user_data_path

    return user_data_path("mandates", appauthor=False) / "register.db"


@contextmanager
def opened(db: Path | None) -> Iterator[Any]:
    """The register, open for questions; closed at the end."""
    register = open_to_read(register_path(db))
    try:
        yield register
    finally:
        close(register)


FILTER = "Conditions (the same one again is an alternative, different ones combine)"
OUTPUT = "How to show them"

Texts = list[str] | None
SUFFIXES = {
    ".csv": Format.CSV,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".md": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xlsx": Format.XLSX,
    ".txt": Format.TABLE,
}


def which(metavar: str | None, help: str, complete: Callable[..., Any] | None = None, flags: str = "") -> Any:
    """An option of the filter."""
    names = (flags,) if flags else ()
    return typer.Option(*names, metavar=metavar, help=help, rich_help_panel=FILTER, autocompletion=complete)


def how(*names: str, help: str, metavar: str | None = None, min: int | None = None) -> Any:
    """An option of the output."""
    return typer.Option(*names, metavar=metavar, help=help, min=min, rich_help_panel=OUTPUT)


class FilterOptions(NamedTuple):
    """The filter as typed; ``cli.selection.selected`` resolves it to a ``Filter``."""

    actor: Annotated[
        Texts, which("NAME", "Addressed to this actor: id, name or acronym.", complete_actor)
    ] = None
    group: Annotated[
        Texts, which("GROUP", "Addressed to an actor of this group: secretariat.", flags="--group")
    ] = None
    within: Annotated[Texts, which("NAME", "Addressed to this actor or one below it.", complete_actor)] = None
    verb: Annotated[Texts, which("VERB", "With this operative verb.", complete_verb, flags="--verb")] = None
    strength: Annotated[
        Texts,
        which(
            "LEVEL",
            "mandatory, strong, standard, soft or none; strong+ for a level and above.",
            complete_strength,
        ),
    ] = None
    kind: Annotated[Texts, which("KIND", "directive, decision or statement.", flags="--kind")] = None
    document: Annotated[
        Texts, which("SYMBOL", "In this document: A/RES/73/186 or 73/186.", complete_symbol)
    ] = None
    document_kind: Annotated[
        Texts,
        which(
            "KIND",
            "In such a document: resolution, decision, statement, draft, text.",
            complete_document_kind,
        ),
    ] = None
    paragraph: Annotated[Texts, which("LABEL", "In this paragraph: 7 (covers 7(a)).")] = None
    organ: Annotated[Texts, which("ORGAN", "Adopted by this organ: name or initials.", flags="--organ")] = (
        None
    )
    session: Annotated[Texts, which("N|N-M", "Of this session or range; Security Council: the year.")] = None
    year: Annotated[str, which("Y|Y-Z", "Adopted in this year or range.")] = ""
    since: Annotated[str, which("DATE", "Adopted on or after this date: 2018-12-17.")] = ""
    until: Annotated[str, which("DATE", "Adopted on or before this date.")] = ""
    due_after: Annotated[str, which("DATE", "Due on or after this date.")] = ""
    due_before: Annotated[str, which("DATE", "Due on or before this date.")] = ""
    due: Annotated[bool | None, which(None, "Says when or how often.", flags="--due/--no-due")] = None
    report: Annotated[bool | None, which(None, "Asks for a report.", flags="--report/--no-report")] = None
    review: Annotated[
        bool | None, which(None, "A person should look at it.", flags="--review/--no-review")
    ] = None
    qualifier: Annotated[
        Texts, which("TYPE", "Bounded: on-request, resources, legal, discretion, geographic.")
    ] = None
    topic: Annotated[
        str, which("WORDS", 'With these words; "a phrase" in quotes; traffick* for a beginning.')
    ] = ""


class OutputOptions(NamedTuple):
    """Format and place of the output."""

    format: Annotated[
        Format | None, how("--format", "-f", metavar="FORMAT", help=f"{', '.join(Format)}.")
    ] = None
    output: Annotated[
        Path | None, how("--output", "-o", metavar="FILE", help="Write to this file, not to the screen.")
    ] = None
    columns: Annotated[
        str, how("--columns", metavar="A,B,...", help="Only these columns, in this order.")
    ] = ""
    bom: Annotated[bool, how("--bom", help="Mark the CSV as UTF-8, for older versions of Excel.")] = False

    def chosen(self, default: Format) -> Format:
        """The format asked for, by name or by the ending of the file; ``--bom`` belongs to CSV alone."""
        suffix = self.output.suffix.lower() if self.output else ""
        if suffix and suffix not in SUFFIXES and self.format is None:
            known = ", ".join(SUFFIXES)
            raise typer.BadParameter(
                f"{self.output}: the ending {suffix} tells no format; add --format or use one of {known}",
                param_hint="--output",
            )
        format = self.format or SUFFIXES.get(suffix, default)
        if self.bom and format is not Format.CSV:
            raise typer.BadParameter("goes with CSV only", param_hint="--bom")
        return format
