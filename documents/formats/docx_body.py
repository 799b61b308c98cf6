"""Walks a story of a Word document (body, note, header) and gives its lines in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from documents.formats import docx_pieces, pieces, tables, typed_notes
from documents.formats.docx_notes import Notes
from documents.formats.docx_numbering import Numbering
from documents.formats.docx_pieces import FALLBACK, REVISED
from documents.formats.docx_styles import Styles, W
from documents.formats.pieces import Piece
from documents.lines import Line

_BOX = f"{W}txbxContent"
_SHORT = 120  # characters; lines that somebody ended by hand are no longer
_ENDS = (",", ";", ":", ".")


class Story:
    """Reads one story of a document. lxml bounds the depth of a document, and so of this walk."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._frame: tuple[str, object] = ("", None)  # the note in the frame above, and that frame
        self._begun = False  # whether sentences have begun, below the masthead and the title

    def lines(self, holder: Any) -> Iterator[Line]:
        """The lines of what stands in the holder, those of notes right below the line of their mark."""
        running_on: list[Any] = []  # paragraphs whose own marks a change has taken out
        for child in holder:
            if child.tag == f"{W}p":
                if docx_pieces.revised(child):
                    running_on.append(child)
                    continue
                yield from self._paragraph([*running_on, child])
                running_on = []
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag not in (FALLBACK, *REVISED):  # content controls and other wrappings
                yield from self.lines(child)
        if running_on:
            yield from self._paragraph(running_on)

    def _table(self, table: Any) -> Iterator[Line]:
        in_text = self._begun
        own = (row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table)
        rows = [[list(self._cell(row, cell)) for cell in row] for row in own]
        return tables.lines(rows, in_text=in_text)

    def _cell(self, row: Any, cell: Any) -> Iterator[Line]:
        gone = next((REVISED[each.tag] for each in row.iterfind(f"{W}trPr/*") if each.tag in REVISED), "")
        return _out(self.lines([cell]), gone)

    def _paragraph(self, joined: Sequence[Any]) -> Iterator[Line]:
        """The lines of a paragraph, and of those above it that run on into it."""
        each_found = [list(docx_pieces.of(each, self._styles, self._notes)) for each in joined]
        paragraph, found = joined[-1], [piece for each in each_found for piece in each]
        words = [piece for piece in found if piece.text.strip()]
        label = "" if _is_withdrawn(paragraph, words) else self._label(joined, each_found)
        if any(not piece.dropped for piece in words):
            for line in self._framed(paragraph, self._rows(paragraph, found, label)):
                self._begun = self._begun or line.text.endswith(_ENDS)
                yield line
            label = ""
        for line in (line for each in each_found for line in pieces.dropped(each)):
            yield pieces.labelled(line, label) if label else line
            label = ""
        for piece in found:
            if piece.reference is not None:
                yield from _out(self._note(piece), piece.dropped)
        for each in joined:
            yield from self._boxes(each)

    def _label(self, joined: Sequence[Any], found: Sequence[Sequence[Piece]]) -> str:
        """The number of the last paragraph, else of the first whose words run on into it."""
        standing = (each for each, own in zip(joined, found, strict=True) if any(not p.dropped for p in own))
        return next(filter(None, map(self._numbering.label, dict.fromkeys((joined[-1], *standing)))), "")

    def _rows(self, paragraph: Any, found: Sequence[Piece], label: str) -> list[Line]:
        text, marks = pieces.composed(found)
        runs = [piece.look for piece in found if piece.text.strip() and not piece.dropped]
        bold = all(self._styles.is_bold(run, paragraph) for run in runs) or self._styles.is_heading(paragraph)
        if bold or max(map(len, text.strip().split("\n"))) > _SHORT:
            text = text.replace("\n", " ")  # a heading, a paragraph; not "53rd meeting" above its date
        heading = bold or all(self._styles.is_italic(run, paragraph) for run in runs)
        first, *rest = (line._replace(heading=heading) for line in pieces.rows(text, marks))
        return [pieces.labelled(first, label) if label else first, *rest]

    def _framed(self, paragraph: Any, lines: list[Line]) -> list[Line]:
        """The lines, as a note where a frame sets them apart and a mark opens them, or opened them above."""
        frame = self._styles.frame(paragraph)
        place = None if frame is None else tuple(sorted(frame.items()))
        if place is not None:
            lines = typed_notes.apart(lines, self._frame[0] if place == self._frame[1] else "")
        self._frame = (lines[-1].note, place)
        return lines

    def _note(self, piece: Piece) -> Iterator[Line]:
        """A note's lines, its number before the first as Word prints it."""
        story = Story(self._styles, self._numbering, self._notes)
        for at, line in enumerate(story.lines(self._notes.content(piece.reference))):
            told = line._replace(note=piece.mark, heading=False)
            yield told if at else typed_notes.opening(line, piece.mark)

    def _boxes(self, paragraph: Any) -> Iterator[Line]:
        for box in paragraph.iter(_BOX):
            twin = next(box.iterancestors(FALLBACK), None)  # the older one of a box
            if twin is None and next(box.iterancestors(f"{W}p")) is paragraph:
                gone = next((REVISED[each.tag] for each in box.iterancestors(*REVISED)), "")
                yield from _out(typed_notes.apart(self.lines(box)), gone)


def _is_withdrawn(paragraph: Any, words: Sequence[Piece]) -> bool:
    """Whether a tracked change takes the whole paragraph out, so that its number is not counted."""
    if not words:
        return bool(docx_pieces.revised(paragraph))
    return all(piece.dropped in REVISED.values() for piece in words)


def _out(lines: Iterator[Line] | Sequence[Line], reason: str) -> Iterator[Line]:
    """The lines, dropped for this reason if there is one."""
    for line in lines:
        yield line if line.dropped or not reason else line._replace(note="", dropped=reason)
