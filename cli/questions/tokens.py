"""A question cut into tokens: words, numbers, quotations, document symbols and ISO dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

ARTICLES = {"a", "an", "the"}

# Most special first. A symbol has a slash and a digit (73/186, A/C.3/80/L.49) or a number with a session or
# year in brackets (1373 (2001), 174 (II)); the bracket belongs to it.
_TOKEN = re.compile(
    r"""
    ["“”«](?P<quote>[^"“”»]*)["“”»]
  | (?P<date>\b\d{4}-\d{2}(?:-\d{2})?\b)
  | (?P<symbol>(?=[\w./*-]*\d)[A-Za-z0-9.-]+(?:/[A-Za-z0-9.*-]*[A-Za-z0-9*])+(?:\s?\([IVXLCA-Z\d-]+\))?
      | \b\d{1,4}\s?(?:[A-Z]\s)?\((?:\d{4}|[IVXLC]+(?:-\w+)?)\))
  | (?P<label>\b\d{1,3}\s?\([a-z]{1,3}\))
  | (?P<number>\b\d+(?:st|nd|rd|th)?\b)
  | (?P<word>[^\W\d_]\w*(?:['’.]\w+)*)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """``kind`` is word, number, quote, symbol, label or date; ``norm`` is how it is compared."""

    kind: str
    text: str
    norm: str
    the: bool = False  # an article stood before it


def scan(question: str) -> tuple[Token, ...]:
    """The tokens of a question. Articles, punctuation and the possessive 's are left away."""
    plain = re.sub(r"\b((?:[A-Za-z]\.){2,})", lambda found: found[1].replace(".", ""), question)
    plain = re.sub(r"(\d(?:st|nd|rd|th)?)\s*[-–—]\s*(\d+(?:st|nd|rd|th)?)(?![\d-])", _range, plain)
    tokens: list[Token] = []
    the = False
    for found in _TOKEN.finditer(plain):
        kind = found.lastgroup or "word"
        text = re.sub(r"['’]s$", "", found[kind])
        if kind == "word" and text.lower() in ARTICLES:
            the = True
            continue
        tokens.append(Token(kind, text, text.lower().replace("’", "'"), the))
        the = False
    return tuple(tokens)


def split(words: str) -> tuple[str, ...]:
    """Words of the vocabulary as they are compared with ``norm``: they are written plainly already."""
    return tuple(words.replace("-", " ").split())


def _range(found: re.Match[str]) -> str:
    """``78-80`` as ``78 to 80``; an ISO date stays."""
    before = found.string[: found.start()]
    if re.search(r"\d{4}-\d{0,2}$|\d-$", before) or re.fullmatch(r"\d{4}\s?-\s?\d{2}", found[0]):
        return found[0]
    return f"{found[1]} to {found[2]}"
