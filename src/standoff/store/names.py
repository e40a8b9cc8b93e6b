"""Keep the full-text index of names in step with incidents, parties and places; only what changed is written."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, literal, select

from standoff.store import tables as t
from standoff.store.batches import batches

_NAMED = (("incident", t.incidents, "label"), ("actor", t.parties, "name"), ("place", t.places, "name"))
_INDEX = "INSERT INTO names_fts(rowid, kind, key, name) SELECT number, kind, key, name FROM names"


def fill_names(connection: Connection) -> None:
    """Make the index again."""
    connection.execute(delete(t.names))
    for kind, table, column in _NAMED:
        named = select(literal(kind), table.c.id, table.c[column])
        connection.execute(insert(t.names).from_select(["kind", "key", "name"], named))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DELETE FROM names_fts")
        connection.exec_driver_sql(_INDEX)


def rename(connection: Connection, kind: str, keys: Iterable[str]) -> None:
    """Put what some incidents, parties or places (`actor`) are called now in the place of what they were called."""
    _, table, column = next(named for named in _NAMED if named[0] == kind)
    for batch in batches(sorted(set(keys))):
        n = t.names.c
        held = [number for (number,) in connection.execute(select(n.number).where(n.kind == kind, n.key.in_(batch)))]
        _drop(connection, held)
        named = select(literal(kind), table.c.id, table.c[column]).where(table.c.id.in_(batch))
        connection.execute(insert(t.names).from_select(["kind", "key", "name"], named))
        fresh = connection.execute(select(n.number, n.kind, n.key, n.name).where(n.kind == kind, n.key.in_(batch)))
        _index(connection, [tuple(row) for row in fresh])


def _drop(connection: Connection, numbers: list[int]) -> None:
    """Take names out of the index, by number."""
    if not numbers:
        return
    connection.execute(delete(t.names).where(t.names.c.number.in_(numbers)))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DELETE FROM names_fts WHERE rowid = ?", [(number,) for number in numbers])


def _index(connection: Connection, rows: list[tuple[object, ...]]) -> None:
    """Put names into the index."""
    if rows and connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO names_fts(rowid, kind, key, name) VALUES (?, ?, ?, ?)", rows)
