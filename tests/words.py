"""Small Word documents made with python-docx."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def make_docx(*paragraphs: str) -> bytes:
    """A document of plain paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def saved(document: Document) -> bytes:
    """The document as the bytes of a file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def add_list(document: Document, *levels: tuple[str, str], start: int = 1, style: str = "") -> int:
    """A list; ``levels`` say how each counts, as in ``("lowerLetter", "(%2)")``. Gives its number."""
    name = 900 + len(list(numbering(document)))
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{link}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (kind, text) in enumerate(levels)
    )
    pattern = parse_xml(f'<w:abstractNum {SPACE} w:abstractNumId="{name}">{inner}</w:abstractNum>')
    numbering(document).insert(0, pattern)
    return use_list(document, name)


def use_list(document: Document, pattern: int, restart: int | None = None) -> int:
    """One more use of a list, which goes on counting or starts again. Gives its number."""
    name = 900 + len(list(numbering(document)))
    override = (
        ""
        if restart is None
        else f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{restart}"/></w:lvlOverride>'
    )
    use = f'<w:num {SPACE} w:numId="{name}"><w:abstractNumId w:val="{pattern}"/>{override}</w:num>'
    numbering(document).append(parse_xml(use))
    return name


def numbering(document: Document) -> Any:
    """The ``w:numbering`` element."""
    part: Any = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    return part.element


def number(paragraph: Paragraph, name: int, depth: int = 0) -> Paragraph:
    """Make the paragraph an item of a list."""
    xml = f'<w:numPr {SPACE}><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(xml))
    return paragraph


def add_xml(paragraph: Paragraph, xml: str) -> None:
    """Append raw WordprocessingML to the paragraph."""
    for element in parse_xml(f"<w:x {SPACE}>{xml}</w:x>"):
        paragraph._p.append(element)


def items(document: Document, name: int, rows: Sequence[tuple[int, str]]) -> None:
    """Add items of a list, each with its depth."""
    for depth, text in rows:
        number(document.add_paragraph(text), name, depth)


def refer(paragraph: Paragraph, name: int, kind: str = "footnote", custom: str = "") -> Paragraph:
    """Append the reference to a note, raised; ``custom``: the mark that is typed in place of a number."""
    follows = ' w:customMarkFollows="1"' if custom else ""
    add_xml(
        paragraph,
        f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference{follows} w:id="{name}"/>'
        f"{f'<w:t>{custom}</w:t>' if custom else ''}</w:r>",
    )
    return paragraph


def add_notes(document: Document, notes: dict[int, str], kind: str = "footnote") -> None:
    """The part that holds the notes' content, by their ids: WordprocessingML of what each holds, or plain
    text, which stands behind a tab and the number as Word sets them."""
    written = "".join(
        f'<w:{kind} w:id="{name}">{content if content.startswith("<") else _as_note(content, kind)}</w:{kind}>'
        for name, content in notes.items()
    )
    separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    part = Part(
        PackURI(f"/word/{kind}s.xml"),
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml",
        f"<w:{kind}s {SPACE}>{separator}{written}</w:{kind}s>".encode(),
        document.part.package,
    )
    document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{kind.upper()}S"))


def _as_note(text: str, kind: str) -> str:
    return f"<w:p><w:r><w:tab/><w:{kind}Ref/></w:r><w:r><w:tab/><w:t>{text}</w:t></w:r></w:p>"
