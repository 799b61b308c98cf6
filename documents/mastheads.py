"""The symbol in the masthead of a document, among what else stands there."""

from __future__ import annotations

import re

from documents import forms, openings, symbols

_LONGEST = 160  # characters of a line of it
_SLASH = re.compile(r"\w\s?[/\u2044\u2215\uff0f]")
_BESIDE = re.compile(
    rf"(?:{openings.NAMES}|UNITED NATIONS|United Nations|NATIONS UNIES|Nations Unies|Distr\.?:?|DISTR\.?"
    r"|(?i:general(?! assembly)|limited|restricted|(?:original:? ?)?english(?: only)?)|[Pp]age \d+"
    r"|(?<!\S)[ASET](?!\S)|\d{1,2} [A-Z][a-z]+ \d{4})"
)


def symbol(text: str) -> str:
    """The symbol of a line that holds nothing else but what a masthead has beside it: "GENERAL", "United
    Nations", a date; "" of any other line."""
    if len(text) > _LONGEST or not _SLASH.search(text):
        return ""
    return symbols.canonical(_BESIDE.sub(" ", forms.plain(text)))
