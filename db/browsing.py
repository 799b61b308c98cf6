"""The questions that the register answers in a browser, as named queries with parameters, and its tables.

Each query says in plain words what it shows; ``:actor`` and the like become fields of a form. Columns are
named for readers. Provisions come in the order of their key: strongest first, then newest.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A named query. ``fields`` tells what to type for each of its parameters."""

    title: str
    description: str
    sql: str
    fields: dict[str, str]


_ROWS = """SELECT documents.symbol, provisions.paragraph, provisions.verb, provisions.strength,
    (SELECT group_concat(name, ', ') FROM (SELECT actors.name FROM provision_actors AS addressed
        JOIN actors ON actors.id = addressed.actor WHERE addressed.provision = provisions.key
        ORDER BY addressed.position)) AS addressees,
    provisions.action, provisions.due, provisions.due_date, documents.date AS adopted, documents.title
    FROM provisions JOIN documents ON documents.number = provisions.document"""

# An actor may be given by id, name, acronym or alias. Without one, everybody is meant.
_ACTOR = """(:actor = '' OR provisions.key IN (SELECT provision FROM provision_actors WHERE actor IN
    (SELECT actor FROM actor_aliases WHERE alias = trim(:actor) COLLATE NOCASE)))"""

_MANDATE = "EXISTS (SELECT 1 FROM mandates WHERE mandates.id = provisions.id)"

ACTOR_FIELD = "Actor: name or acronym, for example UNODC or Member States"

QUESTIONS = {
    "asked": Question(
        "What is an actor asked to do?",
        "Everything that documents ask of one actor, strongest verbs first.",
        f"{_ROWS} WHERE provisions.kind = 'directive' AND {_ACTOR} ORDER BY provisions.key",
        {"actor": ACTOR_FIELD},
    ),
    "reports_due": Question(
        "Which reports are due?",
        "Requests to report, brief or submit a document, with the words that say when. Reports due at a "
        "session have no date; they stand at the end.",
        f"""{_ROWS} WHERE provisions.report AND provisions.due <> '' AND {_ACTOR}
    ORDER BY provisions.due_date = '', provisions.due_date, provisions.key""",
        {"actor": f"{ACTOR_FIELD}; leave it empty for all"},
    ),
    "due_between": Question(
        "What is due between two dates?",
        "Everything with a date of its own in these days.",
        f"""{_ROWS} WHERE provisions.due_date BETWEEN :first_day AND :last_day || '~'
    ORDER BY provisions.due_date, provisions.key""",
        {"first_day": "First day: 2026-01-01", "last_day": "Last day: 2026-12-31"},
    ),
    "without_review": Question(
        "Which mandates have no review?",
        "Mandates of United Nations entities that name neither a date or period nor a report: nothing in "
        "their words brings them back to the organ that set them.",
        f"""{_ROWS} WHERE provisions.due = '' AND NOT provisions.report
    AND {_MANDATE} AND {_ACTOR} ORDER BY provisions.key""",
        {"actor": f"{ACTOR_FIELD}; leave it empty for all"},
    ),
    "without_money": Question(
        "Which mandates are to be met within existing resources?",
        "Requests that are bounded by the resources there are, or depend on voluntary contributions.",
        f"""{_ROWS} WHERE provisions.kind = 'directive' AND {_ACTOR} AND provisions.key IN
    (SELECT provision FROM provision_qualifiers WHERE type = 'resources') ORDER BY provisions.key""",
        {"actor": f"{ACTOR_FIELD}; leave it empty for all"},
    ),
    "words": Question(
        "Where do these words stand?",
        "Provisions, and titles of their documents, that have all of the words.",
        f"""{_ROWS} WHERE provisions.key IN
    (SELECT rowid FROM provisions_fts WHERE provisions_fts MATCH escape_fts(:words))
    ORDER BY provisions.key""",
        {"words": "Words: climate change"},
    ),
    "document": Question(
        "What does one document say?",
        "All its provisions in the order of the text.",
        f"""{_ROWS} WHERE documents.symbol = trim(:symbol) COLLATE NOCASE
    OR documents.symbol LIKE '%/RES/' || trim(:symbol) ORDER BY documents.symbol, provisions.position""",
        {"symbol": "Symbol: A/RES/73/186 or 73/186"},
    ),
    "most_asked": Question(
        "Who is asked most?",
        "How many directives each actor has, and how strong they are.",
        """SELECT actors.name AS actor, actors.actor_group AS "group", count(*) AS directives,
    sum(strength = 'mandatory') AS mandatory, sum(strength = 'strong') AS strong,
    sum(strength = 'standard') AS standard, sum(strength = 'soft') AS soft
    FROM provision_actors JOIN actors ON actors.id = actor JOIN provisions ON provisions.key = provision
    WHERE kind = 'directive' GROUP BY actors.id ORDER BY directives DESC, actor""",
        {},
    ),
    "to_check": Question(
        "What should a person look at?",
        "Provisions that the rules were not sure of, and why.",
        """SELECT documents.symbol, provisions.paragraph, provisions.verb, provisions.review, provisions.text
    FROM provisions JOIN documents ON documents.number = provisions.document
    WHERE provisions.review <> '' ORDER BY documents.symbol, provisions.position""",
        {},
    ),
}

# What the browser shows of the register's tables and views: a description and the columns to filter by.
TABLES = {
    "mandates": (
        "What United Nations entities are asked to do, one row for each addressee.",
        ("actor", "verb", "strength", "organ", "session"),
    ),
    "obligations": (
        "What States and groups of States are asked to do, one row for each addressee.",
        ("actor", "verb", "strength", "organ", "session"),
    ),
    "reports": (
        "Requests to report, one row for each addressee.",
        ("actor", "verb", "organ", "session"),
    ),
    "provisions": ("Every provision, of whatever kind.", ("kind", "verb", "strength")),
    "documents": ("The documents of the register.", ("organ", "session", "kind")),
    "notes": ("The footnotes of documents.", ("part",)),
    "actors": ("Everybody who can be asked to act.", ("actor_group",)),
}
INTERNAL = (
    "texts",
    "account",
    "dropped",
    "other_files",
    "versions",
    "provision_words",
    "actor_aliases",
    "paragraphs",
    "runs",
    "verbs",
    "provision_actors",
    "provision_qualifiers",
    "provision_references",
)
FULL_TEXT = {"provisions": ("provisions_fts", "key")}
