"""A log with times, for a refresh that nobody watches."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def opened_log(path: Path | None) -> Iterator[logging.Logger]:
    """A logger that adds to the file at ``path`` (UTC times), or hears in silence. Raises OSError."""
    log = logging.Logger("refresh", logging.INFO)  # of its own, so that nobody else's settings reach it
    if path is None:
        log.addHandler(logging.NullHandler())
        yield log
        return
    handler = logging.FileHandler(path, encoding="utf-8")
    formatter = logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    log.addHandler(handler)
    try:
        yield log
    finally:
        handler.close()
