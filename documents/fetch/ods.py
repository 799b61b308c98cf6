"""The UN Official Document System: a symbol in, a document on disk out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from documents.fetch.cache import Cache, Entry
from documents.fetch.settings import Settings
from documents.fetch.web import Web

# A/C.3/80/L.49, A/80/L.12/Rev.1: texts that may still change under their symbol.
_DRAFT = re.compile(r"/L\.\d+", re.IGNORECASE)


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document on disk. ``fresh``: its content came over the network just now."""

    symbol: str
    address: str
    path: Path
    sha256: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class Ods:
    """Fetches into ``cache`` by ``web``."""

    settings: Settings
    cache: Cache
    web: Web
    today: Callable[[], date] = _today

    def fetch(self, symbol: str, recheck: bool = False) -> Fetched:
        """The document of ``symbol``, asked for only if it must be. Raises FetchError.

        An adopted text in the cache is taken as it is, unless ``recheck`` or ``settings.recheck`` days ask
        whether it was reissued; a draft is always asked for again. What has not changed is not sent again.
        """
        address = self.address(symbol)
        known = self.cache.find(address)
        if known and not recheck and not self._due(symbol, known):
            return self._fetched(symbol, known, fresh=False)
        marks = (known.etag, known.last_modified) if known else ("", "")
        answer = self.web.get(address, *marks)
        today = self.today().isoformat()
        if answer.body is None:
            assert known, "an answer without a body needs a question with marks"
            self.cache.keep(replace(known, asked=today))
            return self._fetched(symbol, known, fresh=False)
        sha256 = hashlib.sha256(answer.body).hexdigest()
        entry = Entry(address, sha256, answer.format, answer.etag, answer.last_modified, today)
        self.cache.keep(entry, answer.body)
        return self._fetched(symbol, entry, fresh=not known or sha256 != known.sha256)

    def in_cache(self, symbol: str) -> bool:
        """Whether there is a document for ``symbol`` on disk, be it damaged; costs little."""
        return self.cache.look(self.address(symbol)) is not None

    def would_ask(self, symbol: str, recheck: bool = False) -> bool:
        """Whether ``fetch`` would go to the network."""
        known = self.cache.find(self.address(symbol))
        return known is None or recheck or self._due(symbol, known)

    def address(self, symbol: str) -> str:
        """``https://documents.un.org/api/symbol/access?s=A%2FRES%2F73%2F186&l=en&t=pdf``."""
        joint = "&" if "?" in self.settings.address else "?"
        query = urlencode({"s": symbol, "l": self.settings.language, "t": self.settings.format})
        return f"{self.settings.address}{joint}{query}"

    def _due(self, symbol: str, known: Entry) -> bool:
        """Whether what is known may be out of date."""
        if is_draft(symbol):
            return True
        if not self.settings.recheck:
            return False
        return date.fromisoformat(known.asked) + timedelta(days=self.settings.recheck) <= self.today()

    def _fetched(self, symbol: str, entry: Entry, fresh: bool) -> Fetched:
        return Fetched(symbol, entry.address, self.cache.path(entry), entry.sha256, fresh)


def is_draft(symbol: str) -> bool:
    """Whether the text of ``symbol`` may still change: A/C.3/80/L.49."""
    return _DRAFT.search(symbol) is not None


def open_ods(settings: Settings, cache: Path) -> Ods:
    """A client that keeps what it fetches under ``cache``."""
    return Ods(settings, Cache(cache), Web(settings))
