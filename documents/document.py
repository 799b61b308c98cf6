"""The records that reading a file yields; every later stage works from these alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from documents.kinds import DocumentKind as DocumentKind


class Part(StrEnum):
    """Which part of a document a paragraph stands in."""

    OPERATIVE = "operative"
    ANNEX = "annex"
    DRAFT = "draft"  # of a draft resolution that the document recommends: kept, not classified


class Place(StrEnum):
    """Where the account of a document puts a stretch of its text."""

    FRONT = "front matter"
    PREAMBLE = "preamble"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ANNEX = "annex"
    BACK = "back matter"
    NOTE = "note"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One stretch of the operative part or of an annex, in the order of the text.

    ``label`` is ``13``, ``13(a)``, ``II.13``, ``1`` for a single unnumbered paragraph, ``0`` for the
    sentence before a declaration, ``2 bis``, ``annex.4`` or ``draft.3``. A paragraph with lettered items
    is several records: its chapeau (``13``), each first-level item (``13(a)``; deeper items are part of
    its text) and, where unnumbered text goes on after the items, a second record labelled ``13``.
    ``text`` is clean (one line, no number, no footnote marks, no page furniture).
    ``start`` and ``end`` are character offsets into ``Document.text``; page furniture may stand between
    them. ``page`` counts from 1 and is None where the format has no pages. ``section`` is the nearest
    heading above, or "".
    """

    label: str
    text: str
    section: str
    part: Part
    page: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote. ``number`` is its mark as printed: ``12``, ``*``, ``a``.

    ``part`` is where its mark stands (never "note" or "dropped"), None where the mark was not found;
    ``paragraph`` the label of that paragraph in the operative part or an annex, else "". ``offset``
    counts the characters before the mark in the clean text of that paragraph, or in
    ``Document.preamble``; None elsewhere. ``page`` is that of the note's first line.
    """

    number: str
    text: str
    page: int | None = None
    part: Place | None = None
    paragraph: str = ""
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text as extracted, and where it went; in the order of the text, without overlaps.

    ``about``: the label of a paragraph, the number of a note, why a dropped piece was dropped; else "".
    ``start`` and ``end`` are character offsets into ``Document.text``. What that text leaves out (notes,
    page furniture) stands in ``words`` and has the place in the text where it stood as both; else
    ``words`` is "". ``page`` counts from 1.
    """

    place: Place
    start: int
    end: int
    page: int | None = None
    about: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One resolution, decision, statement, draft or other text. Strings are "" where it does not say."""

    symbol: str  # canonical: A/RES/73/186, S/RES/2719 (2023), E/RES/476 (XV); file:NAME where there is none
    kind: DocumentKind
    organ: str  # "General Assembly", "Security Council", ...
    session: str = ""  # "73"; Security Council: the year, "2023"
    title: str = ""
    date: str = ""  # adoption, ISO, else ""
    first_day: str = ""  # the earliest and the latest day of adoption that its date, year or session leave
    last_day: str = ""  # open, ISO; both "" where nothing is known
    agenda_item: str = ""
    origin: str = ""  # committee report or draft it came from: "A/73/589", "A/C.3/80/L.49"
    meeting: str = ""  # "56th plenary meeting", "7882nd meeting"
    vote: str = ""  # for-against-abstaining: "108-2-61"; "unanimously", "without a vote", else ""
    reissued: bool = False  # says of itself that it was reissued, and so counts more than the first issue
    preamble: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[Note, ...] = ()
    text: str = ""  # the text as read, line by line, without notes and page furniture; spans point into it
    account: tuple[Stretch, ...] = ()  # every word of the text as extracted, those left out of ``text`` too
    warnings: tuple[str, ...] = ()  # e.g. "paragraph 7 is missing between 6 and 8"
    source: str = ""  # path or address it was read from
    sha256: str = ""  # of the file's bytes
    reader: str = ""  # "pdf/1": format and reader version
    pages: int | None = None
