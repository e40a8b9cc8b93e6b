-- What copies are found by and incidents are compared by, so that new documents are taken up without reading all others.

CREATE TABLE IF NOT EXISTS prints (
    "key" BIGINT NOT NULL,
    rank TEXT NOT NULL,
    document TEXT NOT NULL,
    CONSTRAINT pk_prints PRIMARY KEY ("key", rank, document),
    CONSTRAINT fk_prints_document FOREIGN KEY(document) REFERENCES documents (id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS ix_prints_document ON prints (document);

CREATE TABLE IF NOT EXISTS renderings (
    "key" TEXT NOT NULL,
    rank TEXT NOT NULL,
    statement TEXT NOT NULL,
    document TEXT NOT NULL,
    CONSTRAINT pk_renderings PRIMARY KEY ("key", rank, statement),
    CONSTRAINT fk_renderings_document FOREIGN KEY(document) REFERENCES documents (id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS ix_renderings_document ON renderings (document);

CREATE INDEX IF NOT EXISTS ix_renderings_statement ON renderings (statement);

CREATE TABLE IF NOT EXISTS echoes (
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    quoted BOOLEAN NOT NULL,
    likeness FLOAT NOT NULL,
    CONSTRAINT pk_echoes PRIMARY KEY ("left", "right")
);

CREATE INDEX IF NOT EXISTS ix_echoes_right ON echoes ("right");

CREATE TABLE IF NOT EXISTS crossings (
    "key" TEXT NOT NULL,
    rank TEXT NOT NULL,
    incident TEXT NOT NULL,
    CONSTRAINT pk_crossings PRIMARY KEY ("key", rank, incident),
    CONSTRAINT fk_crossings_incident FOREIGN KEY(incident) REFERENCES incidents (id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS ix_crossings_incident ON crossings (incident);

DELETE FROM states;
