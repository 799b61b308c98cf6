"""What a lexicon file may hold: one model per section, each entry with the source of its judgement.

A file is a mapping of sections to lists of entries, e.g. ``actors: [{id: ..., name: ...}]``. A ``source``
at the top of the file holds for every entry that names none of its own. Patterns are written in the
notation of ``rules.lexicon.patterns``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from rules.provisions import Actor, Kind, Strength

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9:'-]*$")]


def _listed(value: Any) -> Any:
    """A single text as a list of one."""
    return [value] if isinstance(value, str) else value


class LexiconEntry(BaseModel):
    """What every entry has. ``replace`` (in a user's file) drops the built-in entry of the same key."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str = ""
    note: str = ""
    replace: bool = False

    @property
    def key(self) -> str:
        """What tells entries of one section apart; a later entry with the same key adds to the earlier."""
        return getattr(self, "id", "")


class ActorEntry(LexiconEntry):
    """A normalized party. ``short``: what it is called once it has been named ("Office"). ``organ``: the
    organ of `documents.organs` that it is, or the organs that it stands for."""

    id: Id
    name: Text
    group: Text
    parent: str = ""
    aliases: tuple[Text, ...] = ()
    short: tuple[Text, ...] = ()
    organ: Annotated[tuple[Text, ...], BeforeValidator(_listed)] = ()

    def record(self) -> Actor:
        """The actor as later stages keep it."""
        return Actor(self.id, self.name, self.group, self.parent, self.aliases)


class VerbEntry(LexiconEntry):
    """An operative verb in base form with particle, its finite forms, and how hard it presses."""

    verb: Text
    kind: Kind
    strength: Strength
    forms: tuple[Text, ...]
    bases: tuple[Text, ...] = ()
    past: tuple[Text, ...] = ()
    participles: tuple[Text, ...] = ()
    passives: tuple[Text, ...] = ()

    @property
    def key(self) -> str:
        return self.verb


class Effect(StrEnum):
    """What a modifier does to the verb it stands with."""

    STRENGTHEN = "strengthen"  # lifts a soft or standard verb by one level
    REPEAT = "repeat"  # the organ has asked before: "once again", "reiterates its request"
    MANNER = "manner"  # colours, but neither lifts nor repeats: "warmly", "with concern"
    LINK = "link"  # ties to what stands before: "also", "in this regard"


class ModifierEntry(LexiconEntry):
    """Words that stand with an operative verb and are dropped from its base form."""

    words: Text
    effect: Effect

    @property
    def key(self) -> str:
        return self.words


class QualifierType(StrEnum):
    ON_REQUEST = "on-request"
    RESOURCES = "resources"
    LEGAL = "legal"
    DISCRETION = "discretion"
    GEOGRAPHIC = "geographic"


class PatternEntry(LexiconEntry):
    """Words to be recognized, as patterns."""

    id: Id
    patterns: tuple[Text, ...]


class QualifierEntry(PatternEntry):
    """Words that soften or bound a provision."""

    type: QualifierType


class DeadlineScope(StrEnum):
    """Where a deadline counts."""

    DIRECTIVE = "directive"  # in any directive
    REPORT = "report"  # only where somebody is to report
    NEVER = "never"  # it dates something else: whatever deadline begins inside does not count


class DeadlineEntry(PatternEntry):
    """Words that say when or how often."""

    scope: DeadlineScope = DeadlineScope.DIRECTIVE


class Role(StrEnum):
    """What words in a directive say about reporting."""

    REPORT = "report"  # make it a report
    NOT_REPORT = "not-report"  # look like one and are not


class ReportingEntry(PatternEntry):
    """Words by which somebody is asked to report to a body, or that only look like it."""

    role: Role = Role.REPORT


class ReferenceType(StrEnum):
    RESOLUTION = "resolution"
    DECISION = "decision"
    REPORT = "report"
    TREATY = "treaty"


class ReferenceEntry(LexiconEntry):
    """A treaty or other instrument, by its canonical name and the names texts use."""

    name: Text
    type: ReferenceType = ReferenceType.TREATY
    aliases: tuple[Text, ...] = ()

    @property
    def key(self) -> str:
        return self.name


class LexiconFile(BaseModel):
    """One YAML file, built-in or a user's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str = ""
    actors: tuple[ActorEntry, ...] = ()
    verbs: tuple[VerbEntry, ...] = ()
    modifiers: tuple[ModifierEntry, ...] = ()
    qualifiers: tuple[QualifierEntry, ...] = ()
    deadlines: tuple[DeadlineEntry, ...] = ()
    reporting: tuple[ReportingEntry, ...] = ()
    references: tuple[ReferenceEntry, ...] = ()
    words: dict[Id, tuple[Text, ...]] = Field(default_factory=dict)


# Which field tells the entries of a section apart.
KEY_FIELDS = {
    "actors": "id",
    "verbs": "verb",
    "modifiers": "words",
    "qualifiers": "id",
    "deadlines": "id",
    "reporting": "id",
    "references": "name",
}
