"""What can be asked of the register: one immutable filter, shared by list, ask, export and stats."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions on provisions. Within one field the values are alternatives; fields combine.

    All values are canonical (actor ids, base-form verbs, canonical symbols); resolving what a person
    typed is the business of ``db.names``. Empty means no condition.
    """

    actors: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()  # actor groups: "secretariat"
    within: tuple[str, ...] = ()  # these actor ids and everything below them by parent
    verbs: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()  # "strong+" is already expanded
    kinds: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()  # symbols
    document_kinds: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()  # "7" covers 7(a)
    organs: tuple[str, ...] = ()
    sessions: tuple[tuple[int, int], ...] = ()  # inclusive ranges
    since: str = ""  # adopted on one of these days, or perhaps so where only the year or session is known
    until: str = ""  # ISO, inclusive
    due_after: str = ""  # due_date, ISO, inclusive
    due_before: str = ""
    due: bool | None = None  # has any due words
    report: bool | None = None
    review: bool | None = None
    qualifiers: tuple[str, ...] = ()  # qualifier types
    topic: str = ""  # full-text: words, "phrases", prefix*
