-- Sums of agreements, and indexes for screens that list what parties said, what is unsure and what figures there are.

CREATE TABLE agreement_sums (
    agreement TEXT NOT NULL,
    clause TEXT NOT NULL,
    relation TEXT NOT NULL,
    day TEXT NOT NULL,
    links INTEGER NOT NULL,
    CONSTRAINT pk_agreement_sums PRIMARY KEY (agreement, clause, relation, day)
);

CREATE INDEX ix_statements_principal_party ON statements (principal_party);

CREATE INDEX ix_statements_score ON statements (score);

CREATE INDEX ix_statements_source_party ON statements (source_party);

CREATE INDEX ix_claims_slot ON claims (slot, incident);

DROP TABLE IF EXISTS names_fts;
