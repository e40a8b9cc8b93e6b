"""Let the columns of rows be as people corrected them; their bodies stay what was derived, so that it can come back."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, delete, update

from standoff.model.event import Event
from standoff.model.statement import Statement
from standoff.store import rows
from standoff.store import tables as t
from standoff.store.swaps import put

_KEPT = ("id", "body")


def amend(connection: Connection, found: Iterable[Statement | Event]) -> None:
    """Set the columns of statements and events, and the arguments of events."""
    for row in found:
        if isinstance(row, Statement):
            _set(connection, t.statements, rows.statement_row(row))
        else:
            _set(connection, t.events, rows.event_row(row))
            connection.execute(delete(t.arguments).where(t.arguments.c.event == row.id))
            put(connection, t.arguments, list(rows.argument_rows(row)))


def _set(connection: Connection, table: Table, row: rows.Row) -> None:
    """Set all columns of one row but those that never change."""
    fields = {name: value for name, value in row.items() if name not in _KEPT}
    connection.execute(update(table).where(table.c.id == row["id"]).values(fields))
