"""Furniture of pages that are told apart, as a PDF has them: header, footnotes below a rule, foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from documents import symbols
from documents.furniture import signs
from documents.lines import Line

_OPENS_NOTE = re.compile(r"(\d{1,3}|[*†‡]+)\s*(?=\S)")
_UNNUMBERED = "?"  # of a note whose mark is not read


def sorted_out(lines: Sequence[Line]) -> list[Line]:
    """The lines of all pages; see `documents.furniture.sorted_out`."""
    return [line for _, page in groupby(lines, key=lambda line: line.page) for line in _page(list(page))]


def _page(page: list[Line]) -> Iterator[Line]:
    """A page with its running header, its footnotes and its foot said to be so."""
    start = 0
    if page[0].page != 1:
        while start < len(page) and (page[start].small or _is_header(page[start].text)):
            start += 1
    end = next(
        (at for at in range(start, len(page)) if signs.is_rule(page[at].text) and _notes_follow(page, at)),
        len(page),
    )
    foot = end
    while foot > start and signs.is_page_number(page[foot - 1].text):
        foot -= 1
    for line in page[:start]:
        yield line._replace(dropped=signs.HEADER)
    for line in page[start:foot]:
        yield line._replace(dropped=signs.FURNITURE) if signs.is_furniture(line.text) else line
    for line in page[foot:end]:
        yield line._replace(dropped=signs.PAGE_NUMBER)
    yield from _notes(page[end:])


def _notes(below: Sequence[Line]) -> Iterator[Line]:
    """What stands below the rule: notes, and the foot of the page."""
    number = _UNNUMBERED
    for at, line in enumerate(below):
        if at == 0:
            yield line._replace(dropped=signs.RULE)
        elif signs.is_furniture(line.text) or (at == len(below) - 1 and signs.is_page_number(line.text)):
            yield line._replace(dropped=signs.FURNITURE)
        else:
            if opening := _OPENS_NOTE.match(line.text):
                number = opening[1]
            yield line._replace(note=number)


def _is_header(text: str) -> bool:
    return bool(signs.is_furniture(text) or signs.is_page_number(text) or symbols.canonical(text))


def _notes_follow(page: list[Line], rule: int) -> bool:
    return rule + 1 == len(page) or page[rule + 1].small
