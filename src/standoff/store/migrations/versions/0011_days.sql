-- Names by what they name, and indexes by day, so that only the sums of what changed are made again.

CREATE TABLE IF NOT EXISTS names (
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_names PRIMARY KEY (number)
);

CREATE UNIQUE INDEX IF NOT EXISTS ix_names_key ON names ("key", kind);

CREATE INDEX IF NOT EXISTS ix_party_sums_day ON party_sums (day);

CREATE INDEX IF NOT EXISTS ix_repeat_sums_day ON repeat_sums (day);

CREATE INDEX IF NOT EXISTS ix_edge_sums_day ON edge_sums (day);

CREATE INDEX IF NOT EXISTS ix_agreement_sums_day ON agreement_sums (day);
