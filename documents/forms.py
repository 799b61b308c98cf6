"""Forms of symbols: patterns with named fields, by which a symbol is read in every style and written in one.

A form is a symbol with fields for what changes: ``A/RES/{session}/{number}``, ``S/RES/{number} ({year})``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from documents import characters

FIELDS = {
    "session": r"(?:E?S-|OM/)?\d{1,3}|SS\.[IVX]{1,5}",  # OM: an organizational meeting; SS: a special session
    "roman": r"(?:E?S-)?[IVXL]{1,8}",
    "year": r"(?:19|20)\d\d",
    "number": r"\d{1,4}",
    "country": r"[A-Z]{3}",
    "stem": r"[A-Z]{1,6}(?:/[A-Z][A-Z0-9.\-]*)*",
}
# The letter of one resolution out of a composite one: "A", "/A", "[A]"; "A-D" names them all.
_PART = r"[ /]?\[?(?P<part>(?-i:[A-Z]{1,2}))\]?|[ /]?\[?(?-i:[A-Z])(?:-| and | to )(?-i:[A-Z])\]?"
_FIELD = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"\s*([/()\[\]])\s*")


def plain(text: str) -> str:
    """The text on one line, in its usual characters."""
    return " ".join(characters.plain(text).replace("–", "-").split())


def compact(text: str) -> str:
    """`plain`, without spaces beside slashes and brackets: symbols are compared so."""
    return _SPACES.sub(r"\1", plain(text))


def read(form: str, text: str) -> dict[str, str] | None:
    """The fields of a `compact` text that is of this form, in capitals, and "part"; None if it is not.

    A session or year may stand in brackets or behind a slash, a part before or behind them.
    """
    found = _reader(form).fullmatch(text)
    if not found:
        return None
    fields = {name: (value or "").upper() for name, value in found.groupdict().items()}
    fields["part"] = fields.get("part", "") or fields.pop("part_before", "")
    return fields


def filled(form: str, fields: Mapping[str, str]) -> str:
    """The canonical text of this form with these fields; a part stands behind it: "A/RES/44/172 A"."""
    part = fields.get("part", "")
    return form.format_map(fields) + (f" {part}" if part else "")


@cache
def beginning(form: str) -> str:
    """What every text of this form begins with, in capitals: "A/RES/"."""
    return form.partition("{")[0].upper()


def pattern(form: str) -> str:
    """The source of a regular expression for the form as it is printed in a text, without groups."""
    pieces = _FIELD.split(form)
    return "".join(
        f"(?:{FIELDS[piece]})" if at % 2 else re.escape(piece).replace(r"\ \(", r" ?\(")
        for at, piece in enumerate(pieces)
    )


@cache
def _reader(form: str) -> re.Pattern[str]:
    """Literals and fields of the `compact` form, where a bracket may be a slash or be left out."""
    pieces = _FIELD.split(compact(form))
    source = ""
    for at, piece in enumerate(pieces):
        if at % 2:
            source += f"(?P<{piece}>{FIELDS[piece]})"
            continue
        literal = re.escape(piece)
        literal = literal.replace(r"\(", r"(?: ?(?P<part_before>(?-i:[A-Z]{1,2})))?(?:[/ ]?\(|[/ ])")
        source += literal.replace(r"\)", r"\)?").replace(r"\ ", " ?")
    return re.compile(f"{source}(?:{_PART})?", re.IGNORECASE)
