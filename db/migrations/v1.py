"""The schema of version 1. It was released, so nothing of it changes any more."""

from __future__ import annotations

# Entities of the United Nations: a directive to one of them is a mandate (review of 2006, A/60/733).
UNITED_NATIONS = (
    "secretariat",
    "organs",
    "funds and programmes",
    "specialized agencies",
    "missions",
    "mandate holders",
    "un system",
)

TABLES = (
    """CREATE TABLE runs (  -- what each run of ingest or refresh did
    run INTEGER PRIMARY KEY,          -- number of the run
    command TEXT NOT NULL,            -- ingest, refresh
    started TEXT NOT NULL,            -- UTC, ISO
    finished TEXT,                    -- empty while it runs, or where it was killed
    new INTEGER NOT NULL DEFAULT 0,   -- documents
    changed INTEGER NOT NULL DEFAULT 0, -- documents
    unchanged INTEGER NOT NULL DEFAULT 0, -- documents
    failed INTEGER NOT NULL DEFAULT 0, -- files
    provisions INTEGER NOT NULL DEFAULT 0, -- provisions written
    errors TEXT NOT NULL DEFAULT '[]' -- JSON: one line per failed file
)""",
    """CREATE TABLE documents (  -- one row for each symbol, as its newest version has it
    number INTEGER PRIMARY KEY,       -- stands for the document in other tables
    symbol TEXT NOT NULL UNIQUE,      -- A/RES/73/186
    short TEXT NOT NULL,              -- as compared and sorted: "000073 000186"
    kind TEXT NOT NULL,               -- resolution, decision, draft, amendment
    organ TEXT NOT NULL,              -- who adopted it
    session TEXT NOT NULL,            -- 73; the year for the Security Council
    session_number INTEGER,           -- to compare sessions; the Security Council's is the year
    date TEXT NOT NULL,               -- adoption, ISO, else empty
    year INTEGER,                     -- of adoption
    title TEXT NOT NULL,              -- without the symbol
    agenda_item TEXT NOT NULL,        -- as printed
    origin TEXT NOT NULL,             -- draft or report it came from
    meeting TEXT NOT NULL,            -- at which it was adopted
    vote TEXT NOT NULL,               -- 108-2-61 as printed, else empty
    pages INTEGER,                    -- of the PDF
    source TEXT NOT NULL,             -- path or address of the newest version
    sha256 TEXT NOT NULL,             -- of the bytes of that file
    reader TEXT NOT NULL,             -- what read it: pdf/1
    rules TEXT NOT NULL,              -- fingerprint of the lexicons that classified it
    read_at TEXT NOT NULL,            -- UTC, ISO
    warnings TEXT NOT NULL            -- JSON list
)""",
    """CREATE TABLE texts (  -- the words of a document, apart, since they are long
    document INTEGER PRIMARY KEY REFERENCES documents(number) ON DELETE CASCADE,
    preamble TEXT NOT NULL,           -- what stands before the first operative paragraph
    text TEXT NOT NULL                -- as read; the start and end of paragraphs point into it
)""",
    """CREATE TABLE paragraphs (  -- the operative part and the annexes, in pieces
    document INTEGER NOT NULL REFERENCES documents(number) ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- order in the text
    paragraph TEXT NOT NULL,          -- 13, 13(a), II.13, annex.4
    part TEXT NOT NULL,               -- operative, annex
    section TEXT NOT NULL,            -- heading above it
    text TEXT NOT NULL,               -- clean: no number, no marks of notes
    page INTEGER,                     -- from 1
    "start" INTEGER NOT NULL,         -- span in texts.text
    "end" INTEGER NOT NULL,           -- span in texts.text
    PRIMARY KEY (document, position)
)""",
    """CREATE TABLE provisions (  -- one operative verb and what hangs on it
    key INTEGER PRIMARY KEY,          -- in reading order: strongest first, then newest (db.order)
    id TEXT NOT NULL UNIQUE,          -- A/RES/73/186#13.2
    document INTEGER NOT NULL REFERENCES documents(number) ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- order in the document
    paragraph TEXT NOT NULL,          -- 13, 13(a), II.13
    ordinal INTEGER NOT NULL,         -- from 1 in its paragraph
    kind TEXT NOT NULL,               -- directive, decision, statement
    verb TEXT NOT NULL,               -- base form with particle: call upon
    strength TEXT NOT NULL,           -- mandatory, strong, standard, soft, none
    report INTEGER NOT NULL,          -- 1: asks for a report
    due TEXT NOT NULL,                -- words of the text, joined by "; "
    due_date TEXT NOT NULL,           -- ISO, else empty
    page INTEGER,                     -- from 1
    "start" INTEGER NOT NULL,         -- span in the paragraph
    "end" INTEGER NOT NULL,           -- span in the paragraph
    verb_phrase TEXT NOT NULL,        -- as printed: Also strongly urges
    action TEXT NOT NULL,             -- what is to be done
    text TEXT NOT NULL,               -- its own words
    review TEXT NOT NULL,             -- why a person should look at it, else empty
    evidence TEXT NOT NULL            -- JSON: what the rules matched and why
)""",
    """CREATE TABLE actors (  -- who can be asked to act
    id TEXT PRIMARY KEY,              -- unodc
    name TEXT NOT NULL,               -- in full
    actor_group TEXT NOT NULL,        -- secretariat, states, missions; other: not in the lexicon
    parent TEXT REFERENCES actors(id) -- body that it is part of
)""",
    """CREATE TABLE actor_aliases (  -- every name of an actor, its id among them
    folded TEXT NOT NULL,             -- as compared: lower case, no accents, hyphens or "the"
    actor TEXT NOT NULL REFERENCES actors(id) ON DELETE CASCADE, -- whose name it is
    alias TEXT NOT NULL,              -- as people write it
    PRIMARY KEY (folded, actor)
)""",
    """CREATE TABLE verbs (  -- the operative verbs of the lexicon
    verb TEXT PRIMARY KEY,            -- base form with particle
    kind TEXT NOT NULL,               -- directive, decision, statement
    strength TEXT NOT NULL,           -- mandatory, strong, standard, soft, none
    source TEXT NOT NULL              -- authority for the strength
)""",
    """CREATE TABLE provision_actors (  -- who is to act: the addressees of a directive
    provision INTEGER NOT NULL REFERENCES provisions(key) ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- order in the text
    actor TEXT NOT NULL REFERENCES actors(id),
    words TEXT NOT NULL,              -- how the text names it
    PRIMARY KEY (actor, provision)
) WITHOUT ROWID""",
    """CREATE TABLE provision_qualifiers (  -- words that soften or bound a provision
    provision INTEGER NOT NULL REFERENCES provisions(key) ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- order in the text
    type TEXT NOT NULL,               -- on-request, resources, discretion
    words TEXT NOT NULL,              -- as printed
    PRIMARY KEY (type, provision, position)
) WITHOUT ROWID""",
    """CREATE TABLE provision_references (  -- documents and treaties that a provision names
    provision INTEGER NOT NULL REFERENCES provisions(key) ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- order in the text
    type TEXT NOT NULL,               -- resolution, decision, report, treaty
    symbol TEXT NOT NULL,             -- or name of the treaty
    words TEXT NOT NULL,              -- as printed
    PRIMARY KEY (symbol, provision, position)
) WITHOUT ROWID""",
    """CREATE TABLE versions (  -- every version of a document; a withdrawal is one without sha256
    version INTEGER PRIMARY KEY,      -- in the order of reading
    symbol TEXT NOT NULL,             -- kept when the document goes
    sha256 TEXT NOT NULL,             -- of the bytes of the file
    source TEXT NOT NULL,             -- path or address
    reader TEXT NOT NULL,             -- what read it: pdf/1
    rules TEXT NOT NULL,              -- fingerprint of the lexicons
    read_at TEXT NOT NULL,            -- UTC, ISO
    run INTEGER REFERENCES runs(run), -- that brought it
    title TEXT NOT NULL,              -- of this version
    date TEXT NOT NULL,               -- adoption, ISO, else empty
    provisions INTEGER NOT NULL,      -- how many
    snapshot BLOB                     -- its provisions (JSON, zlib), once another took its place
)""",
)

