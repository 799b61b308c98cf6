"""Takes off what stands on a page and is no part of its text: running headers, footnotes, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from documents import marks, symbols
from documents.lines import Line, Lines

_FURNITURE = re.compile(
    r"""(?:
      (?:GE\.)?\d\d-\d{4,6}(?:\ ?\(E\).*)?            # job number: 23-24923 (E) 211223
    | \d{1,3}/\d{1,3}\s+(?:GE\.)?\d\d-\d{4,6}         # page: 2/5 23-24923
    | (?:GE\.)?\d\d-\d{4,6}\s+\d{1,3}(?:/\d{1,3})?
    | \*\d{7}\*                                       # bar code
    | https?://\S+                                    # address of a link, printed in the margin
    | <!--\ .*\ -->
    | Please\ recycle.*
    )""",
    re.VERBOSE,
)
_FURNITURE_OPENS = "0123456789G*hP<"  # its first characters: most lines need no closer look
_PAGE_OF_TEXT = re.compile(
    r"\d{1,3}/\d{1,3}\s+(?:GE\.)?\d\d-\d{4,6}|(?:GE\.)?\d\d-\d{4,6}\s+\d{1,3}/\d{1,3}|<!-- Page.*"
)
_PAGE_NUMBER = re.compile(r"[-–— ]*\d{1,3}(?:/\d{1,3})?[-–— ]*")
_RULE_OPENS = "_-*—"  # its first characters
_RULE = re.compile(r"_{5,}|-{3,}|\*{3,}|—{3,}")
_NOTE = re.compile(r"(\d{1,3})\s+(?=\S)")
_LETTERS = re.compile(r"[^\W\d_]+")


def taken_off(lines: Lines) -> list[Line]:
    """The lines without page furniture. The first page keeps its head, which names the document."""
    if not lines.wrapped:
        return _without_notes_at_end(lines.lines)
    if lines.pages is None:
        return list(_without_running_text(lines.lines))
    pages = [list(page) for _, page in groupby(lines.lines, key=lambda line: line.page)]
    return [line for page in pages for line in _body(page)]


def _body(page: list[Line]) -> list[Line]:
    """A page without its running header, its footnotes and its foot."""
    start = 0
    if page[0].page != 1:
        while start < len(page) and (page[start].small or _is_header(page[start].text)):
            start += 1
    end = next(
        (at for at in range(start, len(page)) if _is_rule(page[at].text) and _notes_follow(page, at)),
        len(page),
    )
    while end > start and _PAGE_NUMBER.fullmatch(page[end - 1].text):
        end -= 1
    return [
        line
        for line in page[start:end]
        if line.text[0] not in _FURNITURE_OPENS or not _FURNITURE.fullmatch(line.text)
    ]


def _is_rule(text: str) -> bool:
    return text[0] in _RULE_OPENS and _RULE.fullmatch(text) is not None


def _is_header(text: str) -> bool:
    return bool(_FURNITURE.fullmatch(text) or _PAGE_NUMBER.fullmatch(text) or symbols.canonical(text))


def _notes_follow(page: list[Line], rule: int) -> bool:
    return rule + 1 == len(page) or page[rule + 1].small


def _without_running_text(lines: Sequence[Line]) -> Iterator[Line]:
    """Raw text of pages that are not told apart: a page's footnotes begin with a rule and are counted."""
    page: list[Line] = []
    notes: list[int] = []
    seen: set[int] = set()
    in_notes = ended = False
    for line in _without_headers(lines):
        text = line.text.strip()
        if _RULE.fullmatch(text):
            in_notes, ended = True, True
        elif _FURNITURE.fullmatch(text):
            continue
        elif in_notes and (number := _note(text, notes[-1] if notes else 0)):
            notes.append(number)
            ended = text.endswith(".")
        elif in_notes and not ended:
            ended = text.endswith(".")
        else:
            if in_notes:
                yield from _without_marks(page, notes, seen)
                page, notes, in_notes = [], [], False
            page.append(line)
    yield from _without_marks(page, notes, seen)


def _without_marks(page: Sequence[Line], notes: Sequence[int], seen: set[int]) -> Iterator[Line]:
    for line in marks.without_numbered(page, notes):
        yield line._replace(text=marks.without_repeated(line.text, seen))
    seen.update(notes)


def _note(text: str, last: int) -> int:
    match = _NOTE.match(text)
    number = int(match.group(1)) if match else 0
    return number if number == last + 1 or (last == 0 and number) else 0


def _without_headers(lines: Sequence[Line]) -> list[Line]:
    """Without the running headers: words of the title, the symbol. They stand above lines that number a
    page, and at the top of pages where form feeds tell these apart."""
    kept: list[Line] = []
    page = lines[0].page if lines else None
    head = lines[:8] if page is None else lines[:20]
    title = _LETTERS.findall(" ".join(line.text for line in head).lower())
    at_top = False
    for line in lines:
        at_top = (at_top or line.page != page) and _runs(line.text, title)
        page = line.page
        if at_top:
            continue
        if _PAGE_OF_TEXT.fullmatch(line.text.strip()):
            while kept and _runs(kept[-1].text, title):
                kept.pop()
        kept.append(line)
    return kept


def _runs(text: str, title: list[str]) -> bool:
    """Whether the line is part of a running header: nothing but a symbol and words in the title's order."""
    words = _LETTERS.findall(re.sub(r"\b[AES](?:/[\w.\-]+)+(?: \(\w+\))?", " ", text).lower())
    return not words or any(title[at : at + len(words)] == words for at in range(len(title)))


def _without_notes_at_end(lines: Sequence[Line]) -> list[Line]:
    """Whole paragraphs: what follows a rule is footnotes, until a page begins or the text does."""
    kept: list[Line] = []
    notes = False
    for line in lines:
        text = line.text.strip()
        if _RULE.fullmatch(text):
            notes = True
        elif _PAGE_OF_TEXT.fullmatch(text):
            notes = False
        elif not notes and not _FURNITURE.fullmatch(text):
            kept.append(line._replace(text=marks.without_glued(line.text)))
    return kept
