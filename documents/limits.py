"""Bounds that keep a hostile or broken file from eating time and memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """``bytes``: size of the file; ``pages``: of a PDF; ``characters``: of the text taken out of it;
    ``paragraph``: characters of one paragraph; ``markup``: bytes of HTML, or of the XML that a zipped
    format unpacks to (in memory it takes some 20 times that); ``seconds``: that a program which converts
    a file may take; ``patience`` and ``memory``: seconds and bytes of a process that reads and classifies."""

    bytes: int = 50_000_000
    pages: int = 2_000
    characters: int = 3_000_000
    paragraph: int = 100_000
    markup: int = 10_000_000
    seconds: int = 120
    patience: int = 300
    memory: int = 4_000_000_000
