"""Where a text stands: every ``Doc`` knows its paragraph, so that every finding in it has an address."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from documents.document import Note, Paragraph
from rules.provisions import Evidence, What


@dataclass(frozen=True, slots=True)
class Standing:
    """The paragraph that a ``Doc`` is the text of.

    ``position``: its place in ``Document.paragraphs``, from 1. ``notes``: those whose marks stand in it.
    """

    paragraph: Paragraph
    position: int
    notes: tuple[Note, ...] = ()

    def printed(self, start: int, end: int) -> str:
        """The characters [start, end) of the paragraph; those of the ``Doc`` are folded."""
        return self.paragraph.text[start:end]


Doc.set_extension("standing", default=None, force=True)


def stand(doc: Doc, standing: Standing) -> Doc:
    """``doc``, which from now on knows its paragraph."""
    doc._.standing = standing
    return doc


def standing(doc: Doc) -> Standing:
    """The paragraph that a ``Doc`` is the text of; not to be asked of a title or a preamble."""
    found: Standing | None = doc._.standing
    assert found is not None, "a text that is no paragraph"
    return found


def evidence(what: What, doc: Doc, start: int, end: int, *, entry: str, source: str, note: str) -> Evidence:
    """What was found in the characters [start, end) of a paragraph's text."""
    at = standing(doc)
    return Evidence(what, at.position, start, end, at.printed(start, end), entry, source, note)
