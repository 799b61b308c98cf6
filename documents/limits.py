"""Bounds that keep a hostile or broken file from eating time and memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """``bytes``: size of the file; ``pages``: of a PDF; ``characters``: of the text taken out of it;
    ``expanded``: bytes a zipped format may grow to."""

    bytes: int = 50_000_000
    pages: int = 2_000
    characters: int = 20_000_000
    expanded: int = 200_000_000
