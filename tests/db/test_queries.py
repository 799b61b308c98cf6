from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from register_samples import document, provision

from db import plan, queries, register, store
from db.filters import Filter
from db.register import RegisterError


def ids(conn: sqlite3.Connection, filter: Filter, **options: object) -> list[str]:
    return [row.id for row in queries.provisions(conn, filter, **options)]  # type: ignore[arg-type]


ALL = [
    "S/RES/2341 (2017)#1.1",
    "A/RES/73/186#9(a).1",
    "A/RES/73/186#9(b).1",
    "A/RES/73/186#10.1",
    "A/RES/54/192#1.1",
    "A/RES/73/186#2.1",
]


def test_the_strongest_come_first(conn: sqlite3.Connection) -> None:
    assert ids(conn, Filter()) == ALL


@pytest.mark.parametrize(
    ("filter", "numbers"),
    [
        (Filter(actors=("unodc",)), [3]),
        (Filter(actors=("unodc", "secretary-general")), [3, 4]),
        (Filter(groups=("states",)), [0, 1, 2, 3]),
        (Filter(groups=("other",)), [0]),
        (Filter(within=("un-system",)), [3, 4]),
        (Filter(within=("member-states",)), [0, 1, 2, 3]),
        (Filter(verbs=("urge", "invite")), [1, 2, 4]),
        (Filter(strengths=("mandatory", "strong")), [0, 1, 2]),
        (Filter(kinds=("statement",)), [5]),
        (Filter(documents=("A/RES/54/192",)), [4]),
        (Filter(paragraphs=("9",)), [1, 2]),
        (Filter(paragraphs=("9(b)", "1")), [0, 2, 4]),
        (Filter(organs=("Security Council",)), [0]),
        (Filter(sessions=((50, 60), (2017, 2017))), [0, 4]),
        (Filter(since="2017-02-13", until="2017-12-31"), [0]),
        (Filter(until="1999-12-31"), [4]),
        (Filter(due_after="2030-01-01"), [3]),
        (Filter(due_before="2030-12-30"), []),
        (Filter(due=True), [3]),
        (Filter(due=False, kinds=("directive",)), [0, 1, 2, 4]),
        (Filter(report=True), [3]),
        (Filter(review=True), [2]),
        (Filter(qualifiers=("on-request",)), [3]),
        (Filter(topic="ratifying treaty"), [1]),
        (Filter(topic='"ratify treaties" traffick*'), [1]),
        (Filter(topic='"treaties ratify"'), []),
        (Filter(topic="cybercrime OR threats"), [0, 5]),
        (Filter(topic="text:trafficking"), []),
        (Filter(topic="title:trafficking", verbs=("note",)), [5]),
        (Filter(actors=("member-states",), verbs=("urge",), topic="persons"), [1, 2]),
        (Filter(actors=("member-states",), topic="ratify"), [1]),
        (Filter(strengths=("mandatory", "standard"), since="2017-01-01"), [0, 3]),
        (Filter(strengths=("soft", "none"), until="2018-12-17", kinds=("directive",)), [4]),
        (Filter(actors=("member-states",), since="2018-12-18"), []),
        (Filter(organs=("General Assembly",), sessions=((73, 73),), due=True), [3]),
        (Filter(review=False, kinds=("directive",), groups=("states",)), [0, 1, 3]),
        (Filter(report=False, within=("un-system",)), [4]),
        (Filter(topic="(((", actors=("unodc",)), []),
    ],
)
@pytest.mark.parametrize("few", [1, 3, 20_000])  # however many rows a condition may find at once
def test_filters(
    conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, filter: Filter, numbers: list[int], few: int
) -> None:
    monkeypatch.setattr(plan, "FEW", few)
    assert ids(conn, filter) == [ALL[number] for number in numbers]
    assert queries.count(conn, filter) == len(numbers)


def test_every_column_comes_back(conn: sqlite3.Connection) -> None:
    row = queries.provision(conn, "A/RES/73/186#10.1")
    assert row
    assert row.actors == ("unodc", "member-states")
    assert row.actor_names == ("United Nations Office on Drugs and Crime", "Member States")
    assert (row.qualifiers, row.qualifier_types) == (("upon request",), ("on-request",))
    assert (row.references, row.due, row.due_date) == (("A/RES/55/25",), "by 2030", "2030-12-31")
    assert (row.organ, row.session, row.date) == ("General Assembly", "73", "2018-12-17")
    assert row.report is True
    assert '"verbs: request"' in row.evidence
    assert replace(row, id="") != row


