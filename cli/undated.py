"""Saying which documents an answer about days of adoption cannot place."""

from __future__ import annotations

from typing import Any

from cli.errors import say
from db.filters import Filter


def tell_undated(register: Any, filter: Filter, *, of_documents: bool = False) -> None:
    """Count on stderr, in one line, what the register cannot place between the days of ``filter``.

    Nothing is said where there is no such document, or where the filter does not ask for days.
    ``of_documents``: the rows are documents or parts of them, not provisions.
    """
    if not (filter.since or filter.until):
        return
    from db import undated

    found = (undated.undated_documents if of_documents else undated.undated)(register, filter)
    parts = [
        spanned(found.spanned, of_documents) if found.spanned else "",
        left_out(found.left_out) if found.left_out else "",
    ]
    if line := "; ".join(part for part in parts if part):
        say(line)


def spanned(number: int, of_documents: bool) -> str:
    """How many rows stand in the answer though only the year or the session of their document is known."""
    known = "only the year or the session is known"
    if of_documents:
        return f"of {number:,} document{'s' if number > 1 else ''} {known}"
    if number == 1:
        return f"1 provision is of a document of which {known}"
    return f"{number:,} provisions are of documents of which {known}"


def left_out(number: int) -> str:
    """How many documents are not in the answer, since nothing is known of when they were adopted."""
    if number == 1:
        return "1 document without a date is left out"
    return f"{number:,} documents without a date are left out"
