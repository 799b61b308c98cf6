"""Files that are broken, lie or swell end in a document or in one `UnreadableError`, in bounded time."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.document import Document
from documents.errors import UnreadableError
from documents.limits import Limits
from documents.reading import read, read_bytes
from tests import noted, samples
from tests.pdfs import make_pdf

ALL = samples.ALL
EVERY = [*samples.ALL.values(), *noted.ALL.values()]  # with notes too

SMALL = Limits(bytes=1_000_000, pages=20, characters=200_000, markup=2_000_000, seconds=1)


def outcome(data: bytes, limits: Limits = SMALL) -> Document | str:
    """The document, or what the error says."""
    try:
        return read_bytes(data, "somewhere/file", limits)
    except UnreadableError as error:
        return str(error)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """One of our documents with bytes changed, cut out, doubled, or put in from another one."""
    data = bytearray(draw(st.sampled_from(EVERY)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 400)))
        match draw(st.sampled_from(("flip", "cut", "end", "double", "splice"))):
            case "flip":
                data[start : start + 8] = draw(st.binary(min_size=1, max_size=8))
            case "cut":
                del data[start:end]
            case "end":
                del data[start:]
            case "double":
                data[start:start] = data[start:end] * draw(st.integers(1, 50))
            case _:
                other = draw(st.sampled_from(EVERY))
                data[start:end] = other[start : start + 400]
    return bytes(data)


@pytest.mark.slow
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_mutated_documents_are_read_or_refused(data: bytes) -> None:
    told = outcome(data)
    assert isinstance(told, Document) or (told and "\n" not in told)


@settings(max_examples=100)
@given(st.binary(max_size=300), st.sampled_from((b"", b"%PDF-1.7\n", b"PK\x03\x04word/document", b"<html>")))
def test_noise_is_read_or_refused(noise: bytes, magic: bytes) -> None:
    told = outcome(magic + noise)
    assert isinstance(told, Document) or (told and "\n" not in told)


@pytest.mark.parametrize("name", sorted(ALL))
@pytest.mark.parametrize("share", [0.01, 0.5, 0.9, 0.999])
def test_a_truncated_document_is_read_or_refused(name: str, share: float) -> None:
    told = outcome(ALL[name][: int(len(ALL[name]) * share)])
    assert isinstance(told, Document) or told


def test_zero_bytes_in_a_text_are_dropped_or_the_file_refused() -> None:
    text = ALL["text"]
    late = outcome(text.replace(b"ferries, in", b"ferries,\0 in") + b"\0" * 10)
    assert isinstance(late, str) or "\0" not in late.text
    assert isinstance(outcome(b"\0" * 5_000), str)


def test_a_pdf_that_claims_a_million_pages_is_refused() -> None:
    claimed = make_pdf(["Requests"]).replace(b"/Count 1", b"/Count 1000000")
    told = outcome(claimed)
    assert isinstance(told, str)


def test_a_pdf_that_claims_a_million_objects_is_read_or_refused() -> None:
    honest = ALL["pdf"]
    size = honest[honest.index(b"/Size ") + 6 :].split()[0]
    told = outcome(honest.replace(b"/Size " + size, b"/Size 1000000"))
    assert isinstance(told, Document) or told


def test_a_pdf_whose_pages_are_their_own_parents_does_not_hang() -> None:
    told = outcome(make_pdf(["Requests"]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"))
    assert isinstance(told, str)


def test_pages_are_bounded() -> None:
    told = outcome(make_pdf(["x"] * 50 * 30))
    assert told == "the PDF has 30 pages, more than the limit of 20: allow more with --max-pages"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a file with a hole: 200 MB that take no room
    with pytest.raises(UnreadableError, match=r"larger than 50,000,000 bytes.*--max-bytes"):
        read(path)


def test_a_paragraph_without_end_is_refused() -> None:
    told = outcome(b"A/RES/99/503\nThe General Assembly,\n1. Requests " + b"that and " * 15_000)
    assert told == "the text is no resolution: a paragraph has over 100,000 characters"


def test_a_text_that_never_ends_a_line_is_read_or_refused() -> None:
    told = outcome(b"The General Assembly,\n1. Requests " + b"a " * 90_000)
    assert isinstance(told, Document) or told


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", [b"1. a\n", b"(a) b\n", b"- ", b"a1 ", b"A/RES/1/1 ", b"___\n", b"\x0c", b"I\n"]
)
def test_long_texts_of_one_kind_of_line_are_read_in_bounded_time(piece: bytes) -> None:
    told = outcome(b"A/RES/99/503\nThe General Assembly,\n" + piece * (150_000 // len(piece)))
    assert isinstance(told, Document) or told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.pdf"))
        for path in (tmp_path / "pipe.pdf", tmp_path / "socket.pdf", Path("/dev/zero"), tmp_path):
            with pytest.raises(UnreadableError):
                read(path)
