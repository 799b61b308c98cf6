"""A file to a `Document`: the one way in for every format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from documents import corrigendum, extent, metadata, paragraphs, symbols
from documents.blocks import joined
from documents.document import Document, DocumentKind, Paragraph
from documents.errors import UnreadableError
from documents.files import SUFFIXES, load
from documents.formats import FORMATS, Format, format_of
from documents.language import foreign
from documents.limits import Limits
from documents.repair import Mender


def read(path: Path, limits: Limits = Limits()) -> Document:
    """The resolution in a file. Raises `UnreadableError` with a sentence for the person."""
    return read_bytes(load(path, limits), str(path), limits)


def read_bytes(data: bytes, source: str, limits: Limits = Limits()) -> Document:
    """The resolution in these bytes. ``source`` is the path or address they come from.

    Raises `UnreadableError` where they are of no known format, hold no text or no resolution.
    """
    if not data.strip():
        raise UnreadableError("the file is empty")
    if len(data) > limits.bytes:
        raise UnreadableError(f"the file is larger than the limit of {limits.bytes:,} bytes")
    file_format = format_of(data)
    if file_format is None:
        known = ", ".join(each.NAME for each in FORMATS)
        raise UnreadableError(f"the file is of no format that can be read ({known})")
    lines = file_format.lines(data, limits)
    whole = joined(lines)
    text, blocks = whole.text, whole.blocks
    if language := foreign(text):
        raise UnreadableError(
            f"the text is in {language}, and only English is read: take its English version"
        )
    if corrected := corrigendum.symbol_of(blocks):
        return corrigendum.document(
            corrected,
            blocks,
            text,
            source=source,
            sha256=hashlib.sha256(data).hexdigest(),
            reader=lines.reader,
            pages=lines.pages,
        )
    own = extent.of(blocks)
    front = [block.text for block in own.front]
    symbol, warnings = own.symbol, list(own.warnings)
    if not symbol and (symbol := symbols.from_file_name(PurePosixPath(source).stem)):
        warnings.append(f"the symbol {symbol} is taken from the file name; the text does not say it")
    segments = paragraphs.cut(own.parts)
    found = metadata.of(symbol, own.organ, front, segments.back)
    if found.kind is DocumentKind.AMENDMENT:
        segments = paragraphs.NOTHING
        warnings.append("an amendment has no operative part of its own; it is kept without paragraphs")
    elif not segments.paragraphs:
        if not symbol or not own.parts:
            raise UnreadableError(
                f"{_called(file_format, source)} is no resolution: it has no symbol, no adopting organ or no"
                " operative part"
            )
        warnings.append("no operative paragraph was found")
    if any(len(each.text) > limits.paragraph for each in segments.paragraphs):
        raise UnreadableError(
            f"the text is no resolution: a paragraph has over {limits.paragraph:,} characters"
        )
    mend = Mender(text).mend
    return Document(
        symbol=found.symbol,
        kind=found.kind,
        organ=found.organ,
        session=found.session,
        title=mend(found.title),
        date=found.date,
        agenda_item=found.agenda_item,
        origin=found.origin,
        meeting=found.meeting,
        vote=found.vote,
        preamble=mend(segments.preamble),
        paragraphs=tuple(_mended(each, mend) for each in segments.paragraphs),
        text=text,
        warnings=(*warnings, *segments.warnings),
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        reader=lines.reader,
        pages=lines.pages,
    )


def _mended(paragraph: Paragraph, mend: Callable[[str], str]) -> Paragraph:
    """The paragraph with its split words mended; mostly there are none."""
    text = mend(paragraph.text)
    return paragraph if text == paragraph.text else replace(paragraph, text=text)


def _called(file_format: Format, source: str) -> str:
    """What to call a file that disappoints: it may not even be what its name says."""
    suffix = PurePosixPath(source).suffix.lower()
    if suffix in SUFFIXES and suffix not in file_format.SUFFIXES:
        return f"the file ({file_format.NAME} in spite of its name)"
    return f"the {file_format.NAME}"
