"""A file to a `Document`: the one way in for every format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath

from documents import (
    account,
    characters,
    corrigendum,
    extent,
    metadata,
    notes,
    paragraphs,
    symbols,
)
from documents.blocks import Joined, joined
from documents.document import Document, DocumentKind, Paragraph, Place
from documents.errors import UnreadableError
from documents.files import SUFFIXES, load
from documents.formats import FORMATS, Format, format_of
from documents.language import foreign
from documents.limits import Limits
from documents.paragraphs import Placed
from documents.repair import Mender


def read(path: Path, limits: Limits = Limits()) -> Document:
    """The resolution in a file. Raises `UnreadableError` with a sentence for the person."""
    return read_bytes(load(path, limits), str(path), limits)


def read_bytes(data: bytes, source: str, limits: Limits = Limits()) -> Document:
    """The document in these bytes. ``source`` is the path or address they come from.

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
    lines = characters.normalised(file_format.lines(data, limits))
    whole = joined(lines)
    if language := foreign(whole.text):
        raise UnreadableError(
            f"the text is in {language}, and only English is read: take its English version"
        )
    file = _File(source, hashlib.sha256(data).hexdigest(), lines.reader, lines.pages)
    if corrected := corrigendum.symbol_of(whole.blocks):
        return corrigendum.document(corrected, whole, **asdict(file))
    document = _document(whole, file, limits)
    if document is None:
        raise UnreadableError(
            f"{_called(file_format, source)} is no resolution: it has no symbol, no adopting organ or no"
            " operative part"
        )
    return document


@dataclass(frozen=True, slots=True)
class _File:
    """What of a Document the file tells, not its text."""

    source: str
    sha256: str
    reader: str
    pages: int | None


def _document(whole: Joined, file: _File, limits: Limits) -> Document | None:
    """The document whose text this is; None where it is none. Raises `UnreadableError` past the limits."""
    name = PurePosixPath(file.source).stem
    named = symbols.from_file_name(name)
    own = extent.of(whole.blocks, named)
    symbol, doubts = _identity(own.symbol, named, name)
    segments = paragraphs.cut(own.parts)
    sentence = next((part.blocks[0].text for part in own.parts if part.blocks and not part.has_preamble), "")
    found = metadata.of(symbol, own.organ, [block.text for block in own.front], segments.back, sentence)
    if not segments.paragraphs and not (own.symbol or (named and own.organ)):
        return None
    if not (own.symbol or named or own.organ):
        return None
    if any(len(each.text) > limits.paragraph for each in segments.paragraphs):
        raise UnreadableError(
            f"the text is no resolution: a paragraph has over {limits.paragraph:,} characters"
        )
    warnings = [*doubts, *own.warnings, *segments.warnings]
    if found.kind is DocumentKind.AMENDMENT:
        segments = paragraphs.as_nothing(segments)
        warnings = [
            *own.warnings,
            "an amendment has no operative part of its own; it is kept without paragraphs",
        ]
    elif not segments.paragraphs:
        warnings.append("no operative paragraph was found")
    mend = Mender(whole.text).mend
    cut = replace(segments, paragraphs=tuple(_mended(each, mend) for each in segments.paragraphs))
    preamble = "\n".join(mend(block.text) for block in segments.preamble)
    placed = [
        *(Placed(block, Place.FRONT) for block in own.front),
        *segments.placed,
        *(Placed(block, Place.DROPPED, why) for block, why in own.dropped),
    ]
    stretches = account.of(whole, placed)
    warnings += account.doubts(stretches, whole.text, segments.missing)
    return Document(
        symbol=found.symbol,
        kind=found.kind if own.symbol or named else DocumentKind.TEXT,
        organ=found.organ,
        session=found.session,
        title=mend(found.title),
        date=found.date,
        first_day=found.first_day,
        last_day=found.last_day,
        agenda_item=found.agenda_item,
        origin=found.origin,
        meeting=found.meeting,
        vote=found.vote,
        reissued=any(metadata.is_reissue(line.text) for line in whole.lines),
        preamble=preamble,
        paragraphs=cut.paragraphs,
        notes=notes.of(whole, cut, placed, preamble, mend),
        text=whole.text,
        account=stretches,
        warnings=tuple(warnings),
        **asdict(file),
    )


def _identity(said: str, named: str, name: str) -> tuple[str, list[str]]:
    """The symbol of a document, by what its text and its file's name say, and what to warn of."""
    if not said and not named:
        kept = f"file:{name.replace('#', '-')}"
        return kept, [f"the text has no symbol, nor has the file's name: it is kept as {kept}"]
    if not said:
        return named, [f"the symbol {named} is taken from the file name; the text does not say it"]
    if named and named != said and symbols.number(named) != symbols.number(said):
        return said, [f"the text says it is {said}, the file's name says {named}: the text counts"]
    return said, []


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
