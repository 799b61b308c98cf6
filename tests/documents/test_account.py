"""Every word of a text is in its account, whatever the text: nothing is lost without a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import account
from documents.blocks import joined
from documents.document import Document, Place, Stretch
from documents.errors import UnreadableError
from documents.formats import format_of
from documents.limits import Limits
from documents.reading import read_bytes
from tests.samples import ALL

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def words_of(texts: Iterable[str]) -> Counter[str]:
    """The words without the quotation marks around a whole text, which are no words of it."""
    return Counter(word for text in texts for word in re.split(r"[\s“”\"]+", text) if word)


def words_read(data: bytes) -> Counter[str]:
    """The words of a file's lines, also of those that are no text of the document."""
    file_format = format_of(data)
    assert file_format
    return words_of(line.text for line in joined(file_format.lines(data, Limits())).lines)


def words_accounted(document: Document) -> Counter[str]:
    return words_of(account.words_of(each, document.text) for each in document.account)


@pytest.mark.parametrize("name", ALL)
def test_the_sum_is_the_whole(name: str) -> None:
    assert words_accounted(read_bytes(ALL[name], "a")) == words_read(ALL[name])


LINES = st.sampled_from(
    [
        "A/RES/99/1",
        "99/1. Ferries",
        "99/2. Buoys",
        "The General Assembly,",
        "“The Human Rights Council,",
        "Le Conseil de sécurité,",
        "Recalling its resolution 98/5,1",
        "1. Requests the Secretary-General to count them;",
        "2. Urges States:",
        "(a) To count ferries;",
        "(b) To paint them;",
        "4 Decides to meet again.”",
        "Adopts the following draft resolution:",
        "Annex",
        "II",
        "The Board",
        "_________",
        "1 See A/99/1.",
        "55th plenary meeting",
        "3 May 2045",
        "[Adopted without a vote.]",
        "A/RES/99/1 Page 2",
        "2/3 45-01234",
        "words without any order or end",
    ]
)


@given(st.lists(LINES, min_size=1, max_size=40), st.booleans())
def test_the_sum_is_the_whole_of_any_text(lines: list[str], blank: bool) -> None:
    data = ("\n\n" if blank else "\n").join(lines).encode()
    try:
        document = read_bytes(data, "A_RES_99_1.txt")
    except UnreadableError:
        return
    assert words_accounted(document) == words_read(data)
    places = [each.start for each in document.account]
    assert places == sorted(places)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")
@pytest.mark.parametrize("name", ["pdf/A_RES_78_229.pdf", "text/A_RES_73_186.txt", "text/E_RES_476_(XV).txt"])
def test_the_sum_is_the_whole_of_a_real_document(name: str) -> None:
    data = (CORPUS / name).read_bytes()
    document = read_bytes(data, name)
    assert words_accounted(document) == words_read(data)
    assert {each.place for each in document.account} >= {Place.FRONT, Place.PARAGRAPH}


def dropped(words: str, why: str = "running header") -> Stretch:
    return Stretch(Place.DROPPED, 0, 0, 3, why, words)


@pytest.mark.parametrize(
    "stretch",
    [
        dropped("4. Requests the Secretary-General to count the ferries;"),
        dropped("A/RES/99/1\n4 Urges States to paint them;"),
        dropped("ferries " * 41),
        Stretch(Place.NOTE, 0, 0, None, "4", "4 Requests the Secretary-General to count them;"),
    ],
)
def test_what_looks_operative_and_is_left_out_is_told(stretch: Stretch) -> None:
    (warning,) = account.doubts([stretch], "", [4])
    assert "may be operative" in warning


@pytest.mark.parametrize(
    "stretch",
    [
        dropped("A/RES/99/1 Ferries"),
        dropped("ferries " * 41, "struck out"),
        dropped("4. Requests the Secretary-General to count them;", "another resolution"),
        Stretch(Place.NOTE, 0, 0, None, "4", "4 See the report on ferries (A/99/4)."),
        Stretch(Place.NOTE, 0, 0, None, "4", "5 Requests are in the annex."),
    ],
)
def test_what_is_rightly_left_out_is_not_told(stretch: Stretch) -> None:
    assert not list(account.doubts([stretch], "", [4]))
