"""Grow a store to a size at which looking things up is measured, by copying all its rows under other ids."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from standoff.store.open import open_store
from standoff.store.sums import PLACED, fill
from standoff.store.tables import SUMS, metadata

LARGE = 10_000  # documents
SHARED = frozenset({"raws", "runs", "states", "sizes", "parties", "places"})  # tables whose rows all copies refer to
TAKEN_UP_BY = frozenset({"slots", "prints", "renderings", "utterances", "crossings"})  # no screen reads them
SUMMED = frozenset({"names", *(table.name for table in SUMS if table not in PLACED)})  # made again once all is copied
IDS = ("doc", "ann", "gnd", "stm", "evt", "inc", "clm", "dsc", "agl")
PROSE = frozenset({"text", "quote", "title", "path", "label", "explanation", "reason", "short_id"})


def grow(store: Path) -> int:
    """Copy all rows of a store under other ids until it has 10,000 documents; return how many it has."""
    connection = sqlite3.connect(store)
    once = SHARED | TAKEN_UP_BY | SUMMED
    tables = [table for table in metadata.sorted_tables if table.name not in once]
    last = {table.name: _number(connection, f"SELECT coalesce(max(rowid), 0) FROM {table.name}") for table in tables}
    own = _number(connection, "SELECT count(*) FROM documents")
    for number in range(1, LARGE // own):
        for table in tables:
            names = [column.name for column in table.columns]
            copied = ", ".join(_renamed(name, number) for name in names)
            columns = ", ".join(f'"{name}"' for name in names)
            source = f"SELECT {copied} FROM {table.name} WHERE rowid <= {last[table.name]}"
            connection.execute(f"INSERT INTO {table.name} ({columns}) {source}")
    connection.commit()
    connection.close()
    _sum(store)
    return own * (LARGE // own)


def _sum(store: Path) -> None:
    """Make the sums again, as joining does: copies of a row of sums would be sums of the same party and day."""
    opened = open_store(store)
    try:
        with opened.writer.begin() as connection:  # type: ignore[attr-defined] # a store of this machine has an engine
            fill(connection)
    finally:
        opened.close()


def _number(connection: sqlite3.Connection, query: str) -> int:
    """Return the one number a query yields."""
    return int(connection.execute(query).fetchone()[0])


def _renamed(column: str, number: int) -> str:
    """Return the SQL of a column in which all ids are those of another copy."""
    if column == "number":
        return "NULL"
    if column in PROSE:
        return f'"{column}"'
    changed = f'"{column}"'
    for kind in IDS:
        changed = f"replace({changed}, '{kind}-', '{kind}-{number}')"
    return f'CASE typeof("{column}") WHEN \'text\' THEN {changed} ELSE "{column}" END'
