"""The documentation says what the program does: generated parts are current, quoted commands exist."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest

from cli.app import application

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CURRENT = "run: make docs"


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """The script docs/make.py."""
    pytest.importorskip("pty", reason="the picture needs a terminal of Unix")
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "docs" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_of_commands_is_current(make: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert make.commands() == (ROOT / "docs" / "commands.md").read_text(encoding="utf-8"), CURRENT


@pytest.mark.slow
def test_the_picture_of_ask_is_current(make: ModuleType, tmp_path: Path) -> None:
    assert make.picture(tmp_path / "register.db") == (ROOT / "docs" / "ask.svg").read_text(
        encoding="utf-8"
    ), CURRENT


def found_in_pages(*patterns: str) -> list[str]:
    """What the patterns find in README and docs, each once."""
    texts = [page.read_text(encoding="utf-8") for page in PAGES if page.name != "commands.md"]
    found = (
        match for text in texts for pattern in patterns for match in re.findall(pattern, text, re.MULTILINE)
    )
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("line", found_in_pages(r"^\$ (mandates .*)$"))
def test_a_command_to_type_is_understood(line: str) -> None:
    _, name, *arguments = shlex.split(line)
    command = application().commands[name]
    assert command.make_context(name, arguments).command is command


@pytest.mark.parametrize("words", found_in_pages(r"`(mandates [^`]+)`"))
def test_a_command_that_is_mentioned_exists(words: str) -> None:
    _, name, *arguments = shlex.split(words)
    top = application()
    command = top if name.startswith("-") else top.commands[name]
    options = {option for param in command.params for option in param.opts} | {"--help"}
    assert {word for word in [name, *arguments] if word.startswith("--")} <= options


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), target


def test_the_two_commands_of_a_newcomer_are_targets_of_make() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"make (\w+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert {"demo", "test"} <= named <= targets
