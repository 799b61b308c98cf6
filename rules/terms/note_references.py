"""Symbols that stand in footnotes: each is the symbol of the words that its footnote hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from documents.document import Document, Note, Paragraph, Part, Place
from rules.provisions import Reference
from rules.terms.references import MANUAL, Referred, cited

_MARK_FOLLOWS = " ,;:.)]\"'”’"  # a mark may stand behind these, which are no part of the words it hangs on
_DETERMINERS = {"the", "its", "their", "his", "her", "a", "an", "this", "these"}
_LONGEST = 20  # words
_CAPITALIZED = re.compile(r"\bResolution|\bDecision")


def notes_of(document: Document, paragraph: Paragraph) -> tuple[Note, ...]:
    """The notes whose marks stand in a paragraph of the operative part.

    Several paragraphs may share a label (text goes on after items): a mark that fits more than one of them
    belongs to none.
    """
    if not document.notes:
        return ()
    same = [p for p in document.paragraphs if p.label == paragraph.label and p.part is Part.OPERATIVE]
    return tuple(
        note
        for note in document.notes
        if note.part is Place.PARAGRAPH
        and note.paragraph == paragraph.label
        and [p for p in same if _fits(note, p.text)] == [paragraph]
    )


def _fits(note: Note, text: str) -> bool:
    """Whether a word or mark ends where the note's mark stands."""
    at = note.offset or 0
    return 0 < at <= len(text) and not text[at - 1].isspace() and not text[at : at + 1].isalnum()


def with_notes(found: list[Referred], text: str, notes: Iterable[Note], organ: str) -> list[Referred]:
    """What a text refers to, with the symbols of its notes; in the order of the text."""
    for note in notes:
        found = list(_hung(found, text, note, organ))
    return sorted(found, key=lambda r: r.start)


def _hung(found: list[Referred], text: str, note: Note, organ: str) -> Iterator[Referred]:
    """The references of a text, the one that a note hangs on with the symbol of the note."""
    said = _CAPITALIZED.sub(lambda match: match.group().lower(), note.text)
    start, end = _words_before(text, note.offset or 0)
    new = list(dict.fromkeys((r.reference.type, r.reference.symbol) for r in cited(said, organ)))
    for known in found:
        if known.end == end:
            new = [(kind, symbol) for kind, symbol in new if symbol != known.reference.symbol]
            start = known.start
        if known.end != end or known.reference.symbol or not new:
            yield known
    entry = f"grammar: symbol in footnote {note.number}"
    for kind, symbol in new:
        yield Referred(Reference(kind, symbol, text[start:end]), start, end, entry, MANUAL)


def _words_before(text: str, offset: int) -> tuple[int, int]:
    """The noun phrase that ends at a mark: from its article or possessive, or its capitals alone."""
    end = len(text[:offset].rstrip(_MARK_FOLLOWS))
    opens = max(text.rfind(mark, 0, end) for mark in ",;:(") + 1
    words = list(re.finditer(r"\S+", text[opens:end]))[-_LONGEST:]
    for i in range(len(words) - 1, -1, -1):
        if words[i].group().lower() in _DETERMINERS and (i == 0 or words[i - 1].group() != "of"):
            return opens + words[i].start(), end
    first = len(words) - 1
    while first > 0 and words[first - 1].group()[:1].isupper():
        first -= 1
    return (opens + words[first].start() if words else end), end
