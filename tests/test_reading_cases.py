"""The cases of ../shared/cases/reading, each through the command itself."""

from __future__ import annotations

import pytest

from tests.reading_cases import cases, differences

CASES = cases()


@pytest.mark.skipif(not CASES, reason="../shared/cases/reading is not here")
@pytest.mark.parametrize("name", CASES or ["none"])
def test_the_register_then_holds_what_is_right(name: str) -> None:
    assert differences(name, CASES[name]) == []
