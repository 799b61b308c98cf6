"""YAML to validated entries. Every complaint names the file and the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from rules.lexicon.patterns import PatternError, compile_pattern
from rules.lexicon.schema import KEY_FIELDS, LexiconFile
from rules.lexicon.yamlfile import YamlError, YamlProblem, compose, construct, line_of, message, repeated_keys


class LexiconError(YamlError):
    """A lexicon file cannot be used; ``problems`` says why, in the order of the file."""


def read_file(path: Path, known: LexiconFile | None = None) -> LexiconFile:
    """Read one lexicon file.

    With ``known`` (the built-in lexicon) it is a user's file: an entry whose key is known adds to that
    entry, so that lists grow and everything else is replaced; with ``replace: true`` it stands alone.
    Raises LexiconError.
    """
    root, raw = _contents(path)
    if not isinstance(raw, dict):
        raise LexiconError([YamlProblem(path, 1, "a lexicon is a mapping of sections, such as 'actors:'")])
    problems = [YamlProblem(path, line, text) for line, text in repeated_keys(root)]
    problems += [YamlProblem(path, line_of(root, place), text) for place, text in _repeated_entries(raw)]
    source = str(raw.get("source") or (f"own lexicon {path.name}" if known else ""))
    if known:
        raw = _completed(raw, known, source)
    for _, _, item in _entries(raw):
        item.setdefault("source", source)
    try:
        file = LexiconFile.model_validate(raw)
    except ValidationError as error:
        problems += [YamlProblem(path, line_of(root, e["loc"]), message(e)) for e in error.errors()]
        raise LexiconError(sorted(problems, key=lambda p: p.line)) from None
    if known:
        problems += [YamlProblem(path, line_of(root, place), text) for place, text in _unusable(file, known)]
    if problems:
        raise LexiconError(sorted(problems, key=lambda p: p.line))
    return file


def merge(files: list[LexiconFile]) -> LexiconFile:
    """One lexicon of several files; of entries with the same key the last stands."""
    sections = {
        name: tuple({entry.key: entry for file in files for entry in getattr(file, name)}.values())
        for name in KEY_FIELDS
    }
    words = {name: values for file in files for name, values in file.words.items()}
    return LexiconFile.model_construct(None, source="", words=words, **sections)


def _contents(path: Path) -> tuple[yaml.Node | None, Any]:
    """The nodes of a file and its plain values."""
    try:
        root = compose(path)
        return root, construct(root)
    except YamlError as error:
        raise LexiconError(list(error.problems)) from None
    except yaml.MarkedYAMLError as error:  # brackets or braces where text was meant
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise LexiconError([YamlProblem(path, line, f"{error.problem}; put the text in quotes")]) from None


def _entries(raw: Mapping[str, Any]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for section in KEY_FIELDS:
        items = raw.get(section)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict):
                yield section, index, item


def _completed(raw: dict[str, Any], known: LexiconFile, source: str) -> dict[str, Any]:
    """The file with those entries made whole that only say what they add to a known one."""
    by_key = {s: {e.key: e for e in getattr(known, s)} for s in KEY_FIELDS if s in raw}
    done = {s: list(items) if isinstance(items, list) else items for s, items in raw.items()}
    for section, index, item in _entries(raw):
        before = by_key[section].get(str(item.get(KEY_FIELDS[section])))
        if before is None or item.get("replace"):
            continue
        entry = before.model_dump(exclude_defaults=True)
        added = {"source": "; ".join(filter(None, (before.source, source))), **item}
        done[section][index] = entry | {name: _grown(entry.get(name), new) for name, new in added.items()}
    if isinstance(raw.get("words"), dict):
        done["words"] = {name: _grown(known.words.get(name), new) for name, new in raw["words"].items()}
    return done


def _grown(old: Any, new: Any) -> Any:
    """A list with what is new in it; anything else is replaced."""
    both = isinstance(old, tuple | list) and isinstance(new, list)
    return [*old, *(value for value in new if value not in old)] if both else new


def _unusable(file: LexiconFile, known: LexiconFile) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Places of patterns that are not in the notation and of parents that are no actors."""
    words = known.words | file.words
    for section in ("qualifiers", "deadlines", "reporting"):
        for index, entry in enumerate(getattr(file, section)):
            for pattern in entry.patterns:
                try:
                    compile_pattern(pattern, words)
                except PatternError as error:
                    yield (section, index, "patterns"), f"{section}: {error}"
    ids = {actor.id for actor in (*known.actors, *file.actors)}
    for index, actor in enumerate(file.actors):
        if actor.parent and actor.parent not in ids:
            yield ("actors", index, "parent"), f"actors: parent {actor.parent!r} is no actor"


def _repeated_entries(raw: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    seen: Counter[tuple[str, str]] = Counter()
    for section, index, item in _entries(raw):
        key = str(item.get(KEY_FIELDS[section]))
        seen[section, key] += 1
        if seen[section, key] == 2:
            yield (section, index), f"{section}: {key!r} is there twice; join the two entries"
