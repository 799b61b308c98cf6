"""Every format says the same rows, safely for the program that opens it."""

from __future__ import annotations

import csv
import json
import os
import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.errors import CommandError
from cli.output import csv as csv_format
from cli.output import html, jsonl, markdown, table, xlsx
from cli.output import json as json_format
from cli.output.emit import Format, emit, whole_file
from cli.output.sheet import Sheet, link

ROW: dict[str, Any] = {
    "symbol": "A/RES/99/501",
    "paragraph": "13(a)",
    "page": 3,
    "report": True,
    "due": "",
    "due_date": "",
    "actors": ("unodc", "member-states"),
    "text": "Requests <b>the Office</b> | and others",
}
COLUMNS = tuple(ROW)


def written(module: Any, rows: list[dict[str, Any]], columns: tuple[str, ...] = COLUMNS) -> bytes:
    out = BytesIO()
    module.write(Sheet(columns, rows, title="A page", note="mandates list"), out)
    return out.getvalue()


def test_csv_has_a_header_and_joined_lists() -> None:
    (row,) = csv.DictReader(StringIO(written(csv_format, [ROW]).decode()))
    assert row["actors"] == "unodc;member-states"
    assert (row["report"], row["page"], row["due"]) == ("y", "3", "")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r")))
def test_no_cell_of_a_csv_is_a_formula_and_every_text_comes_back(text: str) -> None:
    data = written(csv_format, [{"text": text, "end": "end"}], ("text", "end")).decode()
    cell, _ = list(csv.reader(StringIO(data, newline="")))[1]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text.replace("\r", " ").removeprefix("'")


@pytest.mark.parametrize("harmless", ["unodc;member-states", "13(a)", "2024-12-17", "to act, “at once”"])
def test_ordinary_cells_of_a_csv_stay_as_they_are(harmless: str) -> None:
    assert csv_format.safe(harmless) == harmless


def test_json_has_lists_truth_numbers_and_null_for_no_date() -> None:
    (row,) = json.loads(written(json_format, [ROW]))
    assert row["actors"] == ["unodc", "member-states"]
    assert (row["report"], row["page"], row["due_date"]) == (True, 3, None)


@pytest.mark.parametrize("rows", [[], [ROW], [ROW, ROW]])
def test_json_is_whole_for_any_number_of_rows(rows: list[dict[str, Any]]) -> None:
    assert len(json.loads(written(json_format, rows))) == len(rows)


def test_html_is_one_page_that_fetches_nothing_and_runs_nothing() -> None:
    page = written(html, [ROW]).decode()
    assert "<b>the Office</b>" not in page
    assert "&lt;b&gt;the Office" in page
    tags = tags_of(page)
    assert not [tag for tag, _ in tags if tag in ("script", "img", "link", "iframe")]
    assert dict(tags)["a"]["href"] == "https://undocs.org/en/A/RES/99/501"


def tags_of(page: str) -> list[tuple[str, dict[str, str | None]]]:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Tags().feed(page)
    return found


def test_markdown_keeps_a_bar_in_the_text_out_of_the_table() -> None:
    lines = written(markdown, [ROW]).decode().splitlines()
    assert len(lines) == 3
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1


def test_xlsx_holds_texts_as_texts_and_links_symbols() -> None:
    book = zipfile.ZipFile(BytesIO(written(xlsx, [{**ROW, "text": "=1+1"}])))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "=1+1" in sheet
    assert "undocs.org/en/A/RES/99/501" in book.read("xl/worksheets/_rels/sheet1.xml.rels").decode()


def test_a_symbol_with_a_year_makes_a_sound_address() -> None:
    assert link("S/RES/2719 (2023)") == "https://undocs.org/en/S/RES/2719%20(2023)"


PROVISION = {
    "symbol": "A/RES/99/501",
    "paragraph": "13(a)",
    "page": 3,
    "kind": "directive",
    "verb": "call upon",
    "strength": "strong",
    "actor_names": ("United Nations Office on Drugs and Crime",),
    "action": "to keep a public register of the contact points " * 4,
    "text": "",
    "due_date": "2046-12-31",
}


@pytest.mark.parametrize("width", [30, 50, 80, 200])
def test_a_table_of_any_width_loses_no_word_and_is_no_wider(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = written(table, [PROVISION], ("where", "who", "how", "what")).decode()
    assert max(map(len, text.splitlines())) <= width
    for word in (
        "A/RES/99/501",
        "13(a)",
        "call",
        "upon",
        "strong",
        "Drugs",
        "Crime",
        "register",
        "2046-12-31",
    ):
        assert word in text


def test_a_table_in_a_pipe_has_no_colour_and_no_box() -> None:
    text = written(table, [PROVISION], ("where", "who", "how", "what")).decode()
    assert text.isascii()
    assert "\x1b" not in text


def test_a_file_appears_whole_or_not_at_all(tmp_path: Any) -> None:
    place = tmp_path / "rows.csv"
    place.write_text("old")

    def broken() -> Any:
        yield {"a": 1}
        raise OSError("the register went away")

    with pytest.raises(CommandError, match=r"rows\.csv"):
        emit(Sheet(("a",), broken()), Format.CSV, place)
    assert place.read_text() == "old"
    assert list(tmp_path.iterdir()) == [place]


def test_a_byte_order_mark_stands_first_in_the_file(tmp_path: Any) -> None:
    emit(Sheet(("a",), [{"a": "é"}]), Format.CSV, tmp_path / "rows.csv", bom=True)
    assert (tmp_path / "rows.csv").read_bytes() == "\ufeffa\né\n".encode()


@pytest.mark.parametrize("module", [csv_format, json_format, jsonl, html, markdown], ids=lambda m: m.__name__)
def test_rows_are_written_as_they_come(module: Any) -> None:
    out = BytesIO()
    held = 0

    def rows() -> Any:
        nonlocal held
        for _ in range(100):
            yield {"text": "x" * 1000}
        held = 100_000 - out.tell()

    module.write(Sheet(("text",), rows()), out)
    assert held < 50_000


def test_a_device_or_pipe_is_written_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with whole_file(pipe) as out:
            out.write(b"rows")
        assert os.read(reader, 10) == b"rows"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_link_is_followed_and_permissions_are_kept(tmp_path: Path) -> None:
    target, linked = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("old")
    target.chmod(0o600)
    linked.symlink_to(target)
    with whole_file(linked) as out:
        out.write(b"new")
    assert linked.is_symlink()
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("new", 0o600)
