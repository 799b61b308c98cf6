"""Finding the files that a person means, and taking their bytes without hanging or swelling."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from documents.errors import UnreadableError
from documents.formats import FORMATS
from documents.formats.refused import REFUSED
from documents.limits import Limits

READ = tuple(suffix for each in FORMATS for suffix in each.SUFFIXES)
# In a folder, only files with these endings are tried; a file that is named itself always is. What is like
# a document and cannot be read is tried too, so that it is named and not missed.
SUFFIXES = tuple(dict.fromkeys((*READ, *(suffix for each in REFUSED for suffix in each.SUFFIXES))))
# What lies beside documents and is none: not even counted as passed over.
_APART = (".db", ".db-wal", ".db-shm", ".ini", ".log", ".yaml", ".yml")
HIDDEN = (".", "~$")  # "~$": what Word leaves beside an open document
_SHOWN = 8  # endings that one line can name
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

    Hidden files and those of other kinds (`passed_over`) are left out, links are followed, and every real
    file comes once. Nothing is raised: what is missing, not allowed or no file is yielded as a `Problem`.
    """
    return (each for each in _all(paths) if not isinstance(each, _Other))


def passed_over(paths: Iterable[Path]) -> str:
    """What `find` leaves out of the folders, in a sentence for the person; "" where there is nothing."""
    others = [each.path for each in _all(paths) if isinstance(each, _Other)]
    if not others:
        return ""
    endings = sorted({path.suffix.lower() or "without ending" for path in others})
    shown = ", ".join(endings[:_SHOWN]) + (", ..." if len(endings) > _SHOWN else "")
    counted = (
        "1 file of another kind was" if len(others) == 1 else f"{len(others):,} files of other kinds were"
    )
    return f"{counted} passed over ({shown})"


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


@dataclass(frozen=True, slots=True)
class _Other:
    """A file in a folder whose ending is not of a document."""

    path: Path


def _all(paths: Iterable[Path]) -> Iterator[Found | Problem | _Other]:
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _walk(path, seen)


def _walk(top: Path, seen: set[tuple[int, int]]) -> Iterator[Found | Problem | _Other]:
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
            elif stat.S_ISREG(status.st_mode) and path.suffix.lower() not in _APART:
                yield _Other(path)
        except (OSError, ValueError) as error:  # ValueError: a NUL byte in the name
            empty = False
            yield Problem(path, _why(error))
    if empty:
        yield Problem(top, f"the folder holds no file that ends in {', '.join(READ)}", empty=True)


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "you are not allowed to read it"
    return f"it cannot be opened: {getattr(error, 'strerror', None) or error}"
