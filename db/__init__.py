"""Rows in SQLite: schema, migrations, writes, queries. Knows no spaCy, Typer or Rich."""
