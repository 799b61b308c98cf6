"""Other ways to ask, written after the parser: free word order, passives, presentation, refusals."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.questions import NotUnderstoodError, UnknownNameError, read_question
from db.filters import Filter
from db.queries import FACETS, SORTS
from tests.cli.question_names import NAMES
from tests.cli.test_questions import ASKED, COUNTRIES, IRAN, RUSSIA, read

SG = ("secretary-general",)

REPHRASED = [
    (
        "Could you please tell me what the Secretary-General has been requested to report on to the General "
        "Assembly?",
        Filter(actors=SG, kinds=ASKED, report=True, topic='"General Assembly"'),
    ),
    (
        "I am looking for all requests to UNEP from the last ten years",
        Filter(actors=("unep",), kinds=ASKED, since="2016-11-24"),
    ),
    (
        "what does the HRC want States to do about torture",
        Filter(actors=("states",), kinds=ASKED, organs=("Human Rights Council",), topic="torture"),
    ),
    (
        "Which paragraphs in 73/186 concern technical assistance?",
        Filter(documents=("A/RES/73/186",), topic="technical assistance"),
    ),
    (
        "which governments are called on to cooperate with the ICC",
        Filter(
            groups=("states",),
            verbs=("call upon",),
            kinds=ASKED,
            topic='cooperate "International Criminal Court" OR ICC',
        ),
    ),
    ("All demands of the Security Council", Filter(verbs=("demand",), organs=("Security Council",))),
    (
        "What are the SG and OHCHR asked regarding Myanmar?",
        Filter(actors=(*SG, "ohchr"), kinds=ASKED, topic="Myanmar"),
    ),
    ("what does the UN ask of Russia?", Filter(actors=(RUSSIA,), kinds=ASKED)),
    (
        "everything the Assembly asked of UNCTAD during its seventy-ninth session",
        Filter(actors=("unctad",), kinds=ASKED, organs=("General Assembly",), sessions=((79, 79),)),
    ),
    (
        "resolutions adopted in December 2025 that ask the Secretary-General for a report",
        Filter(actors=SG, kinds=ASKED, report=True, since="2025-12-01", until="2025-12-31"),
    ),
    (
        "please list UNEP's obligations under A/RES/79/124, paragraph 14",
        Filter(actors=("unep",), kinds=ASKED, documents=("A/RES/79/124",), paragraphs=("14",)),
    ),
    (
        "Show all statements welcoming the work of UNODC",
        Filter(
            verbs=("welcome",),
            kinds=("statement",),
            topic='"United Nations Office on Drugs and Crime"',
        ),
    ),
    (
        "what should countries and companies do about plastic pollution",
        Filter(actors=(*COUNTRIES, "private-sector"), kinds=ASKED, topic="plastic pollution"),
    ),
    (
        "when is the next report of the Secretary-General on disarmament due",
        Filter(actors=SG, kinds=ASKED, report=True, due=True, topic="disarmament"),
    ),
    (
        "reports due between January 2026 and June 2027",
        Filter(kinds=ASKED, report=True, due_after="2026-01-01", due_before="2027-06-30"),
    ),
    ("tell me what the SG has to do by 2030", Filter(actors=SG, kinds=ASKED, due_before="2030-12-31")),
    ("what is due at the eighty-first session", Filter(kinds=ASKED, topic='"eighty first session"')),
    (
        "In A/RES/79/124 what is the UNODC Executive Director requested to do",
        Filter(actors=("unodc",), kinds=ASKED, documents=("A/RES/79/124",)),
    ),
    ("implementation of the 2030 Agenda", Filter(topic="implementation 2030 Agenda")),
    (
        "requests concerning Security Council resolution 9999",
        Filter(kinds=ASKED, topic='"resolution 9999"'),
    ),
    ("which provisions refer to 73/186?", Filter(topic='"73/186"')),
    (
        "what are developed countries urged to give to developing countries",
        Filter(actors=("developed-countries",), verbs=("urge",), kinds=ASKED, topic="developing countries"),
    ),
    ("which obligations fall on developed countries", Filter(actors=("developed-countries",), kinds=ASKED)),
    (
        "reports to be submitted by the Secretary-General in 2027",
        Filter(actors=SG, kinds=ASKED, report=True, due_after="2027-01-01", due_before="2027-12-31"),
    ),
    ("list all provisions", Filter()),
    ("what has the Government of Iran been urged", Filter(actors=(IRAN,), verbs=("urge",), kinds=ASKED)),
    ("mandates of OHCHR without a deadline", Filter(actors=("ohchr",), kinds=ASKED, due=False)),
    ('what does the verb "request" apply to?', Filter(verbs=("request",))),
    (
        "WHO and UNICEF, 2023",
        Filter(actors=("who", "unicef"), kinds=ASKED, since="2023-01-01", until="2023-12-31"),
    ),
    ("WHAT IS UNODC REQUESTED TO DO", Filter(actors=("unodc",), kinds=ASKED)),
    (
        "paragraphs 13 to 15 and 20(b) of 73/186",
        Filter(documents=("A/RES/73/186",), paragraphs=("13", "14", "15", "20(b)")),
    ),
]


@pytest.mark.parametrize(("question", "expected"), REPHRASED, ids=[question for question, _ in REPHRASED])
def test_a_rephrased_question_is_read_as_its_filter(question: str, expected: Filter) -> None:
    assert read(question).filter == expected


@pytest.mark.parametrize(
    ("question", "presentation", "by", "counted", "sort"),
    [
        ("what is UNODC requested to do", "list", "", "", "strength"),
        ("how many requests to UNODC are there", "count", "", "", "strength"),
        ("how many resolutions mention cybercrime", "count", "", "document", "strength"),
        ("how many actors are urged to ratify", "count", "", "actor", "strength"),
        ("how many requests to UNODC per session", "count", "session", "", "strength"),
        ("which organ asks UNODC most often?", "count", "organ", "", "strength"),
        ("who is asked the most?", "count", "actor", "", "strength"),
        ("UNDP vs UNEP vs UNIDO", "compare", "actor", "", "strength"),
        ("how does UNDP compare with UNEP", "compare", "actor", "", "strength"),
        ("compare 73/186 with 78/229", "compare", "document", "", "symbol"),
        ("compare sessions 78 and 79 for the Secretary-General", "compare", "session", "", "strength"),
        ("compare 2018 and 2023 for UNODC", "compare", "year", "", "strength"),
        (
            "compare what the Assembly and the Security Council demand of States",
            "compare",
            "organ",
            "",
            "strength",
        ),
        ("by when must UNODC act", "list", "", "", "due"),
        ("the latest requests to UNODC", "list", "", "", "date"),
        ("what does 73/186 say", "list", "", "", "symbol"),
    ],
)
def test_a_question_says_how_to_show_its_answer(
    question: str, presentation: str, by: str, counted: str, sort: str
) -> None:
    reading = read(question)
    assert (reading.presentation, reading.by, reading.counted, reading.sort) == (
        presentation,
        by,
        counted,
        sort,
    )


@pytest.mark.parametrize(
    ("question", "year"),
    [("what must UNODC do this year", 2026), ("UNODC last year", 2025), ("UNODC next year", 2027)],
)
def test_years_are_counted_from_today(question: str, year: int) -> None:
    filter = read(question).filter
    assert {filter.since or filter.due_after, filter.until or filter.due_before} == {
        f"{year}-01-01",
        f"{year}-12-31",
    }


def test_what_lies_ahead_is_due_and_what_lies_behind_was_adopted() -> None:
    assert read("what must UNODC do in 2027").filter.due_after == "2027-01-01"
    earlier = read_question("what must UNODC do in 2027", NAMES, date(2030, 1, 1)).filter
    assert (earlier.since, earlier.due_after) == ("2027-01-01", "")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is UNDOC requested to do?", "(unodc)"),
        ("what is the Secretray-General asked to do", "(secretary-general)"),
        ("requests to UNDOC", "(unodc)"),
        ("compare UNDOC and UNDP", "(unodc)"),
        ("what does 99/999 say", "no document '99/999'"),
        ("what does resolution 9999 say", "no document 'resolution 9999'"),
    ],
)
def test_an_unknown_name_is_refused_with_near_ones(question: str, words: str) -> None:
    with pytest.raises(UnknownNameError) as refusal:
        read(question)
    assert words in str(refusal.value)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("", "no actor"),
        ("what is the weather like", "'weather'"),
        ("what do we have to report on", "'we'"),
        ("compare UNODC", "two"),
        ("requests to everybody except UNODC", "'except'"),
        ("what is UNODC not asked to do", "'not'"),
    ],
)
def test_what_cannot_be_asked_is_refused(question: str, words: str) -> None:
    with pytest.raises(NotUnderstoodError) as refusal:
        read(question)
    assert words in str(refusal.value)


def test_words_without_a_place_are_left_out_and_named() -> None:
    assert read("was UNODC hitherto requested anything").left_out == ("hitherto",)


WORDS = """what who is UNODC States asked to do about on by of the 73/186 2018 since session before due report
how many compare urged Security Council must not we"""


@pytest.mark.slow
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)))
def test_any_question_is_read_or_refused(question: str) -> None:
    try:
        reading = read(question)
    except NotUnderstoodError:
        return
    assert reading.sort in SORTS
    assert reading.by in ("", *FACETS)
