"""Switches off every entry, form, name, pattern and word of the built-in lexicon: which does no sentence notice?

``python -m tests.mutants.lexicon [WORD...]`` tries those whose place in the lexicon holds one of the words, or all.
Several are switched off together, and each is asked about in sentences that mention none of the others; what
nothing noticed is tried once more alone.
"""

from __future__ import annotations

import copy
import multiprocessing
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rules import lexicon as lexicons
from rules.classify import Classifier
from rules.lexicon import Lexicon
from rules.lexicon.patterns import compile_pattern, lowered
from rules.lexicon.schema import KEY_FIELDS, LexiconFile
from rules.text import fold
from tests.sentences import Sentence, sentences

TOGETHER = 25
MOST_SURVIVORS = 0.03
_PLAIN = {
    "id",
    "source",
    "note",
    "replace",
    "group",
    "parent",
    "kind",
    "strength",
    "verb",
    "effect",
    "type",
    "scope",
    "role",
}
_NAMES = {"name", "words"}  # by which the text of an entry is found, where it has them


@dataclass(frozen=True)
class Switch:
    """One thing that can be switched off: where it stands among the plain values, and what mentions it."""

    path: tuple[str | int, ...]
    name: str
    mention: re.Pattern[str]

    def mentioned(self, sentence: Sentence) -> bool:
        return self.mention.search(lowered(fold(sentence.text))) is not None


def switches(data: dict[str, Any]) -> Iterator[Switch]:
    """All of a lexicon's plain values."""

    def within(path: tuple[str | int, ...], value: Any, name: str, mention: str = "") -> Iterator[Switch]:
        if isinstance(value, list):
            for i, inner in enumerate(value):
                yield from within((*path, i), inner, name, mention)
        elif isinstance(value, dict):
            for key, inner in value.items():
                yield from within((*path, key), inner, f"{name} {key}", mention)
        elif isinstance(value, str) and isinstance(path[-1], int):
            yield Switch(path, f"{name}: {value}", _mention(path, value, data))
        elif value is True or (value and isinstance(value, str)):
            yield Switch(path, f"{name} {value}", re.compile(mention))

    for section, entries in data.items():
        if section not in KEY_FIELDS:
            yield from within((section,), entries, section)
            continue
        for i, entry in enumerate(entries):
            key = f"{section}: {entry[KEY_FIELDS[section]]}"
            for name, value in entry.items():
                if name in _NAMES and isinstance(value, str):
                    yield Switch((section, i, name), f"{key}, {name}", _mention((section,), value, data))
                elif name not in _PLAIN:
                    yield from within((section, i, name), value, f"{key}, {name}", _forms_of(entry))


def _mention(path: tuple[str | int, ...], value: str, data: dict[str, Any]) -> re.Pattern[str]:
    """What finds the sentences that mention a word or match a pattern."""
    if "patterns" in path or (path[0] == "words" and re.search(r"[|\[{(/]", value)):
        return compile_pattern(value, data["words"])[0]
    return re.compile(rf"(?<!\w){re.escape(lowered(fold(value)))}(?!\w)")


def _forms_of(entry: dict[str, Any]) -> str:
    return "|".join(rf"\b{re.escape(word)}\b" for word in entry.get("forms", ()))


def _at(data: Any, way: Sequence[str | int]) -> Any:
    for step in way:
        data = data[step]
    return data


def without(data: dict[str, Any], off: Sequence[Switch]) -> Lexicon:
    """The lexicon with these switched off."""
    data = copy.deepcopy(data)
    shortened: list[list[Any]] = []
    for switch in off:
        way, last = switch.path[:-1], switch.path[-1]
        inner = _at(data, way)
        if isinstance(last, int):
            inner[last] = None  # keeps the places of the others until all are out
            shortened.append(inner)
        elif last in _NAMES:
            inner[last] = f"switched off {way[-1]}"
        else:
            del inner[last]
    for values in shortened:
        values[:] = [value for value in values if value is not None]
    return lexicons._lexicon(LexiconFile.model_validate(data))


def unnoticed(data: dict[str, Any], off: Sequence[Switch], among: Sequence[Sentence]) -> list[Switch]:
    """Those that no sentence notices when all of ``off`` are switched off."""
    classifier = Classifier(without(data, off))
    mentions = {one: [switch for switch in off if switch.mentioned(one)] for one in among}
    alone = [(found[0], one) for one, found in mentions.items() if len(found) == 1]
    noticed: set[Switch] = set()
    for switch, one in sorted(alone, key=lambda pair: not pair[1].place.startswith(str(pair[0].path[0]))):
        if switch not in noticed and one.read(classifier) != one.rows:
            noticed.add(switch)
    return [switch for switch in off if switch not in noticed]


def _unnoticed(off: list[Switch]) -> list[Switch]:
    return unnoticed(_DATA, off, _AMONG)


_DATA: dict[str, Any] = {}
_AMONG: list[Sentence] = []


def main(words: Sequence[str]) -> int:
    """Try them and say which were not noticed; 1 if they are more than three in a hundred."""
    _DATA.update(lexicons._built_in().model_dump(mode="json"))
    _AMONG.extend(sentences())
    every = [s for s in switches(_DATA) if not words or any(word in s.name for word in words)]
    random.Random(0).shuffle(every)
    Classifier(without(_DATA, ()))  # what can be made once is made before the processes part
    with multiprocessing.get_context("fork").Pool() as pool:
        groups = [every[i : i + TOGETHER] for i in range(0, len(every), TOGETHER)]
        doubtful = [s for left in pool.imap_unordered(_unnoticed, groups) for s in left]
        left = [s for one in pool.imap_unordered(_unnoticed, [[s] for s in doubtful]) for s in one]
    for switch in sorted(left, key=lambda s: s.name):
        print("not noticed:", switch.name)
    print(f"{len(every)} switched off, {len(left)} not noticed ({len(left) / max(1, len(every)):.1%})")
    return int(len(left) > MOST_SURVIVORS * len(every))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
