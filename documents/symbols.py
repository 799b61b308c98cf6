"""Symbols of United Nations documents in every style, and their canonical form."""

from __future__ import annotations

import re

_ROMAN = r"(?:E?S-)?[IVXL]+"
_SESSION = r"(?:E?S-)?\d{1,4}"
_ORGANS = {
    "General Assembly": "A",
    "Security Council": "S",
    "Economic and Social Council": "E",
    "Human Rights Council": "A/HRC",
}
# A/RES/73/186, A/RES/44/172 A, A/HRC/RES/S-21/1, E/DEC/2021/231, E/CN.4/RES/2003/10
_BY_SESSION = re.compile(
    rf"([AEST](?:/[A-Z][A-Z0-9.\-]*?)*)/(RES|DEC)/({_SESSION})/(\d{{1,3}})(?:\s*\[?([A-Z]{{1,2}})\]?)?"
)
# A/RES/174 (II), E/RES/476 (XV), S/RES/2719 (2023), A/RES/3201 (S-VI), A/RES/2625 A (XXV)
_BY_NUMBER = re.compile(
    rf"(A|E|S|T)/(RES|DEC)/(\d{{1,4}})(?:\s*([A-Z]{{1,2}}))?\s*/?\s*\(\s*({_ROMAN}|\d{{4}})\s*\)(?:\s*([A-Z]{{1,2}})(?![a-z]))?"
)
# A/C.3/80/L.49, A/80/L.10/Rev.1, E/CN.7/2021/L.2, A/HRC/55/L.3, S/2023/970 has no L.
_DRAFT = re.compile(r"[AEST](?:/[A-Z0-9][A-Z0-9.\-]*)*/L\.\d+(?:/(?:Rev|Add|Corr)\.\d+)*")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def canonical(text: str) -> str:
    """The canonical form of a text that is a symbol and nothing else; "" if it is none."""
    text = re.sub(r"\s+", " ", text.strip(" \t\n*†"))
    if match := _BY_NUMBER.fullmatch(text):
        organ, kind, number, before, session, after = match.groups()
        part = before or after
        return f"{organ}/{kind}/{number} ({session})" + (f" {part}" if part else "")
    if match := _BY_SESSION.fullmatch(text):
        organ, kind, session, number, part = match.groups()
        return f"{organ}/{kind}/{session}/{number}" + (f" {part}" if part else "")
    return text if _DRAFT.fullmatch(text) else ""


def found(text: str) -> str:
    """The first symbol of a resolution, decision or draft in the text, canonical; "" if there is none."""
    hits = [match for pattern in (_BY_NUMBER, _BY_SESSION, _DRAFT) if (match := pattern.search(text))]
    return canonical(min(hits, key=lambda hit: hit.start()).group()) if hits else ""


def of_resolution(number: str, organ: str) -> str:
    """The symbol of a resolution that its organ prints as "73/186", "476 (XV)" or "2719 (2023)"."""
    return canonical(f"{_ORGANS[organ]}/RES/{number}") if organ in _ORGANS else ""


def from_file_name(stem: str) -> str:
    """The symbol that a file name stands for: "A_RES_73_186", "S_RES_2719(2023)"; "" if none."""
    return canonical(re.sub(r"/(?=\()", " ", re.sub(r"[_/]+", "/", stem)))


def number(symbol: str) -> str:
    """A resolution's number as its organ prints it: "73/186" of A/RES/73/186; "" for a draft."""
    match = re.search(r"/(?:RES|DEC)/(.+)", symbol)
    return re.sub(r" [A-Z]{1,2}$", "", match.group(1)) if match else ""


def part(symbol: str) -> str:
    """The letter of one resolution out of a composite one: "A" of A/RES/44/172 A; else ""."""
    match = re.search(r"/(?:RES|DEC)/.* ([A-Z]{1,2})$", symbol)
    return match.group(1) if match else ""


def session(symbol: str) -> str:
    """Session "73" or "S-27"; the year where the organ counts by years; "" if unsaid."""
    if match := re.search(rf"\(({_ROMAN}|\d{{4}})\)", symbol):
        return _decimal(match.group(1))
    if match := re.search(rf"/(?:RES|DEC)/({_SESSION})/", symbol):
        return match.group(1)
    match = re.search(rf"/({_SESSION})/L\.", symbol)
    return match.group(1) if match else ""


def organ(symbol: str) -> str:
    """The principal organ whose documents carry such a symbol; "" if unknown."""
    longest_first = sorted(_ORGANS, key=lambda name: -len(_ORGANS[name]))
    return next((name for name in longest_first if symbol.startswith(_ORGANS[name] + "/")), "")


def _decimal(numeral: str) -> str:
    """ "XV" as "15", "S-VI" as "S-6"; a year stays."""
    prefix, _, digits = numeral.rpartition("-")
    if digits.isdigit():
        return numeral
    values = [_ROMAN_VALUES[digit] for digit in digits]
    total = sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
    return f"{prefix}-{total}" if prefix else str(total)
