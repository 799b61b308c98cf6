"""The file formats that can be read, each in a file of its own, chosen by content.

To add a format, write ``documents/formats/NAME.py`` with what `Format` asks for and put the module into
`FORMATS`. A format module imports its library inside ``lines``, so that choosing costs nothing. Formats
that are known and refused are entries of `documents.formats.refused`.
"""

from __future__ import annotations

from typing import Protocol

from documents.formats import doc, docx, html, pdf, text
from documents.formats.refused import REFUSED
from documents.limits import Limits
from documents.lines import Lines


class Format(Protocol):
    """A module that reads one file format."""

    @property
    def NAME(self) -> str:  # noqa: N802 - a constant of the module
        """As people know it: "PDF"."""
        ...

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802
        """How the names of its files end: (".htm", ".html")."""
        ...

    def matches(self, data: bytes) -> bool:
        """Whether the bytes are of this format, by their content."""
        ...

    def lines(self, data: bytes, limits: Limits) -> Lines:
        """The file's lines in reading order; raises `UnreadableError` with a sentence for the person."""
        ...


# Those that are read, in the order in which they are asked.
FORMATS: tuple[Format, ...] = (
    pdf,
    docx,
    doc,
    html,
    text,
)
# Text comes last, since it takes whatever looks like text.
_ASKED: tuple[Format, ...] = (*(each for each in FORMATS if each is not text), *REFUSED, text)


def format_of(data: bytes) -> Format | None:
    """The format of these bytes, one that is refused among them, or None where no format knows them."""
    return next((each for each in _ASKED if each.matches(data)), None)
