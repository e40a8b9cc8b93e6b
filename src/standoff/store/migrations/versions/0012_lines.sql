-- Lines of ledgers by day, how long incidents last, and counts by status, so that no list is read through for its end.

DROP TABLE incident_sums;

CREATE TABLE incident_sums (
    incident TEXT NOT NULL,
    weight BIGINT NOT NULL,
    happened TEXT NOT NULL,
    known TEXT NOT NULL,
    news TEXT NOT NULL,
    discrepancies INTEGER NOT NULL,
    ended TEXT NOT NULL,
    met INTEGER NOT NULL,
    within TEXT NOT NULL,
    CONSTRAINT pk_incident_sums PRIMARY KEY (incident),
    CONSTRAINT fk_incident_sums_incident FOREIGN KEY(incident) REFERENCES incidents (id)
);

CREATE INDEX ix_incident_sums_happened ON incident_sums (happened, incident, known, ended);

CREATE INDEX ix_incident_sums_met ON incident_sums (met, happened, incident, known);

CREATE INDEX ix_incident_sums_met_weight ON incident_sums (met, weight, incident);

CREATE INDEX ix_incident_sums_news ON incident_sums (news, incident, known, ended);

CREATE INDEX ix_incident_sums_weight ON incident_sums (weight, incident, known, ended);

CREATE INDEX ix_incident_sums_within ON incident_sums (within, happened, incident, known, ended);

CREATE TABLE IF NOT EXISTS status_sums (
    status TEXT NOT NULL,
    incidents INTEGER NOT NULL,
    CONSTRAINT pk_status_sums PRIMARY KEY (status)
);

CREATE TABLE IF NOT EXISTS agreement_lines (
    agreement TEXT NOT NULL,
    day TEXT NOT NULL,
    link TEXT NOT NULL,
    relation TEXT NOT NULL,
    voice TEXT,
    accused TEXT,
    CONSTRAINT pk_agreement_lines PRIMARY KEY (agreement, day, link)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS ix_agreement_lines_day ON agreement_lines (day, link);

DROP INDEX IF EXISTS ix_statements_score;

CREATE INDEX ix_statements_score ON statements (score, id);
