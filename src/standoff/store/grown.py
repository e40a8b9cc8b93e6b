"""Define the tables that let new documents be joined without looking at all others: sketches, their index, changes."""

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from standoff.store.columns import body, metadata

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

touched = Table(
    "touched",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    comment="documents that changed, or were decided on, since all was joined",
)
