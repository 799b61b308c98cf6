"""YAML to validated entries. Every complaint names the file and the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from rules.lexicon.schema import KEY_FIELDS, LexiconFile

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a lexicon file. ``line`` counts from 1; 0 means the file as a whole."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.path}, line {self.line}" if self.line else str(self.path)
        return f"{place}: {self.message}"


class LexiconError(Exception):
    """A lexicon file cannot be used; ``problems`` says why, in the order of the file."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def read_file(path: Path, known: LexiconFile | None = None) -> LexiconFile:
    """Read one lexicon file.

    An entry whose key is in ``known`` adds to that entry: lists grow, everything else is replaced;
    with ``replace: true`` it stands alone. Raises LexiconError.
    """
    root = _compose(path)
    raw = _Loader.construct_document(_Loader(""), root) if root else {}
    if not isinstance(raw, dict):
        raise LexiconError([Problem(path, 1, "a lexicon is a mapping of sections, such as 'actors:'")])
    problems = [Problem(path, line, text) for line, text in _repeated_keys(root)]
    problems += [Problem(path, _line(root, place), text) for place, text in _repeated_entries(raw)]
    if known:
        raw = _completed(raw, known)
    raw = _with_source(raw)
    try:
        file = LexiconFile.model_validate(raw)
    except ValidationError as error:
        problems += [Problem(path, _line(root, e["loc"]), _message(e)) for e in error.errors()]
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
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except OSError as error:
        raise LexiconError([Problem(path, 0, f"cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError:
        raise LexiconError([Problem(path, 0, "is not UTF-8 text; save it as UTF-8")]) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise LexiconError([Problem(path, line, f"is not valid YAML: {error.problem}")]) from None
    except yaml.YAMLError as error:
        raise LexiconError([Problem(path, 0, f"is not valid YAML: {error}")]) from None


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


def _repeated_keys(root: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """YAML keeps the last of two equal keys and says nothing."""
    if isinstance(root, yaml.MappingNode):
        names = Counter(key.value for key, _ in root.value)
        for key, _ in root.value:
            if names.pop(key.value, 1) > 1:
                yield key.start_mark.line + 1, f"{key.value!r} is there twice in one mapping"
        for _, value in root.value:
            yield from _repeated_keys(value)
    elif isinstance(root, yaml.SequenceNode):
        for item in root.value:
            yield from _repeated_keys(item)


def _line(node: yaml.Node | None, place: tuple[str | int, ...]) -> int:
    """The line of the deepest node on the way to ``place``."""
    line = node.start_mark.line + 1 if node else 0
    for step in place:
        if isinstance(node, yaml.MappingNode):
            pair = next((p for p in node.value if p[0].value == step), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            child: yaml.Node = node.value[step]
            line, node = child.start_mark.line + 1, child
        else:
            break
    return line


def _message(error: Mapping[str, Any]) -> str:
    place = ".".join(str(step) for step in error["loc"] if isinstance(step, str))
    text = {
        "missing": "is missing",
        "extra_forbidden": "is not a field of this section; check its spelling",
        "string_type": "must be text; put it in quotes",
        "tuple_type": "must be a list: [one, two]",
    }.get(error["type"], error["msg"][:1].lower() + error["msg"][1:])
    return f"{place}: {text}"
