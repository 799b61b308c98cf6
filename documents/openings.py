"""The line that opens an organ's text: "The General Assembly,", in every way that files print it.

An organ of the table is known in capitals, without its article, with blanks inside its words, or with a
letter misread by a scan. Any other body is known by the look of its name: "The Preparatory Committee,".
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from documents import forms, organs

# One of these stands in the name of every body that adopts texts.
BODIES = (
    *("Assembly", "Council", "Commission", "Committee", "Conference", "Congress", "Board", "Meeting"),
    *("Parties", "Forum", "Authority", "Union"),
)
BODY = f"(?:{'|'.join(BODIES)})"
_SMALL = "of on for the and to in as against at its with from by"
_NAME = rf"[A-Z][\w’'\-]*(?: (?:[A-Z][\w’'\-]*|{_SMALL.replace(' ', '|')})){{0,24}}"
NAMES = "|".join(
    re.escape(name)
    for name in sorted(
        (name for organ in organs.ORGANS for name in (organ.name, *organ.names)), key=len, reverse=True
    )
)
_LINE = re.compile(r"[“\"‘']*(?P<article>t ?he ?)?(?P<name>.+?) ?(?P<stop>[,.:;]?)", re.IGNORECASE)
_OTHER = re.compile(rf"(?=.*\b{BODY}\b){_NAME}")
_LINE_AND_MORE = re.compile(
    rf"(?P<line>[“\"]?The (?:{NAMES}|{_NAME}),)\s+(?=[A-Z][a-z]+(?:ed|ing|ful|are)\b)"
)
_MAY_OPEN = re.compile(r"[“\"‘'\s]*(?:[Tt] ?h|[A-Z].*[,:]$)")
_LONGEST = 200  # characters of an opening line; the longest names of conferences have 160
_MISREAD = 0.9  # of difflib: how much of a misread line must be as it should
_NEAR = 40  # characters up to which a line may be one misread: longer ones are read by their words


def organ(text: str) -> str:
    """ "General Assembly" of the line "The General Assembly,"; "" of any other line."""
    if len(text) > _LONGEST or not _MAY_OPEN.match(text):
        return ""
    return _organ(text)


@lru_cache(maxsize=2048)  # each of a document's short lines is asked about several times
def _organ(text: str) -> str:
    found = _LINE.fullmatch(forms.plain(text))
    if not found or not (found["article"] or found["stop"] in (",", ":")):
        return ""
    if known := _KNOWN.get(_letters(found["name"])):
        return known
    name = _as_title(found["name"]) if found["name"].isupper() else found["name"]
    if found["article"] and found["stop"] in (",", ".", ":") and _OTHER.fullmatch(name):
        return _misread(name) or name
    return _misread(name) if found["article"] and found["stop"] == "," else ""


def line_and_more(text: str) -> tuple[str, int]:
    """An opening line with the first words of the preamble behind it, "The General Assembly, Recalling":
    the line, and where those words begin; "" and 0 where the text opens otherwise."""
    found = _LINE_AND_MORE.match(text)
    return (found["line"], found.end()) if found and organ(found["line"]) else ("", 0)


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name)).casefold()


_KNOWN = {_letters(name): organ.name for organ in organs.ORGANS for name in (organ.name, *organ.names)}
_SHORT = [letters for letters in _KNOWN if len(letters) <= _NEAR]


def _misread(name: str) -> str:
    """The organ of the table whose name a scan has as this one; "" if there is none."""
    letters = _letters(name)
    near = get_close_matches(letters, _SHORT, n=1, cutoff=_MISREAD) if len(letters) <= _NEAR else []
    return _KNOWN[near[0]] if near else ""


def _as_title(name: str) -> str:
    small = _SMALL.split()
    words = name.casefold().split()
    return " ".join(word if word in small else word.capitalize() for word in words)
