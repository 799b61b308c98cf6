"""The notation in which the lexicons write what is to be recognized."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.lexicon.patterns import PatternError, compile_pattern, lowered

WORDS = {"fruit": ["apple|pear", "passion fruit"], "basket": ["a basket of {fruit}"]}


def found(pattern: str, text: str) -> str | None:
    """What the pattern finds first in the text."""
    regex, _ = compile_pattern(pattern, WORDS)
    match = regex.search(lowered(text))
    return match["found"] if match else None


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("Report", "to REPORT on it", "report"),
        ("report", "reports and reporting", None),
        ("by|before noon", "not before noon", "before noon"),
        ("(at dawn / by night) only", "by night only", "by night only"),
        ("upon [their] request", "upon request", "upon request"),
        ("upon [their] request", "upon their request", "upon their request"),
        ("upon [their] request", "upon our request", None),
        ("a {fruit}", "a passion fruit", "a passion fruit"),
        ("{basket}", "a basket of pear", "a basket of pear"),
        ("in /\\d{4}/", "in 2031", "in 2031"),
        ("in /\\d{4}/", "in 20311", None),
        ("send ...2 home", "send them all home", "send them all home"),
        ("send ...2 home", "send them, all home", None),
        ("send ..,4 home", "send them, all, home", "send them, all, home"),
        ("send ..,9 home", "send them; go home", None),
        ("annual > report", "an annual report", "annual"),
        ("annual > report", "an annual fair", None),
        ("held < in May", "held in May", "in may"),
        ("held < in May", "open in May", None),
        ("!be held", "is held", "held"),
        ("!be held", "to be held", None),
        ("well-known", "a well-known rule", "well-known"),
        ("well-known", "a well known rule", None),
    ],
)
def test_notation(pattern: str, text: str, words: str | None):
    assert found(pattern, text) == words


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("a [b", "']' is missing"),
        ("a b)", "without its partner"),
        ("{moon} rise", "no list {moon}"),
        ("[a] [b]", "has to be there"),
        ("/(/ b", "no regular expression"),
        ("/[A-Z]+/ b", "lower case"),
        ("a > b > c", "once each"),
        ("", "has to be there"),
    ],
)
def test_what_is_wrong_is_said(pattern: str, said: str):
    with pytest.raises(PatternError, match=r".*") as caught:
        compile_pattern(pattern, WORDS)
    assert said in str(caught.value)


def test_a_list_that_holds_itself_is_refused():
    with pytest.raises(PatternError, match="no list"):
        compile_pattern("{a}", {"a": ["{b}"], "b": ["{a}"]})


@given(st.text(alphabet="ab [](){}|/><.,3", max_size=24))
def test_any_text_is_a_pattern_or_is_refused(text: str):
    try:
        regex, first = compile_pattern(text, WORDS)
    except PatternError:
        return
    assert "found" in regex.groupindex
    assert first


@given(st.lists(st.sampled_from(["apple", "pear", "plum"]), min_size=1, max_size=5))
def test_words_find_themselves_in_any_spacing(words: list[str]):
    assert found(" ".join(words), "\n ".join(words)) == "\n ".join(words)


@given(st.text(max_size=40))
def test_lower_case_keeps_every_place(text: str):
    assert len(lowered(text)) == len(text)
