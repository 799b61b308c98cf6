"""The everyday words of questions, loaded from words.toml: which phrase is what."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cli.questions.tokens import split
from documents import organs

Words = tuple[str, ...]

# Where two kinds list the same phrase, the one that stands first here wins.
KINDS = (
    "about",
    "due",
    "who",
    "what",
    "asking",
    "modal",
    "helping",
    "links",
    "things",
    "loose",
    "negation",
    "selves",
    "noise",
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``phrases``: words -> (kind of phrase, what it means for the filter; only "phrase" means anything)."""

    phrases: dict[Words, tuple[str, dict[str, Any]]]
    nicknames: dict[Words, tuple[str, ...]]  # everyday name -> actor ids
    spelled: dict[str, str]  # everyday word -> the spelling in which it is a name
    heads: frozenset[Words]  # said after the name of a body, they name the body
    naming: frozenset[str]  # verbs of naming
    handing_in: frozenset[str]  # what one does with reports
    plain: frozenset[Words]  # names of actors that a question never means as such
    organs: dict[Words, tuple[str, ...]]  # what people call an organ -> its names in the register
    governments: frozenset[str]  # said of a State, they name the State
    verb_words: dict[Words, tuple[str, ...]]  # noun or variant -> operative verbs
    time: dict[str, tuple[Words, ...]]  # the words of cli.questions.times
    longest: int  # words in the longest phrase


@functools.cache
def vocabulary() -> Vocabulary:
    """The built-in vocabulary."""
    raw = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
    phrases: dict[Words, tuple[str, dict[str, Any]]] = {}
    for entry in raw["phrase"]:
        meaning = {name: value for name, value in entry.items() if name not in ("words", "means")}
        phrases.update({split(words): ("phrase", meaning) for words in entry["words"]})
    for kind in KINDS:
        for words in raw[kind]:
            phrases.setdefault(split(words), (kind, {}))
    return Vocabulary(
        phrases=phrases,
        nicknames={split(name): tuple(ids) for name, ids in raw["nicknames"].items()},
        spelled=raw["spelled"],
        heads=frozenset(split(words) for words in raw["heads"]["words"]),
        naming=frozenset(raw["naming"]),
        handing_in=frozenset(raw["handing_in"]),
        plain=frozenset(split(name) for name in raw["plain"]["words"]),
        organs=_names_of_organs(),
        governments=frozenset(raw["governments"]["words"]),
        verb_words={split(words): tuple(verbs) for words, verbs in raw["verb_words"].items()},
        time={name: tuple(split(words) for words in listed) for name, listed in raw["time"].items()},
        longest=max(map(len, phrases)),
    )


def _names_of_organs() -> dict[Words, tuple[str, ...]]:
    """What people call an organ: its names with "UN" for "United Nations" too, its initials, and what it
    calls itself, which others do too ("council")."""
    called: dict[Words, tuple[str, ...]] = {}
    for organ in organs.ORGANS:
        full = [name.lower() for name in (organ.name, *organ.names)]
        short = [name.lower() for name in (*organ.initials, *organ.shares)]
        for name in (*full, *(name.replace("united nations", "un") for name in full), *short):
            called[split(name)] = tuple(dict.fromkeys((*called.get(split(name), ()), organ.name)))
    return called
