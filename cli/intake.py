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
from db.identity import Rival
from db.store import Outcome
from documents.errors import UnreadableError
from documents.files import Found, Problem, load
from documents.limits import Limits
from rules import lexicon as lexicons


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file. ``outcome`` is None if it failed; then ``why`` completes a sentence.

    ``warnings`` are of the document; ``notices`` are sentences on what became of other files of it, or of
    documents (``left``) that the register had from this file under other symbols.
    """

    path: Path
    outcome: Outcome | None
    symbol: str = ""
    provisions: int = 0
    warnings: tuple[str, ...] = ()
    why: str = ""
    notices: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


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

    A file that the register has as the same bytes and rules is not read again. Where a file turns out to be
    another document than before, the other files of the earlier one are read at the end, so that it is
    not lost. ``number`` is that of the run. Raises RegisterError, and LexiconError if ``lexicon`` is not
    right.
    """
    left: list[str] = []
    for taken in _each(register, files, limits, lexicon, jobs, number):
        left += taken.left
        yield taken
    again = [Found(Path(source)) for symbol in left for source in store.other_sources(register, symbol)]
    yield from _each(register, (file for file in again if file.path.exists()), limits, lexicon, jobs, number)


def _each(
    register: Any,
    files: Iterable[Found | Problem],
    limits: Limits,
    lexicon: Path | None,
    jobs: int,
    number: int | None,
) -> Iterator[Taken]:
    rules = rules_in_force(lexicon)
    tasks = (examined(register, file, limits, lexicon, rules) for file in files)
    known = False
    for done in run(tasks, jobs):
        if isinstance(done, Taken):
            yield done
            continue
        if not known and done.document:
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
    saved = store.save(register, document, done.provisions, rules=rules, run=number)
    kept = saved.document
    notices = [
        f"{shown(kept.source)} was kept as {left or 'a text without a symbol'}, now as {kept.symbol}"
        for left in saved.left
    ]
    if saved.rival:
        notices.append(rivalry(kept.symbol, saved.rival, kept.source))
    return Taken(
        done.path,
        saved.outcome,
        kept.symbol,
        len(done.provisions),
        warnings=kept.warnings,
        notices=tuple(notices),
        left=saved.left,
    )


def rivalry(symbol: str, rival: Rival, source: str) -> str:
    """What became of two files of one document, in a sentence: ``source`` was read now, the other before."""
    first, other = (source, rival.source) if rival.gave_way else (rival.source, source)
    first = shown(first) + (", which was reissued" if rival.reissued else "")
    other = shown(other) + (f", whose name says {rival.misnamed}" if rival.misnamed else "")
    if rival.gave_way:
        return f"{symbol} was read from {other}, now from {first}"
    return f"{symbol} stays as read from {first}; {other}{',' if rival.misnamed else ''} gives way"


def shown(source: str) -> str:
    """A path as short as it holds here; an address as it is."""
    path, here = Path(source), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else source
