"""Keep sums in step with what some documents change, at a cost in which the size of the record has no part."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Float, Select, Table, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert  # SQL that PostgreSQL has too

from standoff.store import changed
from standoff.store import tables as t
from standoff.store.batches import batches
from standoff.store.sums import ADDED_UP, BY_DAY, EACH, lists, look_again, put_found, statuses


def leave(connection: Connection, incidents: Iterable[str]) -> None:
    """Drop the sums of some incidents, before these are changed."""
    changed.note(connection, changed.incidents, incidents)
    sums, listed = t.incident_sums.c, t.incident_lists.c
    held = connection.execute(lists(True)).all()
    if held:  # row by row: a planner would look through all incidents of a party for those of a list
        one = (listed.kind, listed.about, listed.weight, listed.incident)
        row = delete(t.incident_lists).where(*(column == bindparam(f"of_{column.name}") for column in one))
        connection.execute(row, [{f"of_{c.name}": value for c, value in zip(one, key, strict=False)} for key in held])
    connection.execute(delete(t.incident_sums).where(*changed.among(sums.incident, changed.incidents, True)))
    status = t.status_sums.c
    for name, number in connection.execute(statuses(True)).all():
        fewer = update(t.status_sums).where(status.status == name).values(incidents=status.incidents - number)
        connection.execute(fewer)
    connection.execute(delete(t.status_sums).where(status.incidents == 0))


def refill(connection: Connection, documents: Iterable[str], telling: Iterable[str], incidents: Iterable[str]) -> None:
    """Make the sums of some documents and incidents again.

    What new documents come to is added to the sums of their days; the days on which documents that were summed up
    before were or are published are summed up anew. `telling` are documents that did not change but tell of incidents
    that did. The incidents are those that `leave` was told of, and those in their place.
    """
    changing = set(documents)
    before = _days(connection, changing)
    changed.note(connection, changed.documents, changing.union(telling))
    changed.note(connection, changed.incidents, incidents)
    held = t.document_sums.c.document
    connection.execute(delete(t.document_sums).where(*changed.among(held, changed.documents, True)))
    for table, found in EACH:
        put_found(connection, table, found(True))
    now = _days(connection, changing)
    again = {*before.values(), *(now[key] for key in before)}
    _sum_up(connection, again)
    fresh = (key for key, day in now.items() if key not in before and day not in again)
    changed.note(connection, changed.counted, fresh)
    for table, found in (*BY_DAY, (t.status_sums, statuses)):
        if table is t.agreement_lines:
            put_found(connection, table, found(True))
        else:
            _add(connection, table, found(True))
    look_again(connection)


def _days(connection: Connection, documents: Iterable[str]) -> dict[str, str]:
    """Return the days on which those of some documents were published that are summed up at present."""
    sums = t.document_sums.c
    query = select(sums.document, sums.day)
    found = (connection.execute(query.where(sums.document.in_(batch))) for batch in batches(documents))
    return {row.document: row.day for rows in found for row in rows}


def _sum_up(connection: Connection, days: Iterable[str]) -> None:
    """Sum some days up anew."""
    asked = list(batches(sorted(days)))
    if not asked:
        return
    sums = t.document_sums.c
    held = (connection.scalars(select(sums.document).where(sums.day.in_(batch))) for batch in asked)
    changed.note(connection, changed.counted, chain.from_iterable(held))
    for table, found in BY_DAY:
        for batch in asked:
            connection.execute(delete(table).where(table.c.day.in_(batch)))
        put_found(connection, table, found(True))


def _add(connection: Connection, table: Table, query: Select[Any] | CompoundSelect[Any]) -> None:
    """Add what a query finds to the sums there are; shares are rounded, so that they add up the same in any order."""
    keys = [column.name for column in table.primary_key]
    adding = upsert(table).from_select([column.name for column in table.columns], query)
    sums = {column.name: column + adding.excluded[column.name] for column in table.columns if column.name not in keys}
    rounded = {
        name: func.round(sum_, ADDED_UP) if isinstance(table.c[name].type, Float) else sum_
        for name, sum_ in sums.items()
    }
    connection.execute(adding.on_conflict_do_update(index_elements=keys, set_=rounded))
