"""``mandates export``: whole registers or parts of them, for other programs."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any

import typer

from cli import columns
from cli.errors import say
from cli.expand import expanded
from cli.options import Db, FilterOptions, OutputOptions, opened
from cli.output.emit import Format, emit
from cli.output.sheet import Row, Sheet
from cli.selection import selected
from cli.spelling import spelled
from cli.undated import tell_undated
from db import accounts, queries
from db.filters import Filter


class What(StrEnum):
    """What there is to export."""

    PROVISIONS = "provisions"
    PARAGRAPHS = "paragraphs"
    DOCUMENTS = "documents"
    NOTES = "notes"


COLUMNS = {
    What.PROVISIONS: columns.PROVISIONS,
    What.PARAGRAPHS: columns.PARAGRAPHS,
    What.DOCUMENTS: columns.DOCUMENTS,
    What.NOTES: columns.NOTES,
}
OF_DOCUMENTS = {"documents", "document_kinds", "organs", "sessions", "since", "until", "paragraphs"}


@expanded
def command(
    filters: FilterOptions,
    output: OutputOptions,
    what: Annotated[What, typer.Argument(help="What the rows are.")] = What.PROVISIONS,
    db: Db = None,
) -> None:
    """Rows for spreadsheets and programs: provisions, paragraphs, documents or footnotes.

    CSV unless you say otherwise or the name after -o does (.json, .jsonl, .xlsx, .html, .md). In CSV,
    lists are joined by ";" and a cell that a spreadsheet would run as a formula begins with an apostrophe.

    Examples:

        mandates export > register.csv
        mandates export provisions --actor secretary-general --kind directive -o sg.xlsx
        mandates export paragraphs --document 73/186 --format json
        mandates export documents --session 78-80 -o documents.csv --bom
        mandates export notes --document 73/186
    """
    with opened(db) as register:
        filter = selected(filters, register)
        known = COLUMNS[what]
        if what is What.PROVISIONS:
            known += columns.EXTRA
        sheet = Sheet(
            columns.chosen(output.columns, COLUMNS[what], known),
            rows(register, what, filter),
            title=f"Register of mandates: {what}",
            note=spelled(filter),
        )
        number = emit(sheet, output.chosen(default=Format.CSV), output.output, output.bom)
        tell_undated(register, filter, of_documents=what is not What.PROVISIONS)
    if output.output:
        say(f"{number:,} {what} written to {output.output}")
    elif not number:
        say(f"no {what} meet these conditions")


def rows(register: Any, what: What, filter: Filter) -> Iterator[Row]:
    """The rows, in the order of the documents and read as they are asked for."""
    if what is What.PROVISIONS:
        return columns.records(queries.provisions(register, filter, sort="symbol"))
    if what is What.DOCUMENTS:
        return columns.records(queries.documents(register, filter))
    refuse_what_is_about_provisions(filter, what)
    return columns.records(notes(register, filter) if what is What.NOTES else paragraphs(register, filter))


def paragraphs(register: Any, filter: Filter) -> Iterator[Any]:
    """The paragraphs of the documents, one label after the other where labels are asked for."""
    for label in filter.paragraphs or (None,):
        for row in queries.paragraphs(register, filter, paragraph=label):
            item = row.paragraph.find(
                "("
            )  # an item reads as printed, so that a paragraph can be joined again
            yield replace(row, text=f"{row.paragraph[item:]} {row.text}") if item >= 0 else row


def notes(register: Any, filter: Filter) -> Iterator[Any]:
    """The footnotes of the documents, of one label after the other where labels are asked for."""
    for label in filter.paragraphs or (None,):
        yield from accounts.notes(register, filter, paragraph=label)


def refuse_what_is_about_provisions(filter: Filter, what: What) -> None:
    """Paragraphs and notes have no verb and no addressee to choose them by."""
    asked = {name for name in filter.__slots__ if getattr(filter, name) not in ((), "", None)}
    if asked - OF_DOCUMENTS:
        raise typer.BadParameter(
            f"{what} are chosen by --document, --document-kind, --paragraph, --organ, --session, --year, "
            "--since, --until",
            param_hint=f"export {what}",
        )
