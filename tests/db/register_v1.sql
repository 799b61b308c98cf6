-- A register as version 1 of the schema wrote it (two texts without a symbol, one in the place of the other).
CREATE TABLE runs (  -- what each run of ingest or refresh did
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
);
CREATE TABLE documents (  -- one row for each symbol, as its newest version has it
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
);
CREATE TABLE texts (  -- the words of a document, apart, since they are long
    document INTEGER PRIMARY KEY REFERENCES documents(number) ON DELETE CASCADE,
    preamble TEXT NOT NULL,           -- what stands before the first operative paragraph
    text TEXT NOT NULL                -- as read; the start and end of paragraphs point into it
);
CREATE TABLE paragraphs (  -- the operative part and the annexes, in pieces
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
);
CREATE TABLE provisions (  -- one operative verb and what hangs on it
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
);
CREATE TABLE actors (  -- who can be asked to act
    id TEXT PRIMARY KEY,              -- unodc
    name TEXT NOT NULL,               -- in full
    actor_group TEXT NOT NULL,        -- secretariat, states, missions; other: not in the lexicon
    parent TEXT REFERENCES actors(id) -- body that it is part of
);
CREATE TABLE actor_aliases (  -- every name of an actor, its id among them
    folded TEXT NOT NULL,             -- as compared: lower case, no accents, hyphens or "the"
    actor TEXT NOT NULL REFERENCES actors(id) ON DELETE CASCADE, -- whose name it is
    alias TEXT NOT NULL,              -- as people write it
    PRIMARY KEY (folded, actor)
);
CREATE TABLE verbs (  -- the operative verbs of the lexicon
    verb TEXT PRIMARY KEY,            -- base form with particle
    kind TEXT NOT NULL,               -- directive, decision, statement
    strength TEXT NOT NULL,           -- mandatory, strong, standard, soft, none
    source TEXT NOT NULL              -- authority for the strength
);
CREATE TABLE provision_actors (  -- who is to act: the addressees of a directive
    provision INTEGER NOT NULL REFERENCES provisions(key) ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- order in the text
    actor TEXT NOT NULL REFERENCES actors(id),
    words TEXT NOT NULL,              -- how the text names it
    PRIMARY KEY (actor, provision)
) WITHOUT ROWID;
CREATE TABLE provision_qualifiers (  -- words that soften or bound a provision
    provision INTEGER NOT NULL REFERENCES provisions(key) ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- order in the text
    type TEXT NOT NULL,               -- on-request, resources, discretion
    words TEXT NOT NULL,              -- as printed
    PRIMARY KEY (type, provision, position)
) WITHOUT ROWID;
CREATE TABLE provision_references (  -- documents and treaties that a provision names
    provision INTEGER NOT NULL REFERENCES provisions(key) ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- order in the text
    type TEXT NOT NULL,               -- resolution, decision, report, treaty
    symbol TEXT NOT NULL,             -- or name of the treaty
    words TEXT NOT NULL,              -- as printed
    PRIMARY KEY (symbol, provision, position)
) WITHOUT ROWID;
CREATE TABLE versions (  -- every version of a document; a withdrawal is one without sha256
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
);
CREATE INDEX documents_by_short ON documents(short);
CREATE INDEX documents_by_organ ON documents(organ, session_number);
CREATE INDEX documents_by_session ON documents(session_number);
CREATE INDEX documents_by_date ON documents(date);
CREATE INDEX documents_by_sha256 ON documents(sha256);
CREATE INDEX versions_by_sha256 ON versions(sha256);
CREATE INDEX versions_by_symbol ON versions(symbol);
CREATE INDEX versions_by_run ON versions(run);
CREATE INDEX provisions_by_document ON provisions(document, position, kind);
CREATE INDEX provisions_by_verb ON provisions(verb);
CREATE INDEX provisions_by_kind ON provisions(kind);
CREATE INDEX provisions_by_due_date ON provisions(due_date) WHERE due_date <> '';
CREATE INDEX provisions_by_report ON provisions(report) WHERE report;
CREATE INDEX provisions_by_review ON provisions(key) WHERE review <> '';
CREATE INDEX provision_actors_by_provision ON provision_actors(provision, position);
CREATE INDEX provision_qualifiers_by_provision ON provision_qualifiers(provision, position);
CREATE INDEX provision_references_by_provision ON provision_references(provision, position);
CREATE INDEX actors_by_parent ON actors(parent);
CREATE INDEX actors_by_group ON actors(actor_group);
CREATE INDEX actor_aliases_by_actor ON actor_aliases(actor);
CREATE VIEW provision_words AS -- what the full-text index provisions_fts holds
    SELECT provisions.key, provisions.text, documents.title
    FROM provisions JOIN documents ON documents.number = provisions.document;
