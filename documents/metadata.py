"""Symbol, organ, title, dates and origin, from what a resolution prints before and after its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from documents import symbols
from documents.document import DocumentKind

_DATE = (
    r"(\d{1,2})\s+(January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s+((?:19|20)\d\d)"
)
_ADOPTED = re.compile(
    rf"\badopted\b.{{0,120}}?\bon\s+{_DATE}|\b(?:Resolutions?|Decisions?) of {_DATE}",
    re.IGNORECASE | re.DOTALL,
)
_SYMBOL = r"([AES]/[\w./\-]*\w)"
_ORIGIN = re.compile(
    rf"\[(?:on|without)\b[^\]]*?\b{_SYMBOL}[^\]]*\]|draft (?:resolution|decision)s?\s+{_SYMBOL}",
    re.IGNORECASE,
)
_AGENDA_ITEM = re.compile(
    r"^(?:Provisional )?Agenda items? (\d{1,3}(?: ?\([a-z]+\))?(?:(?:, | and )\d{1,3}(?: ?\([a-z]+\))?)*)",
    re.IGNORECASE | re.MULTILINE,
)
_MEETING = re.compile(r"\b(\d{1,5}(?:st|nd|rd|th) (?:\(\w+\) )?(?:(?:plenary|closing|opening) )?meeting)\b")
_VOTE = re.compile(
    r"recorded vote of (\d+)(?: votes)? to (\d+|none),? with (\d+|no) abstentions?", re.IGNORECASE
)
_NUMBER = (
    r"(?:(?:E?S-)?\d{1,4}/\d{1,3}|\d{1,4}(?: [A-Z]{1,2})? \([IVXLS\-]+\)|\d{1,4} \(\d{4}\))(?: [A-Z]{1,2})?"
)
TITLE = re.compile(rf"(?:Resolution |Decision )?({_NUMBER})(?:\.\s*(.*))?", re.DOTALL)
_BELOW_TITLE = re.compile(rf"\[|Adopted|on \d|Resolutions? of|[A-Z]$|{_DATE}$")
_AMENDMENT = re.compile(r"\bamendments?\s+to\s+(?:the\s+)?(?:revised\s+)?draft\b", re.IGNORECASE)
_DECISION = re.compile(r"\bdecision\s+adopted\b", re.IGNORECASE)
_SPONSORS = re.compile(
    r":\W*\s*(?:revised )?(?:draft (?:resolution|decision)|amendments? to\b.*)$", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What identifies a document; each "" where the text does not say."""

    symbol: str
    kind: DocumentKind
    organ: str
    session: str
    title: str
    date: str
    agenda_item: str
    origin: str
    meeting: str
    vote: str


def of(symbol: str, organ: str, front: Sequence[str], back: Sequence[str]) -> Metadata:
    """Metadata from the paragraphs before the text (``front``) and after it (``back``)."""
    before, after = "\n".join(front), "\n".join(back)
    session = symbols.session(symbol)
    agenda_item = _AGENDA_ITEM.search(before)
    meeting = _MEETING.search(before) or _MEETING.search(after)
    return Metadata(
        symbol=symbol,
        kind=kind_of(symbol, before),
        organ=organ or symbols.organ(symbol),
        session=session,
        title=_title(symbol, front),
        date=_date(before, after),
        agenda_item=agenda_item.group(1).strip() if agenda_item else "",
        origin=_origin(before),
        meeting=meeting.group(1) if meeting else "",
        vote=_vote(after or before),
    )


def kind_of(symbol: str, front: str) -> DocumentKind:
    """What sort of document it is, by its symbol and the words before its text."""
    if _AMENDMENT.search(front) and "/L." in symbol:
        return DocumentKind.AMENDMENT
    if "/L." in symbol:
        return DocumentKind.DRAFT
    if "/DEC/" in symbol or _DECISION.search(front):
        return DocumentKind.DECISION
    return DocumentKind.RESOLUTION


def _title(symbol: str, front: Sequence[str]) -> str:
    number = symbols.number(symbol)
    for place in range(len(front) - 1, -1, -1):
        match = TITLE.fullmatch(front[place])
        if match and number and same_number(match.group(1), number):
            rest = [row for row in front[place + 1 :] if not _BELOW_TITLE.match(row)]
            return _one_line([match.group(2) or "", *rest])
    for place in range(len(front) - 1, -1, -1):
        if _SPONSORS.search(front[place]):
            rest = [row for row in front[place + 1 :] if not symbols.canonical(row)]
            return _one_line(rest[:1] if kind_of(symbol, front[place]) is DocumentKind.AMENDMENT else rest)
    return ""


def same_number(left: str, right: str) -> bool:
    """Whether two printed resolution numbers are the same: "47/190", "476 (XV) A" for "476 (XV)"."""
    return left == right or re.sub(r" [A-Z]{1,2}$", "", left) == right


def _one_line(rows: Sequence[str]) -> str:
    return " ".join(" ".join(rows).split()).strip(" *")


def _date(before: str, after: str) -> str:
    match = _ADOPTED.search(before) or re.search(rf"(?m)^{_DATE}", after)
    if not match:
        return ""
    day, month, year = (group for group in match.groups() if group)
    return datetime.strptime(f"{day} {month.capitalize()} {year}", "%d %B %Y").date().isoformat()


def _origin(front: str) -> str:
    match = _ORIGIN.search(front)
    return (match.group(1) or match.group(2)).rstrip(".") if match else ""


def _vote(back: str) -> str:
    if match := _VOTE.search(" ".join(back.split())):
        return "-".join("0" if figure in ("none", "no") else figure for figure in match.groups())
    return "without a vote" if re.search(r"adopted without a vote", back, re.IGNORECASE) else ""
