"""The symbol that the name of a file stands for, however people, browsers and libraries write it."""

from __future__ import annotations

import re

from documents import forms, symbols

# What is added to a name behind its symbol: a copy's number, the language, what somebody did with it.
_COPY = r"\(\d{1,2}\)|copy(?: \d+)?|copy ?\(\d+\)|kopie|copie|copia"
_STATE = r"final|signed|ocr|text|new|old|download|advance|unedited|version|v\d|reissued|\*"
_ADDED = re.compile(
    rf"(?:[ _\-.,]*[_\-.]E|[ _\-.,]+(?:EN|ENG|english|{_STATE})|[ _\-.,]*(?<![A-Za-z])(?:{_COPY}))$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"^(?:(?:UN|undocs|resolution|N\d{7}|\d{4}-\d\d-\d\d)[ _\-.]+)+", re.IGNORECASE)
_CORRECTION = re.compile(r"/(CORR)[./](\d{1,2})$", re.IGNORECASE)
_SESSION = re.compile(r"(?<=/)(E?S)[/ ](?=\d{1,2}/)", re.IGNORECASE)  # ES/11/1 for ES-11/1


def symbol(stem: str) -> str:
    """The canonical symbol of a file's name without its ending; "" if it says none.

    "A_RES_73_186", "S_RES_2719_(2023)-EN", "a-res-73-3 (1)", "A_RES_38_180 E" (a part, where "_E" is the
    language).
    """
    name = _BEFORE.sub("", forms.plain(stem))
    tried = [name]
    while (shorter := _ADDED.sub("", tried[-1])) != tried[-1]:
        tried.append(shorter)
    written = (each for shortened in reversed(tried) for each in _written(shortened))
    return next(filter(None, map(_symbol, written)), "")


def _written(name: str) -> tuple[str, ...]:
    """The ways in which the name may be meant: underscores, and then hyphens too, for slashes."""
    underscored = re.sub(r"_+", "/", name)
    hyphenated = re.sub(r"(?<!\bS)(?<!\bES)[\-–]+", "/", underscored, flags=re.IGNORECASE)
    dashed = re.sub(r"[\-–]+", "/", underscored)
    return tuple(_SESSION.sub(r"\1-", each) for each in (underscored, hyphenated, dashed))


def _symbol(text: str) -> str:
    correction = _CORRECTION.search(text)
    if correction:
        corrected = symbols.canonical(text[: correction.start()])
        return f"{corrected}/Corr.{correction[2]}" if corrected else ""
    return symbols.canonical(text)
