"""Makes the helpers beside this file importable from every test, and says how many tests were left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import settings

# How long an example takes says nothing on a busy machine, so no property fails by the clock.
settings.register_profile("mandates", deadline=None)
settings.load_profile("mandates")

_LEFT_OUT = pytest.StashKey[int]()


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    """Count those marked slow; a process of xdist tells the one that reports."""
    if not items:
        return
    config: Any = items[0].config
    count = sum(item.get_closest_marker("slow") is not None for item in items)
    config.stash[_LEFT_OUT] = config.stash.get(_LEFT_OUT, 0) + count
    if hasattr(config, "workeroutput"):
        config.workeroutput["left_out"] = config.stash[_LEFT_OUT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """What a process of xdist counted: each collects all tests, so each counts the same."""
    node.config.stash[_LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", 0)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say it."""
    if count := config.stash.get(_LEFT_OUT, 0):
        terminalreporter.write_line(f"{count} slow tests left out; make test-all runs them")
