"""Walks an HTML page from element to element, without recursion, and gathers its lines."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from documents.formats import html_elements, html_positions, pieces, tables, typed_notes
from documents.formats.html_elements import BLOCKS, Elements, Traits
from documents.formats.html_notes import Notes
from documents.formats.html_positions import Place
from documents.formats.html_styles import Sheet
from documents.formats.note_marks import numbers
from documents.formats.pieces import Piece
from documents.furniture import signs
from documents.lines import Line

_SPACE = re.compile(r"[ \t\r\n\f]+")
_OWN_NUMBER = re.compile(r"\(?(\d{1,3}|[a-zA-Z]|[ivxIVX]+)[.)]\s")
_VISUAL_LINE = 120  # characters; a line set by hand is no longer, a paragraph of a resolution mostly is
_ENDS = (",", ";", ":", ".")
_PAGE_NUMBERS = re.compile(r"Page \d+|Page: \d+(?:, \d+)*")  # that a tool writes above and below its pages


class _Look(NamedTuple):
    """What the open elements say of the text inside them."""

    emphatic: bool = False
    centred: bool = False
    by_hand: bool = False  # the lines of a ``pre``
    gone: str = ""  # why it is no text of the document


class Page:
    """The lines of a page: ``found``, blank ones too that were set by hand. ``pages``: how many pages a tool
    that made it has told apart."""

    def __init__(self, root: Any, sheet: Sheet) -> None:
        self.found: list[Line] = []
        self.pages = 0
        self._filled = False  # whether the page has a line yet: tools name one twice
        self._elements = Elements(sheet)
        self._notes = Notes(root, self._elements)
        self._looks = [_Look()]
        self._sinks = [self.found]  # where lines go: the page, or the innermost table cell
        self._tables: list[list[list[list[Line]]]] = []  # rows of cells of each open table
        self._in_text: list[bool] = []  # whether sentences had begun above each open table
        self._lists: list[int] = []  # the next number of each open list
        self._pieces: list[Piece] = []  # of the line so far; ``look``: whether it is bold or italic
        self._before = ""  # the last words
        self._label = ""
        self._note = ""  # number of the note under way
        self._opens_note = False
        self._begun = False
        self._set_by_hand = 0  # characters in lines that were broken by hand
        self._places: list[Place | None] = []  # of the lines found, as far as the page sets them at one
        self._place: Place | None = None  # of the next line
        self._read(root)
        self.found = html_positions.joined(self.found, self._places)

    def is_set_in_places(self) -> bool:
        """Whether most of its lines stand each at a place of the page."""
        return sum(place is not None for place in self._places) * 2 > len(self._places)

    def is_set_by_hand(self) -> bool:
        """Whether most of the text stands in lines of a page's width that were broken by hand."""
        return self._set_by_hand * 2 > sum(len(line.text) for line in self.found if not line.dropped)

    def _read(self, root: Any) -> None:
        import lxml.etree

        walk = lxml.etree.iterwalk(root, events=("start", "end"))
        passed = None
        for event, element in walk:
            if event == "start":
                traits = self._elements.traits(element)
                if self._passes_over(element, traits):
                    passed = element
                    walk.skip_subtree()
                else:
                    self._open(element, traits)
                    self._add(element.text)
            else:
                if element is passed:
                    passed = None
                else:
                    self._close(element)
                self._add(element.tail)
        self._end_line()

    def _passes_over(self, element: Any, traits: Traits) -> bool:
        """Whether nothing in the element is words: it is unseen, or the mark of a note, which is kept."""
        if traits.unseen or (element in self._notes.backs and self._note):
            return True
        marks = [self._notes.marks[element]] if element in self._notes.marks else []
        if not marks and traits.raised:
            marks = numbers(html_elements.words(element), self._before)
        gone = self._looks[-1].gone
        self._pieces += (Piece(mark=mark, dropped=gone) for mark in marks)
        return bool(marks)

    def _open(self, element: Any, traits: Traits) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._end_line(by_hand=tag == "br")
        if traits.opens_page or html_elements.names_page(element):
            self._end_line()
            self.pages += self._filled or not self.pages
            self._filled = False
        if element in self._notes.blocks:
            self._end_line()
            self._note, self._opens_note = self._notes.blocks[element], True
        if tag == "ol":
            self._lists.append(_whole(element.get("start"), 1))
        elif tag == "li" and element.getparent().tag == "ol":
            number = _whole(element.get("value"), self._lists[-1])
            self._lists[-1] = number + 1
            ordered = element.getparent()
            listed = self._elements.traits(ordered).style
            label = html_elements.label(ordered, listed, number, len(self._lists))
            self._label = "" if self._note else f"{self._label}\t{label}".strip("\t")
        elif tag == "table":
            self._tables.append([])
            self._in_text.append(self._begun)
        elif tag == "tr" and self._tables:
            self._tables[-1].append([])
        elif self._is_cell(element):
            self._sinks.append([])
        elif tag in ("p", "div"):
            self._place = html_positions.place(traits.style)
        self._looks.append(_inside(self._looks[-1], traits, tag, in_note=bool(self._note)))

    def _close(self, element: Any) -> None:
        tag = element.tag
        if tag in BLOCKS or element in self._notes.blocks:
            self._end_line()
        self._looks.pop()
        if element in self._notes.blocks:
            self._note, self._opens_note = "", False
        if tag in ("p", "div"):
            self._place = None
        elif tag == "li":
            self._label = ""
        elif tag == "ol":
            self._lists.pop()
        elif tag == "table":
            for line in tables.lines(self._tables.pop(), in_text=self._in_text.pop()):
                self._put(line)
        elif self._is_cell(element):
            self._tables[-1][-1].append(self._sinks.pop())

    def _is_cell(self, element: Any) -> bool:
        return bool(self._tables and self._tables[-1]) and html_elements.is_cell(element)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        look = self._looks[-1]
        if not look.by_hand:
            self._before = _SPACE.sub(" ", text)
            self._pieces.append(Piece(self._before, dropped=look.gone, look=look.emphatic))
            return
        for at, row in enumerate(text.split("\n")):
            if at:
                self._end_line(by_hand=True)
            self._pieces.append(Piece(row, dropped=look.gone, look=look.emphatic))

    def _end_line(self, by_hand: bool = False) -> None:
        if not self._pieces and not by_hand:
            return
        found, self._pieces = self._pieces, []
        text, marks = pieces.composed(found)
        page = self.pages or None
        self._place = self._place and self._place.of(text)
        line = pieces.cut(Line(text, page, marks=marks))
        standing = [piece for piece in found if piece.text.strip() and not piece.dropped]
        if standing:
            self._filled = True
            if by_hand and len(line.text) <= _VISUAL_LINE:
                self._set_by_hand += len(line.text)
            emphatic = all(piece.look for piece in standing)
            self._put(self._told(line._replace(heading=emphatic or self._looks[-1].centred)))
        elif (by_hand or self._place) and self._sinks[-1] is self.found:
            self._put(line._replace(marks=()))
        elif marks and len(self._sinks) > 1:
            self._put(line)  # a cell that holds the mark of the note beside it
        for out in pieces.dropped(found):
            self._put(self._labelled(out)._replace(page=page))
        if by_hand and self._place:
            self._place = self._place.below()

    def _put(self, line: Line) -> None:
        self._sinks[-1].append(line)
        if self._sinks[-1] is self.found:
            self._places.append(self._place)

    def _told(self, line: Line) -> Line:
        """The line as one of the note under way, as a page number, or behind the number of a list."""
        if self._note:
            opens, self._opens_note = self._opens_note, False
            told = line._replace(note=self._note, heading=False)
            return typed_notes.opening(line, self._note) if opens else told
        if _PAGE_NUMBERS.fullmatch(line.text) and self.pages:
            return line._replace(dropped=signs.PAGE_NUMBER)
        self._begun = self._begun or line.text.endswith(_ENDS)
        return self._labelled(line)

    def _labelled(self, line: Line) -> Line:
        """The line behind the number that a list gives it, unless it has one of its own."""
        label, self._label = self._label, ""
        return pieces.labelled(line, label) if label and not _OWN_NUMBER.match(line.text) else line


def _inside(outer: _Look, traits: Traits, tag: str, *, in_note: bool) -> _Look:
    """How text looks inside an element; a table begins anew."""
    return _Look(
        emphatic=tag != "table" and (outer.emphatic or traits.emphatic),
        centred=tag != "table" and (outer.centred or traits.centred),
        by_hand=outer.by_hand or tag == "pre",
        gone=outer.gone or ("" if in_note else traits.gone),
    )


def _whole(said: str | None, default: int) -> int:
    return int(said) if said and re.fullmatch(r"\d{1,6}", said) else default
