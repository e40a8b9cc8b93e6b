"""Define the tables that let new documents be joined without looking at all others: sketches, their index, changes."""

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Table, Text

from standoff.store.tables.columns import body, metadata

# No foreign keys to events here: a document's rows are swapped before its sketches are.

sketches = Table(
    "sketches",
    metadata,
    Column("event", Text, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("piece", Text, nullable=False, index=True, comment="the least event of those clustered together with it"),
    body(),
    comment="what events are compared by, as they were joined last",
)

slots = Table(
    "slots",
    metadata,
    Column("key", Text, primary_key=True, comment="kind, side or place, and stretch of time"),
    Column("rank", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Index("ix_slots_event", "event"),
    comment="the index of pairs: events near each other under one key are compared",
)

prints = Table(
    "prints",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("rank", Text, primary_key=True, comment="day, and whether it is the agency itself: originals come first"),
    Column("document", Text, ForeignKey("documents.id"), primary_key=True, index=True),
    comment="fingerprints of documents' words: documents that share some are looked at as copies",
)

renderings = Table(
    "renderings",
    metadata,
    Column("key", Text, primary_key=True, comment="side, and a run of quoted words or a rare word"),
    Column("rank", Text, primary_key=True, comment="day of publication"),
    Column("statement", Text, primary_key=True),
    Index("ix_renderings_statement", "statement"),
    comment="the index of utterances: statements near each other under one key may render the same one",
)

utterances = Table(
    "utterances",
    metadata,
    Column("statement", Text, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    body(),
    comment="what statements are held to render one utterance by, as they were compared last",
)

echoes = Table(
    "echoes",
    metadata,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True, index=True),
    Column("quoted", Boolean, nullable=False),
    Column("likeness", Float, nullable=False),
    comment="statements of two documents that render one utterance",
)

crossings = Table(
    "crossings",
    metadata,
    Column("key", Text, primary_key=True, comment="who blames whom, who appeals or lost somebody on which day"),
    Column("rank", Text, primary_key=True, comment="first day of the incident"),
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True, index=True),
    comment="keys by which incidents are set against each other",
)

touched = Table(
    "touched",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    comment="documents that changed, or were decided on, since all was joined",
)
