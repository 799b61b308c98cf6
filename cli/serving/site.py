"""A Datasette application over the register: named questions, facets and a front page in plain words."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.database import Database

from db.browsing import FULL_TEXT, INTERNAL, QUESTIONS, TABLES

NAME = "register"  # of the database in addresses: /register/asked
ROWS = 1000  # of an answer in the browser; exports have all

SETTINGS = {
    "default_page_size": 50,
    "default_facet_size": 12,
    "max_returned_rows": ROWS,
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 2000,
    "allow_download": False,  # a copy of a register that is being written may be torn
}


def site(register: Path) -> Datasette:
    """The application. It reads only, and sees what an ingest or refresh writes meanwhile."""
    application = Datasette(
        [],
        metadata=metadata(),
        settings=SETTINGS,
        template_dir=str(Path(__file__).parent / "templates"),
    )
    # "Immutable" would miss what is still in SQLite's write-ahead log; on a read-only disk there is none.
    changes = os.access(register.parent, os.W_OK) or register.with_name(register.name + "-wal").exists()
    application.add_database(Database(application, str(register), is_mutable=changes), name=NAME)
    application.remove_database("_memory")
    return application


def metadata() -> dict[str, Any]:
    """Titles, descriptions, questions and facets, as Datasette wants them."""
    tables: dict[str, Any] = {
        table: {"description": description, "facets": list(facets)}
        for table, (description, facets) in TABLES.items()
    }
    for table, (index, key) in FULL_TEXT.items():
        tables[table] |= {"fts_table": index, "fts_pk": key}
    for table in INTERNAL:
        tables[table] = {"hidden": True}
    return {
        "title": "What United Nations documents ask",
        "databases": {
            NAME: {
                "description": "Who is asked what, how strongly and by when, in resolutions and decisions.",
                "tables": tables,
                "queries": {
                    name: {
                        "title": question.title,
                        "description": question.description,
                        "sql": question.sql,
                        "hide_sql": True,
                        "fields": question.fields,
                    }
                    for name, question in QUESTIONS.items()
                },
            }
        },
    }
