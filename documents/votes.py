"""How a text was adopted, as the lines before and after it print it, scans included."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORDS = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_FIGURES = str.maketrans("lIOoSB", "110058")
_NUMBER = rf"(?:[\dlIOoSB]{{1,3}}|no|nil|{'|'.join(_WORDS)})\b"
_LISTED = r"(?: ?\([^()]*\)?)?"  # the States that voted so
_SAYS = r"(?:votes?|in favou?r|votes? in favou?r|members?)"
_COUNT = re.compile(
    rf"\b(?P<yes>{_NUMBER})(?: {_SAYS})*{_LISTED},? (?:to|and|against)?,? ?(?P<no>{_NUMBER})"
    rf"(?: (?:votes?|against|votes? against))*{_LISTED}"
    rf"(?:[,;.]? ?(?:with|and)? (?P<abstained>{_NUMBER}) (?:members? )?(?:ab\w+|a\w{{1,2}}ten\w+))?",
    re.IGNORECASE,
)
_BY_COUNT = re.compile(r"\bby (?:a )?(?:recorded |roll-call )?(?:vote of )?", re.IGNORECASE)
_ADOPTED = re.compile(r"\b(?:re)?ado[pr]\w{2,3}\b", re.IGNORECASE)  # a scan has "Adopred"
_UNANIMOUSLY = re.compile(r"\bun[ao]\w{4,10}[l1I][yv]\b", re.IGNORECASE)
_WITHOUT_VOTE = re.compile(r"\bwithout (?:a )?vote\b|\bby consensus\b", re.IGNORECASE)
_FROM_ADOPTED = 160  # characters behind "Adopted" in which the vote begins


def vote(front: Sequence[str], back: Sequence[str]) -> str:
    """``unanimously``, ``14-0-1`` (for, against, abstaining), ``without a vote``; "" where it is not said."""
    return _told(" ".join(" ".join(back).split())) or _told(" ".join(" ".join(front).split()))


def _told(text: str) -> str:
    for adopted in _ADOPTED.finditer(text):
        words = text[adopted.end() : adopted.end() + _FROM_ADOPTED]
        if _WITHOUT_VOTE.search(words):
            return "without a vote"
        if _UNANIMOUSLY.match(words.strip()) or _UNANIMOUSLY.search(words[:60]):
            return "unanimously"
        for by in _BY_COUNT.finditer(words):
            if counted := _COUNT.match(text, adopted.end() + by.end()):
                return "-".join(_figure(counted[name] or "0") for name in ("yes", "no", "abstained"))
    return ""


def _figure(number: str) -> str:
    """``14`` of "14", "l4", "fourteen"; ``0`` of "none"."""
    word = number.lower()
    if word in ("no", "nil"):
        return "0"
    return str(_WORDS.index(word)) if word in _WORDS else str(int(number.translate(_FIGURES)))
