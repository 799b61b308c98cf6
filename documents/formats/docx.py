"""Word documents (DOCX) through python-docx: each paragraph a line, with the numbers that Word adds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from documents.errors import UnreadableError
from documents.formats import page_lines, typed_notes
from documents.formats.docx_body import Story
from documents.formats.docx_headers import Headers
from documents.formats.docx_notes import Notes
from documents.formats.docx_numbering import Numbering
from documents.formats.docx_styles import Styles
from documents.limits import Limits
from documents.lines import Line, Lines

NAME = "Word document"
SUFFIXES = (".docx", ".docm", ".dotx")
VERSION = "docx/2"

_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OPEN, _STRICT = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
_FORMS = (
    (b"application/vnd.ms-word.document.macroEnabled.main+xml", _MAIN),
    (b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml", _MAIN),
    (b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", _MAIN),
    (_STRICT + b"wordprocessingml/main", _OPEN + b"wordprocessingml/2006/main"),
    (_STRICT + b"officeDocument/relationships", _OPEN + b"officeDocument/2006/relationships"),
    (_STRICT + b"officeDocument/math", _OPEN + b"officeDocument/2006/math"),
)


def matches(data: bytes) -> bool:
    """A zip archive that holds a Word document."""
    return data.startswith(b"PK\x03\x04") and b"word/document" in data


def lines(data: bytes, limits: Limits) -> Lines:
    """The first page's header, the paragraphs and table rows of the body; notes below what they hang on.

    A row whose cells hold one paragraph each is one line, its cells parted by tabs; other cells count
    as plain paragraphs. Other headers and footers, what is struck out and what a tracked change took out
    come as lines with ``dropped``. Where a tool made the document of a PDF line by line, it is ``wrapped``.
    Raises `UnreadableError` where the file is damaged or past the limits.
    """
    import docx

    try:
        found = tuple(_lines(docx.Document(_unpacked(data, limits))))
    except UnreadableError:
        raise
    except Exception as error:  # zipfile and python-docx raise whatever their parsing meets
        raise UnreadableError(
            f"the Word document is damaged ({error}): open it in Word and save it anew"
        ) from None
    if sum(len(line.text) for line in found) > limits.characters:
        raise UnreadableError(f"the text has more than {limits.characters:,} characters")
    wrapped = page_lines.are_of_a_page(found)
    return Lines(tuple(typed_notes.told(found, wrapped=wrapped)), wrapped=wrapped, pages=None, reader=VERSION)


def _unpacked(data: bytes, limits: Limits) -> io.BytesIO:
    """The archive without compression and pictures, so that nothing in it swells when python-docx opens it.

    Copying never goes beyond the sizes that the archive states.
    """
    plain = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(plain, "w") as copy:
        members = {member.filename: member for member in archive.infolist() if not member.is_dir()}
        texts = [name for name in members if name.endswith((".xml", ".rels"))]
        size = sum(members[name].file_size for name in texts)
        if size > limits.markup:
            raise UnreadableError(f"the Word document unpacks to {size:,} bytes, more than {limits.markup:,}")
        for name in texts:
            copy.writestr(name, _ordinary(archive.read(members[name])))
        for name in members.keys() - texts:
            copy.writestr(name, b"")
    plain.seek(0)
    return plain


def _ordinary(xml: bytes) -> bytes:
    """The XML of a document with macros, of a template or in the strict form as that of an ordinary one."""
    for other, usual in _FORMS:
        if other in xml:
            xml = xml.replace(other, usual)
    return xml


def _lines(document: Any) -> Iterator[Line]:
    """The first page's header, the body with its notes, then what else stands on the pages."""
    from docx.opc.constants import RELATIONSHIP_TYPE as KINDS

    styles = Styles(document.styles.element)
    numbering = Numbering(_root(document, KINDS.NUMBERING, ()), styles)
    notes = Notes(
        document.element.body,
        _root(document, KINDS.SETTINGS),
        _root(document, KINDS.FOOTNOTES),
        _root(document, KINDS.ENDNOTES),
    )

    def read(holder: Any) -> Iterator[Line]:
        return Story(styles, numbering, notes).lines(holder)

    headers = Headers(document, read)
    yield from headers.above()
    yield from read(document.element.body)
    yield from headers.below()


def _root(document: Any, kind: str, absent: Any = None) -> Any:
    """The root element of a part beside the body, or ``absent`` where the document has none."""
    from docx.oxml import parse_xml

    try:
        part = document.part.part_related_by(kind)
    except KeyError:
        return absent
    return part.element if hasattr(part, "element") else parse_xml(part.blob)
