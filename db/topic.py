"""What people type as a topic, made into a full-text query that SQLite never refuses."""

from __future__ import annotations

import re

_TERM = re.compile(r'(?:(?P<column>text|title):\s*)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


def match(topic: str) -> str:
    """The FTS5 expression for ``topic``, "" if it has no word to look for.

    Words must all occur, in any order, in the provision or the title of its document; "quoted words"
    must stand together; ``traffick*`` is the beginning of a word; ``title:crime`` and ``text:"crime
    prevention"`` look in one of the two only; ``OR`` between words is either. Everything else that
    FTS5 gives a meaning to is taken as plain text.
    """
    terms: list[str] = []
    either = False
    for found in _TERM.finditer(topic):
        if found["word"] == "OR" and not found["column"]:
            either = bool(terms)
            continue
        term = _term(found["column"], found["phrase"], found["word"])
        if term and either:
            terms[-1] = f"({terms[-1]} OR {term})"
        elif term:
            terms.append(term)
        either = either and not term
    return " AND ".join(terms)


def _term(column: str | None, phrase: str | None, word: str | None) -> str:
    text = phrase if phrase is not None else word or ""
    words = re.findall(r"\w+", text)
    if not words:
        return ""
    prefix = "*" if phrase is None and text.endswith("*") else ""
    quoted = '"' + " ".join(words) + '"' + prefix
    return f"{column} : {quoted}" if column else quoted
