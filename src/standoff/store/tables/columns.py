"""Offer the columns that many tables share: keys, clocks, references to parties and places, and the JSON body."""

from sqlalchemy import JSON, Column, Float, ForeignKey, Integer, MetaData, Text

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def key() -> Column[str]:
    """Return a content key as primary key."""
    return Column("id", Text, primary_key=True)


def short_id() -> Column[str]:
    """Return the id in its speakable form."""
    return Column("short_id", Text, nullable=False, index=True)


def document() -> Column[str]:
    """Return the column that names the document a row was derived from."""
    return Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True)


def made_by() -> Column[str]:
    """Return the column that names the run that made a row."""
    return Column("run", Text, ForeignKey("runs.id"), nullable=False)


def clock(clock: str) -> tuple[Column[str], ...]:
    """Return the three columns of a clock; all three absent means unknown."""
    return tuple(Column(f"{clock}_{part}", Text) for part in ("earliest", "latest", "basis"))


def extent(clock: str) -> tuple[Column[int], ...]:
    """Return where the words begin and end that a clock rests on; both absent where it rests on no words."""
    return tuple(Column(f"{clock}_{part}", Integer) for part in ("start", "stop"))


def party(role: str) -> tuple[Column[str], ...]:
    """Return the columns of a reference to a party: id in `parties` if known, name, ISO alpha-3 state and kind."""
    return tuple(Column(f"{role}_{part}", Text) for part in ("party", "name", "state", "kind"))


def point() -> tuple[Column[str] | Column[float], ...]:
    """Return the columns of a reference to a place, with its precision in kilometres."""
    return (
        Column("place", Text),
        Column("place_name", Text),
        Column("lat", Float),
        Column("lon", Float),
        Column("precision_km", Float),
        Column("country", Text),
    )


def body() -> Column[object]:
    """Return the column of the whole record as JSON."""
    return Column("body", JSON(none_as_null=True), nullable=False)
