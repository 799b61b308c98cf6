"""list, show, export and stats as a person runs them, on the register of the example."""

from __future__ import annotations

import csv
import json
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from conftest import COMMAND, Run, run_mandates

DESIGN = (
    "id,symbol,organ,session,date,title,paragraph,ordinal,kind,verb,verb_phrase,strength,actors,actor_names,"
    "action,qualifiers,report,due,due_date,references,text,source,page"
)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_list_shows_where_each_row_stands_whom_it_asks_and_how(mandates: Run) -> None:
    done = mandates("list", "--actor", "unodc", "--paragraph", "9", COLUMNS="200")
    assert done.returncode == 0
    for words in (
        "A/RES/99/501",
        "para. 9",
        "United Nations Office on Drugs and Crime",
        "request",
        "(standard)",
    ):
        assert words in " ".join(done.stdout.split())
    assert done.stderr == ""


def test_conditions_combine_and_their_repetition_widens(mandates: Run) -> None:
    def verbs(*conditions: str) -> set[str]:
        done = mandates("list", "--format", "csv", "--actor", "unodc", *conditions)
        return {row["verb"] for row in rows_of(done.stdout)}

    assert verbs("--strength", "strong+") == {"call upon"}
    assert verbs("--strength", "strong", "--strength", "standard") >= {"call upon", "request"}
    assert verbs("--strength", "strong+", "--topic", "handbook") == set()


def test_no_result_is_said_on_stderr_and_is_no_failure(mandates: Run) -> None:
    done = mandates("list", "--year", "1999")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "no provision meets these conditions\n"
    assert mandates("list", "--year", "1999", "--format", "csv").stdout == f"{DESIGN}\n"


def test_more_rows_than_are_shown_are_told(mandates: Run) -> None:
    done = mandates("list", "--limit", "3", "--format", "jsonl")
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr.startswith("3 of ")


