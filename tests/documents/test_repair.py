"""Split words are mended where certain; everything else is left alone."""

from __future__ import annotations

import pytest

from documents.repair import Mender


@pytest.mark.parametrize(
    ("scarred", "whole"),
    [
        ("lighthouses as wel l as harbours", "lighthouses as well as harbours"),
        ("the enforceme nt of harbour rules", "the enforcement of harbour rules"),
        ("their initi atives at sea", "their initiatives at sea"),
        ("rules that a pply, an d rules that do not", "rules that apply, and rules that do not"),
        ("capacity -building and record -keeping", "capacity-building and record-keeping"),
        ("the keepers , and their lamps ;", "the keepers, and their lamps;"),
        ("a lamp of the Secretary -General", "a lamp of the Secretary-General"),
        ("asks keepers n ot to sleep, and no t to row", "asks keepers not to sleep, and not to row"),
        ("their physica l and mental health", "their physical and mental health"),
        ("to take r emedial action", "to take remedial action"),
        ("by 1 September 204 6 and in May 20 44", "by 1 September 2046 and in May 2044"),
    ],
)
def test_mended(scarred: str, whole: str) -> None:
    known = "rules that apply and hold, and that do not hold on land"
    assert Mender(f"{scarred}\n{known}").mend(scarred) == whole


@pytest.mark.parametrize(
    "text",
    [
        "per cent of all lamps",
        "ad hoc working groups, inter alia, of keepers",
        "on going to sea every day",
        "women’s and children’s boats",
        "the keepers of Côte d’Ivoire, in 49/75 O of that year",
        "to re-engage in pre- and post-war repairs",
        "the paragraphs a to d of the annex",
        "lamps in coastal States – and elsewhere",
        "the keepers met in Cap es Lumen in May",
        "the sums of 12 000 and 20 30 dollars in May 20 446",
    ],
)
def test_left_alone(text: str) -> None:
    assert Mender(text).mend(text) == text


@pytest.mark.parametrize(
    ("scarred", "known", "whole"),
    [
        ("the Secretary - General", "the Secretary-General", "the Secretary-General"),
        ("the Secretary - General", "the secretary", "the Secretary - General"),
        ("the re - lighting of lamps", "the re-lighting", "the re-lighting of lamps"),
        ("the re - lighting of lamps", "the lamps", "the re - lighting of lamps"),
        ("the 20 30 Agenda", "the 2030 Agenda", "the 2030 Agenda"),
        ("the 20 30 Agenda", "the Agenda", "the 20 30 Agenda"),
        ("the Coas t Guard", "the guard of the coast", "the Coast Guard"),
    ],
)
def test_mended_only_where_the_document_has_the_whole_elsewhere(scarred: str, known: str, whole: str) -> None:
    assert Mender(f"{scarred}\n{known}").mend(scarred) == whole


def test_the_document_itself_is_a_list_of_words() -> None:
    text = "the foghornists of the coast\nthe fogh ornists of the islands"
    assert Mender(text).mend("the fogh ornists of the islands") == "the foghornists of the islands"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("high\u00adlevel", "high-level"),
        ("pre\u00adand post-war", "pre- and post-war"),
        ("devel\u00adopment", "development"),
        ("ligh\u00adthouses", "lighthouses"),
        ("Secretary\u00adGeneral", "Secretary-General"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(broken: str, whole: str) -> None:
    assert Mender("lighthouses").mend(broken) == whole


@pytest.mark.parametrize(
    ("document", "whole"),
    [
        ("the fogbound coast", "fogbound"),
        ("the fogbound coast, a fog-bound ship", "fog-bound"),
        ("the coast", "fog-bound"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_by_the_document(document: str, whole: str) -> None:
    """Both halves are words: what the document writes elsewhere counts."""
    assert Mender(document).mend("fog\u00adbound") == whole
