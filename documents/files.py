"""Finding the files that a person means, and taking their bytes without hanging or swelling."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from documents.errors import UnreadableError
from documents.formats import FORMATS
from documents.limits import Limits

# In a folder, only files with these endings are tried; a file that is named itself always is.
SUFFIXES = tuple(suffix for each in FORMATS for suffix in each.SUFFIXES)
HIDDEN = (".", "~$")  # "~$": what Word leaves beside an open document
NO_FILE = "it is a device or a pipe, not a file"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. ``address`` and ``symbol``: where a fetched one came from and what was asked for."""

    path: Path
    address: str = ""
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that cannot be followed, and why, in a sentence for the person.

    ``empty``: it is a folder in which all is well, but nothing to read.
    """

    path: Path
    why: str
    empty: bool = False


def find(paths: Iterable[Path]) -> Iterator[Found | Problem]:
    """The files that the paths name, and those in the folders they name, in the order of their names.

    Hidden files are passed over, links are followed, and every real file comes once. Nothing is raised:
    what is missing, not allowed or no file is yielded as a `Problem`.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _walk(path, seen)


def load(path: Path, limits: Limits) -> bytes:
    """The file's bytes. Raises `UnreadableError` if it cannot be opened, is no file or is too large."""
    try:
        # Without waiting, since opening a pipe that nobody writes to would hang.
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnreadableError(NO_FILE)
            data = file.read(limits.bytes + 1)
    except OSError as error:
        raise UnreadableError(_why(error)) from None
    if len(data) > limits.bytes:
        raise UnreadableError(f"the file is larger than {limits.bytes:,} bytes: allow more with --max-bytes")
    return data


def _walk(top: Path, seen: set[tuple[int, int]]) -> Iterator[Found | Problem]:
    waiting, empty = [top], True  # a stack, so that deep folders cost no recursion
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            identity = (status.st_dev, status.st_ino)
            if identity in seen:
                if path == top:
                    return
                continue
            if stat.S_ISDIR(status.st_mode):
                seen.add(identity)
                waiting += sorted((p for p in path.iterdir() if not p.name.startswith(HIDDEN)), reverse=True)
            elif path == top or path.suffix.lower() in SUFFIXES:
                seen.add(identity)
                empty = False
                yield Found(path) if stat.S_ISREG(status.st_mode) else Problem(path, NO_FILE)
        except (OSError, ValueError) as error:  # ValueError: a NUL byte in the name
            empty = False
            yield Problem(path, _why(error))
    if empty:
        yield Problem(top, f"the folder holds no file that ends in {', '.join(SUFFIXES)}", empty=True)


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "you are not allowed to read it"
    return f"it cannot be opened: {getattr(error, 'strerror', None) or error}"
