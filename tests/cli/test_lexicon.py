"""``mandates lexicon``: a person's own words, checked, listed and grown from what is unknown."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Run, run_mandates


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_right_lexicon_is_said_to_be_right(tmp_path: Path) -> None:
    mine = written(tmp_path, "actors:\n- {id: unodc, aliases: [the Vienna desk]}\n")
    done = run_mandates("lexicon", "check", mine)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{mine}: right (actors 1)\n"


def test_every_mistake_has_its_line_on_stderr(tmp_path: Path) -> None:
    mine = written(tmp_path, "actors:\n- id: unodc\n  alias: [x]\nverbs:\n- {verb: urge, kind: order}\n")
    done = run_mandates("lexicon", "check", mine)
    assert (done.returncode, done.stdout) == (1, "")
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == [f"{mine}, line 3", f"{mine}, line 5"]


def test_a_lexicon_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    for arguments in (
        ("lexicon", "check"),
        ("lexicon", "verbs", "--lexicon"),
        ("ingest", "examples", "--lexicon"),
    ):
        done = run_mandates(*arguments, tmp_path / "none.yaml", MANDATES_DB=str(tmp_path / "register.db"))
        assert (done.returncode, done.stdout) == (1, "")
        assert "none.yaml" in done.stderr
        assert done.stderr.count("\n") == 1


def test_lists_say_what_is_in_force(tmp_path: Path) -> None:
    mine = written(tmp_path, "actors:\n- {id: ferry-board, name: Ferry Board, group: own, short: [Board]}\n")
    done = run_mandates("lexicon", "actors", "--format", "csv", MANDATES_LEXICON=str(mine))
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(done.stdout))}
    assert rows["ferry-board"]["short"] == "Board"
    assert rows["unodc"]["name"] == "United Nations Office on Drugs and Crime"
    verbs = json.loads(run_mandates("lexicon", "verbs", "--format", "json").stdout)
    urge = next(verb for verb in verbs if verb["verb"] == "urge")
    assert (urge["kind"], urge["strength"]) == ("directive", "strong")
    assert urge["source"]


def test_the_settings_folder_is_looked_into(tmp_path: Path) -> None:
    folder = tmp_path / "mandates"
    folder.mkdir()
    (folder / "lexicon.yaml").write_text("verbs:\n- {verb: invite, strength: standard}\n", encoding="utf-8")
    arguments = ("lexicon", "verbs", "--format", "csv", "--columns", "verb,strength")
    done = run_mandates(*arguments, XDG_CONFIG_HOME=str(tmp_path))
    assert "invite,standard\r\n" in done.stdout.replace("\n", "\r\n").replace("\r\r", "\r")


@pytest.mark.slow
def test_unknown_addressees_can_be_pasted_and_are_then_known(mandates: Run, tmp_path: Path) -> None:
    found = mandates("lexicon", "unknown").stdout
    entries = yaml.safe_load(found)["actors"]
    assert "world-customs-organization" in [entry["id"] for entry in entries]
    assert "as in A/RES/99/501#14.1" in found
    mine, register = written(tmp_path, found), tmp_path / "register.db"
    assert run_mandates("ingest", ROOT / "examples", "--lexicon", mine, "--db", register).returncode == 0
    again = run_mandates("lexicon", "unknown", "--db", register)
    assert (again.returncode, again.stdout) == (0, "")


@pytest.mark.slow
def test_an_own_verb_is_found_in_a_sentence(tmp_path: Path) -> None:
    mine = written(
        tmp_path,
        "source: our desk\nverbs:\n- {verb: coax, kind: directive, strength: soft, forms: [coaxes]}\n",
    )
    sentence = "Coaxes the Secretary-General to build ferries"
    assert "directive" not in run_mandates("explain", "--text", sentence).stdout
    done = run_mandates("explain", "--text", sentence, "--lexicon", mine)
    assert "directive: coax (soft), to Secretary-General" in done.stdout
    assert "our desk" in done.stdout
