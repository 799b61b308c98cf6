"""``show --notes``, ``show --dropped`` and ``export notes``."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from cli.app import run
from db import register, store
from tests.db.register_samples import ACCOUNT, NOTES, TEXT, document, provision

SYMBOL = "A/RES/73/186"


@pytest.fixture(autouse=True)
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "register.db"
    monkeypatch.setenv("MANDATES_DB", str(path))
    monkeypatch.setenv("COLUMNS", "100")
    db = register.open_to_write(path)
    found = (provision(SYMBOL, "1(a)", "urge", "unodc"),)
    store.save(db, document(SYMBOL, found, notes=NOTES, account=ACCOUNT, text=TEXT), found, rules="r1")
    store.save(db, document("A/RES/73/1"), (), rules="")
    register.close(db)


def said(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = run(list(arguments))
    out, err = capfd.readouterr()
    return status, out, err


def test_notes_are_shown_with_their_place(capfd: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capfd, "show", "73/186", "--notes")
    assert (status, err) == (0, "")
    assert [line.strip() for line in out.splitlines()] == [
        "1 Resolution 70/1.",
        "preamble, p. 1",
        "2 See A/73/268.",
        "paragraph 1(a), p. 2",
        "* Reissued for technical reasons.",
        "mark not found",
    ]
    _, out, _ = said(capfd, "show", "73/186", "1(a)", "--notes")
    assert out.splitlines()[0].split() == ["2", "See", "A/73/268."]


def test_what_was_left_out_is_shown_with_page_and_reason(capfd: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(capfd, "show", "73/186", "--dropped")
    assert status == 0
    first, _, *rows = out.splitlines()
    assert first == "16 words: 3 preamble, 5 paragraph, 2 note, 6 dropped"
    assert [" ".join(row.split()) for row in rows] == [
        "p. 1 running header A/RES/73/186",
        "p. 2 another resolution Resolution 73/187 of another body",
    ]


def test_where_nothing_is_kept_it_is_said_why(capfd: pytest.CaptureFixture[str]) -> None:
    older = "an earlier version read it, which kept none of this: ingest its file again"
    assert said(capfd, "show", "73/1", "--notes") == (0, "", f"A/RES/73/1 has no notes; {older}\n")
    assert said(capfd, "show", "73/1", "--dropped") == (
        0,
        "",
        f"nothing of A/RES/73/1 was left out; {older}\n",
    )
    assert said(capfd, "show", "73/186", "1", "--dropped")[0] == 2


def test_notes_are_exported(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capfd, "export", "notes")
    rows = list(csv.DictReader(StringIO(out)))
    assert list(rows[0]) == ["symbol", "number", "text", "page", "part", "paragraph", "offset"]
    assert [row["number"] for row in rows] == ["1", "2", "*"]
    _, out, _ = said(capfd, "export", "notes", "--paragraph", "1(a)", "--columns", "number", "-f", "csv")
    assert out.split() == ["number", "2"]
    status, _, err = said(capfd, "export", "notes", "--actor", "unodc")
    assert status == 2
    assert "notes are chosen by --document" in err
