"""``mandates explain``: why a provision reads as it does, with every rule that matched and its source."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Annotated, Any, NamedTuple

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.errors import CommandError
from cli.options import Db, opened
from cli.output.coloured import COLOURS
from cli.output.screen import put
from cli.own_words import Own, own_lexicon
from db import queries
from db.filters import Filter
from documents import organs
from rules.text import fold

# How what was matched looks in the text, and in what order its rules are listed.
STYLES = {
    "verb": "bold",
    "addressee": "underline",
    "short form": "underline",
    "report": "cyan",
    "due": "magenta",
    "qualifier": "green",
    "reference": "dim",
    "rejected": "strike dim",
}


class Explained(NamedTuple):
    """A provision with its paragraph and why it reads so. ``evidence``: fields of ``Evidence``."""

    name: str
    summary: str
    strength: str
    text: str  # of the paragraph
    evidence: tuple[dict[str, Any], ...]
    review: str

    def marked(self) -> Iterable[dict[str, Any]]:
        """The evidence whose words stand in this paragraph; a chapeau's stand elsewhere."""
        folded = fold(self.text)
        return (e for e in self.evidence if folded[e["start"] : e["end"]] == fold(e["words"]))


def command(
    id: Annotated[str, typer.Argument(metavar="[ID]", help="As lists show it: A/RES/73/186#13.2.")] = "",
    text: Annotated[str, typer.Option("--text", metavar="SENTENCE", help="Any sentence instead.")] = "",
    organ: Annotated[
        str, typer.Option("--organ", metavar="ORGAN", help="Who adopts it: name or initials.")
    ] = organs.GENERAL_ASSEMBLY,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
    lexicon: Own = None,
    db: Db = None,
) -> None:
    """Why a provision reads as it does: each rule that matched, its lexicon entry and the entry's source.

    Verb forms that were seen and rejected are listed too, with the reason.

    Examples:

        mandates explain "A/RES/73/186#13.2"
        mandates explain --text "Urges Member States, upon request, to report annually to the Committee"
    """
    if bool(id) == bool(text):
        raise typer.BadParameter("give either the ID of a provision or --text", param_hint="ID")
    if text:
        found = list(of_sentence(text, organ, lexicon))
        if not found:
            raise CommandError("no operative verb of the organ's own in this sentence, so no provision")
    else:
        with opened(db) as register:
            found = [of_register(register, id)]
    if as_json:
        print(json.dumps([each._asdict() for each in found], ensure_ascii=False, indent=2))
    else:
        put(Group(*(part for each in found for part in shown(each))), sys.stdout.buffer)


def of_register(register: Any, id: str) -> Explained:
    """A provision of the register. Raises BadParameter if there is none of this id."""
    row = queries.provision(register, id)
    if row is None:
        raise typer.BadParameter(f"no provision {id!r} in the register", param_hint="ID")
    paragraphs = queries.paragraphs(register, Filter(documents=(row.symbol,)), paragraph=row.paragraph)
    holding = [p.text for p in paragraphs if p.text[row.start : row.end] == row.text]
    actors = ", ".join(row.actor_names)
    return Explained(
        name=row.id,
        summary=summary(row.kind, row.verb, row.strength, actors, row.report, row.due),
        strength=row.strength,
        text=holding[0] if holding else row.text,
        evidence=tuple(json.loads(row.evidence or "[]")),
        review=row.review,
    )


def of_sentence(text: str, organ: str, lexicon: Any) -> Iterator[Explained]:
    """The provisions of a sentence that stands alone."""
    from rules.classify import classify_text

    text = " ".join(text.split())
    named = organs.named(organ)
    for provision in classify_text(text, named.name if named else organ, own_lexicon(lexicon)):
        actors = ", ".join(addressee.name for addressee in provision.addressees)
        kind, verb, level = provision.kind.value, provision.verb, provision.strength.value
        yield Explained(
            name=f"provision {provision.ordinal}",
            summary=summary(kind, verb, level, actors, provision.report, "; ".join(provision.due)),
            strength=level,
            text=text,
            evidence=tuple(asdict(e) for e in provision.evidence),
            review=provision.review,
        )


def summary(kind: str, verb: str, strength: str, actors: str, report: bool, due: str) -> str:
    """A provision in one line."""
    level = f" ({strength})" if strength != "none" else ""
    to = f", to {actors}" if actors else ""
    return f"{kind}: {verb}{level}{to}{', report' if report else ''}{f', due {due}' if due else ''}"


def shown(found: Explained) -> Iterator[RenderableType]:
    """A provision: its line, its paragraph with what matched, and the rules."""
    yield Text.assemble((found.name, "bold"), "  ", (found.summary, COLOURS.get(found.strength, "")))
    if found.review:
        yield Text(f"a person should look at it: {found.review}", style="yellow")
    text = Text(found.text)
    for evidence in found.marked():
        text.stylize(STYLES.get(evidence["what"], ""), evidence["start"], evidence["end"])
    yield Text()
    yield text
    yield Text()
    yield rules(found.evidence)
    yield Text()


def rules(evidence: Iterable[dict[str, Any]]) -> Table:
    """One line for each rule: what it found, the words, the entry and why, the source."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("What", "Words", "Rule", "Source"):
        table.add_column(heading, header_style="bold", overflow="fold")
    order = {what: place for place, what in enumerate(STYLES)}
    for each in sorted(evidence, key=lambda e: (order.get(e["what"], len(order)), e["start"])):
        rule = f"{each['entry']}\n{each['note']}" if each["note"] else each["entry"]
        table.add_row(Text(each["what"]), Text(each["words"]), Text(rule), Text(each["source"]))
    return table
