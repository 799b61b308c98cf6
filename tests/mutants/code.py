"""Changes the code of ``rules/`` in one place at a time, at random: which change does no test of ``tests/rules`` notice?

``python -m tests.mutants.code [--sample N] [--seed N] [WORD...]`` draws from all places, or from files whose path holds
one of the words. Each change is tried in a process forked from one that has spaCy loaded already, so that none pays for
it; processor time, not the clock, ends a change that never ends.

A mutator of our own: mutmut leaves out decorated classes and functions, cosmic-ray starts Python and spaCy anew for each.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import importlib.machinery
import importlib.util
import os
import random
import resource
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import hypothesis  # noqa: F401  loaded before the processes part
import pydantic  # noqa: F401
import pytest
import rapidfuzz.process  # noqa: F401
import spacy.lang.en
import spacy.matcher  # noqa: F401

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests" / "rules"
SAMPLE = 400
MOST_SURVIVORS = 0.03
_SECONDS = 120  # of the processor, for one change
_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_CALLS = {"any": "all", "all": "any", "min": "max", "max": "min"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the file, the place in the order of its tree, what is said of it."""

    path: Path
    place: int
    said: str

    @property
    def module(self) -> str:
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts)

    def tree(self) -> ast.Module:
        """The file with the change."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        for place, node in enumerate(_code(tree)):
            if place == self.place:
                _change(node)
                return ast.fix_missing_locations(tree)
        raise LookupError(self.said)


def mutants(words: Sequence[str] = ()) -> Iterator[Mutant]:
    """Every change of every file of ``rules/`` (or of those whose path holds a word)."""
    for path in sorted((ROOT / "rules").rglob("*.py")):
        name = str(path.relative_to(ROOT))
        if words and not any(word in name for word in words):
            continue
        for place, node in enumerate(_code(ast.parse(path.read_text(encoding="utf-8")))):
            changed = copy.deepcopy(node)
            if _change(changed):
                said = f"{name}:{getattr(node, 'lineno', 0)}: {_line(node)} -> {_line(changed)}"
                yield Mutant(path, place, said)


def _line(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 90 else f"{text[:87]}..."


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a tree that do something: no annotations, docstrings or names that are exported."""
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "type_params") or isinstance(node, ast.JoinedStr):
            continue
        for child in value if isinstance(value, list) else [value]:
            said = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            exported = isinstance(child, ast.Assign) and ast.unparse(child.targets[0]) == "__all__"
            named = isinstance(child, ast.Assign) and _is_name(child.value)
            if isinstance(child, ast.AST) and not (said or exported or named):
                yield from _code(child)


def _is_name(value: ast.expr) -> bool:
    """Whether what is assigned only has a name for the program itself: a key, a type."""
    if isinstance(value, ast.Call):
        return ast.unparse(value.func) == "TypeVar"
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value.isalpha()


def _change(node: ast.AST) -> bool:
    """Change a node in place; False where there is nothing to change."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARISONS:
            node.ops = [_COMPARISONS[type(op)]()]
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.If() | ast.IfExp():
            node.test = ast.UnaryOp(ast.Not(), node.test)
        case ast.BinOp(op=ast.Add()):
            node.op = ast.Sub()
        case ast.BinOp(op=ast.Sub()):
            node.op = ast.Add()
        case ast.UnaryOp(op=ast.Not()):
            node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
        case ast.Constant(value=bool()):
            node.value = not node.value
        case ast.Constant(value=int()):
            node.value += 1  # pyright: ignore[reportOperatorIssue]
        case ast.Constant(value=str()) if node.value:
            node.value = f"{node.value}x"
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
            node.func = ast.Name(_CALLS[name], ast.Load())
        case ast.Return(value=ast.expr()) if not _is_none(node.value):
            node.value = ast.Constant(None)
        case _:
            return False
    return True


def _is_none(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


class _Changed(importlib.machinery.SourceFileLoader):
    """Loads the changed file in place of the one on the disk."""

    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.module, str(mutant.path))
        self._mutant = mutant

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._mutant.tree(), str(self._mutant.path), "exec"), module.__dict__)


class _Finder:
    """Finds the changed file."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(self, name: str, path: object = None, target: object = None) -> object:
        package = self._mutant.path.name == "__init__.py"
        if name != self._mutant.module.removesuffix(".__init__"):
            return None
        return importlib.util.spec_from_file_location(
            name,
            self._mutant.path,
            loader=_Changed(self._mutant),
            submodule_search_locations=[str(self._mutant.path.parent)] if package else None,
        )


def notices(mutant: Mutant | None) -> bool:
    """In a process of its own: whether a test notices the change (None: no change)."""
    if mutant:
        sys.meta_path.insert(0, _Finder(mutant))  # pyright: ignore[reportArgumentType]
    quiet = [
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-o",
        "addopts=",
        "-m",
        "not slow",
        "-W",
        "ignore",
    ]
    tests = sorted(TESTS.glob("test_*.py"), key=lambda path: path.name != "test_sentences.py")
    return bool(pytest.main([*quiet, *map(str, tests)]))


def tried(drawn: Sequence[Mutant | None]) -> Iterator[tuple[Mutant | None, bool]]:
    """Each change and whether a test notices it, as the answers come."""
    waiting, running = list(drawn), dict[int, Mutant | None]()
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            mutant = waiting.pop()
            running[_forked(mutant)] = mutant
        process, status = os.wait()
        yield running.pop(process), status != 0


def _forked(mutant: Mutant | None) -> int:
    process = os.fork()
    if process:
        return process
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    noticed = True
    with contextlib.suppress(BaseException):
        noticed = notices(mutant)
    os._exit(int(noticed))


def main() -> int:
    """Try a sample and say what was not noticed; 1 if it is more than three in a hundred."""
    parser = argparse.ArgumentParser(prog="tests.mutants.code")
    parser.add_argument("--sample", type=int, default=SAMPLE)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    parser.add_argument("words", nargs="*")
    args = parser.parse_args()
    if any(noticed for _, noticed in tried([None])):
        print("the tests of rules/ fail as they are")
        return 1
    every = list(mutants(args.words))
    drawn = random.Random(args.seed).sample(every, min(args.sample, len(every)))
    print(f"{len(drawn)} of {len(every)} changes, seed {args.seed}", flush=True)
    left = 0
    for mutant, noticed in tried(drawn):
        if mutant and not noticed:
            left += 1
            print("not noticed:", mutant.said, flush=True)
    print(f"{len(drawn)} changes, {left} not noticed ({left / max(1, len(drawn)):.1%})")
    return int(left > MOST_SURVIVORS * len(drawn))


if __name__ == "__main__":
    sys.exit(main())
