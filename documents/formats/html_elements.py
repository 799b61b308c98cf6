"""What an HTML element means for the text: seen or not, block or not, bold, centred, numbered, struck out."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NamedTuple

from documents.formats.html_styles import Sheet
from documents.formats.numerals import letter, roman
from documents.furniture import signs
from documents.withdrawn import DELETED, STRUCK


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


BLOCKS = _names(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table"
    " tbody td tfoot th thead tr ul"
)
NAVIGATION = "navigation"

_UNSEEN = _names("head script style noscript template iframe object svg")
_APART = {
    **dict.fromkeys(("nav", "button", "select", "textarea"), NAVIGATION),
    **dict.fromkeys(("aside", "footer"), signs.FURNITURE),
    **dict.fromkeys(("s", "strike"), STRUCK),
    "del": DELETED,
}
_EMPHATIC = _names(
    "b strong h1 h2 h3 h4 h5 h6 th i em"
)  # italic counts, since it sets headings apart as well

_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)")
_SLANTED = re.compile(r"font-style\s*:\s*(italic|oblique)")
_HEAVY = ("bold", "bolder", "600", "700", "800", "900")
_CENTRED = re.compile(r"text-align\s*:\s*center")
_NO_DISPLAY = re.compile(r"display\s*:\s*none")
_RAISED = re.compile(r"vertical-align\s*:\s*super")
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through")

_LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))"
)
_KINDS = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_BY_DEPTH = {1: "decimal", 2: "lower-alpha"}
_LETTERS = ("lower-alpha", "upper-alpha", "lower-latin", "upper-latin")

_PAGE = re.compile(r"page-?_?\d+(?:-div)?|pf[\da-f]+")  # ids that tools give to the pages of a PDF
_PAGE_BREAK = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page)")


class Traits(NamedTuple):
    """What an element's name, class and attributes say of what stands in it.

    ``unseen``: it is on no page, a script or a hidden part. Only its own style hides it: what a class
    hides, a script may show. ``gone``: why it is no text of the document, "navigation", "struck out";
    else "". ``opens_page``: a page begins with it.
    """

    style: str  # the declarations that hold for it
    unseen: bool
    gone: str
    emphatic: bool  # bold or italic
    centred: bool
    raised: bool
    opens_page: bool


class Elements:
    """Tells the traits of a page's elements; those that are written alike are looked at once."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[object, ...], Traits] = {}

    def traits(self, element: Any) -> Traits:
        """The traits of an element."""
        written = (
            element.tag,
            *(element.get(name) for name in ("class", "style", "align", "role", "hidden")),
        )
        found = self._known.get(written)
        if found is None:
            found = self._known[written] = self._traits(element, self._sheet.style(element))
        return found

    def _traits(self, element: Any, style: str) -> Traits:
        hidden = element.get("hidden") is not None or _NO_DISPLAY.search(element.get("style", "").lower())
        navigates = NAVIGATION if element.get("role") == "navigation" else ""
        return Traits(
            style,
            unseen=element.tag in _UNSEEN or bool(hidden),
            gone=navigates or _APART.get(element.tag, "") or (STRUCK if _STRUCK.search(style) else ""),
            emphatic=_is_emphatic(element, style),
            centred=_is_centred(element, style),
            raised=element.tag == "sup" or bool(_RAISED.search(style)),
            opens_page=bool(_PAGE_BREAK.search(style)),
        )


def _is_emphatic(element: Any, style: str) -> bool:
    *_, weight = (None, *_WEIGHT.findall(style))
    if weight and weight not in _HEAVY:  # an editor's <b style="font-weight: normal">
        return False
    return bool(weight or _SLANTED.search(style)) or element.tag in _EMPHATIC


def _is_centred(element: Any, style: str) -> bool:
    """Where the cells of a table stand says nothing of a heading."""
    if element.tag in ("td", "th", "table"):
        return False
    aligned = element.get("align", "").lower() == "center" or bool(_CENTRED.search(style))
    return aligned or element.tag == "center"


def is_cell(element: Any) -> bool:
    """Whether the element is a cell in its place; one outside of a row counts as a plain block."""
    return element.tag in ("td", "th") and element.getparent().tag == "tr"


def names_page(element: Any) -> bool:
    """Whether the element has a name as tools give it to the pages of a PDF."""
    if element.tag == "a":
        return element.get("name", "").isdecimal()
    return bool(_PAGE.fullmatch(element.get("id", "").lower()))


def words(element: Any) -> str:
    """The first words of an element: enough to tell a mark or a number."""
    return "".join(islice(element.itertext(), 8))


def label(ordered: Any, style: str, number: int, depth: int) -> str:
    """What stands before an item of an ordered list: "3." or "(a)", or "" where the list shows nothing.

    ``style``: the declarations that hold for the list; ``depth`` counts the open lists. A nested list that
    says nothing of its kind counts as United Nations texts do: (a), then (i).
    """
    listed = _LIST_STYLE.search(style)
    kind = listed[1] if listed else _KINDS.get(ordered.get("type", ""), _BY_DEPTH.get(depth, "lower-roman"))
    if kind == "none":
        return ""
    shown = roman(number) if "roman" in kind else letter(number) if kind in _LETTERS else ""
    if not shown:
        return f"{number}."
    return f"({shown.upper() if kind.startswith('upper') else shown})"
