"""Furniture of pages that are told apart, as a PDF has them: running head, foot, footnotes above it.

The notes of a page stand below a rule, typed or drawn. A typed one is a line of its own; where it is drawn,
only the size and the place of lines tell: small ones at the foot, the first of which begins with a mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile
from operator import attrgetter

from documents import symbols
from documents.furniture import signs
from documents.lines import Mark

_UNNUMBERED = "?"  # of a note whose mark is not read
_HEAD, _FOOT = 8, 4  # lines of a page that may be its running head or foot
_FEW = 3  # small lines above the text that are a running head although nothing else says so
_TYPED = re.compile(r"(\d{1,3})(?:[.)/]\s*|\s+)(?=\S)")
_STARS = re.compile(r"[*†‡]+(?=\s*\S)")
_STAR = "*†‡"
_LETTER = re.compile(r"([a-z])\s+(?=[A-Z])")
_SYMBOL = re.compile(r"\b[A-Z][A-Z0-9]*(?:/[\w.\-]+)+(?: ?\(\w+\))?")
_NUMBERING = "0123456789 /–-"  # what numbers a page in a running head
_PAGE = ("", "page")  # words that stand beside the symbol at the head of a page
# Every byte that is neither letter nor figure to a blank, every letter to lower case.
_WORDS = bytes(ord(chr(byte).lower()) if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256))


@dataclass
class PageLine:
    """A line of a page while it is sorted out; what is said of it is as `documents.lines.Line` has it.

    There are many, so that what most of them never have is of the class.
    """

    text: str
    page: int
    small: bool = field(default=False, init=False)
    marks: Sequence[Mark] = field(default=(), init=False)
    note: str = field(default="", init=False)
    dropped: str = field(default="", init=False)


def sort_out(lines: Sequence[PageLine]) -> None:
    """Sets ``note`` and ``dropped`` of the lines of all pages that are no text, and takes the stars that
    notes hang on out of the text. The first page keeps its head, which names the document."""
    pages = [list(page) for _, page in groupby(lines, key=attrgetter("page"))]
    if pages:
        _Sorter(pages).sort_out()


class _Sorter:
    """Goes through the pages of one document."""

    def __init__(self, pages: list[list[PageLine]]) -> None:
        self._pages = pages
        self._opening = {_words(_alike(line.text)) for line in takewhile(_is_above_text, pages[0])}
        self._first_page = f" {_words(' '.join(line.text for line in pages[0]))} "
        self._symbol = next(filter(None, (_symbol(line.text) for line in pages[0][:_HEAD])), "/")
        self._returning = _returning(pages)
        self._reasons: dict[tuple[str, bool], str] = {}
        self._number = ""  # of the last note
        self._ended = True  # whether that note had its stop
        self._count = 0  # the last number of a note in figures
        self._above_small = False  # whether the page before ended in small lines of the text

    def sort_out(self) -> None:
        """Says of all lines what they are."""
        for at, page in enumerate(self._pages):
            head = self._head_ends(page) if at else 0
            foot = self._foot_begins(page, head)
            begin = self._notes_begin(page, head, foot)
            for line in page[:head]:
                line.dropped = self._reason(line) or signs.HEADER
            for line in page[foot:]:
                line.dropped = self._reason(line)
            text = page[head:begin]
            for line in text:
                if line.text[0] in signs.FURNITURE_OPENS and signs.is_furniture(line.text):
                    line.dropped = signs.FURNITURE
            if begin < foot:
                self._sort_notes(page[begin:foot], text)
            self._above_small = begin == foot and bool(text) and text[-1].small

    # Head and foot

    def _head_ends(self, page: Sequence[PageLine]) -> int:
        """How many lines at the top of a page are its running head."""
        end = at = 0
        for at, line in enumerate(page[:_HEAD]):
            if self._reason(line) or (end and self._is_of_head(line)):
                end = at + 1
            elif not line.small and not self._is_of_head(line):
                break
        unsaid = 0 < at <= _FEW and end == 0 and not self._above_small
        return at if unsaid and all(line.small for line in page[:at]) else end

    def _foot_begins(self, page: Sequence[PageLine], head: int) -> int:
        """Where the lines at the bottom of a page begin that number it or say its job."""
        begin = len(page)
        while begin > max(head, len(page) - _FOOT) and self._is_foot(page[begin - 1]):
            begin -= 1
        return begin

    def _is_foot(self, line: PageLine) -> bool:
        """Whether a line at the bottom of a page is none of the text's, nor of a note."""
        reason = "" if _leading(line) else self._reason(line)
        return bool(reason) and (
            reason != signs.HEADER or self._symbol in line.text or _alike(line.text) in self._returning
        )

    def _reason(self, line: PageLine) -> str:
        """Why this line, at the top or the bottom of a page, is no text; "" if it may be."""
        key = line.text, line.small
        if key not in self._reasons:
            self._reasons[key] = self._reason_anew(line)
        return self._reasons[key]

    def _reason_anew(self, line: PageLine) -> str:
        text = line.text
        if signs.is_furniture(text):
            return signs.FURNITURE
        if signs.is_page_number(text):
            return signs.PAGE_NUMBER
        words = _words(_alike(_SYMBOL.sub(" ", text) if "/" in text else text))
        named = words in _PAGE or f" {words} " in self._first_page
        if self._symbol in text or ("/" in text and symbols.canonical(text)):
            return signs.HEADER if named else ""
        return signs.HEADER if line.small and words and (named or _alike(text) in self._returning) else ""

    def _is_of_head(self, line: PageLine) -> bool:
        """Whether a line in the body's size may be the title beside or below the symbol."""
        return _words(_alike(line.text)) in self._opening or _alike(line.text) in self._returning

    # Notes

    def _notes_begin(self, page: Sequence[PageLine], head: int, foot: int) -> int:
        """Where the notes of a page begin, or the rule above them; the foot if it has none."""
        for at in [at for at in range(head, foot) if page[at].text[0] in signs.RULE_OPENS]:
            if signs.is_rule(page[at].text) and (at + 1 == foot or _may_be_note(page[at + 1])):
                while at > head and signs.is_page_number(page[at - 1].text):
                    at -= 1
                return at
        begin = foot
        while begin > head and page[begin - 1].small:
            begin -= 1
        for at in range(begin, foot):
            if _leading(page[at]) or _STARS.match(page[at].text):
                return at if self._ended else begin
        return foot if self._ended else begin

    def _sort_notes(self, lines: Sequence[PageLine], text: Sequence[PageLine]) -> None:
        """Says what stands below the text: rule, notes, furniture; takes stars of notes out of the text."""
        raised = any(map(_leading, lines))
        small = any(line.small and not signs.is_rule(line.text) for line in lines)
        resumed = False  # the text, in its own size
        for line in lines:
            if reason := _reason_among_notes(line.text):
                line.dropped = reason
            elif number := self._opened(line, text, raised):
                resumed = False
                self._note(line, number)
                if number[0] in _STAR:
                    _take_out(number, text)
            elif resumed or (small and not line.small):
                resumed = True
            else:
                self._note(line, self._number or _UNNUMBERED)

    def _note(self, line: PageLine, number: str) -> None:
        self._number, line.note = number, number
        self._ended = line.text.endswith(".")

    def _opened(self, line: PageLine, text: Sequence[PageLine], raised: bool) -> str:
        """The number of the note that begins with this line; "" if one goes on."""
        if number := _leading(line) or _matched(_STARS, line):
            self._count = int(number) if number.isdigit() else self._count
            return number
        typed = "" if raised else _matched(_TYPED, line)
        if typed and (int(typed) == self._count + 1 or _is_marked(typed, text)):
            self._count = int(typed)
            return typed
        return _matched(_LETTER, line) if self._ended else ""


