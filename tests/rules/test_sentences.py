"""Every rule at work: one sentence for each entry, pattern and word of the lexicon (``tests/sentences.py``)."""

from __future__ import annotations

import pytest

from rules.classify import classifier
from tests.sentences import Sentence, sentences

TOGETHER = 400
ALL = sentences()


@pytest.mark.parametrize("first", range(0, len(ALL), TOGETHER), ids=lambda first: ALL[first].place)
def test_each_sentence_is_read_as_it_says(first: int) -> None:
    wrong = [told(one) for one in ALL[first : first + TOGETHER] if one.read(classifier()) != one.rows]
    assert not wrong, "\n".join(wrong)


def told(one: Sentence) -> str:
    """What is wrong with a sentence, for people."""
    rows = "".join(f"\n    {row}" for row in one.read(classifier()))
    return f"{one.place}: {one.text}{rows or ' (no row)'}\n  not" + "".join(
        f"\n    {row}" for row in one.rows
    )