# Every index of a table ends in its key, which is the reading order: no answer has to be sorted.
INDEXES = (
    "CREATE INDEX documents_by_short ON documents(short)",
    "CREATE INDEX documents_by_organ ON documents(organ, session_number)",
    "CREATE INDEX documents_by_session ON documents(session_number)",
    "CREATE INDEX documents_by_date ON documents(date)",
    "CREATE INDEX documents_by_sha256 ON documents(sha256)",
    "CREATE INDEX versions_by_sha256 ON versions(sha256)",
    "CREATE INDEX versions_by_symbol ON versions(symbol)",
    "CREATE INDEX versions_by_run ON versions(run)",
    "CREATE INDEX provisions_by_document ON provisions(document, position, kind)",
    "CREATE INDEX provisions_by_verb ON provisions(verb)",
    "CREATE INDEX provisions_by_kind ON provisions(kind)",
    "CREATE INDEX provisions_by_due_date ON provisions(due_date) WHERE due_date <> ''",
    "CREATE INDEX provisions_by_report ON provisions(report) WHERE report",
    "CREATE INDEX provisions_by_review ON provisions(key) WHERE review <> ''",
    "CREATE INDEX provision_actors_by_provision ON provision_actors(provision, position)",
    "CREATE INDEX provision_qualifiers_by_provision ON provision_qualifiers(provision, position)",
    "CREATE INDEX provision_references_by_provision ON provision_references(provision, position)",
    "CREATE INDEX actors_by_parent ON actors(parent)",
    "CREATE INDEX actors_by_group ON actors(actor_group)",
    "CREATE INDEX actor_aliases_by_actor ON actor_aliases(actor)",
)

