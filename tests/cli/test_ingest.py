"""Files into the register by the real command, good and bad ones together."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, run_mandates

from cli.options import opened
from cli.workers import Done, Task, run
from db import queries
from db.filters import Filter
from documents.limits import Limits

EXAMPLE = ROOT / "examples" / "A_RES_99_501.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds the example and a folder below it."""
    folder = tmp_path / "resolutions"
    (folder / "below").mkdir(parents=True)
    shutil.copy(EXAMPLE, folder / "below")
    return folder


def another(number: int) -> str:
    """The example as another resolution of its session."""
    return EXAMPLE.read_text(encoding="utf-8").replace("99/501", f"99/{number}")


@pytest.mark.slow
def test_a_register_is_made_and_a_second_run_finds_nothing_to_do(folder: Path, tmp_path: Path) -> None:
    register = tmp_path / "new" / "register.db"
    first = run_mandates("ingest", folder, "--db", register)
    assert first.returncode == 0, first.stderr
    assert "1 new, 0 changed, 0 unchanged, 0 failed" in first.stdout
    second = run_mandates("ingest", folder, "--db", register)
    assert "0 new, 0 changed, 1 unchanged, 0 failed" in second.stdout


@pytest.mark.slow
def test_a_changed_file_replaces_what_was_there(folder: Path, tmp_path: Path) -> None:
    register = tmp_path / "register.db"
    run_mandates("ingest", folder, "--db", register)
    file = folder / "below" / EXAMPLE.name
    file.write_text(
        file.read_text(encoding="utf-8").replace("Reaffirms that", "Recalls that"), encoding="utf-8"
    )
    done = run_mandates("ingest", folder, "--db", register)
    assert "0 new, 1 changed" in done.stdout
    with opened(register) as conn:
        first = next(queries.provisions(conn, Filter(paragraphs=("1",)), sort="symbol"))
    assert first.verb == "recall"


@pytest.mark.slow
def test_bad_files_are_named_in_one_line_each_and_the_others_are_taken_in(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "empty.pdf").touch()
    (folder / "error.pdf").write_text("<html><body><h1>404 Not Found</h1></body></html>")
    (folder / "letter.txt").write_text("Dear colleague,\n\nthank you for your letter.\n")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n\x00\x01 nothing follows")
    done = run_mandates("ingest", folder, tmp_path / "missing", "--db", tmp_path / "register.db")
    assert done.returncode == 1
    assert "1 new" in done.stdout
    assert "5 failed" in done.stdout
    for name in ("empty.pdf", "error.pdf", "letter.txt", "broken.pdf", "missing"):
        assert len([line for line in done.stderr.splitlines() if f"{name}: " in line]) == 1
    assert "Traceback" not in done.stderr
    assert "fault" not in done.stderr


def test_files_of_other_kinds_are_counted_in_one_line(folder: Path, tmp_path: Path) -> None:
    for name in ("figures.csv", "clip.mp4"):
        (folder / name).write_text("1,2,3")
    done = run_mandates("ingest", folder, "--db", tmp_path / "register.db")
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if "passed over" in line] == [
        "2 files of other kinds were passed over (.csv, .mp4)"
    ]


def test_limits_given_by_a_person_are_kept(folder: Path, tmp_path: Path) -> None:
    done = run_mandates("ingest", folder, "--max-bytes", "100", "--db", tmp_path / "register.db")
    assert done.returncode == 1
    assert "larger than" in done.stderr
    assert "--max-bytes" in done.stderr


def test_a_lexicon_that_is_not_there_is_named(folder: Path, tmp_path: Path) -> None:
    done = run_mandates(
        "ingest", folder, "--lexicon", tmp_path / "mine.yaml", "--db", tmp_path / "register.db"
    )
    assert done.returncode == 1
    assert "mine.yaml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_several_processes_do_what_one_does(tmp_path: Path) -> None:
    for number in range(510, 516):
        (tmp_path / f"{number}.txt").write_text(another(number), encoding="utf-8")
    rows = []
    for jobs in ("1", "2"):
        register = tmp_path / f"{jobs}.db"
        assert run_mandates("ingest", tmp_path, "--jobs", jobs, "--db", register).returncode == 0
        with opened(register) as conn:
            rows.append(list(queries.provisions(conn, Filter(), sort="symbol")))
    assert rows[0] == rows[1]
    assert len({row.symbol for row in rows[0]}) == 6


class Deadly(Limits):
    """Limits that end the process which unpacks them, as a damaged file may end its reader."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)


@pytest.mark.slow
def test_a_file_that_kills_its_process_fails_alone(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a", "deadly", "b", "c")]
    tasks = [Task(path, Deadly() if path.name == "deadly" else Limits(), None) for path in paths]
    done = list(run(tasks, jobs=2))
    assert [each.path for each in done if isinstance(each, Done)] == paths
    assert ["crashed its reader" in each.why for each in done if isinstance(each, Done)] == [
        False,
        True,
        False,
        False,
    ]


def test_what_is_settled_keeps_its_place_among_the_tasks(tmp_path: Path) -> None:
    done = list(run(["first", Task(tmp_path / "none", Limits(), None), "last"], jobs=2))
    assert [done[0], done[2]] == ["first", "last"]


@pytest.mark.slow
def test_ctrl_c_ends_in_one_line_and_leaves_a_whole_register(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for number in range(600, 610):
        (files / f"{number}.txt").write_text(another(number), encoding="utf-8")
    register = tmp_path / "register.db"
    script = Path(__file__).with_name("interrupted_ingest.py")
    command = [sys.executable, str(script), str(files), "--jobs", "1", "--db", str(register)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1] == "stopped"
    with opened(register) as conn:
        assert len(queries.documents(conn, Filter())) == 2
    assert run_mandates("list", "--db", register).returncode == 0
