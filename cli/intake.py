"""Files into the register: what is new or changed is read, classified and stored, by one writer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from cli.workers import Done, Task, run, source_of
from db import store
from db.store import Outcome
from documents.errors import UnreadableError
from documents.files import Found, Problem, load
from documents.limits import Limits
from rules import lexicon as lexicons


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file. ``outcome`` is None if it failed; then ``why`` completes a sentence."""

    path: Path
    outcome: Outcome | None
    symbol: str = ""
    provisions: int = 0
    warnings: tuple[str, ...] = ()
    why: str = ""


def take_in(
    register: Any,
    files: Iterable[Found | Problem],
    *,
    limits: Limits,
    lexicon: Path | None = None,
    jobs: int = 1,
    number: int | None = None,
) -> Iterator[Taken]:
    """Bring files into the register (of ``db.register.open_to_write``), one result for each as it is done.

    A file that the register has as the same bytes and rules is not read again. ``number`` is that of
    the run. Raises RegisterError, and LexiconError if ``lexicon`` is not right.
    """
    rules = rules_in_force(lexicon)
    tasks = (examined(register, file, limits, lexicon, rules) for file in files)
    known = False
    for done in run(tasks, jobs):
        if isinstance(done, Taken):
            yield done
            continue
        if not known:
            learn(register, lexicon)
            known = True
        yield stored(register, done, rules, number)


def learn(register: Any, lexicon: Path | None = None) -> None:
    """Let the register know actors and verbs by name. Raises LexiconError, RegisterError."""
    words = lexicons.load(lexicon)
    store.save_actors(register, (actor.record() for actor in words.actors.values()))
    store.save_verbs(register, ((v.verb, v.kind, v.strength, v.source) for v in words.verbs))


def rules_in_force(lexicon: Path | None = None) -> str:
    """What a document must be read again for when it changes: the lexicons and this version's readers."""
    return f"{lexicons.load(lexicon).fingerprint}/{version('mandates')}"


def examined(
    register: Any, file: Found | Problem, limits: Limits, lexicon: Path | None, rules: str
) -> Task | Taken:
    """The task of reading a file, or what became of it where there is nothing to read."""
    if isinstance(file, Problem):
        return Taken(file.path, None, why=file.why)
    try:
        sha256 = hashlib.sha256(load(file.path, limits)).hexdigest()
    except UnreadableError as error:
        return Taken(file.path, None, why=str(error))
    if store.is_current(register, file.address or source_of(file.path), sha256, rules):
        return Taken(file.path, Outcome.UNCHANGED)
    return Task(file.path, limits, lexicon, file.address, file.symbol)


def stored(register: Any, done: Done, rules: str, number: int | None) -> Taken:
    """Write what was read, in one transaction for the document."""
    document = done.document
    if document is None:
        return Taken(done.path, None, why=done.why)
    outcome = store.save(register, document, done.provisions, rules=rules, run=number)
    return Taken(done.path, outcome, document.symbol, len(done.provisions), warnings=document.warnings)
