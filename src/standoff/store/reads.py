"""Read records back through an open connection, in an order that no insertion decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, select

from standoff.model.incident import CopyLink
from standoff.model.run import Bundle, Failure
from standoff.store import codecs, rows, texts
from standoff.store import tables as t
from standoff.store.codec import Codec

T = TypeVar("T")


def bodies(connection: Connection, table: Table, codec: Codec[T], *conditions: Any) -> Iterator[T]:
    """Yield the records of a table in order of id."""
    query = select(table.c.body).where(*conditions).order_by(table.c.id)
    return (codec.decode(body) for body in connection.scalars(query))


def _mappings(connection: Connection, query: Select[Any]) -> Iterator[Mapping[str, Any]]:
    """Yield rows as mappings of column names."""
    for row in connection.execute(query):
        yield row._asdict()


def bundle(connection: Connection, key: str) -> Bundle:
    """Return what is derived from one document at present; one not analysed yet has an empty run."""
    document = next(texts.documents(connection, [key], inferred=True))
    run = connection.scalar(select(t.analyses.c.run).where(t.analyses.c.document == key))
    a = t.annotations.c
    marks = _mappings(connection, select(t.annotations).where(a.document == key).order_by(a.start, a.stop.desc(), a.id))
    parties = select(t.document_parties.c.party).where(t.document_parties.c.document == key)
    places = select(t.document_places.c.place).where(t.document_places.c.document == key)
    return Bundle(
        document=document,
        run=run or "",
        annotations=tuple(rows.annotation_of(row, document) for row in marks),
        groundings=tuple(bodies(connection, t.groundings, codecs.GROUNDING, t.groundings.c.document == key)),
        statements=tuple(bodies(connection, t.statements, codecs.STATEMENT, t.statements.c.document == key)),
        events=tuple(bodies(connection, t.events, codecs.EVENT, t.events.c.document == key)),
        parties=tuple(bodies(connection, t.parties, codecs.PARTY, t.parties.c.id.in_(parties))),
        places=tuple(bodies(connection, t.places, codecs.PLACE, t.places.c.id.in_(places))),
        failure=next(failures(connection, t.failures.c.document == key), None),
    )


def copies(connection: Connection) -> tuple[CopyLink, ...]:
    """Return which documents copy which."""
    c = t.copies.c
    query = select(c.document, c.copy_of, c.share).order_by(c.document, c.copy_of)
    return tuple(CopyLink(*row) for row in connection.execute(query))


def failures(connection: Connection, *conditions: Any) -> Iterator[Failure]:
    """Yield failures in order of path and step."""
    f = t.failures.c
    query = select(f.path, f.step, f.reason, f.document).where(*conditions).order_by(f.path, f.step, f.id)
    return (Failure(*row) for row in connection.execute(query))
