"""A YAML file whose every complaint names the file and the line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class YamlProblem:
    """One thing wrong with a file. ``line`` counts from 1; 0 means the file as a whole."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.path}, line {self.line}" if self.line else str(self.path)
        return f"{place}: {self.message}"


class YamlError(Exception):
    """A file cannot be used; ``problems`` says why, in the order of the file."""

    def __init__(self, problems: list[YamlProblem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def compose(path: Path) -> yaml.Node | None:
    """The nodes of a file, with their lines; None for an empty file. Raises YamlError."""
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except OSError as error:
        raise YamlError([YamlProblem(path, 0, f"cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError:
        raise YamlError([YamlProblem(path, 0, "is not UTF-8 text; save it as UTF-8")]) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise YamlError([YamlProblem(path, line, f"is not valid YAML: {error.problem}")]) from None
    except yaml.YAMLError as error:
        raise YamlError([YamlProblem(path, 0, f"is not valid YAML: {error}")]) from None


def construct(root: yaml.Node | None) -> Any:
    """The plain values of ``root``: mappings, lists, texts and numbers; ``{}`` for an empty file."""
    return _Loader.construct_document(_Loader(""), root) if root else {}


def repeated_keys(root: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """YAML keeps the last of two equal keys and says nothing."""
    if isinstance(root, yaml.MappingNode):
        seen: set[str] = set()
        for key, _ in root.value:
            if key.value in seen:
                yield key.start_mark.line + 1, f"{key.value!r} is there twice in one mapping"
            seen.add(key.value)
        for _, value in root.value:
            yield from repeated_keys(value)
    elif isinstance(root, yaml.SequenceNode):
        for item in root.value:
            yield from repeated_keys(item)


def line_of(node: yaml.Node | None, place: tuple[str | int, ...]) -> int:
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


def message(error: Mapping[str, Any]) -> str:
    """What pydantic says of one error, in words for who wrote the file."""
    place = ".".join(str(step) for step in error["loc"] if isinstance(step, str))
    text = {
        "missing": "is missing",
        "extra_forbidden": "is not a field of this section; check its spelling",
        "string_type": "must be text; put it in quotes",
        "tuple_type": "must be a list: [one, two]",
    }.get(error["type"], error["msg"][:1].lower() + error["msg"][1:])
    return f"{place}: {text}"
