from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.topic import match


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("cybercrime", '"cybercrime"'),
        ("trafficking in persons", '"trafficking" AND "in" AND "persons"'),
        ('"human rights" women', '"human rights" AND "women"'),
        ('"human rights', '"human rights"'),
        ("traffick*", '"traffick"*'),
        ("title:crime text:children", 'title : "crime" AND text : "children"'),
        ('title:"crime prevention"', 'title : "crime prevention"'),
        ("arms OR weapons trade", '("arms" OR "weapons") AND "trade"'),
        ("a OR b OR c", '(("a" OR "b") OR "c")'),
        ("OR arms OR", '"arms"'),
        ("co-operation", '"co operation"'),
        ("NOT near(women", '"NOT" AND "near women"'),
        ("*", ""),
        ('""', ""),
        ("  ", ""),
    ],
)
def test_topics(typed: str, query: str) -> None:
    assert match(typed) == query


table = sqlite3.connect(":memory:")
table.execute("CREATE VIRTUAL TABLE words USING fts5(text, title)")


@given(st.text() | st.text(alphabet='"*():^-+ ORANDNEARtextitle,{}\u0000', max_size=30))
def test_whatever_is_typed_is_a_question_that_sqlite_takes(typed: str) -> None:
    query = match(typed)
    if query:
        table.execute("SELECT rowid FROM words WHERE words MATCH ?", (query,)).fetchall()
