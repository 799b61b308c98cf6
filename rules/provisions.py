"""The records that classification yields: provisions, and the evidence each one carries."""

from __future__ import annotations

from dataclasses import dataclass

from rules.levels import Kind, Strength
from rules.reasons import What

__all__ = [
    "Actor",
    "Addressee",
    "Evidence",
    "Kind",
    "Provision",
    "Qualifier",
    "Reference",
    "Strength",
    "What",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing the rules matched (or saw and rejected) and why.

    ``position``: place of the paragraph in ``Document.paragraphs``, from 1; ``start`` and ``end`` are offsets
    into its text, and give ``words``. What an item has from its chapeau stands in the chapeau. ``entry``: the
    lexicon entry that matched, e.g. "verbs: call upon". ``source``: the authority that entry cites.
    """

    what: What
    position: int
    start: int
    end: int
    words: str
    entry: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """An actor who is to act. ``words`` is how the text names it."""

    id: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Words that soften or bound a provision. ``type`` is a type of the lexicon."""

    type: str  # on-request, resources, legal, discretion, geographic
    words: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A document or treaty named in a provision: canonical symbol (or treaty name), printed words."""

    type: str  # resolution, decision, report, treaty
    symbol: str
    words: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One operative verb and what hangs on it.

    ``start`` and ``end``: span of ``text`` in the paragraph at ``position``, its place in
    ``Document.paragraphs``, from 1.
    """

    symbol: str
    paragraph: str  # label of the paragraph it stands in
    position: int
    ordinal: int  # from 1 within that label
    kind: Kind
    verb: str  # base form with particle: "call upon"
    verb_phrase: str  # as printed: "Also strongly urges"
    strength: Strength
    addressees: tuple[Addressee, ...]
    action: str
    qualifiers: tuple[Qualifier, ...]
    report: bool
    due: tuple[str, ...]
    due_date: str  # ISO, or ""
    references: tuple[Reference, ...]
    text: str
    start: int
    end: int
    page: int | None
    review: str  # why a person should look at it, or ""
    evidence: tuple[Evidence, ...]

    @property
    def id(self) -> str:
        """``A/RES/73/186#13.2``: stable over re-ingestion."""
        return f"{self.symbol}#{self.paragraph}.{self.ordinal}"


@dataclass(frozen=True, slots=True)
class Actor:
    """A normalized party of the lexicon. ``parent`` is an actor id or ""."""

    id: str
    name: str
    group: str
    parent: str
    aliases: tuple[str, ...]
