"""``mandates ask``: what it says on stderr, what it puts on stdout, how it ends."""

from __future__ import annotations

import csv
import json
import shlex
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from cli.app import run
from cli.ask import EXAMPLES
from cli.questions import UnknownNameError, read_question
from db.register import close, open_to_write
from tests.cli.conftest import Run, run_mandates
from tests.cli.question_names import NAMES
from tests.cli.test_questions import TODAY

QUESTIONS = [
    "what is UNODC requested to do",
    "what must Member States do about vessels",
    "which reports are due from the Secretary-General",
    "who is urged to do what",
    "who is invited or encouraged?",
    "what does 99/501 say about containers",
    "strong calls to States parties",
    "what should UNODC do within existing resources",
    'what is asked of anyone "upon request"',
    "everything with a deadline",
    "due before 2047",
    "decisions of the General Assembly at its ninety-ninth session",
    "what is in paragraph 13(b) of resolution 99/501",
    "which UN entities are asked for anything",
    "UNODC, IMO and the private sector",
]


@pytest.fixture
def asked(example_register: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch):
    """Runs a command in this process: its status, stdout and stderr."""
    monkeypatch.setenv("MANDATES_DB", str(example_register))

    def answer(*arguments: str) -> tuple[int, str, str]:
        status = run(list(arguments))
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return answer


def printed_command(stderr: str) -> list[str]:
    """The arguments of the ``mandates list`` command that an answer opens with."""
    return shlex.split(stderr.splitlines()[0].partition(": mandates ")[2])


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_printed_command_lists_the_rows_of_the_answer(asked, question: str) -> None:
    status, answer, said = asked("ask", question, "--format", "csv", "--columns", "id")
    assert status == 0
    assert answer.count("\n") > 1, said
    assert asked(*printed_command(said), "--format", "csv", "--columns", "id")[1] == answer


def test_another_register_is_part_of_the_printed_command(asked, example_register: Path, monkeypatch) -> None:
    monkeypatch.delenv("MANDATES_DB")
    _, answer, said = asked("ask", "what is UNODC asked", "-f", "csv", "--db", str(example_register))
    assert asked(*printed_command(said), "-f", "csv")[1] == answer


def test_how_many_prints_the_number_alone(asked) -> None:
    _, number, said = asked("ask", "how many requests are there to UNODC")
    _, rows, _ = asked(*printed_command(said), "--format", "csv", "--columns", "id")
    assert int(number) == rows.count("\n") - 1 > 0


def test_documents_are_counted_as_documents(asked) -> None:
    assert asked("ask", "how many resolutions mention cargo")[1] == "1\n"


def test_a_number_has_a_name_in_other_formats(asked) -> None:
    assert json.loads(asked("ask", "how many decisions are there", "--format", "json")[1]) == [
        {"provisions": 4}
    ]


def test_a_comparison_has_a_column_each_and_their_totals(asked) -> None:
    _, answer, said = asked("ask", "compare UNODC with the Member States", "--format", "csv")
    rows = list(csv.DictReader(StringIO(answer)))
    assert list(rows[0]) == ["strength", "verb", "unodc", "member-states"]
    for actor in ("unodc", "member-states"):
        _, alone, _ = asked("list", "--actor", actor, "--format", "csv", "--columns", "id")
        assert int(rows[-1][actor]) == sum(int(row[actor]) for row in rows[:-1]) == alone.count("\n") - 1
    assert "comparison by actor" in said


def test_counts_by_verb_are_answered_as_counts(asked) -> None:
    _, answer, _ = asked("ask", "which verbs are addressed to UNODC", "--format", "csv")
    assert "verb,request,request,5" in answer.splitlines()


def test_a_mistyped_actor_is_refused_with_near_ones(asked) -> None:
    status, answer, said = asked("ask", "what is UNDOC requested to do")
    assert (status, answer) == (2, "")
    assert "'UNDOC'" in said
    assert "(unodc)" in said
    assert said.count("\n") == 1


def test_a_document_that_is_not_there_is_named(asked) -> None:
    status, answer, said = asked("ask", "what does 99/777 say")
    assert (status, answer) == (2, "")
    assert "no document '99/777'" in said


@pytest.mark.parametrize(
    "question", ["what is the weather", "quarkle frobnicate", "??", "what do we have to do"]
)
def test_what_it_cannot_understand_it_says_with_examples(asked, question: str) -> None:
    status, answer, said = asked("ask", question)
    assert (status, answer) == (2, "")
    assert EXAMPLES in said


def test_an_empty_register_is_said_to_be_empty(tmp_path: Path) -> None:
    close(open_to_write(tmp_path / "empty.db"))
    done = run_mandates("ask", "what is UNODC requested to do", "--db", tmp_path / "empty.db")
    assert (done.returncode, done.stdout) == (1, "")
    assert "mandates ingest" in done.stderr


def test_every_example_can_be_read() -> None:
    for line in EXAMPLES.splitlines()[1:]:
        question = shlex.split(line)[-1]
        assert not read_question(question, NAMES, TODAY).left_out


def test_words_that_stand_for_nothing_are_named(asked) -> None:
    status, answer, said = asked("ask", "was UNODC hitherto requested anything")
    assert status == 0
    assert "Left out of the conditions: hitherto" in said
    assert answer


def test_an_empty_answer_says_what_would_widen_it(asked) -> None:
    status, answer, said = asked("ask", "what is UNODC urged to do about containers")
    assert (status, answer) == (0, "")
    assert "no provision" in said
    assert "without --verb (1)" in said


def test_the_table_fits_eighty_columns_and_talk_stays_on_stderr(mandates: Run) -> None:
    done = mandates("ask", "what", "is", "UNODC", "requested", "to", "do", COLUMNS="80")
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert done.stdout.startswith("Where")
    assert done.stderr.startswith("Read as directives to United Nations Office on Drugs and Crime")


def test_asking_imports_no_rules_readers_or_writers(example_register: Path) -> None:
    program = (
        "import sys; from cli.app import run; run(['ask', 'what is UNODC asked']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"MANDATES_DB": str(example_register), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    imported = set(done.stderr.splitlines()[-1].split())
    assert "cli.ask" in imported
    assert not imported & {"spacy", "numpy", "yaml", "pypdfium2", "docx", "lxml", "sqlite_utils", "pydantic"}


def test_a_question_about_an_unknown_document_is_no_guess() -> None:
    with pytest.raises(UnknownNameError):
        read_question("what does resolution 9999 say", NAMES, TODAY)