CREATE VIRTUAL TABLE provisions_fts USING fts5(
    text, title, content = 'provision_words', content_rowid = 'key', tokenize = 'porter unicode61'
);
CREATE TRIGGER provisions_inserted AFTER INSERT ON provisions BEGIN
    INSERT INTO provisions_fts (rowid, text, title)
    SELECT NEW.key, NEW.text, title FROM documents WHERE number = NEW.document;
END;
CREATE TRIGGER provisions_deleted BEFORE DELETE ON provisions BEGIN
    INSERT INTO provisions_fts (provisions_fts, rowid, text, title)
    SELECT 'delete', OLD.key, OLD.text, title FROM documents WHERE number = OLD.document;
END;
CREATE TRIGGER documents_deleted BEFORE DELETE ON documents BEGIN
    DELETE FROM provisions WHERE document = OLD.number;
END;
CREATE VIEW mandates AS -- directives to entities of the United Nations
    SELECT actors.name AS actor, provisions.verb, provisions.strength, provisions.action,
    provisions.due, provisions.due_date, documents.symbol, provisions.paragraph, provisions.text,
    documents.organ, documents.session, documents.date, documents.title,
    actors.id AS actor_id, actors.actor_group, provisions.id
    FROM provision_actors
    JOIN actors ON actors.id = provision_actors.actor
    JOIN provisions ON provisions.key = provision_actors.provision
    JOIN documents ON documents.number = provisions.document
    WHERE provisions.kind = 'directive' AND actors.actor_group IN ('secretariat', 'organs', 'funds and programmes', 'specialized agencies', 'missions', 'mandate holders', 'un system');
CREATE VIEW obligations AS -- directives to States
    SELECT actors.name AS actor, provisions.verb, provisions.strength, provisions.action,
    provisions.due, provisions.due_date, documents.symbol, provisions.paragraph, provisions.text,
    documents.organ, documents.session, documents.date, documents.title,
    actors.id AS actor_id, actors.actor_group, provisions.id
    FROM provision_actors
    JOIN actors ON actors.id = provision_actors.actor
    JOIN provisions ON provisions.key = provision_actors.provision
    JOIN documents ON documents.number = provisions.document
    WHERE provisions.kind = 'directive' AND actors.actor_group = 'states';
CREATE VIEW reports AS -- directives to report, brief or submit a document
    SELECT actors.name AS actor, provisions.verb, provisions.strength, provisions.action,
    provisions.due, provisions.due_date, documents.symbol, provisions.paragraph, provisions.text,
    documents.organ, documents.session, documents.date, documents.title,
    actors.id AS actor_id, actors.actor_group, provisions.id
    FROM provision_actors
    JOIN actors ON actors.id = provision_actors.actor
    JOIN provisions ON provisions.key = provision_actors.provision
    JOIN documents ON documents.number = provisions.document
    WHERE provisions.kind = 'directive' AND provisions.report;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
