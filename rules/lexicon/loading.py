"""YAML to validated entries. Every complaint names the file and the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from rules.lexicon.schema import KEY_FIELDS, LexiconFile
from rules.lexicon.yamlfile import Problem, YamlError, compose, construct, line_of, message, repeated_keys


class LexiconError(YamlError):
    """A lexicon file cannot be used; ``problems`` says why, in the order of the file."""


def read_file(path: Path, known: LexiconFile | None = None) -> LexiconFile:
    """Read one lexicon file.

    An entry whose key is in ``known`` adds to that entry: lists grow, everything else is replaced;
    with ``replace: true`` it stands alone. Raises LexiconError.
    """
    root = _compose(path)
    raw = construct(root)
    if not isinstance(raw, dict):
        raise LexiconError([Problem(path, 1, "a lexicon is a mapping of sections, such as 'actors:'")])
    problems = [Problem(path, line, text) for line, text in repeated_keys(root)]
    problems += [Problem(path, line_of(root, place), text) for place, text in _repeated_entries(raw)]
    if known:
        raw = _completed(raw, known)
    raw = _with_source(raw)
    try:
        file = LexiconFile.model_validate(raw)
    except ValidationError as error:
        problems += [Problem(path, line_of(root, e["loc"]), message(e)) for e in error.errors()]
        raise LexiconError(sorted(problems, key=lambda p: p.line)) from None
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


def _compose(path: Path) -> yaml.Node | None:
    try:
        return compose(path)
    except YamlError as error:
        raise LexiconError(list(error.problems)) from None


def _entries(raw: Mapping[str, Any]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for section in KEY_FIELDS:
        items = raw.get(section)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict):
                yield section, index, item


def _completed(raw: dict[str, Any], known: LexiconFile) -> dict[str, Any]:
    """The entries of ``raw``, those that ``known`` has completed from it."""
    by_key = {s: {e.key: e for e in getattr(known, s)} for s in KEY_FIELDS if s in raw}
    done = {s: list(items) if isinstance(items, list) else items for s, items in raw.items()}
    for section, index, item in _entries(raw):
        before = by_key[section].get(item.get(KEY_FIELDS[section]))
        if before is None or item.get("replace"):
            continue
        entry = before.model_dump(exclude_defaults=True)
        for name, value in item.items():
            old = entry.get(name)
            grows = isinstance(value, list) and isinstance(old, tuple)
            entry[name] = list(dict.fromkeys([*old, *value])) if grows else value
        done[section][index] = entry
    return done


def _with_source(raw: dict[str, Any]) -> dict[str, Any]:
    """The file's ``source`` given to every entry without one."""
    source = raw.get("source", "")
    for _, _, item in _entries(raw):
        item.setdefault("source", source)
    return raw


def _repeated_entries(raw: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    seen: Counter[tuple[str, str]] = Counter()
    for section, index, item in _entries(raw):
        key = str(item.get(KEY_FIELDS[section]))
        seen[section, key] += 1
        if seen[section, key] == 2:
            yield (section, index), f"{section}: {key!r} is there twice; join the two entries"
