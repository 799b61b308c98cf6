"""How a question was read: the filter it stands for, and what to show of the rows."""

from __future__ import annotations

from dataclasses import dataclass

from db.filters import Filter


@dataclass(frozen=True, slots=True)
class Reading:
    """``presentation`` is list, count or compare; ``sort`` a sort of ``db.queries``.

    ``compared`` names the field of the filter whose values are put side by side. ``left_out`` are words
    of the question that stand for nothing in the filter.
    """

    filter: Filter
    presentation: str = "list"
    sort: str = "strength"
    compared: str = ""
    left_out: tuple[str, ...] = ()


class NotUnderstood(Exception):
    """A question that cannot be answered as asked. ``str()`` is one sentence that says why."""