def test_the_order_is_the_one_asked_for(mandates: Run) -> None:
    labels = [row["paragraph"] for row in rows_of(mandates("list", "--sort", "symbol", "-f", "csv").stdout)]
    assert labels[0] == "1"
    assert labels[-1] == "21"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["list", "--actor", "unodcc"], "--actor: no actor is called 'unodcc'; did you mean unodc"),
        (["list", "--sort", "strenght"], "did you mean strength"),
        (["list", "--columns", "id,verbs"], "did you mean verb"),
        (["list", "--since", "yesterday"], "--since: 'yesterday' is no date"),
        (["list", "--format", "pdf"], "--format"),
        (["list", "--bom"], "--bom: goes with CSV only"),
        (["show", "99/510"], "did you mean A/RES/99/501"),
        (["show", "99/501", "99"], "A/RES/99/501 has no paragraph '99'"),
        (["stats", "--by", "actr"], "did you mean actor"),
        (["stats", "--matrix", "actor", "actor"], "two different"),
        (["export", "paragraphs", "--actor", "unodc"], "--document"),
        (["export", "provision"], "provisions"),
        (["lisst"], "Did you mean 'list'"),
    ],
)
def test_wrong_usage_is_one_line_that_says_what_to_do(mandates: Run, arguments: list[str], says: str) -> None:
    done = mandates(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_a_register_the_next_step_is_named(tmp_path: Path) -> None:
    done = run_mandates("list", "--db", tmp_path / "none.db")
    assert (done.returncode, done.stdout) == (1, "")
    assert "mandates ingest" in done.stderr


def test_a_file_that_cannot_be_written_is_named(mandates: Run, tmp_path: Path) -> None:
    done = mandates("export", "-o", tmp_path / "none" / "x.csv")
    assert done.returncode == 1
    assert "x.csv" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_stops_reading_is_no_failure(mandates: Run, example_register: Path) -> None:
    process = subprocess.Popen(
        [COMMAND, "export", "--db", example_register], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.wait(timeout=600) == 0
    assert process.stderr.read() == b""


def test_export_alone_is_provisions_with_the_columns_of_the_design(mandates: Run) -> None:
    done = mandates("export")
    assert done.stdout.splitlines()[0] == DESIGN
    assert done.stdout == mandates("export", "provisions", "--format", "csv").stdout
    first = rows_of(done.stdout)[0]
    assert first["id"] == "A/RES/99/501#1.1"
    assert Path(first["source"]).is_absolute()


def test_export_joins_actors_and_marks_reports(mandates: Run) -> None:
    rows = {row["id"]: row for row in rows_of(mandates("export", "--paragraph", "20").stdout)}
    report = rows["A/RES/99/501#20.1"]
    assert (report["actors"], report["report"]) == ("secretary-general", "y")
    assert "hundredth session" in report["due"]


def test_paragraphs_are_exported_with_their_places(mandates: Run) -> None:
    rows = rows_of(mandates("export", "paragraphs").stdout)
    assert list(rows[0]) == ["symbol", "paragraph", "section", "text", "page", "start", "end"]
    assert [row["paragraph"] for row in rows][:1] == ["1"]
    assert "annex.4" in {row["paragraph"] for row in rows}
    (item,) = rows_of(mandates("export", "paragraphs", "--paragraph", "13(a)").stdout)
    assert item["text"].startswith("(a) To keep a public register")


def test_documents_are_exported(mandates: Run) -> None:
    (document,) = json.loads(mandates("export", "documents", "--format", "json").stdout)
    assert document["symbol"] == "A/RES/99/501"
    assert document["date"] == "2044-12-17"
    assert document["provisions"] > document["directives"] > 0


def test_the_name_of_the_file_chooses_the_format(mandates: Run, tmp_path: Path) -> None:
    for name, begins in (
        ("a.json", b"[\n{"),
        ("a.html", b"<!doctype html>"),
        ("a.xlsx", b"PK"),
        ("a.md", b"| "),
    ):
        done = mandates("export", "-o", tmp_path / name)
        assert (done.returncode, done.stdout) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(begins)
        assert name in done.stderr


def test_show_gives_the_document_and_what_each_paragraph_asks(mandates: Run) -> None:
    text = mandates("show", "99/501").stdout
    assert text.startswith("Preventing and countering organized crime in inland navigation\n")
    for words in (
        "A/RES/99/501",
        "2044-12-17, 58th plenary meeting",
        "Assistance to riparian States",
        "annex.4",
    ):
        assert words in text
    assert "> urge (strong): States" in text


def test_show_gives_one_paragraph_with_its_items(mandates: Run) -> None:
    text = mandates("show", "A/RES/99/501", "13").stdout
    assert "13(c)" in text
    assert "14 " not in text
    assert "Organ" not in text


def test_stats_counts_in_bars_and_in_rows(mandates: Run) -> None:
    assert "█" in mandates("stats").stdout
    rows = rows_of(mandates("stats", "--by", "kind", "--format", "csv").stdout)
    everything = rows_of(mandates("export").stdout)
    assert sum(int(row["count"]) for row in rows) == len(everything)


def test_a_matrix_counts_pairs(mandates: Run) -> None:
    rows = rows_of(mandates("stats", "--matrix", "actor", "verb", "--format", "csv").stdout)
    by_actor = {row["actor"]: row for row in rows}
    requests = rows_of(mandates("export", "--actor", "unodc", "--verb", "request").stdout)
    assert int(by_actor["unodc"]["request"]) == len(requests)


def test_a_chart_is_drawn(mandates: Run, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the extra 'chart' is not installed")
    done = mandates("stats", "--by", "verb", "--chart", tmp_path / "verbs.svg")
    assert done.returncode == 0, done.stderr
    assert "<svg" in (tmp_path / "verbs.svg").read_text()


def test_the_register_may_be_named_by_the_environment_or_live_in_the_data_folder(
    tmp_path: Path, example_register: Path
) -> None:
    home = tmp_path / "mandates"
    home.mkdir()
    (home / "register.db").write_bytes(example_register.read_bytes())
    assert run_mandates("list", "--limit", "1", XDG_DATA_HOME=str(tmp_path)).returncode == 0


def test_values_of_the_register_are_completed_in_the_shell(mandates: Run) -> None:
    def completed(*words: str) -> str:
        line = " ".join(["mandates", *words])
        done = mandates(_MANDATES_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words)))
        return done.stdout

    assert "unodc" in completed("list", "--actor", "uno")
    assert "call upon" in completed("list", "--verb", "cal")
    assert "strong+" in completed("list", "--strength", "str")
    assert "statement" in completed("list", "--document-kind", "sta")
    assert "A/RES/99/501" in completed("forget", "A/RES")
    assert "A/RES/99/501" in completed("show", "A/RES")
    assert "export" in completed("ex")


@pytest.mark.parametrize("command", ["list", "export"])
def test_an_ending_that_tells_no_format_is_refused(mandates: Run, tmp_path: Path, command: str) -> None:
    done = mandates(command, "-o", tmp_path / "rows.docx")
    assert done.returncode == 2
    assert ".docx" in done.stderr
    assert not (tmp_path / "rows.docx").exists()


def test_a_workbook_cut_off_by_its_reader_is_no_fault(mandates: Run, example_register: Path) -> None:
    command = f'"{COMMAND}" list --format xlsx --db "{example_register}" | head -c 2'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.stdout == b"PK"
    assert b"fault" not in done.stderr
    assert b"Traceback" not in done.stderr


def test_lexicon_alone_shows_its_help(mandates: Run) -> None:
    done = mandates("lexicon")
    assert done.returncode == 0
    assert "mandates lexicon check mine.yaml" in done.stdout
    assert not done.stderr


def test_swapped_letters_are_suggested_first(mandates: Run) -> None:
    assert "did you mean unodc" in mandates("list", "--actor", "undoc").stderr
