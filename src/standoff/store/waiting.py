"""Know which documents a run has still to analyse: those that came or were dated anew since it was known of all."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Select, case, delete, insert, or_, select

from standoff.store import tables as t
from standoff.store.swaps import present, put, remove

ANALYSED = "analysed"  # key of the state that holds the run of which `waiting` knows what it has to analyse


def begin(connection: Connection, run: str) -> None:
    """Find out once what a run has to analyse, which is all where nothing was analysed by it."""
    if _known(connection, run):
        return
    connection.execute(delete(t.waiting))
    connection.execute(insert(t.waiting).from_select(["document"], _pending(run)))
    remove(connection, t.states.c.key, [ANALYSED])
    put(connection, t.states, [{"key": ANALYSED, "value": run}])


def wait(connection: Connection, documents: Iterable[str]) -> None:
    """Remember that documents came or were dated anew."""
    asked = set(documents)
    known = present(connection, t.waiting.c.document, asked)
    put(connection, t.waiting, [{"document": key} for key in sorted(asked - known)])


def done(connection: Connection, documents: Iterable[str]) -> None:
    """Remember that documents were analysed."""
    remove(connection, t.waiting.c.document, sorted(documents))


def forget(connection: Connection) -> None:
    """Mark all documents as not analysed."""
    connection.execute(delete(t.analyses))
    remove(connection, t.states.c.key, [ANALYSED])


def pending(connection: Connection, run: str) -> tuple[str, ...]:
    """Return the ids of documents that a run has not analysed with their present date, in order of id."""
    query = _pending(run)
    if _known(connection, run):
        query = query.where(t.documents.c.id.in_(select(t.waiting.c.document)))
    return tuple(connection.scalars(query.order_by(t.documents.c.id)))


def _known(connection: Connection, run: str) -> bool:
    """Tell whether what a run has to analyse is known."""
    return connection.scalar(select(t.states.c.value).where(t.states.c.key == ANALYSED)) == run


def _pending(run: str) -> Select[tuple[str]]:
    """Select the documents that a run has not analysed with their present date, by looking at all."""
    d, a, g = t.documents.c, t.analyses.c, t.datings.c
    parts = ("published_earliest", "published_latest", "published_basis")
    redated = [a[part].is_distinct_from(_present(part)) for part in parts]
    return (
        select(d.id)
        .outerjoin(t.analyses, a.document == d.id)
        .outerjoin(t.datings, g.document == d.id)
        .where(or_(a.run.is_distinct_from(run), *redated))
    )


def _present(part: str) -> ColumnElement[str]:
    """Return one column of the date a document has now: the inferred one's where there is one, open bounds and all."""
    return case((t.datings.c.document.is_not(None), t.datings.c[part]), else_=t.documents.c[part])
