"""``mandates explain``: every rule that matched, with its entry and source."""

from __future__ import annotations

import json

import pytest
from conftest import Run, run_mandates

SENTENCE = (
    "Also strongly encourages the Office on Drugs and Crime, upon request and within existing resources, to "
    "report annually to the Commission, pursuant to resolution 91/7, on the requests received"
)


def evidence_of(found: dict) -> dict[str, dict]:
    return {evidence["what"]: evidence for evidence in found["evidence"]}


@pytest.mark.slow
def test_a_sentence_is_explained_rule_by_rule() -> None:
    done = run_mandates("explain", "--json", "--text", SENTENCE)
    (found,) = json.loads(done.stdout)
    assert found["summary"] == (
        "directive: encourage (standard), to United Nations Office on Drugs and Crime, report, due annually"
    )
    evidence = evidence_of(found)
    assert evidence["verb"]["entry"] == "verbs: encourage"
    assert evidence["addressee"]["entry"] == "actors: unodc"
    assert evidence["report"]["entry"] == "reporting: report"
    assert evidence["due"]["entry"] == "deadlines: adverb-of-frequency"
    assert evidence["rejected"]["words"] == "requests"
    assert evidence["rejected"]["note"]
    assert all(each["source"] for each in found["evidence"])


@pytest.mark.slow
def test_the_words_of_the_evidence_stand_where_it_says() -> None:
    (found,) = json.loads(run_mandates("explain", "--json", "--text", SENTENCE).stdout)
    for each in found["evidence"]:
        assert found["text"][each["start"] : each["end"]] == each["words"]


@pytest.mark.slow
def test_people_get_the_paragraph_and_a_line_for_each_rule() -> None:
    done = run_mandates("explain", "--text", SENTENCE, COLUMNS="200")
    assert done.returncode == 0
    assert SENTENCE in " ".join(done.stdout.split())
    for words in ("verbs: encourage", "actors: unodc", "within existing resources", "rejected"):
        assert words in done.stdout


def test_a_provision_of_the_register_is_explained_in_its_paragraph(mandates: Run) -> None:
    done = mandates("explain", "A/RES/99/501#20.1", "--json")
    (found,) = json.loads(done.stdout)
    assert found["name"] == "A/RES/99/501#20.1"
    assert evidence_of(found)["due"]["words"] in found["text"]


def test_an_item_is_explained_by_the_verb_of_its_chapeau(mandates: Run) -> None:
    (found,) = json.loads(mandates("explain", "A/RES/99/501#13(b).1", "--json").stdout)
    assert "chapeau" in evidence_of(found)["verb"]["note"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((), 2, "either the ID"),
        (("A/RES/99/501#20.1", "--text", "Urges States to act"), 2, "either the ID"),
        (("A/RES/99/501#99.1",), 2, "no provision"),
        (("--text", "Mindful of the ferries"), 1, "no operative verb"),
    ],
)
def test_what_cannot_be_explained_is_said_in_one_line(
    mandates: Run, arguments, status: int, said: str
) -> None:
    done = mandates("explain", *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
