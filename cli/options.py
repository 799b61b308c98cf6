"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Db = Annotated[
    Path | None,
    typer.Option(
        "--db",
        envvar="MANDATES_DB",
        metavar="PATH",
        help="The register: an SQLite file. Without it, one in your data folder.",
    ),
]


def register_path(db: Path | None) -> Path:
    """The register to use: ``--db`` or ``MANDATES_DB``, else a file in the user's data folder."""
    if db is not None:
        return db.expanduser()
    from platformdirs import user_data_path

    return user_data_path("mandates", appauthor=False) / "register.db"
