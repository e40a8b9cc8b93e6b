-- The first schema, explicit, so that later changes of the tables cannot change what this revision made.

CREATE TABLE decisions (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    recorded TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    verb TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target TEXT NOT NULL,
    other TEXT,
    reason TEXT,
    supersedes TEXT,
    body JSON NOT NULL,
    CONSTRAINT pk_decisions PRIMARY KEY (number),
    CONSTRAINT uq_decisions_id UNIQUE (id),
    CONSTRAINT fk_decisions_supersedes FOREIGN KEY(supersedes) REFERENCES decisions (id)
);

CREATE INDEX ix_decisions_target ON decisions (target);

CREATE TABLE links (
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    score FLOAT NOT NULL,
    joined BOOLEAN NOT NULL,
    reason TEXT,
    features JSON NOT NULL,
    CONSTRAINT pk_links PRIMARY KEY ("left", "right")
);

CREATE INDEX ix_links_right ON links ("right");

CREATE TABLE parties (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT,
    parent TEXT,
    principal TEXT,
    sector TEXT,
    local BOOLEAN NOT NULL,
    body JSON NOT NULL,
    CONSTRAINT pk_parties PRIMARY KEY (id)
);

CREATE TABLE places (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    lat FLOAT,
    lon FLOAT,
    radius_km FLOAT,
    country TEXT,
    body JSON NOT NULL,
    CONSTRAINT pk_places PRIMARY KEY (id)
);

CREATE TABLE raws (
    sha256 TEXT NOT NULL,
    data BLOB NOT NULL,
    media_type TEXT NOT NULL,
    recorded TEXT NOT NULL,
    CONSTRAINT pk_raws PRIMARY KEY (sha256)
);

CREATE TABLE redirects (
    incident TEXT NOT NULL,
    heir TEXT,
    CONSTRAINT pk_redirects PRIMARY KEY (incident)
);

CREATE TABLE runs (
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    codebook TEXT NOT NULL,
    models TEXT NOT NULL,
    CONSTRAINT pk_runs PRIMARY KEY (id)
);

CREATE TABLE states (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_states PRIMARY KEY ("key")
);

CREATE TABLE documents (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    short_id TEXT NOT NULL,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    raw_sha256 TEXT NOT NULL,
    path TEXT NOT NULL,
    url TEXT,
    title TEXT,
    publisher TEXT,
    agency TEXT,
    side TEXT,
    country TEXT,
    language TEXT,
    published_earliest TEXT,
    published_latest TEXT,
    published_basis TEXT,
    fetched TEXT,
    dateline TEXT,
    replaces TEXT,
    recorded TEXT NOT NULL,
    extra JSON NOT NULL,
    CONSTRAINT pk_documents PRIMARY KEY (number),
    CONSTRAINT uq_documents_id UNIQUE (id),
    CONSTRAINT fk_documents_raw_sha256 FOREIGN KEY(raw_sha256) REFERENCES raws (sha256),
    CONSTRAINT fk_documents_replaces FOREIGN KEY(replaces) REFERENCES documents (id)
);

CREATE INDEX ix_documents_path ON documents (path);

CREATE INDEX ix_documents_publisher ON documents (publisher);

CREATE INDEX ix_documents_short_id ON documents (short_id);

CREATE INDEX ix_documents_url ON documents (url);

