"""The records that questions to the register yield."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """A provision with its document, as people see it. Texts are "" and tuples () where there is none."""

    id: str
    symbol: str
    organ: str
    session: str
    date: str  # ISO
    title: str
    paragraph: str
    ordinal: int
    kind: str
    verb: str
    verb_phrase: str
    strength: str
    actors: tuple[str, ...]  # ids, in the order of the text
    actor_names: tuple[str, ...]
    action: str
    qualifiers: tuple[str, ...]  # words of the text
    qualifier_types: tuple[str, ...]
    report: bool
    due: str  # words of the text, several joined by "; "
    due_date: str  # ISO
    references: tuple[str, ...]  # symbols or names of treaties
    text: str
    source: str
    page: int | None
    start: int  # span of text in its paragraph
    end: int
    review: str
    evidence: str  # JSON list of rules.provisions.Evidence
    actor_words: tuple[str, ...]  # how the text names each of ``actors``


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of the register."""

    symbol: str
    kind: str
    organ: str
    session: str
    date: str
    first_day: str  # the earliest and the latest day of adoption that are possible, "" where nothing is known
    last_day: str
    title: str
    agenda_item: str
    origin: str
    meeting: str
    vote: str
    pages: int | None
    source: str
    sha256: str
    reader: str
    rules: str
    read_at: str
    warnings: tuple[str, ...]
    provisions: int  # how many provisions; in answer to a filter, how many match it
    directives: int


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph of an operative part or an annex (``annex.4``), in the order of the text."""

    symbol: str
    paragraph: str
    part: str
    section: str
    text: str
    page: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A footnote. ``part``: where its mark stands, "" where it was not found; ``paragraph``: its label there.

    ``offset`` counts the characters before the mark in the text of that paragraph or in the preamble.
    """

    symbol: str
    number: str
    text: str
    page: int | None
    part: str
    paragraph: str
    offset: int | None


@dataclass(frozen=True, slots=True)
class DroppedRow:
    """A stretch of a text that reading left out, and why."""

    page: int | None
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A value and how many provisions have it. ``name`` is the readable form."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How many provisions have both a row's and a column's value."""

    row: str
    column: str
    count: int


@dataclass(frozen=True, slots=True)
class UnknownActor:
    """An addressee that the lexicon does not have, with provisions that name it."""

    id: str
    name: str
    count: int
    examples: tuple[str, ...]  # ids of provisions
