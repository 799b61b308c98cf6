"""A reading in plain words: "directives to UNODC that ask for a report, strongest first"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from cli.questions.reading import Reading
from db.filters import Filter

ORDERS = {
    "strength": "strongest first",
    "date": "newest first",
    "oldest": "oldest first",
    "due": "by due date",
    "symbol": "in the order of the text",
}


def in_words(reading: Reading, label: Callable[[str], str]) -> str:
    """What was asked for, in the field's words. ``label`` gives the readable name of an actor's id."""
    selected = " ".join(filter_words(reading.filter, label))
    if reading.presentation == "compare":
        return f"a comparison by {reading.by} of {selected}"
    if reading.by:
        return f"how many of each {reading.by} among {selected}"
    if reading.presentation == "count":
        return f"how many {f'{reading.counted}s with ' if reading.counted else ''}{selected}"
    return f"{selected}, {ORDERS.get(reading.sort, reading.sort)}"


def filter_words(filter: Filter, label: Callable[[str], str]) -> Iterable[str]:
    """The parts of the sentence, in its order."""
    if filter.strengths:
        yield either(filter.strengths)
    yield either(f"{kind}s" for kind in filter.kinds) or "provisions"
    if filter.actors:
        yield f"to {either(label(id) for id in filter.actors)}"
    if filter.within:
        yield f"to {either(label(id) for id in filter.within)} or a body below it"
    if filter.groups:
        yield f"to actors of the group {either(filter.groups)}"
    if filter.verbs:
        yield f"with the verb {either(filter.verbs)}"
    if filter.organs:
        yield f"of the {either(filter.organs)}"
    if filter.document_kinds:
        yield f"in {either(document_kind_words(kind) for kind in filter.document_kinds)}"
    if filter.paragraphs:
        yield f"in paragraph {either(filter.paragraphs)}"
    if filter.documents:
        yield f"in {either(filter.documents)}"
    if filter.sessions:
        yield f"of session {either(session_words(first, last) for first, last in filter.sessions)}"
    if filter.since or filter.until:
        yield f"adopted {window(filter.since, filter.until)}"
    if filter.report:
        yield "that ask for a report"
    if filter.due_after or filter.due_before:
        yield f"due {window(filter.due_after, filter.due_before)}"
    if filter.due is not None:
        yield "that say when or how often" if filter.due else "that do not say when"
    if filter.qualifiers:
        yield f"qualified by {either(filter.qualifiers)}"
    if filter.review:
        yield "that a person should look at"
    if filter.topic:
        yield f"with the words {filter.topic}"


def document_kind_words(kind: str) -> str:
    """``resolutions``, ``presidential statements``, ``corrigenda``."""
    return {
        "statement": "presidential statements",
        "corrigendum": "corrigenda",
        "text": "texts without a symbol",
    }.get(kind, f"{kind}s")


def either(values: Iterable[str]) -> str:
    """``a, b or c``."""
    listed = list(values)
    return " or ".join(part for part in (", ".join(listed[:-1]), *listed[-1:]) if part)


def session_words(first: int, last: int) -> str:
    """``80``, ``78 to 80``, ``78 and later``, ``79 and earlier``."""
    if first == last:
        return str(first)
    if last == 9999:
        return f"{first} and later"
    return f"{last} and earlier" if first == 1 else f"{first} to {last}"


def window(first: str, last: str) -> str:
    """``from 2018-01-01``, ``until 2020-12-31``, ``from ... to ...``."""
    if first and last:
        return f"from {first} to {last}"
    return f"from {first}" if first else f"until {last}"


# What can still be added, in the order of usefulness.
NARROWING = {
    "topic": "--topic WORDS",
    "strengths": "--strength strong+",
    "sessions": "--session 79-80",
}
# What can be left out to see more. The actor and the document are what the question is about.
WIDENING = {
    "topic": "--topic",
    "qualifiers": "--qualifier",
    "strengths": "--strength",
    "verbs": "--verb",
    "report": "--report",
    "due": "--due",
    "due_before": "--due-before",
    "due_after": "--due-after",
    "since": "--since",
    "until": "--until",
    "sessions": "--session",
    "organs": "--organ",
    "document_kinds": "--document-kind",
    "paragraphs": "--paragraph",
}


def narrowed(filter: Filter) -> str:
    """The options that would narrow an answer most usefully."""
    return " or ".join([option for name, option in NARROWING.items() if not getattr(filter, name)][:2])


def wider(filter: Filter) -> Iterable[tuple[str, Filter]]:
    """Every way to widen a filter by one step, in words, and the filter that comes of it."""
    words = filter.topic.split()
    if len(words) > 1 and '"' not in filter.topic:
        any_word = " OR ".join(words)
        yield f"with --topic {any_word!r}", replace(filter, topic=any_word)
    if filter.actors:
        inside = f"with --within {' --within '.join(filter.actors)} for --actor"
        yield inside, replace(filter, actors=(), within=filter.actors)
    for name, option in WIDENING.items():
        if getattr(filter, name) not in ((), "", None):
            yield f"without {option}", replace(filter, **{name: getattr(Filter(), name)})