FULL_TEXT = (
    """CREATE VIEW provision_words AS -- what the full-text index provisions_fts holds
    SELECT provisions.key, provisions.text, documents.title
    FROM provisions JOIN documents ON documents.number = provisions.document""",
    """CREATE VIRTUAL TABLE provisions_fts USING fts5(
    text, title, content = 'provision_words', content_rowid = 'key', tokenize = 'porter unicode61'
)""",
    """CREATE TRIGGER provisions_inserted AFTER INSERT ON provisions BEGIN
    INSERT INTO provisions_fts (rowid, text, title)
    SELECT NEW.key, NEW.text, title FROM documents WHERE number = NEW.document;
END""",
    """CREATE TRIGGER provisions_deleted BEFORE DELETE ON provisions BEGIN
    INSERT INTO provisions_fts (provisions_fts, rowid, text, title)
    SELECT 'delete', OLD.key, OLD.text, title FROM documents WHERE number = OLD.document;
END""",
    # The words of a title leave the index with the provisions, so these go before their document does.
    """CREATE TRIGGER documents_deleted BEFORE DELETE ON documents BEGIN
    DELETE FROM provisions WHERE document = OLD.number;
END""",
)

_ADDRESSED = """SELECT actors.name AS actor, provisions.verb, provisions.strength, provisions.action,
    provisions.due, provisions.due_date, documents.symbol, provisions.paragraph, provisions.text,
    documents.organ, documents.session, documents.date, documents.title,
    actors.id AS actor_id, actors.actor_group, provisions.id
    FROM provision_actors
    JOIN actors ON actors.id = provision_actors.actor
    JOIN provisions ON provisions.key = provision_actors.provision
    JOIN documents ON documents.number = provisions.document
    WHERE provisions.kind = 'directive'"""

VIEWS = (
    f"""CREATE VIEW mandates AS -- directives to entities of the United Nations
    {_ADDRESSED} AND actors.actor_group IN {UNITED_NATIONS}""",
    f"""CREATE VIEW obligations AS -- directives to States
    {_ADDRESSED} AND actors.actor_group = 'states'""",
    f"""CREATE VIEW reports AS -- directives to report, brief or submit a document
    {_ADDRESSED} AND provisions.report""",
)
