"""Furniture of raw text, whose pages are not told apart: footnotes begin with a rule and are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents import marks
from documents.furniture import signs
from documents.lines import Line

_NOTE = re.compile(r"(\d{1,3})\s+(?=\S)")
_LETTERS = re.compile(r"[^\W\d_]+")


def sorted_out(lines: Sequence[Line]) -> list[Line]:
    """The lines of the text; see `documents.furniture.sorted_out`."""
    found: list[Line] = []
    page: list[int] = []  # places in ``found`` of the page's own text
    notes: list[int] = []
    seen: set[int] = set()
    in_notes = ended = False
    for line in _with_headers(lines):
        text = line.text.strip()
        if line.dropped:
            found.append(line)
        elif signs.is_rule(text):
            in_notes, ended = True, True
            found.append(line._replace(dropped=signs.RULE))
        elif signs.is_furniture(text):
            found.append(line._replace(dropped=signs.FURNITURE))
        elif in_notes and (number := _note(text, notes[-1] if notes else 0)):
            notes.append(number)
            ended = text.endswith(".")
            found.append(line._replace(note=str(number)))
        elif in_notes and not ended:
            ended = text.endswith(".")
            found.append(line._replace(note=str(notes[-1]) if notes else "?"))
        else:
            if in_notes:
                _take_marks_out(found, page, notes, seen)
                page, notes, in_notes = [], [], False
            page.append(len(found))
            found.append(line)
    _take_marks_out(found, page, notes, seen)
    return found


def _take_marks_out(found: list[Line], page: Sequence[int], notes: Sequence[int], seen: set[int]) -> None:
    for at, line in zip(page, marks.without_numbered([found[at] for at in page], notes), strict=True):
        found[at] = marks.without_repeated(line, seen)
    seen.update(notes)


def _note(text: str, last: int) -> int:
    match = _NOTE.match(text)
    number = int(match.group(1)) if match else 0
    return number if number == last + 1 or (last == 0 and number) else 0


def _with_headers(lines: Sequence[Line]) -> list[Line]:
    """The lines with the running headers said to be so: words of the title, the symbol. They stand above
    lines that number a page, and at the top of pages where form feeds tell these apart."""
    found: list[Line] = []
    page = lines[0].page if lines else None
    head = lines[:8] if page is None else lines[:20]
    title = _LETTERS.findall(" ".join(line.text for line in head).lower())
    at_top = False
    for line in lines:
        at_top = (at_top or line.page != page) and _runs(line.text, title)
        page = line.page
        if at_top:
            found.append(line._replace(dropped=signs.HEADER))
            continue
        if signs.is_page_foot(line.text.strip()):
            for at in range(len(found) - 1, -1, -1):
                if not found[at].dropped and not _runs(found[at].text, title):
                    break
                found[at] = found[at]._replace(dropped=found[at].dropped or signs.HEADER)
        found.append(line)
    return found


def _runs(text: str, title: list[str]) -> bool:
    """Whether the line is part of a running header: nothing but a symbol and words in the title's order."""
    words = _LETTERS.findall(re.sub(r"\b[AES](?:/[\w.\-]+)+(?: \(\w+\))?", " ", text).lower())
    return not words or any(title[at : at + len(words)] == words for at in range(len(title)))