def _may_be_note(line: PageLine) -> bool:
    return line.small or bool(_leading(line) or _STARS.match(line.text) or _TYPED.match(line.text))


def _reason_among_notes(text: str) -> str:
    if signs.is_rule(text):
        return signs.RULE
    if signs.is_page_number(text):
        return signs.PAGE_NUMBER
    return signs.FURNITURE if signs.is_furniture(text) else ""


def _leading(line: PageLine) -> str:
    """The raised mark that a line begins with."""
    return line.marks[0].number if line.marks and line.marks[0].offset == 0 else ""


def _matched(pattern: re.Pattern[str], line: PageLine) -> str:
    found = pattern.match(line.text)
    return found[found.lastindex or 0] if found else ""


def _is_marked(number: str, text: Sequence[PageLine]) -> bool:
    return any(mark.number == number for line in text for mark in line.marks)


def _take_out(stars: str, text: Sequence[PageLine]) -> None:
    """Takes the stars of a note out of the page's text, where they are marks."""
    pattern = re.compile(rf"(?<![\s{stars[0]}]){re.escape(stars)}(?![\w{stars[0]}])")
    for line in text:
        if stars in line.text and not line.dropped:
            while found := pattern.search(line.text):
                line.text = line.text[: found.start()] + line.text[found.end() :]
                moved = [_before(mark, found) for mark in line.marks]
                line.marks = sorted([*moved, Mark(found.start(), stars)])


def _before(mark: Mark, found: re.Match[str]) -> Mark:
    """The mark where this piece before it is taken out."""
    return mark._replace(offset=mark.offset - len(found[0])) if mark.offset > found.start() else mark


def _returning(pages: Sequence[Sequence[PageLine]]) -> set[str]:
    """The lines that stand at the head or the foot of more pages than one, but for the number of the page."""
    edges = ({_alike(line.text) for line in (*page[: _HEAD // 2], *page[-_FOOT:])} for page in pages[1:])
    counts = Counter(text for edge in edges for text in edge)
    return {text for text, count in counts.items() if count > 1}


def _symbol(text: str) -> str:
    """The symbol of a document in a line, as printed; "" if there is none."""
    found = _SYMBOL.search(text) if "/" in text else None
    return found[0] if found and any(map(str.isdigit, found[0])) else ""


def _alike(text: str) -> str:
    """The line without the number of its page, at either end."""
    return text.strip(_NUMBERING)


def _is_above_text(line: PageLine) -> bool:
    return not line.text.endswith(",")


def _words(text: str) -> str:
    """The words and figures of a text in lower case, nothing else."""
    return " ".join(text.encode("ascii", "replace").translate(_WORDS).decode("ascii").split())