CREATE TABLE incidents (
    id TEXT NOT NULL,
    short_id TEXT NOT NULL,
    run TEXT NOT NULL,
    label TEXT NOT NULL,
    type TEXT NOT NULL,
    happened_earliest TEXT,
    happened_latest TEXT,
    happened_basis TEXT,
    origins INTEGER NOT NULL,
    status TEXT NOT NULL,
    events_count INTEGER NOT NULL,
    documents_count INTEGER NOT NULL,
    body JSON NOT NULL,
    CONSTRAINT pk_incidents PRIMARY KEY (id),
    CONSTRAINT fk_incidents_run FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE INDEX ix_incidents_short_id ON incidents (short_id);

CREATE TABLE agreement_links (
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    run TEXT NOT NULL,
    statement TEXT,
    agreement TEXT NOT NULL,
    relation TEXT NOT NULL,
    clause TEXT,
    accused_party TEXT,
    accused_name TEXT,
    accused_state TEXT,
    accused_kind TEXT,
    score FLOAT NOT NULL,
    body JSON NOT NULL,
    CONSTRAINT pk_agreement_links PRIMARY KEY (id),
    CONSTRAINT fk_agreement_links_document FOREIGN KEY(document) REFERENCES documents (id),
    CONSTRAINT fk_agreement_links_run FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE INDEX ix_agreement_links_agreement ON agreement_links (agreement);

CREATE INDEX ix_agreement_links_document ON agreement_links (document);

CREATE INDEX ix_agreement_links_statement ON agreement_links (statement);

CREATE TABLE analyses (
    document TEXT NOT NULL,
    run TEXT NOT NULL,
    published_earliest TEXT,
    published_latest TEXT,
    published_basis TEXT,
    CONSTRAINT pk_analyses PRIMARY KEY (document),
    CONSTRAINT fk_analyses_document FOREIGN KEY(document) REFERENCES documents (id),
    CONSTRAINT fk_analyses_run FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE TABLE annotations (
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    run TEXT NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    quote TEXT NOT NULL,
    head_start INTEGER NOT NULL,
    head_stop INTEGER NOT NULL,
    attributes JSON NOT NULL,
    CONSTRAINT pk_annotations PRIMARY KEY (id),
    CONSTRAINT fk_annotations_document FOREIGN KEY(document) REFERENCES documents (id),
    CONSTRAINT fk_annotations_run FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE INDEX ix_annotations_document ON annotations (document);

CREATE TABLE blocks (
    document TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    CONSTRAINT pk_blocks PRIMARY KEY (document, position),
    CONSTRAINT ck_blocks_order CHECK (0 <= start AND start < stop),
    CONSTRAINT fk_blocks_document FOREIGN KEY(document) REFERENCES documents (id)
);

CREATE TABLE claims (
    id TEXT NOT NULL,
    incident TEXT NOT NULL,
    document TEXT NOT NULL,
    run TEXT NOT NULL,
    slot TEXT NOT NULL,
    value_text TEXT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    quote TEXT NOT NULL,
    source_party TEXT,
    source_name TEXT,
    source_state TEXT,
    source_kind TEXT,
    principal_party TEXT,
    principal_name TEXT,
    principal_state TEXT,
    principal_kind TEXT,
    publisher TEXT,
    channel TEXT,
    polarity TEXT NOT NULL,
    statement TEXT,
    event TEXT,
    said_earliest TEXT,
    said_latest TEXT,
    said_basis TEXT,
    body JSON NOT NULL,
    CONSTRAINT pk_claims PRIMARY KEY (id),
    CONSTRAINT fk_claims_incident FOREIGN KEY(incident) REFERENCES incidents (id),
    CONSTRAINT fk_claims_document FOREIGN KEY(document) REFERENCES documents (id),
    CONSTRAINT fk_claims_run FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE INDEX ix_claims_document ON claims (document);

CREATE INDEX ix_claims_event ON claims (event);

CREATE INDEX ix_claims_incident ON claims (incident);

CREATE INDEX ix_claims_statement ON claims (statement);

CREATE TABLE copies (
    document TEXT NOT NULL,
    copy_of TEXT NOT NULL,
    share FLOAT NOT NULL,
    CONSTRAINT pk_copies PRIMARY KEY (document, copy_of),
    CONSTRAINT fk_copies_document FOREIGN KEY(document) REFERENCES documents (id),
    CONSTRAINT fk_copies_copy_of FOREIGN KEY(copy_of) REFERENCES documents (id)
);

CREATE INDEX ix_copies_copy_of ON copies (copy_of);

CREATE TABLE datings (
    document TEXT NOT NULL,
    published_earliest TEXT,
    published_latest TEXT,
    published_basis TEXT,
    CONSTRAINT pk_datings PRIMARY KEY (document),
    CONSTRAINT fk_datings_document FOREIGN KEY(document) REFERENCES documents (id)
);

CREATE TABLE discrepancies (
    id TEXT NOT NULL,
    incident TEXT NOT NULL,
    other_incident TEXT,
    run TEXT NOT NULL,
    slot TEXT NOT NULL,
    kind TEXT NOT NULL,
    explanation TEXT NOT NULL,
    score FLOAT NOT NULL,
    body JSON NOT NULL,
    CONSTRAINT pk_discrepancies PRIMARY KEY (id),
    CONSTRAINT fk_discrepancies_incident FOREIGN KEY(incident) REFERENCES incidents (id),
    CONSTRAINT fk_discrepancies_other_incident FOREIGN KEY(other_incident) REFERENCES incidents (id),
    CONSTRAINT fk_discrepancies_run FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE INDEX ix_discrepancies_incident ON discrepancies (incident);

CREATE INDEX ix_discrepancies_other_incident ON discrepancies (other_incident);

CREATE TABLE document_parties (
    document TEXT NOT NULL,
    party TEXT NOT NULL,
    CONSTRAINT pk_document_parties PRIMARY KEY (document, party),
    CONSTRAINT fk_document_parties_document FOREIGN KEY(document) REFERENCES documents (id),
    CONSTRAINT fk_document_parties_party FOREIGN KEY(party) REFERENCES parties (id)
);

CREATE INDEX ix_document_parties_party ON document_parties (party);

CREATE TABLE document_places (
    document TEXT NOT NULL,
    place TEXT NOT NULL,
    CONSTRAINT pk_document_places PRIMARY KEY (document, place),
    CONSTRAINT fk_document_places_document FOREIGN KEY(document) REFERENCES documents (id),
    CONSTRAINT fk_document_places_place FOREIGN KEY(place) REFERENCES places (id)
);

CREATE INDEX ix_document_places_place ON document_places (place);

CREATE TABLE events (
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    run TEXT NOT NULL,
    statement TEXT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    type TEXT NOT NULL,
    plover_type TEXT NOT NULL,
    plover_mode TEXT,
    cameo TEXT,
    intensity FLOAT,
    happened_earliest TEXT,
    happened_latest TEXT,
    happened_basis TEXT,
    place TEXT,
    place_name TEXT,
    lat FLOAT,
    lon FLOAT,
    precision_km FLOAT,
    country TEXT,
    factuality TEXT NOT NULL,
    frame TEXT NOT NULL,
    rule TEXT NOT NULL,
    score FLOAT NOT NULL,
    body JSON NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (id),
    CONSTRAINT fk_events_document FOREIGN KEY(document) REFERENCES documents (id),
    CONSTRAINT fk_events_run FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE INDEX ix_events_document ON events (document);

CREATE INDEX ix_events_statement ON events (statement);

CREATE INDEX ix_events_type ON events (type);

CREATE TABLE failures (
    id TEXT NOT NULL,
    path TEXT NOT NULL,
    step TEXT NOT NULL,
    reason TEXT NOT NULL,
    document TEXT,
    CONSTRAINT pk_failures PRIMARY KEY (id),
    CONSTRAINT fk_failures_document FOREIGN KEY(document) REFERENCES documents (id)
);

CREATE INDEX ix_failures_document ON failures (document);

CREATE INDEX ix_failures_path ON failures (path);

CREATE TABLE incident_events (
    incident TEXT NOT NULL,
    position INTEGER NOT NULL,
    event TEXT NOT NULL,
    CONSTRAINT pk_incident_events PRIMARY KEY (incident, event),
    CONSTRAINT fk_incident_events_incident FOREIGN KEY(incident) REFERENCES incidents (id)
);

CREATE INDEX ix_incident_events_event ON incident_events (event);

CREATE TABLE marks (
    owner TEXT NOT NULL,
    role TEXT NOT NULL,
    position INTEGER NOT NULL,
    owner_kind TEXT NOT NULL,
    document TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    quote TEXT NOT NULL,
    CONSTRAINT pk_marks PRIMARY KEY (owner, role, position),
    CONSTRAINT ck_marks_order CHECK (0 <= start AND start < stop),
    CONSTRAINT fk_marks_document FOREIGN KEY(document) REFERENCES documents (id)
);

CREATE INDEX ix_marks_document ON marks (document, start);

CREATE TABLE sightings (
    path TEXT NOT NULL,
    document TEXT NOT NULL,
    raw_sha256 TEXT NOT NULL,
    recorded TEXT NOT NULL,
    CONSTRAINT pk_sightings PRIMARY KEY (path, document, raw_sha256),
    CONSTRAINT fk_sightings_document FOREIGN KEY(document) REFERENCES documents (id),
    CONSTRAINT fk_sightings_raw_sha256 FOREIGN KEY(raw_sha256) REFERENCES raws (sha256)
);

CREATE TABLE statements (
    id TEXT NOT NULL,
    short_id TEXT NOT NULL,
    document TEXT NOT NULL,
    run TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    source_party TEXT,
    source_name TEXT,
    source_state TEXT,
    source_kind TEXT,
    resolved_from TEXT NOT NULL,
    principal_party TEXT,
    principal_name TEXT,
    principal_state TEXT,
    principal_kind TEXT,
    addressee_party TEXT,
    addressee_name TEXT,
    addressee_state TEXT,
    addressee_kind TEXT,
    act TEXT NOT NULL,
    polarity TEXT NOT NULL,
    negated_act BOOLEAN NOT NULL,
    directness TEXT NOT NULL,
    hedge BOOLEAN NOT NULL,
    channel TEXT,
    said_earliest TEXT,
    said_latest TEXT,
    said_basis TEXT,
    parent TEXT,
    score FLOAT NOT NULL,
    body JSON NOT NULL,
    CONSTRAINT pk_statements PRIMARY KEY (id),
    CONSTRAINT fk_statements_document FOREIGN KEY(document) REFERENCES documents (id),
    CONSTRAINT fk_statements_run FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE INDEX ix_statements_document ON statements (document);

CREATE INDEX ix_statements_short_id ON statements (short_id);

CREATE TABLE arguments (
    event TEXT NOT NULL,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    start INTEGER,
    stop INTEGER,
    party TEXT,
    name TEXT,
    state TEXT,
    kind TEXT,
    place TEXT,
    CONSTRAINT pk_arguments PRIMARY KEY (event, position),
    CONSTRAINT fk_arguments_event FOREIGN KEY(event) REFERENCES events (id)
);

CREATE INDEX ix_arguments_party ON arguments (party);

CREATE INDEX ix_arguments_place ON arguments (place);

CREATE TABLE discrepancy_claims (
    discrepancy TEXT NOT NULL,
    position INTEGER NOT NULL,
    claim TEXT NOT NULL,
    CONSTRAINT pk_discrepancy_claims PRIMARY KEY (discrepancy, claim),
    CONSTRAINT fk_discrepancy_claims_discrepancy FOREIGN KEY(discrepancy) REFERENCES discrepancies (id),
    CONSTRAINT fk_discrepancy_claims_claim FOREIGN KEY(claim) REFERENCES claims (id)
);

CREATE INDEX ix_discrepancy_claims_claim ON discrepancy_claims (claim);

CREATE TABLE groundings (
    id TEXT NOT NULL,
    annotation TEXT NOT NULL,
    document TEXT NOT NULL,
    run TEXT NOT NULL,
    party TEXT,
    place TEXT,
    geocode BOOLEAN NOT NULL,
    time_earliest TEXT,
    time_latest TEXT,
    time_basis TEXT,
    body JSON NOT NULL,
    CONSTRAINT pk_groundings PRIMARY KEY (id),
    CONSTRAINT fk_groundings_annotation FOREIGN KEY(annotation) REFERENCES annotations (id),
    CONSTRAINT fk_groundings_document FOREIGN KEY(document) REFERENCES documents (id),
    CONSTRAINT fk_groundings_run FOREIGN KEY(run) REFERENCES runs (id)
);

CREATE INDEX ix_groundings_annotation ON groundings (annotation);

CREATE INDEX ix_groundings_document ON groundings (document);
