"""File formats that are known and not read, so that a refusal can name them and say what to do.

To name another one, add an entry to `REFUSED`, above those that would take it for something wider.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from documents.errors import UnreadableError
from documents.formats.encoding import decode
from documents.limits import Limits
from documents.lines import Lines

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office files until 2007
_HEAD = 4096  # bytes; what names a format stands within them
_MAIL = re.compile(
    r"(?:(?:From|To|Cc|Subject|Date|Sender|Reply-To|Received|Return-Path|Delivered-To|MIME-Version|Message-ID"
    r"|Content-[\w-]+|X-[\w-]+|DKIM-[\w-]+|ARC-[\w-]+|Snapshot-[\w-]+):.*\r?\n(?:[ \t].*\r?\n)*){3}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Refused:
    """A `documents.formats.Format` that refuses every file of its kind.

    ``NAME`` completes "the file is ..."; ``SUFFIXES``: endings under which it is looked for in folders,
    empty for what is hardly a document; ``advice``: what the person can do.
    """

    NAME: str
    SUFFIXES: tuple[str, ...]
    advice: str
    known: Callable[[bytes], bool]

    def matches(self, data: bytes) -> bool:
        """Whether the bytes are of this format, by their content."""
        return self.known(data)

    def lines(self, data: bytes, limits: Limits) -> Lines:
        """Raises `UnreadableError`, which names the format and says what to do."""
        raise UnreadableError(f"the file is {self.NAME}, which is not read: {self.advice}")


def _begins(*openings: bytes) -> Callable[[bytes], bool]:
    return lambda data: data[:_HEAD].lstrip().startswith(openings)


def _either(*ways: Callable[[bytes], bool]) -> Callable[[bytes], bool]:
    return lambda data: any(way(data) for way in ways)


def _zip_of(*names: bytes) -> Callable[[bytes], bool]:
    """A zip archive that has one of these in it, names of its members or what the first one says."""
    return lambda data: data.startswith(ZIP) and any(name in data for name in names)


def _compound_of(*streams: str) -> Callable[[bytes], bool]:
    names = [stream.encode("utf-16-le") for stream in streams]
    return lambda data: data.startswith(COMPOUND) and any(name in data for name in names)


def _xml_of(pattern: str) -> Callable[[bytes], bool]:
    """A file of XML whose beginning has the pattern."""
    found = re.compile(pattern)
    return lambda data: (
        data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] == b"<"
        and bool(found.search(decode(data[:_HEAD]).replace("\0", "")))
    )


def _is_picture(data: bytes) -> bool:
    return data.startswith(_PICTURES) or data[8:12] == b"WEBP" or data[4:12] in (b"ftypheic", b"ftypavif")


def _is_archive(data: bytes) -> bool:
    return data.startswith(_ARCHIVES) or data[257:262] == b"ustar"


def _is_mail(data: bytes) -> bool:
    head = decode(data[:_HEAD])
    return bool(_MAIL.match(head.removeprefix("\ufeff"))) and bool(
        re.search(r"(?im)^(?:MIME-Version|Message-ID|Received|Return-Path):", head)
    )


def _is_saved_page(data: bytes) -> bool:
    return _is_mail(data) and bool(re.search(rb"(?i)multipart/related|Snapshot-Content", data[:_HEAD]))


_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"II*\0", b"MM\0*", b"GIF8", b"\0\0\0\x0cjP  ", b"AT&TFORM")
_ARCHIVES = (ZIP, b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0")

_AS_DOCX = "open it in Word or LibreOffice and save it as .docx"
_OF_WORD = "save the text as .docx or PDF and read that"

# In the order in which they are asked: a wider kind (any XML, any zip archive) after what is of its kind.
REFUSED: tuple[Refused, ...] = (
    Refused("Rich Text (RTF)", (".rtf",), _AS_DOCX, _begins(b"{\\rtf")),
    Refused(
        "a WordPerfect file, as the United Nations wrote them in the 1990s",
        (".wpd", ".wp", ".wp5", ".wp6"),
        "open it in LibreOffice and save it as .docx, or take the PDF of the same document",
        _either(_begins(b"\xffWPC"), _compound_of("PerfectOffice_MAIN")),
    ),
    Refused(
        "a file of Word 2 or older",
        (),
        _AS_DOCX,
        _begins(b"\xdb\xa5-\0", b"\x9b\xa5", b"\x31\xbe\0\0", b"\x32\xbe\0\0"),
    ),
    Refused(
        "a text in Akoma Ntoso (XML)",
        (".xml", ".akn"),
        "take the PDF or Word file of the same document",
        _xml_of(r"<(?:\w+:)?akomaNtoso\b"),
    ),
    Refused(
        "a Word document in XML", (".xml",), _AS_DOCX, _xml_of(r"progid=\"Word\.Document\"|<w:wordDocument\b")
    ),
    Refused("an OpenDocument file in XML", (".fodt",), _AS_DOCX, _xml_of(r"<office:document\b")),
    Refused("a drawing (SVG)", (), _OF_WORD, _xml_of(r"^\W*(?:<[?!][^>]*>\s*)*<svg\b")),
    Refused(
        "an XML file", (".xml",), "take the PDF or Word file of the same document", _xml_of(r"^\W*<\?xml\b")
    ),
    Refused(
        "a picture",
        (".tif", ".tiff"),  # a scan, mostly; other pictures may be anything
        "if it is a scan, make a PDF of it with OCR, for example with ocrmypdf",
        _is_picture,
    ),
    Refused("PostScript", (".ps",), "make a PDF of it, for example with ps2pdf", _begins(b"%!PS")),
    Refused(
        "an OpenDocument text (.odt)",
        (".odt", ".ott"),
        _AS_DOCX,
        _zip_of(b"mimetypeapplication/vnd.oasis.opendocument.text"),
    ),
    Refused("a Pages document", (".pages",), "export it from Pages as .docx", _zip_of(b"Index/Document.iwa")),
    Refused("an e-book (EPUB)", (".epub",), _OF_WORD, _zip_of(b"mimetypeapplication/epub+zip")),
    Refused(
        "a spreadsheet",
        (),
        _OF_WORD,
        _either(
            _zip_of(b"xl/workbook", b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
            _compound_of("Workbook"),
        ),
    ),
    Refused(
        "a presentation",
        (),
        _OF_WORD,
        _either(
            _zip_of(b"ppt/presentation", b"mimetypeapplication/vnd.oasis.opendocument.presentation"),
            _compound_of("PowerPoint Document"),
        ),
    ),
    Refused(
        "an Outlook message",
        (),
        "save its attachment or its text and read that",
        _compound_of("__substg1.0_"),
    ),
    Refused("an Office file other than a Word document", (), _OF_WORD, _begins(COMPOUND)),
    Refused("an archive", (), "unpack it and read what is in it", _is_archive),
    Refused("a saved web page (MHTML)", (".mht", ".mhtml"), "save the page as HTML or PDF", _is_saved_page),
    Refused("a mail", (), "save its attachment or its text and read that", _is_mail),
)
