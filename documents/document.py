"""The records that reading a file yields; every later stage works from these alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Which part of a document a paragraph stands in."""

    OPERATIVE = "operative"
    ANNEX = "annex"


class DocumentKind(StrEnum):
    RESOLUTION = "resolution"
    DECISION = "decision"
    DRAFT = "draft"
    AMENDMENT = "amendment"  # has no operative part of its own
    CORRIGENDUM = "corrigendum"  # likewise


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One stretch of the operative part or of an annex, in the order of the text.

    ``label`` is ``13``, ``13(a)``, ``II.13``, ``1`` for a single unnumbered paragraph or
    ``annex.4``. A paragraph with lettered items is several records: its chapeau (``13``), each
    first-level item (``13(a)``; deeper items are part of its text) and, where unnumbered text goes
    on after the items, a second record labelled ``13``.
    ``text`` is clean (one line, no number, no footnote marks, no page furniture).
    ``start`` and ``end`` are character offsets into ``Document.text``; ``page`` counts from 1 and is
    None where the format has no pages. ``section`` is the nearest heading above, or "".
    """

    label: str
    text: str
    section: str
    part: Part
    page: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One resolution, decision or draft as read. Strings are "" where the text does not say."""

    symbol: str  # canonical: A/RES/73/186, S/RES/2719 (2023), E/RES/476 (XV)
    kind: DocumentKind
    organ: str  # "General Assembly", "Security Council", ...
    session: str = ""  # "73"; Security Council: the year, "2023"
    title: str = ""
    date: str = ""  # adoption, ISO, else ""
    agenda_item: str = ""
    origin: str = ""  # committee report or draft it came from: "A/73/589", "A/C.3/80/L.49"
    meeting: str = ""  # "56th plenary meeting", "7882nd meeting"
    vote: str = ""  # as printed: "108-2-61", else ""
    preamble: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    text: str = ""  # the text as read, which spans point into
    warnings: tuple[str, ...] = ()  # e.g. "paragraph 7 is missing between 6 and 8"
    source: str = ""  # path or address it was read from
    sha256: str = ""  # of the file's bytes
    reader: str = ""  # "pdf/1": format and reader version
    pages: int | None = None
