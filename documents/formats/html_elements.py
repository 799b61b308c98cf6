"""What an HTML element means for the text: seen or not, block or not, bold, centred, numbered."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from documents.formats.numerals import letter, roman


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


BLOCKS = _names(
    "address article blockquote body br caption center dd details div dl dt fieldset figcaption figure form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th"
    " thead tr ul"
)
UNSEEN = _names(
    "head script style noscript template nav aside footer iframe object svg select button textarea"
)
EMPHATIC = _names("b strong h1 h2 h3 h4 h5 h6 th i em")  # italic counts, since it sets headings apart as well

_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)")
_SLANTED = re.compile(r"font-style\s*:\s*(italic|oblique)")
_HEAVY = ("bold", "bolder", "600", "700", "800", "900")
_CENTRED = re.compile(r"text-align\s*:\s*center")
_NO_DISPLAY = re.compile(r"display\s*:\s*none")
_RAISED = re.compile(r"vertical-align\s*:\s*super")

_LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))"
)
_KINDS = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_BY_DEPTH = {1: "decimal", 2: "lower-alpha"}
_LETTERS = ("lower-alpha", "upper-alpha", "lower-latin", "upper-latin")

_MARK = re.compile(r"\s*[\[(]?[\d*†‡][\d\s,*†‡]*[\])]?\s*")
_NOTE_LINK = re.compile(r"#.*(note|ftn|fn|edn)")
_NOTE = re.compile(r"_?(s?d?footnote|s?d?endnote|ftn|edn|fn)[-_:]?\d+(sym)?")


def is_unseen(element: Any) -> bool:
    """Whether the element is no text of the page: a script, navigation, hidden, a footnote or its mark."""
    return (
        element.tag in UNSEEN
        or element.get("hidden") is not None
        or element.get("role") == "navigation"
        or bool(_NO_DISPLAY.search(_style(element)))
        or (element.tag != "a" and bool(_NOTE.fullmatch(element.get("id", "").lower())))
        or _is_mark(element)
    )


def is_emphatic(element: Any) -> bool:
    """Whether the element sets its text bold or italic."""
    weight = _WEIGHT.search(_style(element))
    if weight and weight[1] not in _HEAVY:  # an editor's <b style="font-weight: normal">
        return False
    return bool(weight or _SLANTED.search(_style(element))) or element.tag in EMPHATIC


def is_centred(element: Any) -> bool:
    """Whether the element centres its lines; where the cells of a table stand says nothing of a heading."""
    if element.tag in ("td", "th", "table"):
        return False
    aligned = element.get("align", "").lower() == "center" or bool(_CENTRED.search(_style(element)))
    return aligned or element.tag == "center"


def is_cell(element: Any) -> bool:
    """Whether the element is a cell in its place; one outside of a row counts as a plain block."""
    return element.tag in ("td", "th") and element.getparent().tag == "tr"


def label(ordered: Any, number: int, depth: int) -> str:
    """What stands before an item of an ordered list: "3." or "(a)", or "" where the list shows nothing.

    ``depth`` counts the open lists. A nested list that says nothing of its kind counts as United Nations
    texts do: (a), then (i).
    """
    listed = _LIST_STYLE.search(_style(ordered))
    kind = listed[1] if listed else _KINDS.get(ordered.get("type", ""), _BY_DEPTH.get(depth, "lower-roman"))
    if kind == "none":
        return ""
    shown = roman(number) if "roman" in kind else letter(number) if kind in _LETTERS else ""
    if not shown:
        return f"{number}.\t"
    return f"({shown.upper() if kind.startswith('upper') else shown})\t"


def _is_mark(element: Any) -> bool:
    """Whether the element is a footnote's mark: raised, or a link to a note, and nothing but the mark."""
    raised = element.tag == "sup" or _RAISED.search(_style(element))
    link = element.tag == "a" and _NOTE_LINK.search(element.get("href", "").lower())
    return bool(raised or link) and bool(_MARK.fullmatch("".join(islice(element.itertext(), 8))))


def _style(element: Any) -> str:
    return element.get("style", "").lower()
