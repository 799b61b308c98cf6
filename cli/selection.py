"""From the filter as a person typed it to the filter that the register understands."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

import typer

from cli.errors import nearest, say, suggestion
from cli.options import FilterOptions
from db import names
from db.filters import Filter
from documents import organs
from documents.kinds import DocumentKind
from rules.levels import Kind

QUALIFIERS = ("on-request", "resources", "legal", "discretion", "geographic")


def selected(options: FilterOptions, register: Any) -> Filter:
    """The filter with every name resolved. Raises ``typer.BadParameter`` naming the option and near names."""
    first, last = years(options.year) if options.year else ("", "")
    return Filter(
        actors=each(options.actor, lambda text: actors(register, "--actor", text)),
        groups=each(options.group, lambda text: [one_of("--group", text, names.groups(register))]),
        within=each(options.within, lambda text: actors(register, "--within", text)),
        verbs=each(options.verb, lambda text: [verb(register, text)]),
        strengths=each(options.strength, strengths),
        kinds=each(options.kind, lambda text: [one_of("--kind", text, Kind)]),
        documents=each(options.document, lambda text: documents(register, text)),
        document_kinds=each(
            options.document_kind, lambda text: [one_of("--document-kind", text, DocumentKind)]
        ),
        paragraphs=each(options.paragraph, lambda text: [text.replace(" ", "")]),
        organs=each(options.organ, lambda text: [organ(register, text)]),
        sessions=each(options.session, lambda text: [span("--session", text)]),
        since=max(day("--since", options.since), first),
        until=min(filter(None, (day("--until", options.until, last=True), last)), default=""),
        due_after=day("--due-after", options.due_after),
        due_before=day("--due-before", options.due_before, last=True),
        due=options.due,
        report=options.report,
        review=options.review,
        qualifiers=each(options.qualifier, lambda text: [one_of("--qualifier", text, QUALIFIERS)]),
        topic=options.topic,
    )


Value = TypeVar("Value")


def each(typed: Iterable[str] | None, resolve: Callable[[str], list[Value]]) -> tuple[Value, ...]:
    """What each given value stands for, in order and once."""
    return tuple(dict.fromkeys(value for text in typed or () for value in resolve(text)))


def actors(register: Any, option: str, text: str) -> list[str]:
    """Ids of the actors that the text names; several where the name is shared, which is said."""
    found = names.actor(register, text)
    if not found:
        near = suggestion(names.near_actors(register, text))
        raise typer.BadParameter(f"no actor is called {text!r}{near}", param_hint=option)
    if len(found) > 1:
        say(f"{option} {text}: several actors are called so, all are meant: {', '.join(found)}")
    return found


def verb(register: Any, text: str) -> str:
    """The base form of an operative verb."""
    if found := names.verb(register, text):
        return found
    near = suggestion(names.near_verbs(register, text))
    raise typer.BadParameter(f"no operative verb is {text!r}{near}", param_hint="--verb")


def strengths(text: str) -> list[str]:
    """The levels that ``strong`` or ``strong+`` stands for."""
    if levels := names.strengths(text):
        return levels
    raise typer.BadParameter(
        f"{text!r} is no level; use mandatory, strong, standard, soft or none, with + for a level and above",
        param_hint="--strength",
    )


def documents(register: Any, text: str, option: str = "--document") -> list[str]:
    """Symbols of the documents that the text names."""
    if found := names.symbols(register, text):
        return found
    near = suggestion(names.near_symbols(register, text))
    raise typer.BadParameter(f"the register has no document {text!r}{near}", param_hint=option)


def one_document(register: Any, text: str) -> str:
    """The symbol of the one document that was meant. Several, or none, are told with what there is."""
    found = documents(register, text, option="SYMBOL")
    if len(found) > 1:
        raise typer.BadParameter(f"{text!r} may be {', '.join(found)}", param_hint="SYMBOL")
    return found[0]


def organ(register: Any, text: str) -> str:
    """An organ of the register by its name or its initials."""
    held = names.organs(register)
    named = organs.named(text)
    if named and named.name in held:
        return named.name
    known = {initials(name): name for name in held}
    return known.get(text.lower()) or one_of("--organ", text, held)


def initials(name: str) -> str:
    """Of a body that is in no table: ``Preparatory Committee`` is ``pc``."""
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower()


def one_of(option: str, text: str, known: Iterable[str]) -> str:
    """The known value that was typed, whatever its case and hyphens."""
    values = {plain(value): str(value) for value in known}
    if found := values.get(plain(text)):
        return found
    near = nearest(text, values.values())
    hint = near or f"; use {', '.join(values.values())}" if values else ""
    raise typer.BadParameter(f"{text!r} is not known{hint}", param_hint=option)


def plain(text: str) -> str:
    """``UN-System`` and ``un system`` are the same."""
    return text.strip().lower().replace("-", " ")


def span(option: str, text: str) -> tuple[int, int]:
    """``73-75`` as its two ends, ``73`` as itself twice."""
    found = re.fullmatch(r"\s*(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?\s*", text)
    if not found:
        raise typer.BadParameter(f"{text!r} is no number or range like 73-75", param_hint=option)
    first, last = int(found[1]), int(found[2] or found[1])
    return min(first, last), max(first, last)


def years(text: str) -> tuple[str, str]:
    """The first and the last day of a year or range of years, ISO."""
    first, last = span("--year", text)
    return f"{first:04}-01-01", f"{last:04}-12-31"


def day(option: str, text: str, last: bool = False) -> str:
    """A date as ISO; of a month or a year its first (or last) day; "" stays ""."""
    if not text:
        return ""
    found = re.fullmatch(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*", text)
    try:
        year, month, dated = (int(part) if part else 0 for part in found.groups()) if found else (0, 0, 0)
        month = month or (12 if last else 1)
        return date(year, month, dated or (monthrange(year, month)[1] if last else 1)).isoformat()
    except ValueError as error:
        message = f"{text!r} is no date; write 2026-12-31, 2026-12 or 2026"
        raise typer.BadParameter(message, param_hint=option) from error
