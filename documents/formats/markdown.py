"""Markdown: its marks for headings, emphasis, links, tables and notes are no part of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents import marks
from documents.furniture import signs
from documents.lines import Line

FRONT = "front matter of the file"  # why its lines are dropped
_MANY = 3  # emphases in a text that is Markdown, where nothing else tells it
_TITLE = re.compile(r"^(?:#{1,6} |\[\^\w+\]:)", re.MULTILINE)
# Emphasis of words: bounded, so that its time is too.
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])((?:[^*_\n]|\n(?!\s*\n)){0,400}?[^\s*_])\1(?![\w*])"
)
_LINK = re.compile(r"!?\[([^\]\n]{0,400})\]\([^)\s]{0,2000}\)")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|br)\b[^>\n]{0,200}>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])")
_HEADING = re.compile(r"(?:#{1,6} +(.{1,1000}?)(?: +#+)?|==+ *([^= ].{0,1000}?) *==+) *")
_MARK = re.compile(r"\[\^\w{1,20}\]|<sup>\[?(?:\d{1,3}|\*{1,3})\]?</sup>|\^\d{1,3}\^", re.IGNORECASE)
_NOTE = re.compile(r" {0,3}\[\^(\w{1,20})\]:\s*(.*)")
_QUOTED = re.compile(r" {0,3}(?:> ?)+")
_CELLS = re.compile(r"\s*\|(.*)\|\s*")
_NO_WORDS = re.compile(r"\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\||\s*={3,}\s*|\s*(?:```|~~~).{0,30}")


def is_markdown(text: str) -> bool:
    """Whether the text has titles, notes or several emphases as Markdown marks them."""
    if _TITLE.search(text):
        return True
    return sum(1 for _ in zip(range(_MANY), _EMPHASIS.finditer(text), strict=False)) == _MANY


def without_emphasis(text: str) -> str:
    """The text without the marks of emphasis and links around its words, on as many lines."""
    for _ in range(2):  # bold may hold italics
        text = _EMPHASIS.sub(r"\2", text)
    return _LINK.sub(r"\1", text)


def lines(rows: Sequence[Line]) -> Iterator[Line]:
    """The lines without Markdown's marks, its notes told, and its front matter dropped."""
    front = _front(rows)
    note = ""
    for at, row in enumerate(rows):
        found = _NOTE.match(row.text)
        if at < front:
            yield row._replace(dropped=FRONT)
        elif found:
            note = found[1]
            yield row._replace(text=_words(found[2]) or note, note=note)
        elif note and row.text.startswith("    ") and row.text.strip():
            yield row._replace(text=_words(row.text), note=note)
        else:
            note = "" if row.text.strip() else note
            yield _line(row)


def heading(row: Line) -> Line:
    """The line, without the signs that set it as a heading in Markdown or in a wiki, if there are any."""
    found = _HEADING.fullmatch(row.text.strip()) if row.text.lstrip()[:1] in ("#", "=") else None
    return row._replace(text=found[1] or found[2], heading=True) if found else row


def _front(rows: Sequence[Line]) -> int:
    """How many lines the front matter of the file takes, which stands between two rules at its top."""
    if not rows or rows[0].text.strip() != "---":
        return 0
    return next((at + 1 for at, row in enumerate(rows) if at and row.text.strip() in ("---", "...")), 0)


def _line(row: Line) -> Line:
    if _NO_WORDS.fullmatch(row.text):
        return row._replace(dropped=signs.RULE)
    if cells := _CELLS.fullmatch(row.text):
        return row._replace(text="\t".join(cell.strip() for cell in cells[1].split("|")), row=True)
    if quoted := _QUOTED.match(row.text):
        row = row._replace(text=row.text[quoted.end() :])
    row = heading(row)
    row = row._replace(text=_words(row.text))
    return marks.taken_out(row, [match.span() for match in _MARK.finditer(row.text)])


def _words(text: str) -> str:
    return _ESCAPED.sub(r"\1", _TAG.sub("", text))
