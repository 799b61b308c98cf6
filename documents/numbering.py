"""What opens a paragraph, an item, a section, an annex, or ends a text: one grammar for every format.

Every function looks at the words of one block and only answers; who acts on the answers is
`documents.cutter`. A number is believed where a stop follows it. Without one ("26 Condemns", "5, Requests")
or misread ("ll. Requests") it is believed only where an operative verb follows and the sequence awaits it.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Number(NamedTuple):
    """The number that opens a paragraph: ``value`` 2 and ``suffix`` "bis" of "2 bis. Urges".

    ``end`` is where its words begin; ``sure`` is False where it needs the sequence to be believed.
    """

    value: int
    suffix: str
    end: int
    sure: bool


class Item(NamedTuple):
    """The mark of an item, "a" of "(a) Urges", and where its words begin."""

    mark: str
    end: int


_SUFFIX = r"(?:bis|ter|quater|quinquies|sexies|septies|alt)(?:\ ?\d)?"
_SURE = re.compile(
    rf"""[“"]?(?:
      (?:OP|Op)\ ?(?P<op>\d{{1,3}})\s?(?P<op_suffix>(?:{_SUFFIX}\ ?)*)[.:)]?    # OP3. of negotiation drafts
    | (?P<stopped>\d{{1,3}})\s?(?:\.\s?)?(?P<suffix>(?:{_SUFFIX}\ ?)*)\.(?!\d)  # 13.  2 bis.
    | \((?P<bracketed>\d{{1,3}})\)
    | (?P<one>[lI])\.(?=\s+[A-Z][a-z]+s\ \S)                                   # "1." misread
    )\s*(?=\S)""",
    re.VERBOSE,
)
_OPENS_NUMBER = '0123456789(“"OlI'  # what it may begin with: most blocks need no closer look
# Figures as scans misread them; what may stand for the stop.
_LOOSE = re.compile(
    r"[“\"'‘.•^*]{0,2}\s?(?P<figures>[0-9lIOoSZB]{1,3})(?:\s?[.,:;\-–_)•]{1,2}\s*|\s+)(?=[A-Z])"
)
_FIGURES = str.maketrans("lIOoSZB", "1100528")
_ITEM = re.compile(r"[“\"]?(?:\(?(?P<mark>[a-z]{1,5})\)|(?P<copyright>©))\s*(?=\S)")
_DEEPER = re.compile(r"\(?[a-z]{1,5}\)|[–—•·\-]\s")  # what opens a line inside an item
_ADVERB = (
    r"(?:Also|Further|Again|Once again|Hereby|Therefore|Likewise|Now|Still|Moreover|Accordingly"
    r"|[A-Z][a-z]+ly),? "
)
# "Requests", "Also takes note": the organ's own verb, where the preamble has "Recalling", "Deeply concerned".
# Nouns end so too, in the entries of an agenda: "Lamps and oil", "Rules of procedure", "Elections".
_NO_NOUN = r"(?! of\b| and (?!also\b|further\b)[a-z]*[^s\W]\b)(?=\s*[,:]|\s+\S)"
_FINITE = re.compile(
    rf"[“\"]?(?:{_ADVERB})?(?:[a-z]+ly )?(?:[A-Za-z][a-z]*[b-hj-rtv-z]s\b{_NO_NOUN}|(?:Is|Has|Does)\b)"
)
_PARTICIPLE = re.compile(r"(?:[A-Z][a-z]+ly )?[A-Z][a-z]*ing\b")
_SECTION = re.compile(r"(?:Section |Part |Chapter )?([IVXL]{1,6}|[A-H])(?:\.?|[.:]\s+(\S.*))")
_SECTION_IN_FIGURES = re.compile(r"((?:Section|Part|Chapter) \d{1,2})(?:[.:]?|[.:]\s+(\S.*))")
_NUMERAL_AND_TITLE = re.compile(r"([IVXL]{1,6})\s+([A-Z].*)")  # in the bold type of a heading
_ANNEX = re.compile(
    r"(?:ANNEX|Annex|Appendix|APPENDIX|Enclosure)(?: ([IVX]+|\d+|[A-Z]))?(?:[\s.:*].{0,200})?"
)
_MEETING = r"\d{1,5}(?:st|nd|rd|th) (?:\(\w+\) )?(?:(?:plenary|closing|opening|resumed) )?meeting\b"
_CLOSING = re.compile(
    rf"{_MEETING}.{{0,60}}|\[Adopted .*|Adopted (?:unanimously )?(?:at|by|without) .{{0,400}}"
    r"|ADOPTED .{0,100}",
    re.IGNORECASE | re.DOTALL,
)
_OPENS_CLOSING = "0123456789[Aa"
_DATE = re.compile(r"\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d\.?")
_TERMINAL = (".", ";", ":", ",", ".”", ";”", "and", "or")
_ENDED = (".", ";", ":", ",", ".”", ";”", ":”", "]", "; and", "; or", ", and", ", or")


def number(text: str) -> Number | None:
    """The number with its stop that opens the text; None if there is none."""
    found = _SURE.match(text) if text[:1] in _OPENS_NUMBER else None
    if not found:
        return None
    suffix = found["op_suffix"] or found["suffix"] or ""
    value = found["op"] or found["stopped"] or found["bracketed"] or "1"
    return Number(int(value), " ".join(suffix.split()), found.end(), sure=True)


def misprinted(text: str) -> Number | None:
    """The number of "26 Condemns", "5, Requests", "ll. Decides": without its stop, or misread by a scan.

    Only before a finite verb; the sequence must prove it.
    """
    found = _LOOSE.match(text)
    if not found or not is_finite(text, found.end()):
        return None
    figures = found["figures"].translate(_FIGURES)
    return Number(int(figures), "", found.end(), sure=False)


def value(text: str) -> int:
    """The value of the number that opens the text, 0 if there is none."""
    found = number(text)
    return found.value if found else 0


def opens_finite(text: str) -> bool:
    """Whether a numbered paragraph opens with a finite verb, as an entry of a list does not."""
    found = number(text)
    return found is not None and is_finite(text, found.end)


def is_finite(text: str, at: int = 0) -> bool:
    """Whether the text opens, at this character, with a finite verb of the present: "Also requests"."""
    return _FINITE.match(text, at) is not None


def is_operative(text: str) -> bool:
    """Whether an unnumbered paragraph is operative: a finite verb or a full stop, not a participle."""
    return bool(_FINITE.match(text)) or (text.endswith((".", ";", ".”", ";”")) and not is_participle(text))


def is_participle(text: str) -> bool:
    """Whether the text opens as a paragraph of a preamble does: "Recalling", "Deeply deploring"."""
    return _PARTICIPLE.match(text) is not None


def item(text: str) -> Item | None:
    """The mark of an item that opens the text, "(a)" or "a)"; None if there is none."""
    found = _ITEM.match(text) if ")" in text[:8] or text[:1] == "©" else None
    return Item(found["mark"] or "c", found.end()) if found else None


def is_deeper(text: str) -> bool:
    """Whether the text opens as a line inside an item does: with a mark or a dash."""
    return _DEEPER.match(text) is not None


def section(text: str, *, heading: bool) -> tuple[str, str] | None:
    """The numeral or letter of a section and its title, "" where it stands apart; None if it is none.

    ``heading``: the text is set like a heading, so that "II Oil" without a stop is one too.
    """
    if text.endswith(_TERMINAL) and len(text) > 4 and not heading:
        return None
    found = _SECTION.fullmatch(text) or _SECTION_IN_FIGURES.fullmatch(text)
    if found is None and heading:
        found = _NUMERAL_AND_TITLE.fullmatch(text)
    return (found[1], found[2] or "") if found else None


def annex(text: str) -> str | None:
    """The mark of an annex whose heading this is, "" if it has none; None if it is no such heading."""
    found = None if text[:1] not in "AE" or text.endswith(_TERMINAL) else _ANNEX.fullmatch(text)
    return found and (found[1] or "")


def is_closing(text: str) -> bool:
    """Whether the text is the line below a resolution that says when and how it was adopted."""
    return text[:1] in _OPENS_CLOSING and _CLOSING.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether the text is a date and nothing else: "24 March 2045"."""
    return _DATE.fullmatch(text) is not None


def has_ended(text: str) -> bool:
    """Whether a paragraph may end with this text: it has a stop, or goes over to the next item."""
    return text.endswith(_ENDED)


def is_terminal(text: str) -> bool:
    """Whether the text ends as a sentence does and a heading mostly does not."""
    return text.endswith(_TERMINAL)
