"""Pack a bundle as plain rows: the form in which it crosses process borders and goes into the tables.

Pickling tuples costs a tenth of pickling records, and rows are made where the work is spread, not in the one process
that writes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

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
    names, places = _layout(table)
    whole = itemgetter(*names)  # of a row that lacks no column, which nearly all are
    made = []
    for row in found:
        value = list(whole(row) if len(row) == len(names) > 1 else map(row.get, names))
        for place in places:
            value[place] = compact(value[place])
        made.append(tuple(value))
    return made


@cache
def _layout(table: Table) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the names of a table's columns, and the places of those that hold JSON."""
    columns = tuple(table.columns)
    return tuple(c.name for c in columns), tuple(n for n, c in enumerate(columns) if isinstance(c.type, JSON))
