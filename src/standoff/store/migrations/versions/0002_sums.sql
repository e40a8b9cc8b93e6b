-- Sums over derived rows, so that no screen has to count a whole record.

CREATE TABLE incident_sums (
    incident TEXT NOT NULL,
    weight BIGINT NOT NULL,
    happened TEXT NOT NULL,
    known TEXT NOT NULL,
    news TEXT NOT NULL,
    discrepancies INTEGER NOT NULL,
    CONSTRAINT pk_incident_sums PRIMARY KEY (incident),
    CONSTRAINT fk_incident_sums_incident FOREIGN KEY(incident) REFERENCES incidents (id)
);

CREATE INDEX ix_incident_sums_happened ON incident_sums (happened, incident);

CREATE INDEX ix_incident_sums_news ON incident_sums (news, incident);

CREATE INDEX ix_incident_sums_weight ON incident_sums (weight, incident);

CREATE TABLE incident_parties (
    incident TEXT NOT NULL,
    party TEXT NOT NULL,
    CONSTRAINT pk_incident_parties PRIMARY KEY (incident, party),
    CONSTRAINT fk_incident_parties_incident FOREIGN KEY(incident) REFERENCES incidents (id)
);

CREATE INDEX ix_incident_parties_party ON incident_parties (party, incident);

CREATE TABLE incident_places (
    incident TEXT NOT NULL,
    place TEXT NOT NULL,
    CONSTRAINT pk_incident_places PRIMARY KEY (incident, place),
    CONSTRAINT fk_incident_places_incident FOREIGN KEY(incident) REFERENCES incidents (id)
);

CREATE INDEX ix_incident_places_place ON incident_places (place, incident);

CREATE TABLE document_sums (
    document TEXT NOT NULL,
    day TEXT NOT NULL,
    statements INTEGER NOT NULL,
    incidents INTEGER NOT NULL,
    CONSTRAINT pk_document_sums PRIMARY KEY (document),
    CONSTRAINT fk_document_sums_document FOREIGN KEY(document) REFERENCES documents (id)
);

CREATE INDEX ix_document_sums_day ON document_sums (day, document);

CREATE TABLE party_sums (
    party TEXT NOT NULL,
    day TEXT NOT NULL,
    speaks INTEGER NOT NULL,
    acts INTEGER NOT NULL,
    undergoes INTEGER NOT NULL,
    CONSTRAINT pk_party_sums PRIMARY KEY (party, day)
);

CREATE TABLE publisher_sums (
    publisher TEXT NOT NULL,
    day TEXT NOT NULL,
    documents INTEGER NOT NULL,
    original INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    CONSTRAINT pk_publisher_sums PRIMARY KEY (publisher, day)
);

CREATE TABLE edge_sums (
    actor TEXT NOT NULL,
    recipient TEXT NOT NULL,
    type TEXT NOT NULL,
    day TEXT NOT NULL,
    events INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    CONSTRAINT pk_edge_sums PRIMARY KEY (actor, recipient, type, day)
);

CREATE INDEX ix_edge_sums_recipient ON edge_sums (recipient);
