"""Define the tables that are kept: raw bytes, documents with their layout, where each was seen, and the review log."""

from sqlalchemy import JSON, CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, text

from standoff.store.tables.columns import body, clock, metadata, short_id

raws = Table(
    "raws",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    comment="the bytes that were read, each once",
)

# Documents whose own bytes do not state the day of their publication; these few have an index of their own.
LOOSE = text(
    "published_earliest IS NULL OR published_latest IS NULL "
    "OR substr(published_earliest, 1, 10) <> substr(published_latest, 1, 10)"
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True, comment="order of arrival; full-text search points at it"),
    Column("id", Text, nullable=False, unique=True),
    short_id(),
    Column("text", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("raw_sha256", Text, ForeignKey("raws.sha256"), nullable=False),
    Column("path", Text, nullable=False, index=True),
    Column("url", Text, index=True),
    Column("title", Text),
    Column("publisher", Text, index=True),
    Column("agency", Text),
    Column("side", Text),
    Column("country", Text),
    Column("language", Text),
    *clock("published"),
    Column("fetched", Text),
    Column("dateline", Text),
    Column("replaces", Text, ForeignKey("documents.id")),
    Column("recorded", Text, nullable=False),
    Column("extra", JSON(none_as_null=True), nullable=False, comment="fields of Document without a column"),
    Index("ix_documents_loose", "id", sqlite_where=LOOSE, postgresql_where=LOOSE),
    comment="reports with their text, which never changes",
)

blocks = Table(
    "blocks",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    CheckConstraint("0 <= start AND start < stop", name="order"),
    comment="the layout of a document: headlines, paragraphs, page furniture",
)

sightings = Table(
    "sightings",
    metadata,
    Column("path", Text, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("raw_sha256", Text, ForeignKey("raws.sha256"), primary_key=True),
    Column("recorded", Text, nullable=False),
    comment="where a document was read, each time it was found in another place",
)


decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, comment="order of the log"),
    Column("id", Text, nullable=False, unique=True),
    Column("recorded", Text, nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("target_kind", Text, nullable=False),
    Column("target", Text, nullable=False, index=True),
    Column("other", Text),
    Column("reason", Text),
    Column("supersedes", Text, ForeignKey("decisions.id")),
    body(),
    comment="the review log, which only grows",
)
