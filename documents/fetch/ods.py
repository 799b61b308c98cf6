"""The UN Official Document System: a symbol in, a document on disk out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from documents.fetch.cache import Cache, Entry
from documents.fetch.settings import Settings
from documents.fetch.web import Web

# A/C.3/80/L.49, A/80/L.12/Rev.1: texts that may still change under their symbol.
_DRAFT = re.compile(r"/L\.\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document on disk. ``fresh``: its content came over the network just now."""

    symbol: str
    path: Path
    sha256: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class Ods:
    """Fetches into ``cache`` by ``web``."""

    settings: Settings
    cache: Cache
    web: Web

    def fetch(self, symbol: str, recheck: bool = False) -> Fetched:
        """The document of ``symbol``, asked for only if it must be. Raises FetchError.

        An adopted text in the cache is taken as it is, unless ``recheck`` asks whether it was reissued;
        a draft is always asked for again, at no cost to the server if it has not changed.
        """
        address = self.address(symbol)
        known = self.cache.find(address)
        if known and not recheck and not _DRAFT.search(symbol):
            return self._fetched(symbol, known, fresh=False)
        marks = (known.etag, known.last_modified) if known else ("", "")
        answer = self.web.get(address, *marks)
        if answer.body is None:
            assert known, "an answer without body needs a question with marks"
            return self._fetched(symbol, known, fresh=False)
        entry = self.cache.keep(address, answer.body, answer.format, answer.etag, answer.last_modified)
        return self._fetched(symbol, entry, fresh=not known or entry.sha256 != known.sha256)

    def cached(self, symbol: str) -> bool:
        """Whether ``symbol`` is on disk."""
        return self.cache.find(self.address(symbol)) is not None

    def address(self, symbol: str) -> str:
        """``https://documents.un.org/api/symbol/access?s=A%2FRES%2F73%2F186&l=en&t=pdf``."""
        joint = "&" if "?" in self.settings.address else "?"
        query = urlencode({"s": symbol, "l": self.settings.language, "t": self.settings.format})
        return f"{self.settings.address}{joint}{query}"

    def _fetched(self, symbol: str, entry: Entry, fresh: bool) -> Fetched:
        return Fetched(symbol, self.cache.path(entry), entry.sha256, fresh)


def open_ods(settings: Settings, cache: Path) -> Ods:
    """A client that keeps what it fetches under ``cache``."""
    return Ods(settings, Cache(cache), Web(settings))
