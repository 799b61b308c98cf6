"""Whatever is asked, and however rare or common it is, the plan finds what a look at every row finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import plan, queries, register
from db.filters import Filter
from db.rows import DocumentRow, ProvisionRow
from tests.bench import generated

ROWS = 400


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("plans") / "register.db"
    generated.build(path, ROWS)
    connection = register.open_to_read(path)
    yield connection
    register.close(connection)


def some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=2).map(tuple)


days = st.sampled_from(["", "1960-01-01", "1985-06-01", "2010-12-31"])
flags = st.sampled_from([None, None, True, False])
filters = st.builds(
    Filter,
    actors=some(*generated.FAMILIAR[:4], "body-9"),
    verbs=some("request", "urge", "decide", "instruct"),
    strengths=some("mandatory", "strong", "standard", "none"),
    kinds=some("directive", "decision", "statement"),
    document_kinds=some("resolution", "decision", "statement", "draft"),
    organs=some("General Assembly", "Security Council"),
    sessions=st.sampled_from([(), ((5, 30),), ((5, 20), (60, 80))]),
    since=days,
    until=days,
    due=flags,
    report=flags,
    qualifiers=some("on-request"),
    topic=st.sampled_from(["", "", "cybercrime", "trafficking peace", "childr* OR climate"]),
)


def meets(row: ProvisionRow, document: DocumentRow, filter: Filter) -> bool:
    """What the fields of a filter mean, but for the topic."""
    session = int(row.session)
    return all(
        (
            not filter.actors or bool(set(filter.actors) & set(row.actors)),
            not filter.verbs or row.verb in filter.verbs,
            not filter.strengths or row.strength in filter.strengths,
            not filter.kinds or row.kind in filter.kinds,
            not filter.organs or row.organ in filter.organs,
            not filter.sessions or any(low <= session <= high for low, high in filter.sessions),
            not filter.document_kinds or document.kind in filter.document_kinds,
            not (filter.since or filter.until) or bool(document.first_day),
            document.last_day >= filter.since,
            not filter.until or document.first_day <= filter.until,
            filter.due is None or bool(row.due) == filter.due,
            filter.report is None or row.report == filter.report,
            not filter.qualifiers or bool(set(filter.qualifiers) & set(row.qualifier_types)),
        )
    )


@settings(max_examples=60)
@given(filter=filters, few=st.sampled_from([1, 20, 20_000]), limit=st.sampled_from([None, 5]))
def test_a_plan_finds_what_a_look_at_every_row_finds(
    large: sqlite3.Connection, filter: Filter, few: int, limit: int | None
) -> None:
    every = queries.provisions(large, Filter(topic=filter.topic))
    documents = {document.symbol: document for document in queries.documents(large, Filter())}
    wanted = [row.id for row in every if meets(row, documents[row.symbol], filter)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "FEW", few)
        assert [row.id for row in queries.provisions(large, filter, limit=limit)] == wanted[:limit]
        assert queries.count(large, filter) == len(wanted)
        assert queries.count(large, filter, at_most=3) == min(3, len(wanted))
        assert sum(facet.count for facet in queries.facets(large, filter, "kind")) == len(wanted)
        assert sum(row.provisions for row in queries.documents(large, filter)) == len(wanted)
        by_symbol = [row.id for row in queries.provisions(large, filter, sort="symbol")]
        assert sorted(by_symbol) == sorted(wanted)


def test_facets_and_matrix_agree(large: sqlite3.Connection) -> None:
    filter = Filter(kinds=("directive",))
    for rows, columns in product(("actor", "verb", "organ"), ("strength", "session")):
        cells = queries.matrix(large, filter, rows, columns)
        for facet in queries.facets(large, filter, rows):
            assert facet.count == sum(cell.count for cell in cells if cell.row == facet.value)
