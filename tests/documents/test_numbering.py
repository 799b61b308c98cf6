"""The one grammar of what opens a paragraph: numbers, items, sections, annexes, closing lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import numbering


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("13. Requests them;", "13", "Requests them;"),
        ("13.\tRequests them;", "13", "Requests them;"),
        ("13 . Requests them;", "13", "Requests them;"),
        ("13.Requests them;", "13", "Requests them;"),
        ("(13) Requests them;", "13", "Requests them;"),
        ("“13. Requests them;", "13", "Requests them;"),
        ("l. Requests them;", "1", "Requests them;"),
        ("2 bis. Requests them;", "2 bis", "Requests them;"),
        ("2. bis. Requests them;", "2 bis", "Requests them;"),
        ("2 alt. Requests them;", "2 alt", "Requests them;"),
        ("2 alt 2. Requests them;", "2 alt 2", "Requests them;"),
        ("OP3. Requests them;", "3", "Requests them;"),
        ("OP 4: Requests them;", "4", "Requests them;"),
        ("OP5 bis. Requests them;", "5 bis", "Requests them;"),
    ],
)
def test_a_number_with_its_stop_is_sure(text: str, label: str, words: str) -> None:
    found = numbering.number(text)
    assert found
    assert found.sure
    assert f"{found.value} {found.suffix}".strip() == label
    assert text[found.end :] == words


@pytest.mark.parametrize(
    "text",
    [
        "Requests 13. them",
        "1.5 million lamps",
        "13",
        "13.",
        "2030 Agenda",
        "1990. Lamps",
        "I. Lamps",
        "(a) Lamps",
    ],
)
def test_other_figures_are_no_number(text: str) -> None:
    assert numbering.number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("26 Condemns them;", 26),
        ("5, Requests them;", 5),
        ("10\tCalls upon them;", 10),
        ("3; Requests them;", 3),
        ("7- Also requests them;", 7),
        ("ll. Decides to meet;", 11),
        ("1O. Decides to meet;", 10),
        ("“4 Takes note of it;", 4),
    ],
)
def test_a_misprinted_number_is_told_before_a_finite_verb(text: str, value: int) -> None:
    found = numbering.misprinted(text)
    assert found
    assert (found.value, found.sure) == (value, False)


@pytest.mark.parametrize(
    "text", ["26 States", "5, of them", "10 Recalling it,", "Requests them;", "3 Rules of law"]
)
def test_no_number_is_guessed_before_other_words(text: str) -> None:
    assert numbering.misprinted(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Requests them",
        "Also requests them",
        "Once again urges them",
        "Strongly condemns it",
        "Is of the opinion that",
        "Decides:",
        "Also takes note of it",
        "Calls, in particular, for lamps",
        "Welcomes and supports it",
    ],
)
def test_finite(text: str) -> None:
    assert numbering.is_finite(text)


@pytest.mark.parametrize(
    "text",
    [
        "Recalling it,",
        "Deeply concerned",
        "Lamps and oil.",
        "Rules of procedure",
        "Elections",
        "We call upon",
    ],
)
def test_not_finite(text: str) -> None:
    assert not numbering.is_finite(text)


@pytest.mark.parametrize(
    ("text", "mark", "words"),
    [
        ("(a) To count;", "a", "To count;"),
        ("b) To count;", "b", "To count;"),
        ("(iv)\tTo count;", "iv", "To count;"),
    ],
)
def test_item(text: str, mark: str, words: str) -> None:
    found = numbering.item(text)
    assert found
    assert (found.mark, text[found.end :]) == (mark, words)


@pytest.mark.parametrize(
    ("text", "heading", "found"),
    [
        ("II", False, ("II", "")),
        ("II.", False, ("II", "")),
        ("B. Lamps", False, ("B", "Lamps")),
        ("Section 2", False, ("Section 2", "")),
        ("Part III. Oil", False, ("III", "Oil")),
        ("II Oil and its storage", True, ("II", "Oil and its storage")),
        ("II Oil and its storage", False, None),
        ("B. Urges them to meet;", False, None),
        ("Lamps", True, None),
    ],
)
def test_section(text: str, heading: bool, found: tuple[str, str] | None) -> None:
    assert numbering.section(text, heading=heading) == found


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Annex", ""),
        ("ANNEX II", "II"),
        ("Annex A to this resolution", "A"),
        ("Appendix 2", "2"),
        ("Annexes", None),
    ],
)
def test_annex(text: str, mark: str | None) -> None:
    assert numbering.annex(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "55th plenary meeting",
        "1287th meeting",
        "[Adopted without a vote.]",
        "Adopted unanimously at the 1382nd meeting.",
        "Adopted at the 1402nd meeting by 14 votes to none, with 1 abstention (Northern Isles).",
        "22nd meeting 13 July 2045",
    ],
)
def test_closing(text: str) -> None:
    assert numbering.is_closing(text)


def test_a_sentence_about_a_meeting_closes_nothing() -> None:
    assert not numbering.is_closing("Adopts the agenda of its 55th meeting;")


@given(st.text(alphabet='0123456789().,:;“"OPlI abAbis\t-RequestsUrges', max_size=30))
def test_what_opens_a_text_lies_within_it(text: str) -> None:
    for found in (numbering.number(text), numbering.misprinted(text), numbering.item(text)):
        assert found is None or 0 < found.end < len(text)


@given(st.integers(1, 999), st.sampled_from(["", " bis", " alt"]), st.sampled_from([" ", "\t", ""]))
def test_every_printed_number_is_read(value: int, suffix: str, blank: str) -> None:
    found = numbering.number(f"{value}{suffix}.{blank}Requests them;")
    assert found
    assert (found.value, found.suffix) == (value, suffix.strip())
