"""Symbol, organ, title, dates and origin, from what a resolution prints before and after its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents import dates, organs, sessions, symbols, titles, votes
from documents.document import DocumentKind

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
_AMENDMENT = re.compile(r"\bamendments?\s+to\s+(?:the\s+)?(?:revised\s+)?draft\b", re.IGNORECASE)
_DECISION = re.compile(r"\bdecision\s+adopted\b", re.IGNORECASE)
_REISSUED = re.compile(r"^\W*(?:\w+ )?re-?issued? for technical\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What identifies a document; each "" where the text does not say. Days are ISO."""

    symbol: str
    kind: DocumentKind
    organ: str
    session: str
    title: str
    date: str
    first_day: str
    last_day: str
    agenda_item: str
    origin: str
    meeting: str
    vote: str


def of(symbol: str, organ: str, front: Sequence[str], back: Sequence[str], sentence: str = "") -> Metadata:
    """Metadata from the paragraphs before the text (``front``) and after it (``back``).

    ``sentence``: the words of a decision in one sentence, which tell its day; else "".
    """
    before, after = "\n".join(front), "\n".join(back)
    agenda_item = _AGENDA_ITEM.search(before)
    meeting = _MEETING.search(before) or _MEETING.search(after) or _MEETING.search(sentence)
    span = sessions.days(symbol)
    date = dates.adopted(symbol, front, back, sentence, span)
    return Metadata(
        symbol=symbol,
        kind=kind_of(symbol, before),
        organ=organ_of(symbol, organ),
        session=symbols.session(symbol),
        title=titles.title(symbol, front),
        date=date,
        first_day=date or (span.first.isoformat() if span else ""),
        last_day=date or (span.last.isoformat() if span else ""),
        agenda_item=agenda_item.group(1).strip() if agenda_item else "",
        origin=_origin(before),
        meeting=meeting.group(1) if meeting else "",
        vote=votes.vote(front, back),
    )


def organ_of(symbol: str, opening: str) -> str:
    """The organ whose opening line calls itself ``opening``: more exactly by the symbol where others call
    themselves so too ("Conference of the Parties"), or where no line does."""
    own = organs.named(symbols.organ(symbol))
    return own.name if own and (not opening or opening in own.shares) else opening


def kind_of(symbol: str, front: str) -> DocumentKind:
    """What sort of document it is, by its symbol and the words before its text."""
    kind = symbols.kind(symbol)
    if kind is DocumentKind.DRAFT:
        return DocumentKind.AMENDMENT if _AMENDMENT.search(front) else kind
    if kind is not DocumentKind.STATEMENT and _DECISION.search(front):
        return DocumentKind.DECISION
    return kind or DocumentKind.RESOLUTION


def is_reissue(line: str) -> bool:
    """Whether the line says that the document was reissued: "* Reissued for technical reasons on 5 May"."""
    return _REISSUED.match(line) is not None


def _origin(front: str) -> str:
    match = _ORIGIN.search(front)
    return (match.group(1) or match.group(2)).rstrip(".") if match else ""
