"""Say of which documents and incidents sums are made again: temporary tables that one transaction fills."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, MetaData, Table, Text, delete, insert, select

_TEMPORARY = MetaData()


def _table(name: str) -> Table:
    """Return a temporary table of keys."""
    return Table(name, _TEMPORARY, Column("key", Text, primary_key=True), prefixes=["TEMPORARY"])


documents, incidents, counted = (_table(f"changed_{name}") for name in ("documents", "incidents", "counted"))


def note(connection: Connection, table: Table, keys: Iterable[str]) -> None:
    """Put keys in the place of those that a table holds."""
    table.create(connection, checkfirst=True)
    connection.execute(delete(table))
    rows = [{"key": key} for key in sorted(set(keys))]
    if rows:
        connection.execute(insert(table), rows)


def among(column: ColumnElement[Any], table: Table, part: bool) -> list[ColumnElement[bool]]:
    """Return the condition that a column holds one of the keys noted, where only a part is summed."""
    return [column.in_(select(table.c.key))] if part else []
