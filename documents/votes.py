"""How a text was adopted, as the lines before and after it print it, scans included."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORDS = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_MISREAD = str.maketrans("lIOoSB", "110058")
_NUMBER = rf"(?P<number>[\dlIOoSB]{{1,3}}|no|nil|{'|'.join(_WORDS)})\b"
_LISTED = r"(?: ?\([^()]*\)?)?"  # the States that voted so
_ABSTAINED = r"(?:members? )?(?:abst|a\w{1,2}ten)\w*"  # a scan has "ahstentions"; "1 member absent" did not
_FOR = re.compile(rf"{_NUMBER}(?: votes?| in favou?r| members?)*{_LISTED}", re.IGNORECASE)
_AGAINST = re.compile(
    rf"[,;]? ?(?:(?:to|and|against),? )?{_NUMBER}(?! {_ABSTAINED})(?: votes?| against)*{_LISTED}",
    re.IGNORECASE,
)
_ABSTAINING = re.compile(rf"[,;.]? ?(?:(?:with|and) )?{_NUMBER} {_ABSTAINED}", re.IGNORECASE)
_BY_COUNT = re.compile(r"\bby (?:a )?(?:recorded |roll-call )?(?:vote of )?", re.IGNORECASE)
_ADOPTED = re.compile(r"\b(?:re)?ado[pr]\w{2,3}\b", re.IGNORECASE)  # a scan has "Adopred"
_UNANIMOUSLY = re.compile(r"\bun[ao]\w{4,10}[l1I][yv]\b", re.IGNORECASE)
_WITHOUT_VOTE = re.compile(r"\bwithout (?:a )?vote\b|\bby consensus\b", re.IGNORECASE)
_BROKEN = re.compile(r"(?<=[a-z])[-\u00ad] ?(?=[a-z])")  # a word over a line end: "unani- mously"
_FROM_ADOPTED = 160  # characters behind "Adopted" in which the vote begins
_NEAR = 60  # of them in which "unanimously" stands


def vote(front: Sequence[str], back: Sequence[str]) -> str:
    """``unanimously``, ``14-0-1`` (for, against, abstaining), ``without a vote``; "" where it is not said."""
    return _told(back) or _told(front)


def _told(rows: Sequence[str]) -> str:
    text = _BROKEN.sub("", " ".join(" ".join(rows).split()))
    for adopted in _ADOPTED.finditer(text):
        words = text[adopted.end() : adopted.end() + _FROM_ADOPTED]
        if _WITHOUT_VOTE.search(words):
            return "without a vote"
        if _UNANIMOUSLY.search(words[:_NEAR]):
            return "unanimously"
        counts = (_counted(text, adopted.end() + by.end()) for by in _BY_COUNT.finditer(words))
        if counted := next(filter(None, counts), ""):
            return counted
    return ""


def _counted(text: str, at: int) -> str:
    """The count that begins at this character: ``14-0-1``; "" where none does."""
    votes = _FOR.match(text, at)
    if not votes:
        return ""
    against = _AGAINST.match(text, votes.end())
    abstaining = _ABSTAINING.match(text, (against or votes).end())
    if not (against or abstaining):
        return ""
    return "-".join(_figure(found["number"]) if found else "0" for found in (votes, against, abstaining))


def _figure(number: str) -> str:
    """``14`` of "14", "l4", "fourteen"; ``0`` of "none"."""
    word = number.lower()
    if word in ("no", "nil"):
        return "0"
    return str(_WORDS.index(word)) if word in _WORDS else str(int(number.translate(_MISREAD)))
