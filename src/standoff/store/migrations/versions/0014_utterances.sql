-- What renderings of one utterance are told by, beside the index that finds them, so that no report is read for it again;
-- and the two largest indexes of pairs without a second copy of their keys.

CREATE TABLE IF NOT EXISTS utterances (
    statement TEXT NOT NULL,
    document TEXT NOT NULL,
    body JSON NOT NULL,
    CONSTRAINT pk_utterances PRIMARY KEY (statement),
    CONSTRAINT fk_utterances_document FOREIGN KEY(document) REFERENCES documents (id)
);

CREATE INDEX IF NOT EXISTS ix_utterances_document ON utterances (document);

DROP TABLE IF EXISTS renderings;

CREATE TABLE renderings (
    "key" TEXT NOT NULL,
    rank TEXT NOT NULL,
    statement TEXT NOT NULL,
    CONSTRAINT pk_renderings PRIMARY KEY ("key", rank, statement)
) WITHOUT ROWID;

CREATE INDEX ix_renderings_statement ON renderings (statement);

DROP TABLE IF EXISTS slots;

CREATE TABLE slots (
    "key" TEXT NOT NULL,
    rank TEXT NOT NULL,
    event TEXT NOT NULL,
    CONSTRAINT pk_slots PRIMARY KEY ("key", rank, event)
) WITHOUT ROWID;

CREATE INDEX ix_slots_event ON slots (event);

DELETE FROM states;
