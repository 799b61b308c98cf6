"""The lexicons in force: what the rules know of words. No spaCy here."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from rules.lexicon.loading import LexiconError, YamlProblem, merge, read_file
from rules.lexicon.schema import (
    ActorEntry,
    DeadlineEntry,
    LexiconFile,
    ModifierEntry,
    QualifierEntry,
    ReferenceEntry,
    ReportingEntry,
    VerbEntry,
)

__all__ = ["RULES_VERSION", "Lexicon", "LexiconError", "YamlProblem", "load", "read_own"]

RULES_VERSION = "2"  # raise it when the grammar in code changes what is found
_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Lexicon:
    """Everything the rules know of words. ``fingerprint`` changes whenever any entry does."""

    actors: dict[str, ActorEntry] = field(repr=False)  # by id
    verbs: tuple[VerbEntry, ...] = field(repr=False)
    modifiers: tuple[ModifierEntry, ...] = field(repr=False)
    qualifiers: tuple[QualifierEntry, ...] = field(repr=False)
    deadlines: tuple[DeadlineEntry, ...] = field(repr=False)
    reporting: tuple[ReportingEntry, ...] = field(repr=False)
    references: tuple[ReferenceEntry, ...] = field(repr=False)
    words: dict[str, tuple[str, ...]] = field(repr=False)  # word lists that patterns name
    fingerprint: str

    def __hash__(self) -> int:
        return hash(self.fingerprint)


@functools.cache
def load(user: Path | None = None) -> Lexicon:
    """The built-in lexicons, with a user's file added where one is given. Raises LexiconError."""
    files = [_built_in()]
    if user is not None:
        files.append(read_own(user))
    return _lexicon(merge(files))


def read_own(path: Path) -> LexiconFile:
    """A user's entries, each complete with what the built-in one of its key says. Raises LexiconError."""
    return read_file(path, known=_built_in())


@functools.cache
def _built_in() -> LexiconFile:
    return merge([read_file(path) for path in sorted(_FOLDER.glob("*.yaml"))])


def _lexicon(file: LexiconFile) -> Lexicon:
    return Lexicon(
        actors={actor.id: actor for actor in file.actors},
        verbs=file.verbs,
        modifiers=file.modifiers,
        qualifiers=file.qualifiers,
        deadlines=file.deadlines,
        reporting=file.reporting,
        references=file.references,
        words=file.words,
        fingerprint=_fingerprint(file),
    )


def _fingerprint(file: LexiconFile) -> str:
    text = RULES_VERSION + file.model_dump_json()
    return hashlib.sha256(text.encode()).hexdigest()[:16]
