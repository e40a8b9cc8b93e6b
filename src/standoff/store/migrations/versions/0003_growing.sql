-- What joining compares events by, so that new documents are joined without reading all others.

CREATE TABLE sketches (
    event TEXT NOT NULL,
    document TEXT NOT NULL,
    piece TEXT NOT NULL,
    body JSON NOT NULL,
    CONSTRAINT pk_sketches PRIMARY KEY (event),
    CONSTRAINT fk_sketches_document FOREIGN KEY(document) REFERENCES documents (id)
);

CREATE INDEX ix_sketches_document ON sketches (document);

CREATE INDEX ix_sketches_piece ON sketches (piece);

CREATE TABLE slots (
    "key" TEXT NOT NULL,
    rank TEXT NOT NULL,
    event TEXT NOT NULL,
    CONSTRAINT pk_slots PRIMARY KEY ("key", rank, event)
);

CREATE INDEX ix_slots_event ON slots (event);

CREATE TABLE touched (
    document TEXT NOT NULL,
    CONSTRAINT pk_touched PRIMARY KEY (document),
    CONSTRAINT fk_touched_document FOREIGN KEY(document) REFERENCES documents (id)
);
