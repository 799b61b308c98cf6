"""A polite GET: paced, bounded in time, redirected only where it may, tried again when that may help."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, Queue
from threading import Event, Thread
from urllib.parse import urljoin, urlsplit

from documents.fetch.errors import BusyError, FetchError, HungError, RedirectError
from documents.fetch.request import Answer, Redirect, headers, request
from documents.fetch.settings import Settings


@dataclass(slots=True)
class Web:
    """Requests one after another, no two closer than ``settings.interval``.

    ``clock`` and ``sleep`` count seconds; ``chance`` is a number from 0 to 1, for the jitter.
    """

    settings: Settings
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    _last: float | None = field(default=None, init=False)

    def get(self, address: str, etag: str = "", last_modified: str = "") -> Answer:
        """Fetch ``address``, trying again what may pass. Raises FetchError."""
        sent = headers(self.settings.contact, etag, last_modified)
        attempt = 1
        while True:
            try:
                return self._follow(address, sent)
            except FetchError as problem:
                wait = self._wait(problem, attempt)
                if wait is None:
                    raise
            self.sleep(wait)
            attempt += 1

    def _wait(self, problem: FetchError, attempt: int) -> float | None:
        """Seconds until the next try; None to give up."""
        if not problem.passing or attempt >= self.settings.tries:
            return None
        asked = problem.retry_after if isinstance(problem, BusyError) else None
        if asked is not None:  # asked to stay away longer than we can wait, we stay away
            return asked if asked <= self.settings.patience else None
        backoff = self.settings.backoff * 2 ** (attempt - 1)
        return min(backoff * (0.5 + self.chance()), self.settings.patience)

    def _follow(self, address: str, sent: dict[str, str]) -> Answer:
        deadline = time.monotonic() + self.settings.total
        for _ in range(self.settings.redirects + 1):
            self._pace()
            outcome = _before(deadline, address, sent, self.settings)
            if isinstance(outcome, Answer):
                return outcome
            address = self._may_go(address, urljoin(address, outcome.location))
        raise RedirectError(f"more than {self.settings.redirects} redirects, one after another")

    def _pace(self) -> None:
        if self._last is not None and (wait := self._last + self.settings.interval - self.clock()) > 0:
            self.sleep(wait)
        self._last = self.clock()

    def _may_go(self, here: str, there: str) -> str:
        """``there``, if a redirect may lead to it: the same host or a trusted domain, never out of https."""
        old, new = urlsplit(here), urlsplit(there)
        if new.scheme not in ("http", "https") or (old.scheme == "https" and new.scheme == "http"):
            raise RedirectError(f"redirected to {new.scheme}://{new.hostname}, which is not safe")
        host = new.hostname or ""
        named = urlsplit(self.settings.address).hostname
        trusted = any(host == domain or host.endswith(f".{domain}") for domain in self.settings.hosts)
        if host == named or (trusted and new.scheme == "https"):
            return there
        raise RedirectError(f"redirected to another host, {host}; name it under “hosts” if that is right")


def _before(deadline: float, address: str, sent: dict[str, str], settings: Settings) -> Answer | Redirect:
    """``request`` on a thread of its own: name look-ups and dripped headers know no time-out.

    A thread that hangs is left behind; it stops at its next byte and does not keep the process alive.
    """
    given_up = Event()
    results: Queue[Answer | Redirect | BaseException] = Queue()

    def work() -> None:
        try:
            results.put(request(address, sent, settings, given_up))
        except BaseException as problem:
            results.put(problem)

    Thread(target=work, daemon=True, name="fetch").start()
    try:
        outcome = results.get(timeout=max(0.0, deadline - time.monotonic()))
    except Empty:
        given_up.set()
        raise HungError(f"{urlsplit(address).hostname} does not answer in time") from None
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome
