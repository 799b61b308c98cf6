"""The description of the schema, written from a register itself: python -m db.describe > docs/schema.md"""

from __future__ import annotations

import re
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from db import register

HEAD = """# The register

<!-- Written by `python -m db.describe > docs/schema.md` from a register itself; do not edit. -->

The register is one SQLite file. Any SQLite tool opens it; three views answer the usual questions without
a join: `mandates` (what United Nations entities are asked), `obligations` (what States are asked) and
`reports` (who is to report).

    sqlite3 register.db "SELECT actor, action, due FROM reports WHERE due_date >= '2026-01-01'"

Other programs may read at any time, also while `mandates` writes (write-ahead log). Do not write to it:
the next `mandates ingest` of a document replaces its rows. `PRAGMA user_version` is the version of the
schema, now {version}; a newer `mandates` upgrades an older register, after a copy beside it
(`register.db.v1-backup`).

The key of a provision is its place in the reading order: one digit of strength, seven of days counted
backwards, six of the document's number, five of the position in the document. So the strongest and newest
come first from any index, and the first rows of an answer take no longer in a large register.
"""


def describe(conn: sqlite3.Connection) -> str:
    """The schema as Markdown: a picture of its entities, then tables, views and indexes."""
    tables = _names(conn, "table")
    parts = [
        HEAD.format(version=conn.execute("PRAGMA user_version").fetchone()[0]),
        "## Picture\n",
        _picture(conn, tables),
        "## Tables\n",
        *(_table(conn, name) for name in tables),
        "## Views\n",
        *(_view(conn, name) for name in _names(conn, "view")),
        "## Full text\n",
        "`provisions_fts` (FTS5, porter) holds the words of provisions and of their documents' titles; its",
        "`rowid` is `provisions.key`. Triggers keep it in step:\n",
        "    SELECT id, text FROM provisions WHERE key IN",
        "    (SELECT rowid FROM provisions_fts WHERE provisions_fts MATCH 'traffick* AND title : crime')",
    ]
    return "\n".join(parts) + "\n"


def _names(conn: sqlite3.Connection, type: str) -> list[str]:
    in_order = "ORDER BY name <> 'runs', name <> 'documents', rowid"  # what others point to comes first
    rows = conn.execute(f"SELECT name FROM sqlite_master WHERE type = ? {in_order}", (type,)).fetchall()
    internal = re.compile(r"sqlite_|_sqlite|provisions_fts")
    return [name for (name,) in rows if not internal.match(name)]


def _picture(conn: sqlite3.Connection, tables: list[str]) -> str:
    lines = ["```mermaid", "erDiagram"]
    for table in tables:
        keys = conn.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        lines += [f"    {key[2]} ||--o{{ {table} : {key[3]}" for key in keys]
    for table in tables:
        foreign = {key[3] for key in conn.execute(f"PRAGMA foreign_key_list({table})")}
        lines.append(f"    {table} {{")
        for _, name, type, _, _, primary in conn.execute(f"PRAGMA table_info({table})").fetchall():
            marks = ["PK"] * bool(primary) + ["FK"] * (name in foreign)
            lines.append(f"        {type.lower()} {name} {', '.join(marks)}".rstrip())
        lines.append("    }")
    return "\n".join([*lines, "```\n"])


def _table(conn: sqlite3.Connection, table: str) -> str:
    sql = _sql(conn, table)
    to = {key[3]: f"{key[2]}.{key[4]}" for key in conn.execute(f"PRAGMA foreign_key_list({table})")}
    lines = [
        f"### {table}\n",
        f"{_comment(sql.splitlines()[0])}.\n",
        "| column | type | meaning |",
        "| --- | --- | --- |",
    ]
    for _, name, type, _, _, primary in conn.execute(f"PRAGMA table_info({table})").fetchall():
        line = next(line for line in sql.splitlines() if re.match(rf'\s+"?{name}"? ', line))
        meaning = [part for part in (_comment(line), f"→ `{to[name]}`" if name in to else "") if part]
        lines.append(f"| `{name}`{' (key)' if primary else ''} | {type.lower()} | {'; '.join(meaning)} |")
    indexes = conn.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (table,)
    ).fetchall()
    if indexes:
        columns = [re.sub(r".* ON \w+\s*\((.*?)\)", r"(\1)", sql) for (sql,) in indexes]
        lines.append("\nIndexes: " + ", ".join(f"`{column}`" for column in columns) + ".")
    return "\n".join([*lines, ""])


def _view(conn: sqlite3.Connection, view: str) -> str:
    columns = ", ".join(f"`{row[1]}`" for row in conn.execute(f"PRAGMA table_info({view})"))
    return f"### {view}\n\n{_comment(_sql(conn, view).splitlines()[0])}. Columns: {columns}.\n"


def _sql(conn: sqlite3.Connection, name: str) -> str:
    return conn.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]


def _comment(line: str) -> str:
    words = line.partition("--")[2].strip()
    return words[:1].upper() + words[1:] if re.match(r"[a-z ]+\b(?!/)", words) else words


def main() -> None:
    """Print the description of a register made now."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        register.close(register.open_to_write(path))
        with closing(register.open_to_read(path)) as conn:
            sys.stdout.write(describe(conn))


if __name__ == "__main__":
    main()
