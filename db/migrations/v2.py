"""What version 2 changes. SQLite adds columns only at the end of a table, so ``documents`` is made anew."""

from __future__ import annotations

from db.migrations import v1

_OF_DOCUMENTS = ("provisions_inserted", "provisions_deleted", "documents_deleted")  # triggers

# What names the table must not stand while it is replaced.
APART = (
    *(f"DROP TRIGGER {name}" for name in _OF_DOCUMENTS),
    *(f"DROP VIEW {name}" for name in ("provision_words", "mandates", "obligations", "reports")),
)
TOGETHER = (*(made for made in v1.FULL_TEXT if "VIRTUAL TABLE" not in made), *v1.VIEWS)

_KEPT = """number, symbol, short, kind, organ, session, session_number, date, year, title, agenda_item,
    origin, meeting, vote, pages, source, sha256, reader, rules, read_at, warnings"""

# The Security Council's session is the year; of other organs only reading again tells the days.
_DAY = """CASE WHEN date = '' AND organ = 'Security Council' AND session_number BETWEEN 1946 AND 2100
    THEN session_number || '-{day}' ELSE date END"""

DOCUMENTS = (
    """CREATE TABLE documents_anew (  -- one row for each symbol, as its newest version has it
    number INTEGER PRIMARY KEY,       -- stands for the document in other tables
    symbol TEXT NOT NULL UNIQUE,      -- A/RES/73/186; file:NAME where the text has none
    short TEXT NOT NULL,              -- as compared and sorted: "000073 000186"
    kind TEXT NOT NULL,               -- resolution, decision, statement, draft, amendment, corrigendum, text
    organ TEXT NOT NULL,              -- who adopted it
    session TEXT NOT NULL,            -- 73; the year for the Security Council
    session_number INTEGER,           -- to compare sessions; the Security Council's is the year
    date TEXT NOT NULL,               -- adoption, ISO, else empty
    first_day TEXT NOT NULL,          -- the earliest day of adoption that date, year or session leave open
    last_day TEXT NOT NULL,           -- the latest, ISO; both empty where nothing is known
    year INTEGER,                     -- of adoption
    title TEXT NOT NULL,              -- without the symbol
    agenda_item TEXT NOT NULL,        -- as printed
    origin TEXT NOT NULL,             -- draft or report it came from
    meeting TEXT NOT NULL,            -- at which it was adopted
    vote TEXT NOT NULL,               -- 108-2-61, unanimously, without a vote, else empty
    reissued INTEGER NOT NULL,        -- 1: says of itself that it was reissued
    pages INTEGER,                    -- of the PDF
    source TEXT NOT NULL,             -- path or address of the newest version
    sha256 TEXT NOT NULL,             -- of the bytes of that file
    reader TEXT NOT NULL,             -- what read it: pdf/1
    rules TEXT NOT NULL,              -- fingerprint of the lexicons; empty: an older version read it
    read_at TEXT NOT NULL,            -- UTC, ISO
    warnings TEXT NOT NULL            -- JSON list
)""",
    f"""INSERT INTO documents_anew ({_KEPT}, first_day, last_day, reissued)
    SELECT {_KEPT}, {_DAY.format(day="01-01")}, {_DAY.format(day="12-31")}, 0 FROM documents""",
    """UPDATE documents_anew SET year = substr(first_day, 1, 4)
    WHERE substr(first_day, 1, 4) = substr(last_day, 1, 4) AND first_day <> ''""",
    "DROP TABLE documents",
    "ALTER TABLE documents_anew RENAME TO documents",
)

TABLES = (
    """CREATE TABLE notes (  -- the footnotes of a document
    document INTEGER NOT NULL REFERENCES documents(number) ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- order in the text
    number TEXT NOT NULL,             -- its mark as printed: 12, *
    text TEXT NOT NULL,               -- without the mark
    page INTEGER,                     -- of its first line, from 1
    part TEXT NOT NULL,               -- where its mark stands: preamble, paragraph, ...; empty: not found
    paragraph TEXT NOT NULL,          -- label, where the mark stands in a paragraph, else empty
    "offset" INTEGER,                 -- characters before the mark in that paragraph or in the preamble
    PRIMARY KEY (document, position)
) WITHOUT ROWID""",
    """CREATE TABLE account (  -- how many words of a document, as extracted, went where
    document INTEGER NOT NULL REFERENCES documents(number) ON DELETE CASCADE,
    place TEXT NOT NULL,              -- front matter, preamble, paragraph, ..., note, dropped
    words INTEGER NOT NULL,           -- how many
    PRIMARY KEY (document, place)
) WITHOUT ROWID""",
    """CREATE TABLE dropped (  -- what reading left out of a document, and why
    document INTEGER NOT NULL REFERENCES documents(number) ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- order in the text
    reason TEXT NOT NULL,             -- running header, page number, another resolution, ...
    page INTEGER,                     -- from 1
    "start" INTEGER NOT NULL,         -- span in texts.text, or twice the place where it stood
    "end" INTEGER NOT NULL,           -- span in texts.text
    words TEXT NOT NULL,              -- those that texts.text leaves out; empty: they stand in the span
    PRIMARY KEY (document, position)
) WITHOUT ROWID""",
    """CREATE TABLE other_files (  -- files that hold a document too and give way to the one it was read from
    sha256 TEXT NOT NULL,             -- of the bytes of the file
    symbol TEXT NOT NULL,             -- of the document
    source TEXT NOT NULL,             -- path or address
    rules TEXT NOT NULL,              -- fingerprint of the lexicons
    read_at TEXT NOT NULL,            -- UTC, ISO
    PRIMARY KEY (sha256, symbol)
) WITHOUT ROWID""",
)

INDEXES = (
    *(index for index in v1.INDEXES if " ON documents(" in index),
    "CREATE INDEX documents_by_days ON documents(first_day, last_day)",
    "CREATE INDEX documents_by_kind ON documents(kind)",
    "CREATE INDEX documents_by_source ON documents(source)",
    "CREATE INDEX versions_by_source ON versions(source)",
)

# The files of an older version hold notes and dates that it did not keep.
TO_READ_AGAIN = ("UPDATE documents SET rules = ''", "UPDATE versions SET rules = ''")
