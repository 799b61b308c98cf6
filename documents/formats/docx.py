"""Word documents (DOCX) through python-docx: each paragraph a line, with the numbers that Word adds."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from itertools import chain
from typing import Any

from documents.errors import UnreadableError
from documents.formats.docx_numbering import Numbering
from documents.formats.docx_styles import Styles, W
from documents.limits import Limits
from documents.lines import Line, Lines

NAME = "Word document"
SUFFIXES = (".docx",)
VERSION = "docx/1"

_TEXT = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What stands in the file and not on the page, or twice: moved and deleted text, the older twin of a drawing.
_UNSEEN = (f"{W}moveFrom", f"{W}del", f"{_COMPATIBILITY}Fallback")
# A footnote mark set by hand: a raised run of nothing but figures, commas and signs.
_MARK = re.compile(r"[\d\s,*†‡]+")
_SHORT = 120  # characters; lines that somebody ended by hand are no longer


def matches(data: bytes) -> bool:
    """A zip archive that holds a Word document."""
    return data.startswith(b"PK\x03\x04") and b"word/document" in data


def lines(data: bytes, limits: Limits) -> Lines:
    """The paragraphs and table rows of the body, without page headers, footers and footnotes.

    A row whose cells hold one paragraph each is one line, its cells parted by tabs; other cells count
    as plain paragraphs. Raises `UnreadableError` where the file is damaged or past the limits.
    """
    import docx

    try:
        document = docx.Document(_unpacked(data, limits))
        styles = Styles(document.styles.element)
        body = _Body(styles, _numbering(document, styles))
        found = tuple(body.lines(document.element.body))
    except UnreadableError:
        raise
    except Exception as error:  # zipfile and python-docx raise whatever their parsing meets
        raise UnreadableError(
            f"the Word document is damaged ({error}): open it in Word and save it anew"
        ) from None
    if sum(len(line.text) for line in found) > limits.characters:
        raise UnreadableError(f"the text has more than {limits.characters:,} characters")
    return Lines(found, wrapped=False, pages=None, reader=VERSION)


def _unpacked(data: bytes, limits: Limits) -> io.BytesIO:
    """The archive without compression and pictures, so that nothing in it swells when python-docx opens it.

    Copying goes piece by piece and never beyond the sizes that the archive states.
    """
    plain = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(plain, "w") as copy:
        members = {member.filename: member for member in archive.infolist() if not member.is_dir()}
        texts = [name for name in members if name.endswith((".xml", ".rels"))]
        size = sum(members[name].file_size for name in texts)
        if size > limits.markup:
            raise UnreadableError(f"the Word document unpacks to {size:,} bytes, more than {limits.markup:,}")
        for name in texts:
            with archive.open(members[name]) as source, copy.open(name, "w") as target:
                shutil.copyfileobj(source, target)
        for name in members.keys() - texts:
            copy.writestr(name, b"")
    plain.seek(0)
    return plain


def _numbering(document: Any, styles: Styles) -> Numbering:
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        return Numbering(document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element, styles)
    except KeyError:  # a document without lists
        return Numbering((), styles)


class _Body:
    """Walks a body in the order of the text. lxml bounds the depth of a document, and so of this walk."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering

    def lines(self, holder: Any) -> Iterator[Line]:
        for child in holder:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
                for box in child.iter(f"{W}txbxContent"):
                    if _is_seen_in(child, box):
                        yield from self.lines(box)
            elif child.tag == f"{W}tr":
                yield from self._row(child)
            elif child.tag not in _UNSEEN:  # tables, content controls and other wrappings
                yield from self.lines(child)

    def _row(self, row: Any) -> Iterator[Line]:
        cells = [list(self.lines([cell])) for cell in row]
        if any(len(cell) > 1 for cell in cells):
            yield from chain.from_iterable(cells)
        elif filled := [cell[0] for cell in cells if cell]:
            text = "\t".join(line.text for line in filled)
            yield Line(text, heading=all(line.heading for line in filled))

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        label = self._numbering.label(paragraph)
        runs = [(run, text) for run in _runs(paragraph) if (text := _text(run)) and self._is_text(run, text)]
        words = [run for run, text in runs if text.strip()]
        if not words:
            return
        rows = [row.strip() for row in "".join(text for _, text in runs).strip().split("\n")]
        bold = all(self._styles.is_bold(run, paragraph) for run in words) or self._styles.is_heading(
            paragraph
        )
        if bold or max(map(len, rows)) > _SHORT:  # a heading, a paragraph; not "53rd meeting" above its date
            rows = [" ".join(rows)]
        heading = bold or all(self._styles.is_italic(run, paragraph) for run in words)
        rows[0] = f"{label}\t{rows[0]}" if label else rows[0]
        yield from (Line(row, heading=heading) for row in rows if row)

    def _is_text(self, run: Any, text: str) -> bool:
        is_mark = _MARK.fullmatch(text) and self._styles.is_raised(run)
        return not is_mark and not self._styles.is_hidden(run)


def _is_seen_in(paragraph: Any, box: Any) -> bool:
    """Whether a text box stands in this paragraph itself, and is not the older twin of another one."""
    inner = next(box.iterancestors(f"{W}p")) is not paragraph
    return not inner and next(box.iterancestors(f"{_COMPATIBILITY}Fallback"), None) is None


def _runs(holder: Any) -> Iterator[Any]:
    """The runs of a paragraph, also those in links, fields and insertions."""
    for child in holder:
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in _UNSEEN:
            yield from _runs(child)


def _text(run: Any) -> str:
    """A run's text; references to footnotes have none."""
    return "".join((each.text or "") if each.tag == f"{W}t" else _TEXT.get(each.tag, "") for each in run)
