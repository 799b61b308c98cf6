"""From the sources of ``mandates.yaml`` to files on disk, one at a time, problems told and passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cli.config.schema import Config
from cli.refreshing.series import Series
from documents.fetch.errors import FetchError, NotFoundError
from documents.fetch.ods import Ods, is_draft
from documents.files import Found, find
from documents.symbols import canonical


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that failed: a file, a symbol, a list."""

    source: str
    why: str

    def __str__(self) -> str:
        return f"{self.source}: {self.why}"


class _OverError(Exception):
    """The document system cannot be asked on, since ``why``."""

    def __init__(self, symbol: str, why: str) -> None:
        super().__init__(why)
        self.symbol = symbol


@dataclass(frozen=True, slots=True)
class Gathering:
    """``known``: symbols the register has. ``recheck``: ask again for what is known."""

    config: Config
    ods: Ods
    known: frozenset[str]
    recheck: bool = False

    def __iter__(self) -> Iterator[Found | Failure]:
        yield from self._folders()
        try:
            yield from self._symbols()
            for entry in self.config.sources.series:
                yield from self._series(entry.series())
        except _OverError as over:
            yield Failure(
                over.symbol, f"{over}; no further symbol was asked for, the next refresh goes on here"
            )

    def would_ask(self) -> Iterator[str]:
        """The symbols that would be asked for over the network; of a series, where it would go on."""
        for symbol in self.config.sources.symbols:
            if not self._settled(canonical(symbol) or symbol) and self.ods.would_ask(symbol, self.recheck):
                yield symbol
        for entry in self.config.sources.series:
            series = entry.series()
            number, year = series.first, series.year
            while here := next(
                filter(self._at_hand, series.names(number, year, self.ods.today().year)), None
            ):
                number, year = number + 1, series.year_of(here)
            yield f"{series.symbol(number, year)} and on"

    def _folders(self) -> Iterator[Found | Failure]:
        for found in find(self.config.sources.folders):
            if isinstance(found, Found):
                yield found
            elif not found.empty:
                yield Failure(str(found.path), found.why)

    def _symbols(self) -> Iterator[Found | Failure]:
        for symbol in self.config.sources.symbols:
            try:
                yield from self._fetch(canonical(symbol) or symbol)
            except NotFoundError as problem:
                yield Failure(symbol, str(problem))

    def _series(self, series: Series) -> Iterator[Found | Failure]:
        """What the series has up to its end for now: ``gap`` numbers in a row that do not come."""
        number, year, missing = series.first, series.year, 0
        while missing < series.gap:
            missing += 1
            for symbol in series.names(number, year, self.ods.today().year):
                try:
                    came = list(self._fetch(symbol))
                except NotFoundError:
                    continue
                yield from came
                if not any(isinstance(each, Failure) for each in came):
                    missing, year = 0, series.year_of(symbol)
                break
            number += 1

    def _fetch(self, symbol: str) -> Iterator[Found | Failure]:
        """Raises NotFoundError, and _OverError where every other symbol would meet the same problem."""
        if self._settled(symbol):
            return
        try:
            fetched = self.ods.fetch(symbol, self.recheck)
        except NotFoundError:
            raise
        except FetchError as problem:
            if problem.everywhere:
                raise _OverError(symbol, str(problem)) from None
            yield Failure(symbol, str(problem))
        else:
            yield Found(fetched.path, fetched.address, symbol)

    def _at_hand(self, symbol: str) -> bool:
        return self._settled(symbol) or not self.ods.would_ask(symbol, self.recheck)

    def _settled(self, symbol: str) -> bool:
        """An adopted text that the register has and the cache no longer: nothing to do."""
        return (
            symbol in self.known
            and not self.recheck
            and not is_draft(symbol)
            and not self.ods.in_cache(symbol)
        )
