"""One self-contained HTML page that can be mailed: no scripts, no fonts, nothing to fetch."""

from __future__ import annotations

from html import escape
from typing import BinaryIO

from cli.output.sheet import Row, Sheet, flat, heading, link

STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; color: #1b1f24;
       max-width: 80rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem; margin-bottom: .2rem } .note { color: #57606a; margin-top: 0 }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid #d8dee4;
         overflow-wrap: anywhere }
th { position: sticky; top: 0; background: #f3f5f8; white-space: nowrap }
td.symbol, td.id, td.verb, td.paragraph, td.date { white-space: nowrap }
.mandatory { color: #a40e26; font-weight: 700 } .strong { color: #b54708; font-weight: 600 }
.standard { color: #0550ae } .soft { color: #116329 } .none { color: #57606a }
@media print { body { margin: 0; max-width: none; font-size: 10px } th { position: static } }
"""


def write(sheet: Sheet, out: BinaryIO) -> None:
    """Write the page: title, note and the table."""
    title = escape(sheet.title or "mandates")
    note = f'<p class="note">{escape(sheet.note)}</p>\n' if sheet.note else ""
    heads = "".join(f"<th>{escape(heading(column))}</th>" for column in sheet.columns)
    out.write(
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{note}"
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n".encode()
    )
    for row in sheet.rows:
        cells = "".join(cell(column, row) for column in sheet.columns)
        out.write(f"<tr>{cells}</tr>\n".encode())
    out.write(b"</tbody>\n</table>\n</body>\n</html>\n")


def cell(column: str, row: Row) -> str:
    """One cell: symbols link to the document, verbs carry the colour of their strength."""
    text = escape(flat(row[column]))
    if column in ("symbol", "id") and (address := link(row.get("symbol", ""))):
        text = f'<a href="{escape(address)}">{text}</a>'
    if column in ("verb", "verb_phrase", "strength"):
        text = f'<span class="{escape(str(row.get("strength", "")))}">{text}</span>'
    return f'<td class="{column}">{text}</td>'
