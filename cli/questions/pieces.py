"""A question as a row of pieces: what each stretch of its words can be, before the grammar decides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cli.questions.names import Names
from cli.questions.times import Span, time_at
from cli.questions.tokens import Token
from cli.questions.words import vocabulary
from documents import organs

Tokens = tuple[Token, ...]

# What a number may stand behind: "resolution 2341", "HRC 50/3".
RESOLUTION = {
    *("resolution", "resolutions", "res", "decision", "decisions", "document"),
    *(initials.lower() for organ in organs.ORGANS for initials in organ.initials),
}
PARAGRAPH = {"paragraph", "paragraphs", "para", "paras", "pp", "op", "ops"}
JOINS = {"and", "or", "to", "no", "nos", "number"}


@dataclass(frozen=True, slots=True)
class Piece:
    """``kind``: quote, document, paragraph, time, phrase, actor, verb, word or a kind of words.toml.

    A document that the register does not have is a piece of kind document without ``ids``.
    """

    kind: str
    text: str  # as asked
    norm: str
    ids: tuple[str, ...] = ()  # symbols, labels, actor ids, verbs
    organs: tuple[str, ...] = ()
    base: bool = False  # a verb in its base form, which may be another word: "note"
    span: Span | None = None
    meaning: dict[str, Any] = field(default_factory=dict)


def cut(tokens: Tokens, names: Names, today: date) -> tuple[Piece, ...]:
    """The pieces of a question."""
    pieces: list[Piece] = []
    place = 0
    while place < len(tokens):
        end, piece = _piece_at(tokens, place, names, today)
        pieces.append(piece)
        place = end
    return tuple(pieces)


def _piece_at(tokens: Tokens, start: int, names: Names, today: date) -> tuple[int, Piece]:
    for kind, read in (("document", _document_at), ("paragraph", _paragraph_at)):
        end, ids = read(tokens, start, names)
        if end > start:
            return end, _piece(kind, tokens[start:end], ids=ids)
    if tokens[start].kind == "quote":
        return start + 1, _piece("quote", tokens[start : start + 1])
    end, span = time_at(tokens, start, today)
    if span:
        return end, _piece("time", tokens[start:end], span=span)
    return max(_readings(tokens, start, names), key=lambda reading: reading[0])


def _readings(tokens: Tokens, start: int, names: Names) -> list[tuple[int, Piece]]:
    """What may begin at ``start``; of equally long ones the first counts."""
    words = vocabulary()
    found: list[tuple[int, Piece]] = []
    phrases: list[tuple[int, Piece]] = []
    for end in range(min(len(tokens), start + words.longest), start, -1):
        written = tuple(token.norm for token in tokens[start:end])
        if written in words.phrases:
            kind, meaning = words.phrases[written]
            phrases.append((end, _piece(kind, tokens[start:end], meaning=meaning)))
            break
    if phrases and phrases[0][1].kind in ("phrase", "noise", "things"):
        found += phrases
    end, ids = names.actor_at(tokens, start)
    if ids:
        found.append(
            (end, _piece("actor", tokens[start:end], ids=ids, organs=names.organs_at(tokens, start, end)))
        )
    found += [phrase for phrase in phrases if phrase not in found]
    for length in (3, 2, 1):
        written = tuple(token.norm for token in tokens[start : start + length])
        if len(written) == length and written in names.verbs:
            verb = _piece(
                "verb", tokens[start : start + length], ids=names.verbs[written], base=written in names.bases
            )
            found.append((start + length, verb))
            break
    return [*found, (start + 1, _piece("word", tokens[start : start + 1]))]


def _piece(kind: str, tokens: Tokens, **values: Any) -> Piece:
    return Piece(
        kind, " ".join(token.text for token in tokens), " ".join(token.norm for token in tokens), **values
    )


def _document_at(tokens: Tokens, start: int, names: Names) -> tuple[int, tuple[str, ...]]:
    """``73/186``, ``A/RES/79/124``, ``resolution 2341``, ``resolutions 1373 and 1540``: end and symbols.

    Without symbols, if one of them is not in the register.
    """
    if tokens[start].kind == "symbol":
        return start + 1, tuple(names.find_documents(tokens[start].text))
    if tokens[start].norm not in RESOLUTION:
        return start, ()
    found: list[str] = []
    end, place = start, start + 1
    while place < len(tokens):
        token = tokens[place]
        if token.norm not in JOINS:
            symbols = _numbered(token, names)
            if symbols is None:
                break
            if not symbols:
                return place + 1, ()
            found += symbols
            end = place + 1
        place += 1
    return end, tuple(dict.fromkeys(found))


def _numbered(token: Token, names: Names) -> tuple[str, ...] | None:
    """The documents of this symbol or bare number, () if the register has none, None if it is no number."""
    if token.kind == "symbol":
        return tuple(names.find_documents(token.text))
    if token.kind != "number" or not token.norm.isdigit():
        return None
    symbols = tuple(s for s in names.find_documents(token.text) if _bare_number(s, token.norm))
    return None if not symbols and _is_year(token.norm) else symbols


def _bare_number(symbol: str, number: str) -> bool:
    """Whether ``number`` alone numbers the document, as in S/RES/2341 (2017), not in A/RES/73/186."""
    return bool(re.fullmatch(rf"[A-Z/.]+/{number}( \(.+\))?", symbol))


def _is_year(number: str) -> bool:
    return bool(re.fullmatch(r"(19[4-9]|20\d)\d", number))


def _paragraph_at(tokens: Tokens, start: int, names: Names) -> tuple[int, tuple[str, ...]]:
    """``paragraph 13``, ``para. 13(a)``, ``paragraphs 13 to 15 and 20``."""
    if tokens[start].norm not in PARAGRAPH:
        return start, ()
    labels: list[str] = []
    end, place, joined = start, start + 1, ""
    while place < len(tokens):
        token = tokens[place]
        if token.kind in ("number", "label") and re.fullmatch(r"\d{1,3}(\s?\([a-z]+\))?", token.norm):
            label = token.norm.replace(" ", "")
            if joined == "to" and labels and labels[-1].isdigit() and label.isdigit():
                labels += [str(number) for number in range(int(labels[-1]) + 1, int(label))]
            labels.append(label)
            end = place + 1
        elif token.norm not in JOINS:
            break
        joined, place = token.norm, place + 1
    return end, tuple(labels)
