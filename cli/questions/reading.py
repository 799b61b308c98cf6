"""How a question was read: the filter it stands for, and what to show of the rows."""

from __future__ import annotations

from dataclasses import dataclass

from db.filters import Filter


@dataclass(frozen=True, slots=True)
class Reading:
    """``presentation`` is list, count or compare; ``sort``, ``by``, ``counted`` are words of ``db.queries``.

    ``by``: one row per value (the values to put side by side in a comparison). ``counted``: what is counted,
    "" for provisions. ``left_out`` are words of the question that stand for nothing in the filter.
    """

    filter: Filter
    presentation: str = "list"
    sort: str = "strength"
    by: str = ""
    counted: str = ""
    left_out: tuple[str, ...] = ()


class NotUnderstoodError(Exception):
    """A question that cannot be answered as asked. ``str()`` is one sentence that says why."""


class UnknownNameError(NotUnderstoodError):
    """A document or an actor that the register does not have. ``str()`` names it and near ones."""
