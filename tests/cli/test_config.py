"""Reading ``mandates.yaml`` and writing the first one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.app import run
from cli.config.loading import load
from cli.errors import CommandError
from cli.output.emit import Format


def loaded(folder: Path, text: str):
    path = folder / "mandates.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def complaint(folder: Path, text: str) -> str:
    with pytest.raises(CommandError) as caught:
        loaded(folder, text)
    return str(caught.value).replace(str(folder / "mandates.yaml"), "FILE")


def test_init_writes_a_file_that_is_valid_and_follows_nothing(tmp_path: Path, capsys) -> None:
    path = tmp_path / "mandates.yaml"
    assert run(["init", str(path)]) == 0
    config = load(path)
    assert config.sources.folders == config.sources.symbols == config.sources.series == config.lists == ()


def test_the_comments_of_the_first_file_are_valid_when_uncommented(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path / "first.yaml")]) == 0
    text = (tmp_path / "first.yaml").read_text("utf-8")
    config = loaded(tmp_path, re.sub(r"^( *)#(?! \S|$)", r"\1", text, flags=re.MULTILINE))
    assert len(config.sources.symbols) == 3
    assert len(config.lists) == 2
    assert [entry.gap for entry in config.sources.series] == [3, 3, 3, 3, 10]
    assert config.ods.contact


def test_init_never_overwrites(tmp_path: Path, capsys) -> None:
    path = tmp_path / "mandates.yaml"
    path.write_text("mine")
    assert run(["init", str(path)]) == 1
    assert path.read_text() == "mine"
    assert "left as it is" in capsys.readouterr().err


def test_paths_start_at_the_file(tmp_path: Path) -> None:
    config = loaded(
        tmp_path, "register: r.db\nsources: {folders: [in/]}\nlists: [{name: a, file: ../out/a.csv}]"
    )
    assert config.register_file == tmp_path / "r.db"
    assert config.sources.folders == (tmp_path / "in",)
    assert config.lists[0].file == tmp_path.parent / "out" / "a.csv"


def test_one_value_stands_for_a_list_and_numbers_for_their_text(tmp_path: Path) -> None:
    config = loaded(
        tmp_path,
        "lists:\n - name: a\n   file: a.md\n"
        "   filters: {actor: unodc, session: [79, 80], year: 2026, due-after: 2026-01-31,\n"
        "     document-kind: draft}",
    )
    (entry,) = config.lists
    filters = entry.filters
    assert (filters.actor, filters.session, filters.year, filters.due_after) == (
        ("unodc",),
        ("79", "80"),
        "2026",
        "2026-01-31",
    )
    assert filters.document_kind == ("draft",)
    assert entry.written_as is Format.MARKDOWN


COMPLAINTS = [
    ("sorces: {}", "FILE, line 1: sorces: is not a field"),
    ("sources:\n  folders: [a]\n  symbol: [A/RES/80/1]", "FILE, line 3: sources.symbol: is not a field"),
    ("- a", "FILE, line 1: "),
    ("sources:\n  folders: a: b", "FILE, line 2: is not valid YAML"),
    ("sources:\n  folders: [a]\n  folders: [b]", "FILE, line 3: 'folders' is there twice"),
    (
        "sources:\n  series:\n    - organ: ga\n    - from: A/RES/80/1",
        "FILE, line 3: sources.series: “session”",
    ),
    (
        "sources:\n  series:\n    - from: Resolutions",
        "FILE, line 3: sources.series: 'Resolutions' does not end",
    ),
    (
        "sources:\n  series:\n    - {from: A/RES/80/1, gap: 0}",
        "FILE, line 3: sources.series.gap: input should be greater",
    ),
    ("lists:\n  - name: a\n", "FILE, line 2: lists.file: is missing"),
    ("lists:\n  - name: a\n    file: a.pdf", "FILE, line 2: lists: “file” has '.pdf'"),
    ("lists:\n  - {name: a, file: a.csv}\n  - {name: a, file: b.csv}", "two lists have the same name: a"),
    ("lists:\n  - {name: a, file: a.csv, filters: {actr: x}}", "FILE, line 2: lists.filters.actr: is not"),
    ("ods:\n  interval: 0.01", "FILE, line 1: ods: “interval” must be at least"),
    ("ods:\n  address: ftp://un.org", "FILE, line 1: ods: “address” must begin"),
]


@pytest.mark.parametrize(("text", "expected"), COMPLAINTS)
def test_a_complaint_names_the_line(text: str, expected: str, tmp_path: Path) -> None:
    assert expected in complaint(tmp_path, text)


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    told = complaint(tmp_path, "sorces: {}\nlists:\n  - name: a\n").splitlines()
    assert len(told) == 2


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="mandates init"):
        load(tmp_path / "mandates.yaml")
