"""Pack a bundle as plain rows: the form in which it crosses process borders and goes into the tables.

Pickling tuples costs a tenth of pickling records, and rows are made where the work is spread, not in the one process
that writes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import JSON, Table

from standoff.model.run import Bundle
from standoff.store import rows
from standoff.store import tables as t
from standoff.store.codec import compact

RETRIED = frozenset({"engine"})  # a worker that died may have died of something else: the next run tries again
Values = tuple[object, ...]  # in the order of the table's columns


@dataclass(frozen=True, slots=True)
class Packed:
    """Hold the rows derived from one document by table name, its entities' among them, and the length of its text."""

    document: str
    length: int
    rows: dict[str, list[Values]]


def pack(bundle: Bundle) -> Packed:
    """Return a bundle as rows."""
    done = bundle.failure is None or bundle.failure.step not in RETRIED
    found = {
        t.parties: [rows.party_row(party) for party in bundle.parties],
        t.places: [rows.place_row(place) for place in bundle.places],
        **rows.bundle_rows(bundle),
        t.failures: [rows.failure_row(bundle.failure)] if bundle.failure else [],
        t.analyses: [rows.analysis_row(bundle)] if done else [],
    }
    packed = {table.name: values(table, made) for table, made in found.items()}
    return Packed(bundle.document.id, len(bundle.document.text), packed)


def values(table: Table, found: Iterable[rows.Row]) -> list[Values]:
    """Return rows as tuples in the order of the table's columns, JSON as text; columns that a row lacks are absent."""
    plan = [(column.name, isinstance(column.type, JSON)) for column in table.columns]
    return [tuple([compact(row[name]) if json else row.get(name) for name, json in plan]) for row in found]
