"""Days of adoption that are known only as a span, and documents of which nothing is known."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from register_samples import ACTORS, document, provision

from db import queries, register, store
from db.filters import Filter
from db.undated import Undated, undated, undated_documents

DOCUMENTS = {
    "A/RES/73/1": {"date": "2018-10-05"},
    "S/RES/242 (1967)": {"first_day": "1967-01-01", "last_day": "1967-12-31"},
    "A/RES/22/9": {"first_day": "1967-09-19", "last_day": "1968-09-23"},
    "file:draft": {},
}


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    db = register.open_to_write(tmp_path / "register.db")
    store.save_actors(db, ACTORS)
    for symbol, days in DOCUMENTS.items():
        found = tuple(provision(symbol, str(number), "urge", "unodc") for number in (1, 2))
        store.save(db, document(symbol, found, **({"date": ""} | days)), found, rules="r1")
    register.close(db)
    conn = register.open_to_read(tmp_path / "register.db")
    yield conn
    register.close(conn)


def found(conn: sqlite3.Connection, since: str = "", until: str = "") -> set[str]:
    rows = queries.provisions(conn, Filter(strengths=("strong",), since=since, until=until))
    return {row.symbol for row in rows}


@pytest.mark.parametrize(
    ("since", "until", "symbols"),
    [
        ("1967-06-01", "1967-06-30", {"S/RES/242 (1967)"}),
        ("1967-12-31", "1967-12-31", {"S/RES/242 (1967)", "A/RES/22/9"}),
        ("1968-01-01", "1968-12-31", {"A/RES/22/9"}),
        ("1968-09-24", "", {"A/RES/73/1"}),
        ("", "1967-01-01", {"S/RES/242 (1967)"}),
        ("", "", set(DOCUMENTS)),
    ],
)
def test_days_meet_the_documents_whose_span_they_overlap(
    conn: sqlite3.Connection, since: str, until: str, symbols: set[str]
) -> None:
    assert found(conn, since, until) == symbols


def test_what_cannot_be_placed_is_counted(conn: sqlite3.Connection) -> None:
    in_1967 = Filter(since="1967-01-01", until="1967-12-31")
    assert undated(conn, in_1967) == Undated(spanned=4, left_out=1)
    assert undated_documents(conn, in_1967) == Undated(spanned=2, left_out=1)
    assert undated(conn, Filter(since="2018-01-01")) == Undated(spanned=0, left_out=1)
    assert undated(conn, Filter(since="2018-01-01", verbs=("invite",))) == Undated()
    assert undated(conn, Filter(verbs=("urge",))) == Undated()


def test_the_year_is_known_where_the_span_lies_in_one(conn: sqlite3.Connection) -> None:
    facets = {facet.value: facet.count for facet in queries.facets(conn, Filter(), "year")}
    assert facets == {"2018": 2, "1967": 2}


def test_spans_stand_among_the_dates_where_these_order_the_rows(conn: sqlite3.Connection) -> None:
    def order(sort: str) -> list[str]:
        return list(dict.fromkeys(row.symbol for row in queries.provisions(conn, Filter(), sort=sort)))

    assert order("date") == ["A/RES/73/1", "A/RES/22/9", "S/RES/242 (1967)", "file:draft"]
    assert order("oldest") == ["S/RES/242 (1967)", "A/RES/22/9", "A/RES/73/1", "file:draft"]
