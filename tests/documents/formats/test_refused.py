"""Formats that are known and not read: each is named by its content, with what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from documents.errors import UnreadableError
from documents.formats import FORMATS, format_of
from documents.formats.refused import REFUSED
from documents.reading import read_bytes

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100
MAIL = b"From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nA/RES/99/986"


def zipped(**members: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            rb"{\rtf1\ansi A/RES/99/986\par The General Assembly,\par }",
            r"Rich Text \(RTF\).*save it as \.docx",
        ),
        (b"\xffWPC\x10\0\0\0", r"WordPerfect.*LibreOffice"),
        (COMPOUND + "PerfectOffice_MAIN".encode("utf-16-le"), "WordPerfect"),
        (b"\xdb\xa5-\0\0\0text", "Word 2"),
        (
            b'<?xml version="1.0"?>\n<akomaNtoso xmlns="x"><p>A/RES/99/986</p></akomaNtoso>',
            r"Akoma Ntoso.*PDF",
        ),
        (b'\xef\xbb\xbf<an:akomaNtoso xmlns:an="x"/>', "Akoma Ntoso"),
        ('<?xml version="1.0" encoding="UTF-16"?><akomaNtoso/>'.encode("utf-16"), "Akoma Ntoso"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
            "Word document in XML",
        ),
        (b'<?xml version="1.0"?><resolution>The General Assembly,</resolution>', "an XML file"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture.*OCR"),
        (b"\x89PNG\r\n\x1a\n", "picture.*OCR"),
        (b"II*\0\x08\0\0\0", "picture.*OCR"),
        (b"%!PS-Adobe-3.0\n", "PostScript"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), r"\.odt.*\.docx"),
        (zipped(mimetype="application/epub+zip"), "EPUB"),
        (zipped(xl__workbook_xml="<x/>"), "spreadsheet"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "spreadsheet"),
        (zipped(ppt__presentation_xml="<x/>"), "presentation"),
        (COMPOUND + "PowerPoint Document".encode("utf-16-le"), "presentation"),
        (COMPOUND + "__substg1.0_0037001F".encode("utf-16-le"), "Outlook"),
        (COMPOUND, "no Word document|other than a Word document"),
        (zipped(a="The General Assembly,"), "archive.*unpack"),
        (b"Rar!\x1a\x07\0", "archive"),
        (b"\x1f\x8b\x08\0", "archive"),
        (MAIL, "a mail"),
        (MAIL.replace(b"text/plain", b"multipart/related; boundary=x"), "MHTML"),
    ],
)
def test_a_format_that_is_not_read_is_named_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said) as caught:
        read_bytes(data, "A_RES_99_986.doc")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        b"From: the Secretary-General\nTo: Member States\n\nThe General Assembly,",
        b"<p>The General Assembly,",
        b"PK was said",
        b"Subject: lamps\nDate: 3 May 2045\nTo: all\nA/RES/99/986\nThe General Assembly,",
    ],
)
def test_a_text_that_only_looks_like_one_is_not_refused_for_it(text: bytes) -> None:
    assert format_of(text) in FORMATS


def test_every_entry_reads_as_a_sentence_and_no_ending_is_one_that_is_read() -> None:
    read = {suffix for each in FORMATS for suffix in each.SUFFIXES}
    for each in REFUSED:
        assert not read & set(each.SUFFIXES)
        assert all(suffix.startswith(".") for suffix in each.SUFFIXES)
        assert not each.advice.endswith(".")
