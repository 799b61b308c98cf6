"""Footnote marks on the page of a PDF: figures and stars set much smaller than what they hang on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.formats.pdf_look import Look
from documents.lines import Mark

_MUCH = 0.8  # of the size beside them: footnote marks are set at 0.55 to 0.7
_LOWER = 0.05  # of its size that a figure may stand below the line: deeper is the 2 of "CO2"
# Every character that no mark has to a blank.
_FIGURES = bytes(byte if chr(byte).isdigit() or byte == ord("*") else 32 for byte in range(256))
_MARK = re.compile(r"\d{1,3}|\*{1,4}")
_NUMBER = re.compile(r"\d+|\*+")
_BETWEEN = re.compile(r"[,;–-]? ?")  # two marks that stand side by side
_YEAR = re.compile(rb"(?:1[89]|20)\d\d")
_MONTHS = frozenset(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))
_BREAKS = "\r\n"
_AFTER = "\n\n"  # so that there always is a character behind figures

Span = tuple[int, int]


def found(text: str, look: Look) -> list[Span]:
    """The spans of the marks in the page's text, in their order."""
    much, size = _MUCH * look.usual, look.size
    figures = text.encode("ascii", "replace").translate(_FIGURES)
    text += _AFTER
    spans: list[Span] = []
    at = 0
    for figure in figures.split():
        start = figures.index(figure, at)
        end = at = start + len(figure)
        # Plainly none: of a symbol ("70/1"), a day ("12 May"), a year, a paragraph ("12. Requests").
        behind = text[end]
        if behind == " ":
            if text[end + 1 : end + 4] in _MONTHS or (text[start - 1] == " " and _YEAR.fullmatch(figure)):
                continue
        elif behind == "/":
            if text[end + 1].isalnum():
                continue
        elif behind == "." and text[start - 1] == "\n" and text[end + 1] == " ":
            continue
        if size(end - 1) >= much:
            continue
        if spans and _BETWEEN.fullmatch(text, spans[-1][1], start) and size(start - 1) < much:
            spans[-1] = spans[-1][0], end
        elif span := _mark(text, look, start, end):
            spans.append(span)
    return spans


def cut(text: str, start: int, end: int, spans: Sequence[Span]) -> tuple[str, list[Mark]]:
    """This piece of a page's text without the marks in it, nor the blanks before them; and the marks."""
    clean = ""
    marks = []
    for first, last in spans:
        clean = (clean + text[start:first]).strip()
        marks += [Mark(len(clean), number) for number in _NUMBER.findall(text, first, last)]
        start = last
    rest = text[start:end].rstrip()
    return (clean + rest if clean else rest.lstrip()), marks


def _mark(text: str, look: Look, start: int, end: int) -> Span | None:
    """The part of these figures that is a mark: set smaller than what stands beside it, and not lower.

    "20007" is the year 2000 with the mark 7; "7/" is how typescripts print it; "1/2" is a fraction.
    """
    size = look.size(end - 1)
    while end - start > 1 and look.size(start) > size / _MUCH:
        start += 1
    beside = _beside(text, look, start, end)
    if beside is None or not _MARK.fullmatch(text, start, end) or size >= _MUCH * look.size(beside):
        return None
    if text[start - 1].isalpha() and look.place(beside)[1] - look.place(start)[1] > _LOWER * size:
        return None
    return start, end + (text[end : end + 1] == "/")


def _beside(text: str, look: Look, start: int, end: int) -> int | None:
    """The position of the character before a mark, or behind one that opens a line; of one that stands
    alone in the text, the nearest on the same line of the page; None if there is none."""
    before = start - 1
    while before >= 0 and text[before] == " ":
        before -= 1
    if before >= 0 and text[before] not in _BREAKS:
        return before
    behind = end
    while behind < len(text) and text[behind] == " ":
        behind += 1
    if behind < len(text) and text[behind] not in _BREAKS:
        return behind
    y = look.place(start)[1]
    around = (len(text[:start].rstrip()) - 1, len(text) - len(text[end:].lstrip()))
    near = (at for at in around if 0 <= at < len(text) and abs(look.place(at)[1] - y) < look.size(at))
    return next(near, None)
