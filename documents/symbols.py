"""Symbols of United Nations documents in every style, and their canonical form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from documents import forms, organs
from documents.kinds import DocumentKind
from documents.organs import Organ, Series

_LONGEST = 80  # characters
# A/C.3/80/L.49, A/80/L.10/Rev.1, E/CN.7/2021/L.2, UNEP/EA.5/L.3; S/2023/970 has no L.
_DRAFT = re.compile(r"[A-Z]{1,6}(?:/[A-Z0-9][A-Z0-9.\-]*)*/L\.\d+(?:/(?:Rev|Add|Corr)\.\d+)*", re.IGNORECASE)
_WORDS = re.compile(r"\b(?:REV|ADD|CORR|SUB)(?=\.\d)")  # not in capitals
_SESSION_OF_DRAFT = re.compile(rf"/(?:[EH]A\.)?({forms.FIELDS['session']})/L\.")
# What may follow the beginning of an organ's drafts: a Main Committee, a session, or at once the number.
_WITHIN = re.compile(r"/(?:C\.\d|BUR|(?:E?S-)?\d+|L\.\d+|COP|CMP|CMA)\b")
# A body that `documents.organs` does not have, which names its texts as the others do.
_UNKNOWN = tuple(
    Series(kind, f"{{stem}}/{sign}/{number}", number)
    for sign, kind in (("RES", organs.RESOLUTION), ("DEC", organs.DECISION), ("PRST", organs.STATEMENT))
    for number in ("{year}/{number}", "{session}/{number}", "{number} ({year})")
)
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
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


class _Read(NamedTuple):
    """A symbol of an adopted text, read; ``organ`` is None for a body that the table does not have."""

    organ: Organ | None
    series: Series
    fields: Mapping[str, str]


def canonical(text: str) -> str:
    """The canonical form of a text that is a symbol and nothing else; "" if it is none."""
    if len(text) > _LONGEST:
        return ""
    text = forms.compact(text.strip(" \t\n*†"))
    if "/" not in text:
        return ""
    if found := _read(text):
        return forms.filled(found.series.symbol, found.fields)
    return _WORDS.sub(lambda word: word[0].capitalize(), text.upper()) if _DRAFT.fullmatch(text) else ""


def of_number(number: str, organ: str, kind: DocumentKind = organs.RESOLUTION) -> str:
    """The symbol of the text that ``organ`` prints as "73/186", "476 (XV)", "2719 (2023)" or "PRST 15/2".

    ``kind``: resolution, decision or statement. A number that only one organ prints so ("2719 (2023)",
    "1/CP.28") needs no organ, or one that calls itself as others do ("Conference of the Parties"). "" where
    the organ has no such numbers.
    """
    text, own = forms.compact(number), organs.named(organ)
    found = [
        (each, forms.filled(series.symbol, fields))
        for each in ((own,) if own else organs.ORGANS)
        for series in each.series
        if series.kind is kind and series.printed and (fields := forms.read(series.printed, text))
    ]
    if len(found) != 1 or not (own or not organ or organ in found[0][0].shares):
        return ""
    return found[0][1]


def from_file_name(stem: str) -> str:
    """The canonical symbol of a file's name without its ending; "" if it says none.

    "A_RES_73_186", "S_RES_2719_(2023)-EN", "a-res-73-3 (1)", "A_RES_38_180 E" (a part, where "_E" is the
    language).
    """
    name = _BEFORE.sub("", forms.plain(stem))
    tried = [name]
    while (shorter := _ADDED.sub("", tried[-1])) != tried[-1]:
        tried.append(shorter)
    written = (each for shortened in reversed(tried) for each in _written(shortened))
    return next(filter(None, map(_corrected, written)), "")


def number(symbol: str) -> str:
    """A text's number as its organ prints it: "73/186" of A/RES/73/186; "" where it prints none."""
    found = _read(forms.compact(symbol))
    return forms.filled(found.series.printed, {**found.fields, "part": ""}) if found else ""


def part(symbol: str) -> str:
    """The letter of one resolution out of a composite one: "A" of A/RES/44/172 A; else ""."""
    found = _read(forms.compact(symbol))
    return found.fields["part"] if found else ""


def session(symbol: str) -> str:
    """Session "73" or "S-27"; the year where the organ counts by years; "" if unsaid."""
    if found := _read(forms.compact(symbol)):
        fields = found.fields
        return fields.get("session") or _decimal(fields.get("roman", "")) or fields.get("year", "")
    match = _SESSION_OF_DRAFT.search(symbol)
    return match[1] if match else ""


def counts_years(symbol: str) -> bool:
    """Whether the organ numbers such texts by the year: S/RES/2719 (2023), E/RES/2021/25."""
    found = _read(forms.compact(symbol))
    return found is not None and "year" in found.fields and "session" not in found.fields


def organ(symbol: str) -> str:
    """The organ whose documents carry such a symbol; "" if unknown."""
    if found := _read(forms.compact(symbol)):
        return found.organ.name if found.organ else ""
    stems = ((stem, each.name) for each in organs.ORGANS for stem in each.drafts)
    for stem, name in sorted(stems, key=lambda pair: -len(pair[0])):
        if symbol.startswith(stem) and (_WITHIN.match(symbol, len(stem)) or symbol[len(stem)] == "."):
            return name
    return ""


def kind(symbol: str) -> DocumentKind | None:
    """Whether it is the symbol of a resolution, a decision, a statement or a draft; None if unknown."""
    if found := _read(forms.compact(symbol)):
        return found.series.kind
    return DocumentKind.DRAFT if _DRAFT.fullmatch(symbol) else None


def _written(name: str) -> tuple[str, ...]:
    """The ways in which the name may be meant: underscores, and then hyphens too, for slashes."""
    underscored = re.sub(r"_+", "/", name)
    hyphenated = re.sub(r"(?<!\bS)(?<!\bES)[\-–]+", "/", underscored, flags=re.IGNORECASE)
    dashed = re.sub(r"[\-–]+", "/", underscored)
    return tuple(_SESSION.sub(r"\1-", each) for each in (underscored, hyphenated, dashed))


def _corrected(text: str) -> str:
    """`canonical`, of a corrigendum too: A/RES/79/1/Corr.1."""
    correction = _CORRECTION.search(text)
    if correction:
        corrected = canonical(text[: correction.start()])
        return f"{corrected}/Corr.{correction[2]}" if corrected else ""
    return canonical(text)


def _read(text: str) -> _Read | None:
    """The adopted text that this `compact` symbol names."""
    capitals = text.upper()
    for each, series, form in _FORMS:
        if capitals.startswith(forms.beginning(form)) and (fields := forms.read(form, text)):
            return _Read(each, series, fields)
    for series in _UNKNOWN:
        if fields := forms.read(series.symbol, text):
            return _Read(None, series, fields)
    return None


def _all_forms() -> Iterator[tuple[Organ, Series, str]]:
    for each in organs.ORGANS:
        for series in each.series:
            for form in (series.symbol, *series.also):
                yield each, series, form


_FORMS = tuple(_all_forms())


def _decimal(numeral: str) -> str:
    """ "XV" as "15", "S-VI" as "S-6"."""
    prefix, _, digits = numeral.rpartition("-")
    values = [_ROMAN_VALUES[digit] for digit in digits]
    total = sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
    return (f"{prefix}-{total}" if prefix else str(total)) if numeral else ""
