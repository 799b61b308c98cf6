"""Mends words that a page or its PDF has split, only where certain."""

from __future__ import annotations

from documents.blocks import SOFT_HYPHEN


class Mender:
    def __init__(self, text: str) -> None:
        self._text = text

    def mend(self, text: str) -> str:
        return text.replace(SOFT_HYPHEN, "-")
