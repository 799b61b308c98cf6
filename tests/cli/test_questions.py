"""Questions of desk officers, delegations and NGOs, and how each is to be read."""

from __future__ import annotations

from datetime import date

import pytest

from cli.questions import Reading, read_question
from db.filters import Filter
from tests.cli.question_names import NAMES

TODAY = date(2026, 11, 24)
ASKED = ("directive",)
IRAN = "government-of:iran-islamic-republic-of"
DPRK = "government-of:democratic-peoples-republic-of-korea"
USA = "government-of:united-states-of-america"
RUSSIA = "government-of:russian-federation"
COUNTRIES = ("states", "member-states")


def read(question: str) -> Reading:
    return read_question(question, NAMES, TODAY)


QUESTIONS = [
    ("what is UNODC requested to do", Filter(actors=("unodc",), kinds=ASKED)),
    (
        "What is the SG supposed to do this year?",
        Filter(actors=("secretary-general",), kinds=ASKED, since="2026-01-01", until="2026-12-31"),
    ),
    (
        "which reports are due from the Secretary-General",
        Filter(actors=("secretary-general",), kinds=ASKED, report=True),
    ),
    (
        "what must Member States do about cybercrime",
        Filter(actors=("member-states",), kinds=ASKED, topic="cybercrime"),
    ),
    (
        "what does 73/186 say about trafficking in persons",
        Filter(documents=("A/RES/73/186",), topic="trafficking persons"),
    ),
    ("who is urged to ratify", Filter(verbs=("urge",), kinds=ASKED, topic="ratify")),
    ("What are States invited to do?", Filter(actors=("states",), verbs=("invite",), kinds=ASKED)),
    (
        "What has the Security Council demanded of the Taliban?",
        Filter(actors=("taliban",), verbs=("demand",), kinds=ASKED, organs=("Security Council",)),
    ),
    ("what is the Security Council asked to do", Filter(actors=("security-council",), kinds=ASKED)),
    (
        "how many times has the Secretary-General been asked to report since 2018",
        Filter(actors=("secretary-general",), kinds=ASKED, report=True, since="2018-01-01"),
    ),
    ("compare UNODC and UNDP", Filter(actors=("unodc", "undp"), kinds=ASKED)),
    (
        "What are the strongest demands on Israel?",
        Filter(actors=("government-of:israel",), verbs=("demand",), kinds=ASKED),
    ),
    ("What is UN Women mandated to do?", Filter(actors=("un-women",), kinds=ASKED)),
    (
        "tasks given to OHCHR by the Human Rights Council",
        Filter(actors=("ohchr",), kinds=ASKED, organs=("Human Rights Council",)),
    ),
    (
        "what are governments encouraged to do on climate change at the 79th session",
        Filter(
            actors=COUNTRIES,
            verbs=("encourage",),
            kinds=ASKED,
            topic="climate change",
            sessions=((79, 79),),
        ),
    ),
    ("Resolution 2341: who has to do what?", Filter(documents=("S/RES/2341 (2017)",), kinds=ASKED)),
    (
        "everything binding on Member States since 2015",
        Filter(actors=("member-states",), kinds=ASKED, strengths=("mandatory",), since="2015-01-01"),
    ),
    (
        "what was UNEP told to do before the eightieth session",
        Filter(actors=("unep",), kinds=ASKED, sessions=((1, 79),)),
    ),
    (
        "Which mandates have to be carried out within existing resources?",
        Filter(kinds=ASKED, qualifiers=("resources",)),
    ),
    (
        "What technical assistance is UNODC to provide upon request?",
        Filter(
            actors=("unodc",), kinds=ASKED, qualifiers=("on-request",), topic="technical assistance provide"
        ),
    ),
    (
        "By when must the Secretary-General report to the Security Council?",
        Filter(actors=("secretary-general",), kinds=ASKED, report=True, due=True, topic='"Security Council"'),
    ),
    (
        "reports due in 2026",
        Filter(kinds=ASKED, report=True, due_after="2026-01-01", due_before="2026-12-31"),
    ),
    ("What is overdue?", Filter(kinds=ASKED, due_before="2026-11-23")),
    ("Which resolutions condemn terrorism?", Filter(verbs=("condemn",), topic="terrorism")),
    (
        "what did the General Assembly welcome in 2023",
        Filter(verbs=("welcome",), organs=("General Assembly",), since="2023-01-01", until="2023-12-31"),
    ),
    ("NGOs - what are they asked?", Filter(actors=("civil-society",), kinds=ASKED)),
    (
        "does any resolution mention small island developing States?",
        Filter(topic="small island developing States"),
    ),
    ("paragraph 13 of 73/186", Filter(documents=("A/RES/73/186",), paragraphs=("13",))),
    ("what's in A/RES/79/124 for WHO?", Filter(actors=("who",), kinds=ASKED, documents=("A/RES/79/124",))),
    (
        "how often is the private sector called upon",
        Filter(actors=("private-sector",), verbs=("call upon",), kinds=ASKED),
    ),
    (
        "What obligations do the US and the Russian Federation have under Security Council resolutions?",
        Filter(actors=(USA, RUSSIA), kinds=ASKED, organs=("Security Council",)),
    ),
    (
        "Which UN entities are asked to help developing countries with debt?",
        Filter(within=("un-system",), kinds=ASKED, topic="help developing countries debt"),
    ),
    (
        "decisions taken by ECOSOC between 2019 and 2021",
        Filter(
            kinds=("decision",),
            organs=("Economic and Social Council",),
            since="2019-01-01",
            until="2021-12-31",
        ),
    ),
    (
        "requests addressed to the Secretariat in the last five years",
        Filter(actors=("secretariat",), kinds=ASKED, since="2021-11-24", until="2026-11-24"),
    ),
    ("which provisions still need to be checked by a person", Filter(review=True)),
    ("who should protect journalists", Filter(kinds=ASKED, topic="protect journalists")),
    (
        "What were donors asked for in sessions 78-80?",
        Filter(actors=("donors",), kinds=ASKED, sessions=((78, 80),)),
    ),
    ("UNODC cybercrime", Filter(actors=("unodc",), kinds=ASKED, topic="cybercrime")),
    (
        "list all deadlines for the Secretary-General before 2027",
        Filter(actors=("secretary-general",), kinds=ASKED, due=True, due_before="2026-12-31"),
    ),
    (
        "Show me what Iran and North Korea are urged to do",
        Filter(actors=(IRAN, DPRK), verbs=("urge",), kinds=ASKED),
    ),
    (
        "what is the SG requested to do in presidential statements",
        Filter(actors=("secretary-general",), kinds=ASKED, document_kinds=("statement",)),
    ),
    (
        "what do Security Council presidential statements urge States to do about piracy",
        Filter(
            actors=("states",),
            verbs=("urge",),
            kinds=ASKED,
            document_kinds=("statement",),
            organs=("Security Council",),
            topic="piracy",
        ),
    ),
    (
        "what are States asked in decisions of the Human Rights Council",
        Filter(
            actors=("states",),
            kinds=ASKED,
            document_kinds=("decision",),
            organs=("Human Rights Council",),
        ),
    ),
    (
        "what is UNODC asked about cybercrime in drafts",
        Filter(actors=("unodc",), kinds=ASKED, document_kinds=("draft",), topic="cybercrime"),
    ),
    ("how many draft resolutions mention piracy", Filter(document_kinds=("draft",), topic="piracy")),
    (
        "what are Member States asked in texts without a symbol",
        Filter(actors=("member-states",), kinds=ASKED, document_kinds=("text",)),
    ),
]


@pytest.mark.parametrize(("question", "expected"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_a_question_is_read_as_its_filter(question: str, expected: Filter) -> None:
    assert read(question).filter == expected
