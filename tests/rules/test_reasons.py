"""Why the rules read a text as they do: every value has one sentence."""

from __future__ import annotations

import string

import pytest

from rules.reasons import SENTENCES, Because, Doubt, Reason, Rule, Via


@pytest.mark.parametrize("values", [Reason, Rule, Via, Doubt])
def test_every_value_has_a_sentence_of_its_own(values: type[Reason | Rule | Via | Doubt]) -> None:
    sentences = SENTENCES[values]
    assert set(sentences) == set(values)
    assert len(set(sentences.values())) == len(sentences)


@pytest.mark.parametrize("value", [value for table in SENTENCES.values() for value in table])
def test_a_sentence_names_what_it_is_about(value: Reason | Rule | Via | Doubt) -> None:
    places = {field for _, field, _, _ in string.Formatter().parse(SENTENCES[type(value)][value]) if field}
    sentence = Because(value, tuple(f"word{number}" for number in range(len(places)))).sentence
    assert all(f"word{number}" in sentence for number in range(len(places)))
