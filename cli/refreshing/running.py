"""One refresh from the sources to the lists; safe to be killed at any moment.

Every document is stored in a transaction of its own as soon as it has come, lists are replaced whole,
and a run counts as told only once it has finished: what a killed run had stored, the next one tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from logging import Logger
from pathlib import Path
from typing import Any

import typer

from cli.config.schema import Config
from cli.errors import CommandError
from cli.intake import learn, take_in
from cli.refreshing.lists import Rendered, complaint, render
from cli.refreshing.sources import Failure, Gathering
from cli.refreshing.telling import News
from db import changes, names, register, runs
from documents.fetch.ods import Ods
from documents.files import Found
from documents.limits import Limits


@dataclass(frozen=True, slots=True)
class Wishes:
    """``since``: tell what changed after this run, None for the last finished one."""

    since: int | None = None
    recheck: bool = False
    lexicon: Path | None = None
    jobs: int = 1


def refresh(
    config: Config, path: Path, ods: Ods, wishes: Wishes, log: Logger, tell: Callable[[News], None]
) -> News:
    """Bring the register at ``path`` and the lists up to date; ``tell`` hears of it before the run ends.

    Raises RegisterError, LexiconError if ``wishes.lexicon`` is not right, and CommandError if there is no
    run ``wishes.since``.
    """
    held = register.open_to_write(path)
    try:
        since = _since(held.conn, wishes.since)
        run = runs.start(held, "refresh")
        log.info("run %d started", run)
        steps = _Steps(held, log)
        known = frozenset(names.all_symbols(held.conn))
        if not known:  # lists name actors, also while there is no document
            learn(held, wishes.lexicon)
        steps.take_in(Gathering(config, ods, known, wishes.recheck), run, wishes)
        steps.write_lists(config)
        changed = changes.changes(held.conn, since)
        news = News(run, changed, steps.rewritten, steps.failures, steps.notices)
        tell(news)
        runs.finish(held, run, steps.counts(), [str(failure) for failure in steps.failures])
        log.info("run %d finished, %d failed", run, len(steps.failures))
        return news
    finally:
        register.close(held)


def _since(conn: Any, wished: int | None) -> int:
    """The run after which changes are news."""
    if wished is None:
        return changes.last_finished(conn, "refresh")
    latest = next((run.run for run in runs.runs(conn, 1)), 0)
    if wished > latest:
        raise CommandError(f"there is no run {wished} yet; mandates runs shows those there are")
    return wished


@dataclass(slots=True)
class _Steps:
    """The steps of a run over an open register, and what has come of them so far."""

    held: Any
    log: Logger
    rewritten: list[Rendered] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    outcomes: dict[str, int] = field(default_factory=dict)
    provisions: int = 0

    def take_in(self, gathering: Gathering, run: int, wishes: Wishes) -> None:
        """Store what is new or changed."""
        sources: dict[Path, str] = {}
        files = self._files(gathering, sources)
        for taken in take_in(
            self.held, files, limits=Limits(), lexicon=wishes.lexicon, jobs=wishes.jobs, number=run
        ):
            source, outcome = sources.get(taken.path, str(taken.path)), str(taken.outcome or "failed")
            self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1
            if taken.outcome is None:
                self._failed(source, taken.why)
            elif outcome != "unchanged":
                self.provisions += taken.provisions
                self.log.info("%s %s: %d provisions", outcome, taken.symbol, taken.provisions)
            for warning in taken.warnings:
                self.log.warning("%s: %s", source, warning)
            for notice in taken.notices:
                self.notices.append(notice)
                self.log.warning("%s", notice)

    def write_lists(self, config: Config) -> None:
        """Bring every list up to date."""
        for entry in config.lists:
            name = f"list “{entry.name}”"
            try:
                rendered = render(entry, self.held.conn)
                if rendered.differs():
                    rendered.write()
                    self.rewritten.append(rendered)
                    self.log.info("%s: %d provisions written to %s", name, rendered.rows, rendered.file)
            except typer.BadParameter as error:
                self._failed(name, complaint(error))
            except OSError as error:
                self._failed(name, f"{entry.file}: {error.strerror or error}")

    def counts(self) -> runs.Counts:
        """For the record of the run."""
        done = {name: self.outcomes.get(name, 0) for name in ("new", "changed", "unchanged")}
        return runs.Counts(**done, failed=len(self.failures), provisions=self.provisions)

    def _files(self, gathering: Gathering, sources: dict[Path, str]) -> Iterator[Found]:
        """The files of all sources; ``sources`` learns what a person calls each."""
        for each in gathering:
            if isinstance(each, Failure):
                self._failed(each.source, each.why)
            else:
                sources[each.path] = each.symbol or str(each.path)
                yield each

    def _failed(self, source: str, why: str) -> None:
        self.failures.append(Failure(source, why))
        self.log.error("%s", self.failures[-1])
