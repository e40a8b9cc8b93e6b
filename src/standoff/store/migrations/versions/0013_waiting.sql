-- What is left to do, documents without a day of their own, and how many rows tables have: each once a scan of them all.

CREATE TABLE IF NOT EXISTS waiting (
    document TEXT NOT NULL,
    CONSTRAINT pk_waiting PRIMARY KEY (document),
    CONSTRAINT fk_waiting_document FOREIGN KEY(document) REFERENCES documents (id)
);

CREATE TABLE IF NOT EXISTS sizes (
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    CONSTRAINT pk_sizes PRIMARY KEY (name)
);

CREATE INDEX IF NOT EXISTS ix_documents_loose ON documents (id) WHERE published_earliest IS NULL OR published_latest IS NULL
    OR substr(published_earliest, 1, 10) <> substr(published_latest, 1, 10);
