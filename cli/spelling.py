"""A filter written as the ``mandates list`` command that asks the same."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from db.filters import Filter

MANY = {
    "actors": "--actor",
    "groups": "--group",
    "within": "--within",
    "verbs": "--verb",
    "strengths": "--strength",
    "kinds": "--kind",
    "documents": "--document",
    "document_kinds": "--document-kind",
    "paragraphs": "--paragraph",
    "organs": "--organ",
    "qualifiers": "--qualifier",
}
ONE = {
    "since": "--since",
    "until": "--until",
    "due_after": "--due-after",
    "due_before": "--due-before",
    "topic": "--topic",
}
FLAGS = ("due", "report", "review")


def spelled(filter: Filter) -> str:
    """``mandates list --actor unodc --strength strong``, quoted for a shell."""
    return shlex.join(["mandates", "list", *arguments(filter)])


def arguments(filter: Filter) -> Iterator[str]:
    """The options that say what the filter says."""
    for field, option in MANY.items():
        for value in getattr(filter, field):
            yield from (option, value)
    for first, last in filter.sessions:
        yield from ("--session", str(first) if first == last else f"{first}-{last}")
    for field, option in ONE.items():
        if value := getattr(filter, field):
            yield from (option, value)
    for field in FLAGS:
        if (wanted := getattr(filter, field)) is not None:
            yield f"--{field}" if wanted else f"--no-{field}"
