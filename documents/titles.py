"""The title of a document and the number above it, from the lines before its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from documents import forms, numbering, openings, organs, symbols
from documents.document import DocumentKind


class Heading(NamedTuple):
    """A text's number as its organ prints it, and what follows on the line.

    ``kind`` is what the line says it is ("Decision 15/4", "PRST 15/2"), None where it does not.
    """

    number: str
    title: str
    kind: DocumentKind | None


_PRINTED = sorted({series.printed for organ in organs.ORGANS for series in organ.series if series.printed})
_NUMBER = "|".join(
    rf"{forms.pattern(form)}(?: [A-Z]{{1,2}})?" if form != organs.OLD_STYLE else
    rf"\d{{1,4}}(?: [A-Z]{{1,2}})? ?\({forms.FIELDS['roman']}\)(?: [A-Z]{{1,2}})?"
    for form in sorted(_PRINTED, key=len, reverse=True)
)  # fmt: skip
_KINDS = {
    "resolution": organs.RESOLUTION,
    "decision": organs.DECISION,
    "prst": organs.STATEMENT,
}
_HEADING = re.compile(
    rf"(?:(?P<kind>(?i:resolution|decision))s? (?:(?i:no)\. ?)?)?(?P<number>{_NUMBER})"
    r"(?:\.?$|\.\s*(?P<stopped>.*)|\*?\s+(?P<bare>[A-Z“].{2,250}[^.,;:])"
    r"|(?(kind)\s+(?P<dated>(?:of|OF|\[)\s?[\dlIO]{1,2}\s?[A-Za-z ]{3,10},?\s?\w{4}\]?)|(?!)))",
    re.DOTALL,
)
_MISREAD_YEAR = re.compile(r"\(\s?([1lI2]\s?[\dOo]\s?[\dlIOo]\s?[\dlIOo])\s?\)")
_FIGURES = str.maketrans("lIOo", "1100")
_LONGEST = 500  # characters of a title
# What stands between the title and the text and is neither: date, meeting, vote, report, a part's letter.
_BETWEEN = re.compile(
    r"\[|\(?(?:Adopted|ADOPTED|Decision adopted|Resolution adopted)\b|(?:on|of) \d|Resolutions? of|[A-Z]$"
    r"|by .{2,60} votes?\b|\d{1,5}(?:st|nd|rd|th) (?:\w+ )?meeting|Agenda items?\b|Item \d"
    r"|\[?\d{1,2} [A-Z][a-z]+,? \d{4}\]?$|\*|Distr|ENGLISH|Original:|ORIGINAL:|[A-Z][a-z]+[- ]?\w* session$"
)
# Below what the title of a draft stands: "Albania and Chile: draft resolution", "Draft resolution submitted
# by the Chair", "Draft resolution".
_DRAFT = r"(?:(?:revised|oral|further) )*draft (?:resolution|decision|statement)s?"
_SPONSORS = re.compile(
    rf".*:\W*(?:{_DRAFT}|(?:revised )?amendments? to\b.*)\W*"
    rf"|{_DRAFT}(?: [IVX]{{1,6}})?\W*(?:(?:submitted|proposed|prepared|presented|sponsored)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
# What the text begins with where its opening line was not found: a sentence that decides, a longer line.
_TEXT = re.compile(rf"(?:At|By|On) (?:its|the) .{{0,80}}\bmeeting\b|The (?:{openings.NAMES}),")
_HAS_FIGURE, _NUMBER_WITHIN = re.compile(r"[\d(]"), 60  # most blocks need no closer look
_AMENDING = re.compile(r"\bamendments?\s+to\b", re.IGNORECASE)


def heading(text: str) -> Heading | None:
    """The number that opens the text of a heading: "73/186. Title", "Resolution 2719 (2023)", "PRST 15/2",
    "98/16 Right to the river"; None of any other text."""
    if len(text) > _LONGEST or not _HAS_FIGURE.search(text, 0, _NUMBER_WITHIN):
        return None
    found = _HEADING.fullmatch(_MISREAD_YEAR.sub(_year, forms.plain(text)))
    if not found:
        return None
    word = (found["kind"] or found["number"].split(" ")[0]).lower()
    return Heading(
        found["number"], found["stopped"] or found["bare"] or found["dated"] or "", _KINDS.get(word)
    )


def _year(found: re.Match[str]) -> str:
    """The year in brackets as it was before the scan: "( 1 967)", "(l967)"."""
    return "(" + found[1].replace(" ", "").translate(_FIGURES) + ")"


def same_number(left: str, right: str) -> bool:
    """Whether two printed resolution numbers are the same: "47/190", "476 (XV) A" for "476 (XV)"."""
    first, second = (
        re.sub(r" [A-Z]{1,2}$| [A-Z]{1,2}(?= ?\()", "", forms.plain(text)) for text in (left, right)
    )
    return forms.compact(first) == forms.compact(second) and bool(first)


def place(symbol: str, front: Sequence[str]) -> int:
    """How many of the lines before the text end with its own number, 0 if it stands in none of them."""
    number = symbols.number(symbol)
    for at in range(len(front), 0, -1):
        own = heading(front[at - 1])
        if own and number and same_number(own.number, number):
            return at
    return 0


def title(symbol: str, front: Sequence[str]) -> str:
    """The title, from the paragraphs before the text; "" where there is none."""
    below = place(symbol, front)
    if below and (own := heading(front[below - 1])):
        return _one_line(list(_rows([own.title, *front[below:]])))
    for at in range(len(front) - 1, -1, -1):
        if _SPONSORS.fullmatch(front[at]):
            rows = [row for row in front[at + 1 :] if not symbols.canonical(row)]
            return _one_line(rows[:1] if _AMENDING.search(front[at]) else list(_rows(rows)))
    return ""


def _rows(rows: Sequence[str]) -> Iterator[str]:
    """The rows that belong to the title: up to the text, without what stands between (and goes on there)."""
    between = False
    for row in rows:
        if _TEXT.match(row) or openings.organ(row) or numbering.opens_finite(row):
            return
        between = bool(_BETWEEN.match(row)) or (between and row[:1].islower())
        if not between:
            yield row


def _one_line(rows: Sequence[str]) -> str:
    return " ".join(" ".join(rows).split()).strip(" *")
