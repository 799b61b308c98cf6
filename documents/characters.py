"""Characters that only look like the usual ones, or that nobody sees: put right before anything is matched.

Ligatures become letters, blanks, hyphens and slashes of every kind the usual ones; what has no width goes.
A hyphen that a lost line end has left a blank behind ("non- governmental") loses the blank.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from documents.lines import Line, Lines

_SOFT_HYPHEN = "\u00ad"
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"  # zero width, directions
_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011\ufe63\uff0d"
_SLASHES = "\u2044\u2215\uff0f"
_LIGATURES = "\ufb00-\ufb06"
_ACCENTS = "\u0300-\u036f"  # that stand apart from their letter
_UNUSUAL = re.compile(f"[{_SOFT_HYPHEN}{_UNSEEN}{_BLANKS}{_HYPHENS}{_SLASHES}{_LIGATURES}{_ACCENTS}]")
_USUAL = (
    (re.compile(f"[{_UNSEEN}]"), ""),
    (re.compile(f"[{_BLANKS}]"), " "),
    (re.compile(f"[{_HYPHENS}]"), "-"),
    (re.compile(f"[{_SLASHES}]"), "/"),
    (re.compile(f"[{_LIGATURES}]"), lambda found: unicodedata.normalize("NFKC", found.group())),
)
# "non- governmental"; a hyphen that hangs ("mid- and long-term") keeps its blank.
_LOST_LINE_END = re.compile(
    r"(?<=[A-Za-z]-) (?=[A-Za-z])(?!(?:and|or|to|nor|but|versus|as|through|rather|than|in|for)\b)"
)
_BROKEN_WORD = re.compile(rf"{_SOFT_HYPHEN}[{_UNSEEN} \t]*\r?\n[ \t]*(\S+)(?:[ \t]+|[ \t]*\r?(?:\n|$)|$)")


def plain(text: str) -> str:
    """The text, of one line or many, in its usual characters. A soft hyphen goes, and with one at the end
    of a line the line end, so that the word is whole."""
    if _SOFT_HYPHEN in text:
        text = _BROKEN_WORD.sub(r"\1\n", text).replace(_SOFT_HYPHEN, "")
    return _usual(text)


def normalised(lines: Lines) -> Lines:
    """The lines in their usual characters, `Line.marks` in their places.

    A page (PDF) shows a soft hyphen as a hyphen: there it stays, for the mender to decide.
    """
    found: Sequence[Line] = lines.lines
    if lines.pages is None and any(_SOFT_HYPHEN in line.text for line in found):
        found = [_without_soft_hyphens(line) for line in _whole_words(found)]
    return replace(lines, lines=tuple(map(_as_usual, found)))


def _usual(text: str) -> str:
    if not text.isascii() and _UNUSUAL.search(text):
        for pattern, usual in _USUAL:
            text = pattern.sub(usual, text)
        text = unicodedata.normalize("NFC", text)
    return _LOST_LINE_END.sub("", text) if "- " in text else text


def _as_usual(line: Line) -> Line:
    text = _usual(line.text)
    if text == line.text:
        return line
    marks = tuple(mark._replace(offset=len(_usual(line.text[: mark.offset]))) for mark in line.marks)
    return line._replace(text=text, marks=marks)


def _without_soft_hyphens(line: Line) -> Line:
    text = line.text.replace(_SOFT_HYPHEN, "")
    if text == line.text:
        return line
    marks = (
        mark._replace(offset=mark.offset - line.text.count(_SOFT_HYPHEN, 0, mark.offset))
        for mark in line.marks
    )
    return line._replace(text=text, marks=tuple(marks))


def _whole_words(lines: Sequence[Line]) -> list[Line]:
    """The lines, each that ends with a soft hyphen joined with the one below."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else line
        if found and above.text.rstrip().endswith(_SOFT_HYPHEN) and line.text.strip():
            start, more = above.text.rstrip(), line.text.lstrip()
            moved = len(start) - len(line.text) + len(more)
            marks = (mark._replace(offset=mark.offset + moved) for mark in line.marks)
            found[-1] = above._replace(text=start + more, marks=(*above.marks, *marks))
        else:
            found.append(line)
    return found