def test_limit_and_offset(conn: sqlite3.Connection) -> None:
    assert ids(conn, Filter(), limit=2, offset=1) == ALL[1:3]
    assert ids(conn, Filter(since="1990-01-01"), limit=3, offset=2) == ALL[2:5]
    assert ids(conn, Filter(since="1990-01-01"), offset=5) == ALL[5:]
    assert ids(conn, Filter(), limit=0) == []
    assert queries.count(conn, Filter(), at_most=4) == 4


def test_paragraphs_sort_as_numbers_not_letters(conn: sqlite3.Connection) -> None:
    paragraphs = [row.paragraph for row in queries.provisions(conn, Filter(), sort="symbol")]
    assert paragraphs == ["1", "2", "10", "9(a)", "9(b)", "1"]  # as the document has them


def test_symbols_sort_as_numbers_not_letters(tmp_path: Path) -> None:
    db = register.open_to_write(tmp_path / "register.db")
    wanted = ["A/RES/9/100", "A/RES/73/9", "A/RES/73/10", "A/C.3/80/L.9", "A/C.3/80/L.49"]
    for symbol in reversed(wanted):
        found = (provision(symbol, "1", "urge", "unodc"),)
        store.save(db, document(symbol, found), found, rules="r1")
    assert [row.symbol for row in queries.provisions(db.conn, Filter(), sort="symbol")] == wanted
    assert [row.symbol for row in queries.paragraphs(db.conn, Filter())] == wanted
    register.close(db)


@pytest.mark.parametrize("sort", queries.SORTS)
def test_every_sort_gives_every_row(conn: sqlite3.Connection, sort: str) -> None:
    assert sorted(ids(conn, Filter(), sort=sort)) == sorted(ALL)


def test_an_unknown_sort_says_which_there_are(conn: sqlite3.Connection) -> None:
    with pytest.raises(RegisterError, match="choose one of: strength, date"):
        ids(conn, Filter(), sort="size")


def test_documents(conn: sqlite3.Connection) -> None:
    found = queries.documents(conn, Filter(actors=("member-states",)))
    assert [(row.symbol, row.provisions, row.directives) for row in found] == [("A/RES/73/186", 3, 3)]
    row = queries.document(conn, "A/RES/73/186")
    assert row
    assert (row.provisions, row.directives) == (4, 3)
    assert queries.document(conn, "A/RES/1/1") is None
    assert queries.preamble(conn, "A/RES/73/186") == "Recalling its earlier resolutions,"


def test_paragraphs(conn: sqlite3.Connection) -> None:
    one = Filter(documents=("A/RES/73/186",))
    assert [row.paragraph for row in queries.paragraphs(conn, one)] == ["2", "10", "9(a)", "9(b)"]
    assert [row.paragraph for row in queries.paragraphs(conn, one, paragraph="9")] == ["9(a)", "9(b)"]


def test_facets(conn: sqlite3.Connection) -> None:
    actors = queries.facets(conn, Filter(kinds=("directive",)), "actor")
    assert (actors[0].value, actors[0].name, actors[0].count) == ("member-states", "Member States", 3)
    for by in queries.FACETS:
        assert queries.facets(conn, Filter(), by, limit=1)


def test_matrix(conn: sqlite3.Connection) -> None:
    cells = {(c.row, c.column): c.count for c in queries.matrix(conn, Filter(), "actor", "verb")}
    assert cells["member-states", "urge"] == 2
    for rows in queries.FACETS:
        for columns in queries.FACETS:
            if rows != columns:
                assert queries.matrix(conn, Filter(), rows, columns)


def test_unknown_actors(conn: sqlite3.Connection) -> None:
    found = queries.unknown_actors(conn)
    assert [(a.id, a.count, a.examples) for a in found] == [("somebody-new", 1, ("S/RES/2341 (2017)#1.1",))]
