from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from register_samples import ACTORS, VERBS, document, provision, qualifier, reference

from db import register, store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register with three small documents."""
    path = tmp_path / "register.db"
    db = register.open_to_write(path)
    store.save_actors(db, ACTORS)
    store.save_verbs(db, VERBS)
    ga = (
        provision("A/RES/73/186", "2", "note", text="Notes the report on cybercrime"),
        provision("A/RES/73/186", "10", "request", "unodc", "member-states", report=True, due=("by 2030",),
                  due_date="2030-12-31", qualifiers=(qualifier("on-request", "upon request"),),
                  references=(reference("A/RES/55/25"),)),
        provision("A/RES/73/186", "9(a)", "urge", "member-states", text="Urges States to ratify treaties"),
        provision("A/RES/73/186", "9(b)", "urge", "member-states", review="unsure who is meant"),
    )  # fmt: skip
    sc = (provision("S/RES/2341 (2017)", "1", "demand", "government-of:myanmar", "somebody-new"),)
    old = (provision("A/RES/54/192", "1", "invite", "secretary-general"),)
    store.save(db, document("A/RES/73/186", ga), ga, rules="r1")
    store.save(
        db,
        document(
            "S/RES/2341 (2017)",
            sc,
            organ="Security Council",
            session="2017",
            date="2017-02-13",
            title="Threats",
        ),
        sc,
        rules="r1",
    )
    store.save(
        db, document("A/RES/54/192", old, session="54", date="1999-12-17", title="Staff"), old, rules="r1"
    )
    register.close(db)
    return path


@pytest.fixture
def conn(path: Path) -> Iterator[sqlite3.Connection]:
    connection = register.open_to_read(path)
    yield connection
    register.close(connection)
