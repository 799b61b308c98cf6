"""Generated registers of any size for the benchmarks: as mixed as real ones, and the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from db import register, store
from documents.document import Document, DocumentKind, Paragraph, Part
from rules.provisions import Actor, Addressee, Evidence, Kind, Provision, Qualifier, Strength, What

if TYPE_CHECKING:
    from sqlite_utils import Database

PER_DOCUMENT = 20
FAMILIAR = ("unodc", "member-states", "secretary-general", "states", "un-system", "who", "unicef", "undp")
GROUPS = ("secretariat", "states", "secretariat", "states", "un system", "specialized agencies", "missions")
VERBS = (
    ("request", "directive", "standard"),
    ("note", "statement", "none"),
    ("encourage", "directive", "soft"),
    ("welcome", "statement", "none"),
    ("decide", "decision", "none"),
    ("urge", "directive", "strong"),
    ("invite", "directive", "soft"),
    ("call upon", "directive", "strong"),
    ("demand", "directive", "mandatory"),
    ("instruct", "directive", "mandatory"),
)
TOPICS = ("cybercrime", "trafficking", "persons", "climate", "disarmament", "migration", "children", "peace")
SYLLABLES = ("ba", "co", "de", "fi", "gu", "la", "me", "no", "pi", "ru", "ten", "mar", "lis", "por", "dan")


def _vocabulary(size: int) -> list[str]:
    chance = random.Random(7)
    made = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(size)}
    return [*TOPICS, *sorted(made)]


KINDS = (DocumentKind.RESOLUTION, DocumentKind.DECISION, DocumentKind.DRAFT, DocumentKind.STATEMENT)
WORDS = _vocabulary(4000)
WORD_WEIGHTS = list(accumulate(1 / (20 + rank) for rank in range(len(WORDS))))
ACTORS = [
    Actor(
        FAMILIAR[n] if n < len(FAMILIAR) else f"body-{n}",
        f"Body {n}",
        GROUPS[n % len(GROUPS)],
        "un-system" if n > len(FAMILIAR) and n % 2 else "",
        (),
    )
    for n in range(400)
]
ACTOR_WEIGHTS = list(accumulate(1 / (1 + rank) for rank in range(len(ACTORS))))
VERB_WEIGHTS = list(accumulate((20, 15, 12, 12, 10, 8, 8, 7, 1, 1)))


def build(path: Path, provisions: int) -> None:
    """Make a register of about so many provisions at ``path``, through ``db.store`` as ingest does."""
    db = register.open_to_write(path)
    db.conn.execute("PRAGMA synchronous = OFF")
    store.save_actors(db, ACTORS)
    store.save_verbs(db, [(*verb, "") for verb in VERBS])
    triggers = _drop_triggers(db)  # the full-text index of so many is sooner made at the end, in one go
    for document, found in generate(provisions):
        store.save(db, document, found, rules="bench")
    with register.transaction(db) as conn:
        conn.execute("INSERT INTO provisions_fts (provisions_fts) VALUES ('rebuild')")
        for trigger in triggers:
            conn.execute(trigger)
    register.close(db)


def _drop_triggers(db: Database) -> list[str]:
    with register.transaction(db) as conn:
        triggers = conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            conn.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in triggers]


def generate(provisions: int) -> Iterator[tuple[Document, list[Provision]]]:
    """Documents of ``PER_DOCUMENT`` provisions each, adopted between 1950 and 2026."""
    chance = random.Random(1)
    documents = max(1, provisions // PER_DOCUMENT)
    for number in range(documents):
        adopted = date(1950, 1, 1) + timedelta(days=chance.randrange(28_000))
        session = adopted.year - 1945
        symbol = f"A/RES/{session}/{number}"
        found = [_provision(chance, symbol, n) for n in range(1, PER_DOCUMENT + 1)]
        yield _document(chance, symbol, session, adopted), found


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, cum_weights=WORD_WEIGHTS, k=count))


SENTENCES = [_words(random.Random(seed), 32) for seed in range(5000)]


def _provision(chance: random.Random, symbol: str, number: int) -> Provision:
    verb, kind, strength = chance.choices(VERBS, cum_weights=VERB_WEIGHTS)[0]
    chosen = chance.choices(ACTORS, cum_weights=ACTOR_WEIGHTS, k=chance.choice((1, 1, 1, 2, 3)))
    actors = list(dict.fromkeys(chosen)) if kind == "directive" else []
    action = f"{chance.choice(SENTENCES)} {_words(chance, 3)}"
    return Provision(
        symbol=symbol,
        paragraph=str(number),
        position=number,
        ordinal=1,
        kind=Kind(kind),
        verb=verb,
        verb_phrase=verb.title(),
        strength=Strength(strength),
        addressees=tuple(Addressee(a.id, a.name, a.name) for a in actors),
        action=action,
        qualifiers=(Qualifier("on-request", "upon request"),) if chance.random() < 0.1 else (),
        report=bool(actors) and chance.random() < 0.1,
        due=("by 2030",) if chance.random() < 0.05 else (),
        due_date=f"{chance.randrange(1990, 2040)}-12-31" if chance.random() < 0.05 else "",
        references=(),
        text=f"{verb.title()} {', '.join(a.name for a in actors)} {action}",
        start=0,
        end=300,
        page=1,
        review="",
        evidence=(Evidence(What.VERB, 1, 0, 8, verb, f"verbs: {verb}", "practice of the Assembly", ""),) * 2,
    )


def _days(chance: random.Random, adopted: date) -> tuple[str, str, str]:
    """Date, first and last day: of most documents the day is known, of some the year, of few nothing."""
    known = chance.random()
    if known < 0.95:
        return adopted.isoformat(), adopted.isoformat(), adopted.isoformat()
    return ("", f"{adopted.year}-01-01", f"{adopted.year}-12-31") if known < 0.99 else ("", "", "")


def _document(chance: random.Random, symbol: str, session: int, adopted: date) -> Document:
    title = _words(chance, 8)
    day, first_day, last_day = _days(chance, adopted)
    organ = chance.choices(("General Assembly", "Security Council", "Human Rights Council"), (8, 1, 1))[0]
    return Document(
        symbol=symbol,
        kind=chance.choices(KINDS, (90, 6, 3, 1))[0],
        organ=organ,
        session=str(session),
        title=title,
        date=day,
        first_day=first_day,
        last_day=last_day,
        agenda_item="",
        origin="",
        meeting="",
        vote="",
        preamble="",
        paragraphs=(Paragraph("1", title, "", Part.OPERATIVE, 1, 0, 0),),
        text="",
        warnings=(),
        source=f"/resolutions/{symbol}.pdf",
        sha256=sha256(symbol.encode()).hexdigest(),
        reader="pdf/1",
        pages=4,
    )
