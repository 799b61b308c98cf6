"""Fetched documents on disk: content by its hash, and beside it what each address last answered."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from documents.atomic import write


@dataclass(frozen=True, slots=True)
class Entry:
    """What ``address`` answered: the content's hash and format, and the server's marks of its version.

    ``asked``: the day it was last asked, ISO.
    """

    address: str
    sha256: str
    format: str
    etag: str
    last_modified: str
    asked: str


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder that may be deleted at any time; what is damaged in it counts as absent."""

    folder: Path

    def find(self, address: str) -> Entry | None:
        """The entry of ``address``, if its content is there and whole."""
        entry = self.look(address)
        if entry is None:
            return None
        try:
            body = self.path(entry).read_bytes()
        except OSError:
            return None
        return entry if hashlib.sha256(body).hexdigest() == entry.sha256 else None

    def look(self, address: str) -> Entry | None:
        """The entry of ``address``, whose content is there but was not examined; costs little."""
        try:
            entry = Entry(**json.loads(self._entry(address).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return entry if entry.address == address and self.path(entry).exists() else None

    def path(self, entry: Entry) -> Path:
        """Where the content of ``entry`` lies."""
        return self.folder / "content" / entry.sha256[:2] / f"{entry.sha256}.{entry.format}"

    def keep(self, entry: Entry, body: bytes | None = None) -> None:
        """Store ``body`` and then ``entry``, so that an entry never points to nothing."""
        if body is not None:
            write(self.path(entry), body)
        write(self._entry(entry.address), json.dumps(asdict(entry), indent=1).encode())

    def _entry(self, address: str) -> Path:
        return self.folder / "answers" / f"{hashlib.sha256(address.encode()).hexdigest()}.json"
