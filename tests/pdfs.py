"""Small PDFs made from lines of our own text."""

from __future__ import annotations

_HEAD = b"%PDF-1.4\n"


def make_pdf(lines: list[str]) -> bytes:
    """A PDF of A4 pages in 10-point Helvetica, one text line per line, 50 to a page.

    A line that begins with a tab is indented, one that begins with "*" is bold.
    """
    pages = [lines[i : i + 50] for i in range(0, len(lines), 50)] or [[]]
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % font
            for font in (b"Helvetica", b"Helvetica-Bold")
        ),
    ]
    for number, page in enumerate(pages):
        content = b"BT 14 TL 72 790 Td " + b" ".join(_shown(line) for line in page) + b" ET"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents %d 0 R >>" % (6 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _assembled(objects)


def _shown(line: str) -> bytes:
    font = 2 if line.startswith("*") else 1
    indent = 30 if line.startswith("\t") else 0
    escaped = line.lstrip("*\t").replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return b"/F%d 10 Tf %d 0 Td (%s) Tj %d -14 Td" % (font, indent, escaped.encode("cp1252"), -indent)


def _assembled(objects: list[bytes]) -> bytes:
    body, offsets = bytearray(_HEAD), []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return bytes(
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    )
