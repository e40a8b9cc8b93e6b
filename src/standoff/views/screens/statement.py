"""Shape what explains one statement: the features of its score, who speaks, what is told in it, who reports it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from standoff.errors import NotFoundError
from standoff.reviewing.applying import corrected
from standoff.store import codecs
from standoff.store import tables as t
from standoff.views.screens.documents import document_of
from standoff.views.screens.drawer import incidents_of
from standoff.views.screens.reading import Reading
from standoff.views.screens.shapes import when
from standoff.views.screens.shapes_record import StatementPage


def statement_page(connection: Connection, key: str, reading: Reading) -> StatementPage:
    """Shape one statement; one that was not known on the day is refused as unknown."""
    s, e = t.statements.c, t.events.c
    body = connection.scalar(select(s.body).where(s.id == key))
    if body is None:
        raise NotFoundError(f"No statement of this record has the id {key}.")
    statement = corrected(codecs.STATEMENT.decode(body), reading.verdicts)
    document_of(connection, statement.document, reading)
    reports = connection.scalars(select(s.id).where(s.document == statement.document, s.parent == key).order_by(s.id))
    told = connection.scalars(select(e.id).where(e.statement == key).order_by(e.start, e.id))
    return StatementPage(
        id=key,
        document=statement.document,
        features={name: round(value, 4) for name, value in statement.features.items()},
        principal=statement.principal,
        addressee=statement.addressee,
        speakers=statement.source.refs,
        resolved_from=statement.source.resolved_from,
        said=when(statement.said_at),
        incidents=tuple(incidents_of(connection, [key]).get(key, ())),
        events=tuple(told),
        reported_by=(statement.parent,) if statement.parent else (),
        reports=tuple(reports),
    )
