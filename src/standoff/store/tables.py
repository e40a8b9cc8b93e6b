"""Define the tables of a record: what is kept, what is derived from it, what people decided, and what failed.

Kept and never changed: raws, documents, blocks, sightings. Only added to: decisions. Everything else is derived from
these, carries the run that made it, and can be dropped and made again. Columns hold what is filtered and joined on;
`body` holds the whole record as JSON, from which `rows` reads it back.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _id() -> Column[str]:
    """Return a content key as primary key."""
    return Column("id", Text, primary_key=True)


def _document() -> Column[str]:
    """Return the column that names the document a row was derived from."""
    return Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True)


def _run() -> Column[str]:
    """Return the column that names the run that made a row."""
    return Column("run", Text, ForeignKey("runs.id"), nullable=False)


def _interval(clock: str) -> tuple[Column[str], ...]:
    """Return the three columns of a clock; all three absent means unknown."""
    return tuple(Column(f"{clock}_{part}", Text) for part in ("earliest", "latest", "basis"))


def _party(role: str) -> tuple[Column[str], ...]:
    """Return the columns of a reference to a party: id in `parties` if known, name, ISO alpha-3 state and kind."""
    return tuple(Column(f"{role}_{part}", Text) for part in ("party", "name", "state", "kind"))


def _place() -> tuple[Column[str] | Column[float], ...]:
    """Return the columns of a reference to a place, with its precision in kilometres."""
    return (
        Column("place", Text),
        Column("place_name", Text),
        Column("lat", Float),
        Column("lon", Float),
        Column("precision_km", Float),
        Column("country", Text),
    )


def _body() -> Column[object]:
    """Return the column of the whole record as JSON."""
    return Column("body", JSON(none_as_null=True), nullable=False)


# Kept -----------------------------------------------------------------------------------------------------------------

raws = Table(
    "raws",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("recorded", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True, comment="order of arrival; full-text search points at it"),
    Column("id", Text, nullable=False, unique=True),
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
    *_interval("published"),
    Column("fetched", Text),
    Column("dateline", Text),
    Column("replaces", Text, ForeignKey("documents.id")),
    Column("recorded", Text, nullable=False),
    Column("extra", JSON(none_as_null=True), nullable=False, comment="fields of Document without a column"),
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
)

sightings = Table(
    "sightings",
    metadata,
    Column("path", Text, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("raw_sha256", Text, ForeignKey("raws.sha256"), primary_key=True),
    Column("recorded", Text, nullable=False),
)

# Decided --------------------------------------------------------------------------------------------------------------

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
    _body(),
)

# Derived from one document --------------------------------------------------------------------------------------------

runs = Table(
    "runs",
    metadata,
    _id(),
    Column("version", Text, nullable=False),
    Column("codebook", Text, nullable=False),
    Column("models", Text, nullable=False),
)

analyses = Table(
    "analyses",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    _run(),
    Column("dated", Text, nullable=False, comment="the date the analysis rested on, as JSON"),
)

datings = Table(
    "datings",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    *_interval("published"),
)

failures = Table(
    "failures",
    metadata,
    _id(),
    Column("path", Text, nullable=False, index=True),
    Column("step", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("document", Text, ForeignKey("documents.id"), index=True),
)

parties = Table(
    "parties",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text),
    Column("parent", Text),
    Column("principal", Text),
    Column("sector", Text),
    Column("local", Boolean, nullable=False),
    _body(),
)

places = Table(
    "places",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Column("country", Text),
    _body(),
)

document_parties = Table(
    "document_parties",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("party", Text, ForeignKey("parties.id"), primary_key=True, index=True),
)

document_places = Table(
    "document_places",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("place", Text, ForeignKey("places.id"), primary_key=True, index=True),
)

annotations = Table(
    "annotations",
    metadata,
    _id(),
    _document(),
    _run(),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("head_start", Integer, nullable=False),
    Column("head_stop", Integer, nullable=False),
    Column("attributes", JSON(none_as_null=True), nullable=False),
)

groundings = Table(
    "groundings",
    metadata,
    _id(),
    Column("annotation", Text, ForeignKey("annotations.id"), nullable=False, index=True),
    _document(),
    _run(),
    Column("party", Text, comment="the first party it stands for"),
    Column("place", Text),
    Column("geocode", Boolean, nullable=False),
    *_interval("time"),
    _body(),
)

statements = Table(
    "statements",
    metadata,
    _id(),
    _document(),
    _run(),
    Column("start", Integer, nullable=False, comment="where its content begins"),
    Column("stop", Integer, nullable=False, comment="where its content ends"),
    *_party("source"),
    Column("resolved_from", Text, nullable=False),
    *_party("principal"),
    *_party("addressee"),
    Column("act", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("negated_act", Boolean, nullable=False),
    Column("directness", Text, nullable=False),
    Column("hedge", Boolean, nullable=False),
    Column("channel", Text),
    *_interval("said"),
    Column("parent", Text),
    Column("score", Float, nullable=False),
    _body(),
)

events = Table(
    "events",
    metadata,
    _id(),
    _document(),
    _run(),
    Column("statement", Text, index=True),
    Column("start", Integer, nullable=False, comment="where its trigger begins"),
    Column("stop", Integer, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("plover_type", Text, nullable=False),
    Column("plover_mode", Text),
    Column("cameo", Text),
    Column("intensity", Float),
    *_interval("happened"),
    *_place(),
    Column("factuality", Text, nullable=False),
    Column("frame", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("score", Float, nullable=False),
    _body(),
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
)

# Derived across documents ---------------------------------------------------------------------------------------------

copies = Table(
    "copies",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("copy_of", Text, ForeignKey("documents.id"), primary_key=True, index=True),
    Column("share", Float, nullable=False),
)

links = Table(
    "links",
    metadata,
    Column("left", Text, ForeignKey("events.id"), primary_key=True),
    Column("right", Text, ForeignKey("events.id"), primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("joined", Boolean, nullable=False),
    Column("reason", Text),
    Column("features", JSON(none_as_null=True), nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    _id(),
    Column("short_id", Text, nullable=False, index=True),
    _run(),
    Column("label", Text, nullable=False),
    Column("type", Text, nullable=False),
    *_interval("happened"),
    Column("origins", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("events_count", Integer, nullable=False),
    Column("documents_count", Integer, nullable=False),
    _body(),
)

incident_events = Table(
    "incident_events",
    metadata,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("event", Text, ForeignKey("events.id"), primary_key=True, index=True),
)

redirects = Table(
    "redirects",
    metadata,
    Column("incident", Text, primary_key=True, comment="an id once shown"),
    Column("heir", Text, comment="the incident that holds most of its members now; absent when none does"),
)

claims = Table(
    "claims",
    metadata,
    _id(),
    Column("incident", Text, ForeignKey("incidents.id"), nullable=False, index=True),
    _document(),
    _run(),
    Column("slot", Text, nullable=False),
    Column("value_text", Text),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    *_party("source"),
    *_party("principal"),
    Column("publisher", Text),
    Column("channel", Text),
    Column("polarity", Text, nullable=False),
    Column("statement", Text, index=True),
    Column("event", Text, index=True),
    *_interval("said"),
    _body(),
)

discrepancies = Table(
    "discrepancies",
    metadata,
    _id(),
    Column("incident", Text, ForeignKey("incidents.id"), nullable=False, index=True),
    Column("other_incident", Text, ForeignKey("incidents.id"), index=True),
    _run(),
    Column("slot", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("explanation", Text, nullable=False),
    Column("score", Float, nullable=False),
    _body(),
)

discrepancy_claims = Table(
    "discrepancy_claims",
    metadata,
    Column("discrepancy", Text, ForeignKey("discrepancies.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True, index=True),
)

agreement_links = Table(
    "agreement_links",
    metadata,
    _id(),
    _document(),
    _run(),
    Column("statement", Text, index=True),
    Column("agreement", Text, nullable=False, index=True),
    Column("relation", Text, nullable=False),
    Column("clause", Text),
    *_party("accused"),
    Column("score", Float, nullable=False),
    _body(),
)

# Evidence -------------------------------------------------------------------------------------------------------------

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

# What one run derives from one document, children first; what runs derive across documents, likewise.
OF_DOCUMENT = (groundings, annotations, arguments, events, statements, document_parties, document_places)
ACROSS = (
    discrepancy_claims,
    discrepancies,
    claims,
    agreement_links,
    incident_events,
    incidents,
    links,
    copies,
)
