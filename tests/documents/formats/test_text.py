"""Text and Markdown: every line as it is typed, in the order of the file."""

from __future__ import annotations

import pytest

from documents.errors import UnreadableError
from documents.formats.text import lines
from documents.limits import Limits
from documents.lines import Line, Mark


def read(text: str) -> list[Line]:
    return list(lines(text.encode(), Limits()).lines)


def test_every_line_comes_as_it_is_typed() -> None:
    assert read("  The pilots\n\n\tof the straits\n") == [
        Line("  The pilots"),
        Line(""),
        Line("\tof the straits"),
    ]


def test_form_feeds_tell_pages() -> None:
    assert [(line.text, line.page) for line in read("one\ntwo\f three")] == [
        ("one", 1),
        ("two", 1),
        (" three", 2),
    ]


def test_headings_of_a_wiki() -> None:
    assert read("== Pilots ==\nthe pilots") == [Line("Pilots", heading=True), Line("the pilots")]


def test_more_characters_than_allowed_are_refused() -> None:
    with pytest.raises(UnreadableError, match="more than 5 characters"):
        lines(b"pilots", Limits(characters=5))


def test_markdown_loses_its_marks() -> None:
    text = """# A/RES/99/1

> *The General Assembly*,

**1.** *Requests* [pilots](https://example.org/pilots) to **chart *all* wrecks**;

2\\. _Urges_ States to pay<br> for 3 * 4 charts of A_RES_99 and "snake_case";
"""
    assert [line.text for line in read(text) if line.text] == [
        "A/RES/99/1",
        "The General Assembly,",
        "1. Requests pilots to chart all wrecks;",
        '2. Urges States to pay for 3 * 4 charts of A_RES_99 and "snake_case";',
    ]
    assert [line.text for line in read(text) if line.heading] == ["A/RES/99/1"]


def test_typed_underlining_is_emphasis() -> None:
    text = "_Recalling_ the wrecks,\n\n1. _Requests_ pilots;\n\n2. _Urges the\npilots_ to go.\n"
    assert [line.text for line in read(text) if line.text] == [
        "Recalling the wrecks,",
        "1. Requests pilots;",
        "2. Urges the",
        "pilots to go.",
    ]


def test_stars_of_plain_text_stay() -> None:
    text = "* * *\n*2512345*\nNorway:* draft resolution\n* Any changes will be told."
    assert [line.text for line in read(text)] == text.split("\n")


def test_notes_of_markdown() -> None:
    text = "# Pilots\n\nthe Code[^1] and the Rules<sup>2</sup>;^3^\n\n[^1]: See A/98/990,\n    annex.\n\n[^b]: Ibid.\n"
    found = [line for line in read(text) if line.text.strip()]
    assert found[1] == Line("the Code and the Rules;", marks=(Mark(8, "1"), Mark(22, "2"), Mark(23, "3")))
    assert [(line.text.strip(), line.note) for line in found[2:]] == [
        ("See A/98/990,", "1"),
        ("annex.", "1"),
        ("Ibid.", "b"),
    ]


def test_tables_and_front_matter_of_markdown() -> None:
    text = "---\nsymbol: A/RES/99/1\n---\n\n# Oil\n\n| Isle | Oil |\n|---|---:|\n| North | 12 |\n"
    found = [line for line in read(text) if line.text.strip()]
    assert [line.text for line in found if not line.dropped] == ["Oil", "Isle\tOil", "North\t12"]
    assert [line.row for line in found if not line.dropped] == [False, True, True]
    assert [line.text for line in found if line.dropped] == ["---", "symbol: A/RES/99/1", "---", "|---|---:|"]


@pytest.mark.parametrize(
    "bad", ["*" * 50_000, "_a" * 20_000, "[" * 50_000, "=" * 50_000, "# " + "a #" * 20_000, "|-" * 20_000]
)
def test_long_lines_of_signs_are_read(bad: str) -> None:
    assert read(f"# Pilots\n{bad}\n**a** **b** **c**")
