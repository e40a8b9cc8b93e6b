-- Sums of incidents under each party and place, in each order that lists have.

CREATE TABLE IF NOT EXISTS incident_lists (
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    weight BIGINT NOT NULL,
    incident TEXT NOT NULL,
    happened TEXT NOT NULL,
    known TEXT NOT NULL,
    news TEXT NOT NULL,
    ended TEXT NOT NULL,
    CONSTRAINT pk_incident_lists PRIMARY KEY (kind, about, weight, incident),
    CONSTRAINT fk_incident_lists_incident FOREIGN KEY(incident) REFERENCES incidents (id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS ix_incident_lists_happened ON incident_lists (kind, about, happened, incident, known, ended);

CREATE INDEX IF NOT EXISTS ix_incident_lists_news ON incident_lists (kind, about, news, incident, known, ended);

CREATE INDEX IF NOT EXISTS ix_incident_sums_met_weight ON incident_sums (met, weight, incident);