INSERT INTO _sqlite_migrations VALUES (1,'mandates','m001_register','2026-11-25 22:08:04.381300+00:00');
INSERT INTO runs VALUES (1,'ingest','2026-01-05T08:00:00+00:00','2026-01-05T08:00:00+00:00',4,1,0,0,6,'[]');
INSERT INTO documents VALUES (1,'A/RES/73/186','000073 000186','resolution','General Assembly','73',73,'2018-12-17',2018,'Countering trafficking in persons','109','A/73/589','56th plenary meeting','',3,'/resolutions/A_RES_73_186.pdf','488c227f740dd1cb594d12aaee7839e56f5f097e2a26bfc93d4c8b15425e23ab','pdf/1','words/0.1.0','2026-01-05T08:00:00+00:00','[]');
INSERT INTO documents VALUES (2,'S/RES/242 (1967)','000242','resolution','Security Council','1967',1967,'',NULL,'','109','A/73/589','56th plenary meeting','',3,'/resolutions/S_RES_242 (1967).pdf','7e764a6df7c75767bb08b29652c2cec0dc9f26d641ec430ef3c86faa502ae747','pdf/1','words/0.1.0','2026-01-05T08:00:00+00:00','[]');
INSERT INTO documents VALUES (3,'A/HRC/RES/50/3','000050 000003','resolution','Human Rights Council','50',50,'',NULL,'Water','109','A/73/589','56th plenary meeting','',3,'/resolutions/A_HRC_RES_50_3.pdf','6a1e604ec12512a7c770adc249993ab8d9e2549af5f0837b2743ac96ac4dcd8a','pdf/1','words/0.1.0','2026-01-05T08:00:00+00:00','[]');
INSERT INTO documents VALUES (4,'','','resolution','General Assembly','',NULL,'',NULL,'','109','A/73/589','56th plenary meeting','',3,'/drafts/whales.txt','024ed2e056cc0af8d0fb31900ad4dbbe6b1225dcb6d22697809a899bf4dc513e','pdf/1','words/0.1.0','2026-01-05T08:00:00+00:00','[]');
INSERT INTO texts VALUES (1,'Recalling its earlier resolutions,','Requests unodc to act
Urges member-states to act');
INSERT INTO texts VALUES (2,'Recalling its earlier resolutions,','Demands member-states to act');
INSERT INTO texts VALUES (3,'Recalling its earlier resolutions,','Invites member-states to act');
INSERT INTO texts VALUES (4,'Recalling its earlier resolutions,','Urges Member States to count whales');
INSERT INTO paragraphs VALUES (1,1,'1','operative','','Requests unodc to act',1,0,21);
INSERT INTO paragraphs VALUES (1,2,'2','operative','','Urges member-states to act',1,100,126);
INSERT INTO paragraphs VALUES (2,1,'1','operative','','Demands member-states to act',1,0,28);
INSERT INTO paragraphs VALUES (3,1,'1','operative','','Invites member-states to act',1,0,28);
INSERT INTO paragraphs VALUES (4,1,'1','operative','','Urges Member States to count whales',1,0,35);
INSERT INTO provisions VALUES (999999900000200001,'S/RES/242 (1967)#1.1',2,1,'1',1,'directive','demand','mandatory',0,'','',2,0,28,'Demands','to act','Demands member-states to act','','[{"what": "verb", "start": 0, "end": 7, "words": "demand", "entry": "verbs: demand", "source": "practice", "note": ""}]');
INSERT INTO provisions VALUES (1291501400000100002,'A/RES/73/186#2.1',1,2,'2',1,'directive','urge','strong',0,'','',2,0,26,'Urges','to act','Urges member-states to act','','[{"what": "verb", "start": 0, "end": 5, "words": "urge", "entry": "verbs: urge", "source": "practice", "note": ""}]');
INSERT INTO provisions VALUES (1999999900000400001,'#1.1',4,1,'1',1,'directive','urge','strong',0,'','',2,0,35,'Urges','to act','Urges Member States to count whales','','[{"what": "verb", "start": 0, "end": 5, "words": "urge", "entry": "verbs: urge", "source": "practice", "note": ""}]');
INSERT INTO provisions VALUES (2291501400000100001,'A/RES/73/186#1.1',1,1,'1',1,'directive','request','standard',1,'by 2030','2030-12-31',2,0,21,'Requests','to act','Requests unodc to act','','[{"what": "verb", "start": 0, "end": 8, "words": "request", "entry": "verbs: request", "source": "practice", "note": ""}]');
INSERT INTO provisions VALUES (3999999900000300001,'A/HRC/RES/50/3#1.1',3,1,'1',1,'directive','invite','soft',0,'','',2,0,28,'Invites','to act','Invites member-states to act','','[{"what": "verb", "start": 0, "end": 7, "words": "invite", "entry": "verbs: invite", "source": "practice", "note": ""}]');
INSERT INTO actors VALUES ('un-system','United Nations system','un system',NULL);
INSERT INTO actors VALUES ('secretariat','Secretariat','secretariat','un-system');
INSERT INTO actors VALUES ('unodc','United Nations Office on Drugs and Crime','secretariat','secretariat');
INSERT INTO actors VALUES ('member-states','Member States','states',NULL);
INSERT INTO actor_aliases VALUES ('united nation system','un-system','United Nations system');
INSERT INTO actor_aliases VALUES ('secretariat','secretariat','Secretariat');
INSERT INTO actor_aliases VALUES ('united nation office drug crime','unodc','United Nations Office on Drugs and Crime');
INSERT INTO actor_aliases VALUES ('unodc','unodc','unodc');
INSERT INTO actor_aliases VALUES ('member state','member-states','Member States');
INSERT INTO actor_aliases VALUES ('state member united nation','member-states','States Members of the United Nations');
INSERT INTO verbs VALUES ('demand','directive','mandatory','Gruenberg 2009');
INSERT INTO verbs VALUES ('call upon','directive','strong','practice of the Assembly');
INSERT INTO verbs VALUES ('urge','directive','strong','practice of the Assembly');
INSERT INTO verbs VALUES ('request','directive','standard','practice of the Assembly');
INSERT INTO verbs VALUES ('invite','directive','soft','practice of the Assembly');
INSERT INTO verbs VALUES ('note','statement','none','practice of the Assembly');
INSERT INTO provision_actors VALUES (999999900000200001,1,'member-states','Member States');
INSERT INTO provision_actors VALUES (1291501400000100002,1,'member-states','Member States');
INSERT INTO provision_actors VALUES (1999999900000400001,1,'member-states','Member States');
INSERT INTO provision_actors VALUES (3999999900000300001,1,'member-states','Member States');
INSERT INTO provision_actors VALUES (2291501400000100001,1,'unodc','United Nations Office on Drugs and Crime');
INSERT INTO provision_qualifiers VALUES (2291501400000100001,1,'on-request','upon request');
INSERT INTO provision_references VALUES (2291501400000100001,1,'resolution','A/RES/55/25','resolution A/RES/55/25');
INSERT INTO versions VALUES (1,'A/RES/73/186','488c227f740dd1cb594d12aaee7839e56f5f097e2a26bfc93d4c8b15425e23ab','/resolutions/A_RES_73_186.pdf','pdf/1','words/0.1.0','2026-01-05T08:00:00+00:00',1,'Countering trafficking in persons','2018-12-17',2,NULL);
INSERT INTO versions VALUES (2,'S/RES/242 (1967)','7e764a6df7c75767bb08b29652c2cec0dc9f26d641ec430ef3c86faa502ae747','/resolutions/S_RES_242 (1967).pdf','pdf/1','words/0.1.0','2026-01-05T08:00:00+00:00',1,'','',1,NULL);
INSERT INTO versions VALUES (3,'A/HRC/RES/50/3','6a1e604ec12512a7c770adc249993ab8d9e2549af5f0837b2743ac96ac4dcd8a','/resolutions/A_HRC_RES_50_3.pdf','pdf/1','words/0.1.0','2026-01-05T08:00:00+00:00',1,'Water','',1,NULL);
INSERT INTO versions VALUES (4,'','0eb81f15a31760c120568f9590f036228d8b04f36f32ab8eff03f17cd0852f92','/drafts/lighthouses.txt','pdf/1','words/0.1.0','2026-01-05T08:00:00+00:00',1,'','',1,X'789C6D50C14E853010FC95A65ED584AB374F9E3C194F2F842CB094C6D2E2EEF29418FFDD6D117C2FF1B6330CD399397D59DFDB07636FAAFBCADE1ACBEBD4A690998C123988193C614482601E99716AC35AA4C8EC53DCB53D08EEB77809079881C011CC6326AACDB6F711F22B95A2371F4B84DE1376E2CF982567A436930BB90337F348C0C5F755692E2184303A29DE7AA7E8320B9D2462E54E76D2BC48772C1A8F6DBD7F6C224CB8299E8BC2BC5C297E8B49320AB2E5FB02C10F1E37DBFA9269649DF1A009E744A26880C09887598E29F46C2E77221C50F3777F7F0B7ECA51D05C45331AA64B4B1413BC1B654C0B6F1B6C853E74D57F0B7DD73F81059745');
INSERT INTO versions VALUES (5,'','024ed2e056cc0af8d0fb31900ad4dbbe6b1225dcb6d22697809a899bf4dc513e','/drafts/whales.txt','pdf/1','words/0.1.0','2026-01-05T08:00:00+00:00',1,'','',1,NULL);
PRAGMA user_version = 1;
