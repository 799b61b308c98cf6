"""PDFs that unpack to much more than they are, and those that do not."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from documents.heavy import is_heavy
from tests.pdfs import make_pdf
from tests.samples import ALL

MUCH = b"(a) Tj " * 2_000_000


def with_stream(dictionary: bytes, content: bytes) -> bytes:
    """A PDF with one more stream, which nothing need refer to."""
    stream = b"9 0 obj\n<< /Length %d %s >>\nstream\n%s\nendstream\nendobj\n"
    return make_pdf(["Requests"]) + stream % (len(content), dictionary, content)


@pytest.mark.parametrize(
    ("dictionary", "content"),
    [
        (b"/Filter /FlateDecode", zlib.compress(MUCH)),
        (b"/Filter [ /FlateDecode ]", zlib.compress(MUCH)),
        (b"/Filter [/FlateDecode /FlateDecode]", zlib.compress(zlib.compress(MUCH))),
        (b"/Filter [/ASCIIHexDecode /FlateDecode]", zlib.compress(MUCH).hex().encode()),
        (b"/Filter /LZWDecode", b"x"),
        (b"/Filter /FlateDecode", b"no such thing"),
        (b"/Filter 8 0 R", zlib.compress(MUCH)),
        (b"/#46ilter /FlateDecode", zlib.compress(MUCH)),
        (b"/Filter /DCTDecode /Filter /FlateDecode", zlib.compress(MUCH)),
        (b"", MUCH),
        (b"/X (" + b" " * 3_000 + b") /Filter /FlateDecode", zlib.compress(MUCH)),
    ],
)
def test_a_pdf_that_unpacks_to_much_is_heavy(dictionary: bytes, content: bytes) -> None:
    assert is_heavy(with_stream(dictionary, content))


@pytest.mark.parametrize(
    ("dictionary", "content"),
    [
        (b"/Filter /FlateDecode /DecodeParms << /Predictor 12 >>", zlib.compress(b"(a) Tj " * 1_000)),
        (b"/Filter /DCTDecode", b"\xff\xd8 a picture"),
        (b"", b"(a) Tj"),
    ],
)
def test_an_ordinary_pdf_is_not(dictionary: bytes, content: bytes) -> None:
    assert not is_heavy(with_stream(dictionary, content))


def test_other_formats_bound_themselves() -> None:
    assert not any(is_heavy(data) for data in ALL.values())
    assert not is_heavy(b" " * 20_000_000)


def test_real_resolutions_are_not_heavy() -> None:
    folder = Path(__file__).parents[3] / "shared/corpus/pdf"
    if not folder.is_dir():
        pytest.skip("the corpus is not beside the project")
    assert not [path.name for path in sorted(folder.glob("*.pdf"))[:10] if is_heavy(path.read_bytes())]
