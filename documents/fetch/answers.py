"""Tell a document from what a server says instead of one."""

from __future__ import annotations

import html
import io
import re
import zipfile

from documents import formats
from documents.fetch.errors import EmptyError, ErrorPageError, NotFoundError, TruncatedError
from documents.formats.refused import Refused

PDF, DOCX, DOC = "pdf", "docx", "doc"

# The system's own words, also when it sends them with status 200.
_NO_DOCUMENT = re.compile(
    r"no document (?:matching|was found|found)|document (?:was )?not found", re.IGNORECASE
)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_EOF_WITHIN = 2048  # signatures and padding may follow the marker
_QUOTED = 100


def format_of(body: bytes) -> str:
    """``pdf``, ``docx`` or ``doc`` if ``body`` is a whole document of that format, judged by its bytes.

    Raises EmptyError, NotFoundError (the system's page that says so), ErrorPageError or TruncatedError.
    """
    if not body.strip():
        raise EmptyError("the answer is empty")
    if body[:1024].lstrip().startswith(b"%PDF-"):
        if b"%%EOF" not in body[-_EOF_WITHIN:]:
            raise TruncatedError("the PDF breaks off before its end")
        return PDF
    if body.startswith(b"PK\x03\x04"):
        return _zipped(body)
    if body.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return DOC
    found = formats.format_of(body)
    if isinstance(found, Refused):
        raise ErrorPageError(f"the answer is {found.NAME}, which is not read: {found.advice}")
    raise _page(body[:100_000].decode("utf-8", "replace"))


def _zipped(body: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile:
        raise TruncatedError("the Word file breaks off before its end") from None
    if "word/document.xml" not in names:
        raise ErrorPageError("the answer is a zip archive and no Word document")
    return DOCX


def _page(text: str) -> NotFoundError | ErrorPageError:
    """The error that a page of text amounts to."""
    words = " ".join(html.unescape(_TAGS.sub(" ", text)).split())
    if _NO_DOCUMENT.search(words):
        return NotFoundError("the document system has no document under this symbol")
    title = _TITLE.search(text)
    said = " ".join(html.unescape(title[1]).split()) if title else words
    said = "".join(c for c in said if c.isprintable())[:_QUOTED]
    return ErrorPageError(f"the answer is a page and no document: “{said}”")
