"""Words that soften or bound a provision, by type."""

from __future__ import annotations

import pytest

from rules.classify import classify_text


@pytest.mark.parametrize(
    ("words", "type"),
    [
        ("upon request", "on-request"),
        ("upon their request", "on-request"),
        ("at the request of the States concerned", "on-request"),
        ("within existing resources", "resources"),
        ("from within available resources", "resources"),
        ("subject to the availability of extrabudgetary resources", "resources"),
        ("within its mandate and existing resources", "resources"),
        ("in accordance with national legislation", "legal"),
        ("consistent with international law", "legal"),
        ("in conformity with their obligations", "legal"),
        ("without prejudice to", "legal"),
        ("within their respective mandates", "legal"),
        ("as appropriate", "discretion"),
        ("where applicable", "discretion"),
        ("to the extent possible", "discretion"),
        ("on a voluntary basis", "discretion"),
        ("at the national, regional and international levels", "geographic"),
        ("at all levels", "geographic"),
        ("in developing countries", "geographic"),
    ],
)
def test_a_qualifier_and_its_type(words: str, type: str):
    provision = classify_text(f"Encourages the Ferry Board to build ferries {words}, the rights of others")[0]
    assert [(q.type, q.words) for q in provision.qualifiers] == [(type, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Encourages the Board to answer requests",
        "Encourages the Board to raise resources for ferries",
        "Encourages the Board to act as soon as possible",
        "Encourages the Board to find appropriate ferries",
    ],
)
def test_words_that_bound_nothing(sentence: str):
    assert classify_text(sentence)[0].qualifiers == ()


def test_qualifiers_stand_in_the_order_of_the_text():
    provision = classify_text(
        "Urges the Board, as appropriate and within existing resources, to help States, upon request"
    )[0]
    assert [q.type for q in provision.qualifiers] == ["discretion", "resources", "on-request"]
