-- Sums with what lists are filtered by, sums of texts that repeat others, and indexes for counting.

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
    CONSTRAINT pk_incident_sums PRIMARY KEY (incident),
    CONSTRAINT fk_incident_sums_incident FOREIGN KEY(incident) REFERENCES incidents (id)
);

CREATE INDEX ix_incident_sums_happened ON incident_sums (happened, incident, known, ended);

CREATE INDEX ix_incident_sums_met ON incident_sums (met, happened, incident, known);

CREATE INDEX ix_incident_sums_news ON incident_sums (news, incident, known, ended);

CREATE INDEX ix_incident_sums_weight ON incident_sums (weight, incident, known, ended);

CREATE TABLE repeat_sums (
    publisher TEXT NOT NULL,
    origin TEXT NOT NULL,
    day TEXT NOT NULL,
    documents INTEGER NOT NULL,
    share FLOAT NOT NULL,
    CONSTRAINT pk_repeat_sums PRIMARY KEY (publisher, origin, day)
);

CREATE INDEX ix_repeat_sums_origin ON repeat_sums (origin);

CREATE INDEX ix_publisher_sums_day ON publisher_sums (day, documents);

CREATE INDEX ix_incidents_status ON incidents (status);
