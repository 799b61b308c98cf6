"""The register's schema, as ordered migrations from the first version on.

A migration that has been released is never edited; a change of schema is a new function below the last
one, with its SQL in a file of its own, and ``db.register.SCHEMA`` counts them.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from db.migrations import v1, v2

migrations = Migrations("mandates")


def upgrade(database: Database) -> None:
    """Bring the register to the newest schema; each step in a transaction of its own.

    Foreign keys are off meanwhile: a step may rebuild a table to which others point.
    """
    migrations.apply(database)


@migrations()
def m001_register(db: Database) -> None:
    """Documents, their paragraphs and provisions, actors, versions and runs."""
    for statement in (*v1.TABLES, *v1.INDEXES, *v1.FULL_TEXT, *v1.VIEWS):
        db.execute(statement)
    db.execute("PRAGMA user_version = 1")


@migrations()
def m002_accounts(db: Database) -> None:
    """Days between which a document was adopted, its notes, where its words went, files that gave way."""
    for statement in (*v2.APART, *v2.DOCUMENTS, *v2.TABLES, *v2.INDEXES, *v2.TOGETHER, *v2.TO_READ_AGAIN):
        db.execute(statement)
    db.execute("PRAGMA user_version = 2")
