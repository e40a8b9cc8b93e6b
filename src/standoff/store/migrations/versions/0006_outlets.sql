-- Sums of documents with their outlet, so that its last documents are found without reading texts.

DROP TABLE document_sums;

CREATE TABLE document_sums (
    document TEXT NOT NULL,
    day TEXT NOT NULL,
    statements INTEGER NOT NULL,
    incidents INTEGER NOT NULL,
    publisher TEXT NOT NULL,
    CONSTRAINT pk_document_sums PRIMARY KEY (document),
    CONSTRAINT fk_document_sums_document FOREIGN KEY(document) REFERENCES documents (id)
);

CREATE INDEX ix_document_sums_day ON document_sums (day, document);

CREATE INDEX ix_document_sums_publisher ON document_sums (publisher, day, document);
