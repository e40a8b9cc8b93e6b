"""Define the tables that are derived across documents, and the evidence that every derived row rests on."""

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, Float, ForeignKey, Index, Integer, Table, Text

from standoff.store.tables.columns import body, clock, document, key, made_by, metadata, party, short_id

# No foreign keys to statements and events here: a document's rows are swapped before those across documents are.

states = Table(
    "states",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="`joined` holds the run of the rows across documents; it is absent while they are out of date",
)

sizes = Table(
    "sizes",
    metadata,
    Column("name", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    comment="how many rows the tables have that every run tells the size of; the database itself keeps count",
)

copies = Table(
    "copies",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("copy_of", Text, ForeignKey("documents.id"), primary_key=True, index=True),
    Column("share", Float, nullable=False),
    comment="documents that repeat an earlier one, and how much of them does",
)

links = Table(
    "links",
    metadata,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("joined", Boolean, nullable=False),
    Column("reason", Text),
    Column("features", JSON(none_as_null=True), nullable=False),
    comment="pairs of events that were joined, or nearly, with the score of each feature",
)

incidents = Table(
    "incidents",
    metadata,
    key(),
    short_id(),
    made_by(),
    Column("label", Text, nullable=False),
    Column("type", Text, nullable=False),
    *clock("happened"),
    Column("origins", Integer, nullable=False),
    Column("status", Text, nullable=False, index=True),
    Column("events_count", Integer, nullable=False),
    Column("documents_count", Integer, nullable=False),
    body(),
    comment="clusters of events held to be one happening",
)

incident_events = Table(
    "incident_events",
    metadata,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("event", Text, primary_key=True, index=True),
    comment="the members of an incident",
)

redirects = Table(
    "redirects",
    metadata,
    Column("incident", Text, primary_key=True, comment="an id once shown"),
    Column("heir", Text, comment="the incident that holds most of its members now; absent when none does"),
    comment="incidents that are no more, and which holds most of their members",
)

claims = Table(
    "claims",
    metadata,
    key(),
    Column("incident", Text, ForeignKey("incidents.id"), nullable=False, index=True),
    document(),
    made_by(),
    Column("slot", Text, nullable=False),
    Column("value_text", Text),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    *party("source"),
    *party("principal"),
    Column("publisher", Text),
    Column("channel", Text),
    Column("polarity", Text, nullable=False),
    Column("statement", Text, index=True),
    Column("event", Text, index=True),
    *clock("said"),
    body(),
    Index("ix_claims_slot", "slot", "incident"),
    comment="what one voice says of one slot of one incident",
)

discrepancies = Table(
    "discrepancies",
    metadata,
    key(),
    Column("incident", Text, ForeignKey("incidents.id"), nullable=False, index=True),
    Column("other_incident", Text, ForeignKey("incidents.id"), index=True),
    made_by(),
    Column("slot", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("explanation", Text, nullable=False),
    Column("score", Float, nullable=False),
    body(),
    comment="claims of a slot that differ, and how",
)

discrepancy_claims = Table(
    "discrepancy_claims",
    metadata,
    Column("discrepancy", Text, ForeignKey("discrepancies.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True, index=True),
    comment="the claims of a discrepancy",
)

agreement_links = Table(
    "agreement_links",
    metadata,
    key(),
    document(),
    made_by(),
    Column("statement", Text, index=True),
    Column("agreement", Text, nullable=False, index=True),
    Column("relation", Text, nullable=False),
    Column("clause", Text),
    *party("accused"),
    Column("score", Float, nullable=False),
    body(),
    comment="statements that invoke, affirm or charge or deny a breach of an agreement",
)


marks = Table(
    "marks",
    metadata,
    Column("owner", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("owner_kind", Text, nullable=False),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    CheckConstraint("0 <= start AND start < stop", name="order"),
    Index("ix_marks_document", "document", "start"),
    comment="every span that a statement, event, claim, agreement link or decision rests on, with its words",
)
