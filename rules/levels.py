"""What a provision does and how hard it presses: light enough for commands that only query."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    DIRECTIVE = "directive"  # somebody else is to act
    DECISION = "decision"  # the organ itself acts
    STATEMENT = "statement"


class Strength(StrEnum):
    """How hard an operative verb presses; declared from strongest to weakest."""

    MANDATORY = "mandatory"
    STRONG = "strong"
    STANDARD = "standard"
    SOFT = "soft"
    NONE = "none"
