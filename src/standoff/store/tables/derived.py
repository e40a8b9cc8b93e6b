"""Define the tables that one run derives from one document, and what failed."""

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text

from standoff.store.tables.columns import body, clock, document, extent, key, made_by, metadata, party, point, short_id

runs = Table(
    "runs",
    metadata,
    key(),
    Column("version", Text, nullable=False),
    Column("codebook", Text, nullable=False),
    Column("models", Text, nullable=False),
    comment="which program, codebook and models made rows",
)

analyses = Table(
    "analyses",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    made_by(),
    *clock("published"),
    comment="which run analysed a document, resting on which date",
)

waiting = Table(
    "waiting",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    comment="documents that the run whose work this is may not have analysed with their present date",
)

datings = Table(
    "datings",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    *clock("published"),
    comment="days of publication that were inferred, as documents state none",
)

failures = Table(
    "failures",
    metadata,
    key(),
    Column("path", Text, nullable=False, index=True),
    Column("step", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("document", Text, ForeignKey("documents.id"), index=True),
    comment="what could not be read or analysed, at which step and why",
)

parties = Table(
    "parties",
    metadata,
    key(),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text),
    Column("parent", Text),
    Column("principal", Text),
    Column("sector", Text),
    Column("local", Boolean, nullable=False),
    body(),
    comment="parties that documents name, of the codebook or of one document (`local`)",
)

places = Table(
    "places",
    metadata,
    key(),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Column("country", Text),
    body(),
    comment="places that documents name",
)

document_parties = Table(
    "document_parties",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("party", Text, ForeignKey("parties.id"), primary_key=True, index=True),
    comment="which parties a document names",
)

document_places = Table(
    "document_places",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("place", Text, ForeignKey("places.id"), primary_key=True, index=True),
    comment="which places a document names",
)

annotations = Table(
    "annotations",
    metadata,
    key(),
    document(),
    made_by(),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("head_start", Integer, nullable=False),
    Column("head_stop", Integer, nullable=False),
    Column("attributes", JSON(none_as_null=True), nullable=False),
    comment="marks in texts: names, descriptions, times, quantities, quotations",
)

groundings = Table(
    "groundings",
    metadata,
    key(),
    Column("annotation", Text, ForeignKey("annotations.id"), nullable=False, index=True),
    document(),
    made_by(),
    Column("party", Text, comment="the first party it stands for"),
    Column("place", Text),
    Column("geocode", Boolean, nullable=False),
    *clock("time"),
    body(),
    comment="what a mark stands for: a party, a place or a time",
)

statements = Table(
    "statements",
    metadata,
    key(),
    short_id(),
    document(),
    made_by(),
    Column("start", Integer, nullable=False, comment="where its content begins"),
    Column("stop", Integer, nullable=False, comment="where its content ends"),
    *party("source"),
    Column("resolved_from", Text, nullable=False),
    *party("principal"),
    *party("addressee"),
    Column("act", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("negated_act", Boolean, nullable=False),
    Column("directness", Text, nullable=False),
    Column("hedge", Boolean, nullable=False),
    Column("channel", Text),
    *clock("said"),
    *extent("said"),
    Column("parent", Text),
    Column("score", Float, nullable=False),
    body(),
    Index("ix_statements_source_party", "source_party"),
    Index("ix_statements_principal_party", "principal_party"),
    Index("ix_statements_score", "score", "id"),
    comment="who says what with which words, for whom",
)

events = Table(
    "events",
    metadata,
    key(),
    document(),
    made_by(),
    Column("statement", Text, index=True),
    Column("start", Integer, nullable=False, comment="where its trigger begins"),
    Column("stop", Integer, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("plover_type", Text, nullable=False),
    Column("plover_mode", Text),
    Column("cameo", Text),
    Column("intensity", Float),
    *clock("happened"),
    *extent("happened"),
    *point(),
    Column("factuality", Text, nullable=False),
    Column("frame", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("score", Float, nullable=False),
    body(),
    comment="coded mentions of happenings, each told by a statement or by the outlet",
)

arguments = Table(
    "arguments",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("start", Integer),
    Column("stop", Integer),
    Column("party", Text, index=True),
    Column("name", Text, comment="of the party or place"),
    Column("state", Text, comment="of the party, ISO alpha-3"),
    Column("kind", Text, comment="of the party"),
    Column("place", Text, index=True),
    comment="who fills which role of an event",
)

meanings = Table(
    "meanings",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("run", Text, nullable=False, comment="the run whose statements these are, and the words' vectors"),
    Column("statements", LargeBinary, nullable=False, comment="12 bytes of each id, in order"),
    Column("vectors", LargeBinary, nullable=False, comment="signed bytes, a row for each statement"),
    comment="vectors of statements, by which they are found by meaning",
)
