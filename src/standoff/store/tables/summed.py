"""Define tables of sums over derived rows, by day of publication, so that no screen has to count a whole record.

They hold nothing that the other tables do not: `sums.fill` makes them again whenever what is across documents is.
A day is the last on which a document can have been published; an empty one stands for a document without any.
"""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, Table, Text

from standoff.store.tables.columns import metadata

incident_sums = Table(
    "incident_sums",
    metadata,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True),
    Column("weight", BigInteger, nullable=False, comment="contested first, then by documents, discrepancies, events"),
    Column("happened", Text, nullable=False, comment="what a list in order of happening is ordered by"),
    Column("known", Text, nullable=False, comment="the day of the first document that tells of it"),
    Column("news", Text, nullable=False, comment="the day of the last one"),
    Column("discrepancies", Integer, nullable=False),
    Column("ended", Text, nullable=False, comment="the last day on which it can have happened"),
    Column("met", Integer, nullable=False, comment="1 where it holds a call, visit or meeting, else 0"),
    Column("within", Text, nullable=False, comment="day, month or year that holds all of it, else more; or empty"),
    # Each holds what its list is filtered by, so that rows that are passed over are not looked up.
    Index("ix_incident_sums_weight", "weight", "incident", "known", "ended"),
    Index("ix_incident_sums_happened", "happened", "incident", "known", "ended"),
    Index("ix_incident_sums_news", "news", "incident", "known", "ended"),
    Index("ix_incident_sums_met", "met", "happened", "incident", "known"),
    Index("ix_incident_sums_met_weight", "met", "weight", "incident"),
    Index("ix_incident_sums_within", "within", "happened", "incident", "known", "ended"),
    comment="what lists of incidents are ordered by",
)

# The sums of incidents once more under each party and place, so that what is asked of one is read from one end of it.
incident_lists = Table(
    "incident_lists",
    metadata,
    Column("kind", Text, primary_key=True, comment="party or place"),
    Column("about", Text, primary_key=True, comment="id, or name, as in the tables of parties and places of incidents"),
    Column("weight", BigInteger, primary_key=True),
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True),
    Column("happened", Text, nullable=False),
    Column("known", Text, nullable=False),
    Column("news", Text, nullable=False),
    Column("ended", Text, nullable=False),
    Index("ix_incident_lists_happened", "kind", "about", "happened", "incident", "known", "ended"),
    Index("ix_incident_lists_news", "kind", "about", "news", "incident", "known", "ended"),
    sqlite_with_rowid=False,
    comment="the incidents of a party or place, in order",
)

incident_parties = Table(
    "incident_parties",
    metadata,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True),
    Column("party", Text, primary_key=True, comment="id, or name, of who acts, undergoes or takes a position"),
    Index("ix_incident_parties_party", "party", "incident"),
    comment="which parties an incident concerns",
)

incident_places = Table(
    "incident_places",
    metadata,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True),
    Column("place", Text, primary_key=True, comment="id, or name, of a place, or the country it lies in"),
    Index("ix_incident_places_place", "place", "incident"),
    comment="where an incident is said to have happened",
)

document_sums = Table(
    "document_sums",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("day", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("incidents", Integer, nullable=False),
    Column("publisher", Text, nullable=False, comment="outlet or agency, empty where neither is known"),
    Index("ix_document_sums_day", "day", "document"),
    Index("ix_document_sums_publisher", "publisher", "day", "document"),
    comment="what lists of documents show",
)

party_sums = Table(
    "party_sums",
    metadata,
    Column("party", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("speaks", Integer, nullable=False, comment="statements it makes or that are made on its behalf"),
    Column("acts", Integer, nullable=False),
    Column("undergoes", Integer, nullable=False),
    Index("ix_party_sums_day", "day"),
    comment="how often a party speaks, acts and undergoes, by day",
)

publisher_sums = Table(
    "publisher_sums",
    metadata,
    Column("publisher", Text, primary_key=True, comment="outlet or agency, empty where neither is known"),
    Column("day", Text, primary_key=True),
    Column("documents", Integer, nullable=False),
    Column("original", Integer, nullable=False, comment="documents that repeat no earlier one"),
    Column("statements", Integer, nullable=False),
    Index("ix_publisher_sums_day", "day", "documents"),
    comment="how many documents and statements an outlet has, by day",
)

repeat_sums = Table(
    "repeat_sums",
    metadata,
    Column("publisher", Text, primary_key=True, comment="outlet or agency whose documents repeat others"),
    Column("origin", Text, primary_key=True, comment="outlet or agency whose documents are repeated"),
    Column("day", Text, primary_key=True),
    Column("documents", Integer, nullable=False),
    Column("share", Float, nullable=False, comment="shares of the words repeated, added up"),
    Index("ix_repeat_sums_origin", "origin"),
    Index("ix_repeat_sums_day", "day"),
    comment="which outlet repeats which, by day",
)

edge_sums = Table(
    "edge_sums",
    metadata,
    Column("actor", Text, primary_key=True),
    Column("recipient", Text, primary_key=True),
    Column("type", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("events", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Index("ix_edge_sums_recipient", "recipient"),
    Index("ix_edge_sums_day", "day"),
    comment="who acts on whom, by type and day",
)

agreement_sums = Table(
    "agreement_sums",
    metadata,
    Column("agreement", Text, primary_key=True),
    Column("clause", Text, primary_key=True, comment="empty where none is named"),
    Column("relation", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("links", Integer, nullable=False),
    Index("ix_agreement_sums_day", "day"),
    comment="how often an agreement is spoken of, by day",
)

# The links to agreements in the order in which ledgers show them, with who says so of whom.
agreement_lines = Table(
    "agreement_lines",
    metadata,
    Column("agreement", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("link", Text, primary_key=True),
    Column("relation", Text, nullable=False),
    Column("voice", Text, comment="for whom, or by whom, the statement is made"),
    Column("accused", Text),
    Index("ix_agreement_lines_day", "day", "link"),
    sqlite_with_rowid=False,
    comment="what is said of an agreement, by day",
)

status_sums = Table(
    "status_sums",
    metadata,
    Column("status", Text, primary_key=True),
    Column("incidents", Integer, nullable=False),
    comment="how many incidents have each status",
)

names = Table(
    "names",
    metadata,
    Column("number", Integer, primary_key=True, comment="the number under which the full-text index holds it"),
    Column("kind", Text, nullable=False, comment="incident, actor or place"),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Index("ix_names_key", "key", "kind", unique=True),
    comment="what incidents, parties, places and others are called, for searching",
)

SUMS = (
    incident_lists,
    status_sums,
    agreement_lines,
    agreement_sums,
    edge_sums,
    repeat_sums,
    publisher_sums,
    party_sums,
    document_sums,
    incident_places,
    incident_parties,
    incident_sums,
)
