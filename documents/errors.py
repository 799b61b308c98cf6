"""The one error that reading raises: a sentence for the person, never a traceback."""

from __future__ import annotations


class UnreadableError(Exception):
    """The file cannot be read as a resolution. ``str()`` says why and what to do, without the path."""
