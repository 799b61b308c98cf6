"""``mandates show``: one document or paragraph, with its verbs and addressees marked in the text."""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.complete import complete_symbol
from cli.options import Db, opened
from cli.output.coloured import COLOURS
from cli.output.screen import put
from cli.output.sheet import link
from cli.selection import one_document
from db import queries
from db.filters import Filter
from db.rows import DocumentRow, ParagraphRow, ProvisionRow

LABEL_WIDTH = 9


def command(
    symbol: Annotated[
        str, typer.Argument(metavar="SYMBOL", help="73/186 or A/RES/73/186.", autocompletion=complete_symbol)
    ],
    paragraph: Annotated[str, typer.Argument(metavar="[PARAGRAPH]", help="7 (with its items) or 7(a).")] = "",
    notes: Annotated[bool, typer.Option("--notes", help="Its footnotes instead.")] = False,
    dropped: Annotated[
        bool, typer.Option("--dropped", help="What reading left out instead, with page and reason.")
    ] = False,
    db: Db = None,
) -> None:
    """One document, paragraph by paragraph, and what each asks of whom.

    Verbs stand in the colour of their strength and addressees are underlined; below each paragraph
    are its provisions.

    Examples:

        mandates show A/RES/73/186
        mandates show 73/186 40
        mandates show "S/RES/2719 (2023)" "7(a)"
        mandates show 73/186 --notes
        mandates show 73/186 --dropped
    """
    with opened(db) as register:
        found = queries.document(register, one_document(register, symbol))
        assert found is not None  # its symbol comes from the register
        label = paragraph.replace(" ", "").rstrip(".")
        if notes or dropped:
            from cli.beside import show_beside

            show_beside(register, found, label, notes=notes, dropped=dropped)
            return
        paragraphs = list(
            queries.paragraphs(register, Filter(documents=(found.symbol,)), paragraph=label or None)
        )
        if label and not paragraphs:
            raise typer.BadParameter(f"{found.symbol} has no paragraph {paragraph!r}", param_hint="PARAGRAPH")
        provisions = list(queries.provisions(register, Filter(documents=(found.symbol,)), sort="symbol"))
    body = Group(*([] if label else [head(found), Text()]), *text_of(paragraphs, provisions))
    put(body, sys.stdout.buffer)


def head(document: DocumentRow) -> RenderableType:
    """Title and what is known about the document."""
    address = link(document.symbol)
    facts = {
        "Symbol": Text(document.symbol, style=f"link {address}" if address else ""),
        "Organ": Text(document.organ),
        "Session": Text(document.session),
        "Adopted": Text(", ".join(filter(None, (adopted(document), document.meeting)))),
        "Vote": Text(document.vote),
        "Agenda item": Text(document.agenda_item),
        "Origin": Text(document.origin),
        "Kind": Text(document.kind if document.kind != "resolution" else ""),
        "Provisions": Text(f"{document.provisions}, of which {document.directives} directives"),
        "Read from": Text(document.source),
        "Note": Text("\n".join(document.warnings), style="yellow"),
    }
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    for name, value in facts.items():
        if value.plain:
            grid.add_row(name, value)
    return Group(Text(document.title or document.symbol, style="bold"), Text(), grid)


def adopted(document: DocumentRow) -> str:
    """The day, or what is known of it: ``1967``, ``between 1967-09-19 and 1968-09-23``."""
    first, last = document.first_day, document.last_day
    if document.date or not first:
        return document.date
    if (first[4:], last) == ("-01-01", f"{first[:4]}-12-31"):
        return first[:4]
    return f"between {first} and {last}"


def text_of(paragraphs: Iterable[ParagraphRow], provisions: list[ProvisionRow]) -> Iterator[RenderableType]:
    """The paragraphs under their section headings, each with its provisions below it."""
    section = ""
    for paragraph in paragraphs:
        if paragraph.section != section:
            section = paragraph.section
            yield Text(f"{section}\n", style="bold")
        own = [p for p in provisions if stands_in(p, paragraph)]
        grid = Table.grid(padding=(0, 1), pad_edge=False)
        grid.add_column(width=LABEL_WIDTH, justify="right", style="dim", overflow="fold")
        grid.add_column(overflow="fold")
        page = f"\np. {paragraph.page}" if paragraph.page else ""
        grid.add_row(f"{paragraph.paragraph}{page}", marked(paragraph, own))
        for provision in own:
            grid.add_row("", summary(provision))
        yield grid
        yield Text()


def stands_in(provision: ProvisionRow, paragraph: ParagraphRow) -> bool:
    """Whether the provision is of this paragraph; text that goes on after items has the same label."""
    text = paragraph.text[provision.start : provision.end]
    return provision.paragraph == paragraph.paragraph and text == provision.text


def marked(paragraph: ParagraphRow, provisions: list[ProvisionRow]) -> Text:
    """The paragraph's text with verbs coloured by strength and addressees underlined."""
    text = Text(paragraph.text)
    for provision in provisions:
        styles = {
            "verb": f"bold {COLOURS[provision.strength]}".strip(),
            "addressee": "underline",
            "short form": "underline",
        }
        for evidence in json.loads(provision.evidence):
            style = styles.get(evidence["what"])
            # Of an item, the verb may stand in the chapeau: its place is not in this text.
            if style and text.plain[evidence["start"] : evidence["end"]] == evidence["words"]:
                text.stylize(style, evidence["start"], evidence["end"])
    return text


def summary(provision: ProvisionRow) -> Text:
    """``> request (standard): Secretary-General; report; due 2027-12-31``."""
    level = provision.strength if provision.strength != "none" else provision.kind
    more = ["report"] if provision.report else []
    more += [f"due {provision.due_date or provision.due}"] if provision.due else []
    whom = ", ".join(provision.actor_names)
    return Text.assemble(
        ("> ", "dim"),
        (provision.verb, COLOURS[provision.strength]),
        (f" ({level})", "dim"),
        f": {whom}" if whom else "",
        ("".join(f"; {part}" for part in more), "dim"),
    )
