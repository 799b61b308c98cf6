"""A reading in plain words: "directives to UNODC that ask for a report, strongest first"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from db.filters import Filter

ORDERS = {
    "strength": "strongest first",
    "date": "newest first",
    "oldest": "oldest first",
    "due": "by due date",
    "symbol": "in the order of the text",
}


def in_words(filter: Filter, sort: str, label: Callable[[str], str]) -> str:
    """What the filter selects, in the field's words. ``label`` gives the readable name of an actor's id."""
    return f"{' '.join(filter_words(filter, label))}, {ORDERS.get(sort, sort)}"


def filter_words(filter: Filter, label: Callable[[str], str]) -> Iterable[str]:
    """The parts of the sentence, in its order."""
    if filter.strengths:
        yield either(filter.strengths)
    yield either(f"{kind}s" for kind in filter.kinds) or "provisions"
    if filter.verbs:
        yield f"with the verb {either(filter.verbs)}"
    if filter.actors:
        yield f"to {either(label(id) for id in filter.actors)}"
    if filter.within:
        yield f"to {either(label(id) for id in filter.within)} or a body below it"
    if filter.groups:
        yield f"to actors of the group {either(filter.groups)}"
    if filter.organs:
        yield f"by the {either(filter.organs)}"
    if filter.paragraphs:
        yield f"in paragraph {either(filter.paragraphs)}"
    if filter.documents:
        yield f"of {either(filter.documents)}"
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


# What can still be added, and what of the question can be left out, in the order of usefulness.
NARROWING = {
    "topic": "--topic WORDS",
    "strengths": "--strength strong+",
    "sessions": "--session 79-80",
    "actors": "--actor NAME",
}
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
    "paragraphs": "--paragraph",
}


def advice(filter: Filter) -> str:
    """One line: what would narrow the answer and what would widen it."""
    narrow = [option for name, option in NARROWING.items() if not getattr(filter, name)][:2]
    if filter.within or filter.groups:
        narrow = [option for option in narrow if option != "--actor NAME"]
    widen = [option for name, option in WIDENING.items() if getattr(filter, name)][:2]
    parts = [f"to narrow, add {' or '.join(narrow)}" if narrow else ""]
    if widen:
        parts.append(f"to widen, leave out {' or '.join(widen)}")
    elif filter.actors:
        parts.append("to widen, put --within for --actor: it takes in the bodies below")
    said = "; ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]
