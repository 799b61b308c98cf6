"""How to reach the document system and how gently."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ODS = "https://documents.un.org/api/symbol/access"


@dataclass(frozen=True, slots=True)
class Settings:
    """Durations are seconds. ``contact``: an address the system's keepers may write to, or "".

    ``address`` is asked with ``?s=SYMBOL&l=LANGUAGE&t=FORMAT``. ``hosts``: domains a redirect may
    lead to besides the host of ``address`` itself; a domain covers the hosts below it.
    ``authorities``: a PEM file of certificate authorities to trust instead of the system's.
    """

    address: str = ODS
    language: str = "en"
    format: str = "pdf"  # pdf, doc or docx
    contact: str = ""
    interval: float = 1.0  # between two requests
    connect: float = 10.0
    read: float = 30.0  # silence
    total: float = 180.0  # one request, redirects included
    tries: int = 4
    backoff: float = 2.0  # before the second try; doubles, with jitter
    patience: float = 60.0  # longest wait before a further try; asked to wait longer, we give up
    bytes: int = 50_000_000
    redirects: int = 5
    hosts: tuple[str, ...] = ("un.org",)
    authorities: Path | None = None
    recheck: int = 0  # days after which an adopted text is asked for again; 0: never
