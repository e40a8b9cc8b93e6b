"""Write to an open transaction: add what is kept, and swap what is derived as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace as replace_field
from functools import cache
from json import loads
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Table, delete, insert, select, update
from sqlalchemy.dialects import registry

from standoff.errors import InvariantError
from standoff.model.document import Document, Reading
from standoff.model.run import Failure
from standoff.store import rows, rows_across, sums
from standoff.store import tables as t
from standoff.store.batches import batches
from standoff.store.names import rename
from standoff.store.packing import Packed, Values, values
from standoff.store.protocol import Across, Added

_NAMED = {t.document_parties.c.party: t.parties, t.document_places.c.place: t.places}
JOINED = "joined"  # key of the state that holds the run of the rows across documents while they are up to date
T = TypeVar("T")


def put(connection: Connection, table: Table, found: Sequence[rows.Row]) -> None:
    """Insert rows, if there are any; a number that counts rows up is left to the database."""
    put_values(connection, table, values(table, found))


def put_values(connection: Connection, table: Table, found: Sequence[Values]) -> None:
    """Insert rows given as tuples, if there are any.

    SQLAlchemy's own way of many rows costs more than the database's, so a table's statement is compiled once.
    """
    if not found:
        return
    statement = _inserting(table, connection.dialect.name)
    if connection.dialect.positional:
        connection.exec_driver_sql(statement, list(found))
    else:
        names = [column.name for column in table.columns]
        connection.exec_driver_sql(statement, [dict(zip(names, row, strict=True)) for row in found])


@cache
def _inserting(table: Table, dialect: str) -> str:
    """Return the statement that inserts a whole row into a table."""
    return str(
        insert(table).compile(dialect=registry.load(dialect)(), column_keys=[column.name for column in table.columns])
    )


def remove(connection: Connection, column: Column[Any], values: Iterable[str]) -> None:
    """Delete the rows whose column has one of the values."""
    for batch in batches(values):
        connection.execute(delete(column.table).where(column.in_(batch)))


def present(connection: Connection, column: Column[Any], values: Iterable[str]) -> set[str]:
    """Return those of the values that a column has."""
    return {found for batch in batches(values) for found in connection.scalars(select(column).where(column.in_(batch)))}


def outdate(connection: Connection) -> None:
    """Mark what is derived across documents as out of date, so that a run that is cut off is taken up again."""
    remove(connection, t.states.c.key, [JOINED])


# Kept -----------------------------------------------------------------------------------------------------------------


def add(connection: Connection, readings: Sequence[Reading], recorded: str) -> Added:
    """Keep documents, raw bytes and sightings; a document whose id is known is left alone."""
    raws = {r.raw.sha256: r.raw for r in readings}
    documents = {r.document.id: storable(r.document) for r in readings}
    old_raws = present(connection, t.raws.c.sha256, raws)
    old = present(connection, t.documents.c.id, documents)
    new = [document for key, document in documents.items() if key not in old]
    put(connection, t.raws, [rows.raw_row(raw, recorded) for key, raw in raws.items() if key not in old_raws])
    for document in new:  # one by one: each may replace one just added
        put(connection, t.documents, [rows.document_row(_replacing(connection, document), recorded)])
        put(connection, t.blocks, rows.block_rows(document))
    _sight(connection, readings, recorded)
    if new:
        outdate(connection)
    return Added(tuple(document.id for document in new), len(readings) - len(new))


def storable(document: Document) -> Document:
    """Return a document whose text a database can hold as it is; refuses NUL and lone surrogates."""
    if "\0" in document.text:
        raise InvariantError(f"The text of {document.path} holds a NUL character, which reading should have refused.")
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        raise InvariantError(f"The text of {document.path} holds half a character at {error.start}.") from error
    return document


def _replacing(connection: Connection, document: Document) -> Document:
    """Return a document that names the one it replaces: the last that was seen with another text at its address."""
    if document.replaces or not document.url:
        return document
    earlier = select(t.documents.c.id).where(t.documents.c.url == document.url).order_by(t.documents.c.number.desc())
    return replace_field(document, replaces=connection.scalar(earlier.limit(1)))


def _sight(connection: Connection, readings: Sequence[Reading], recorded: str) -> None:
    """Keep at which paths documents were seen, each once."""
    seen = {(r.document.path, r.document.id, r.raw.sha256) for r in readings}
    s = t.sightings.c
    for batch in batches(sorted({path for path, _, _ in seen})):
        seen -= {
            tuple(row) for row in connection.execute(select(s.path, s.document, s.raw_sha256).where(s.path.in_(batch)))
        }
    put(connection, t.sightings, [rows.sighting_row(*key, recorded) for key in sorted(seen)])


# Derived from one document --------------------------------------------------------------------------------------------


def replace(connection: Connection, bundles: Sequence[Packed]) -> None:
    """Swap all that was derived from some documents for what their bundles hold; entities that none names go."""
    analysed = sorted(_analysed(connection, [bundle.document for bundle in bundles]))
    before = [named(connection, analysed, column) for column in _NAMED]
    clear(connection, analysed)
    for table in (t.parties, t.places):
        _name(connection, table, {row[0]: row for bundle in bundles for row in bundle.rows[table.name]})
    for table in (*reversed(t.OF_DOCUMENT), t.arguments, t.marks, t.failures):
        put_values(connection, table, [row for bundle in bundles for row in bundle.rows[table.name]])
    for column, keys in zip(_NAMED, before, strict=True):
        _forget(connection, column, keys)
    outdate(connection)


def _analysed(connection: Connection, keys: Sequence[str]) -> set[str]:
    """Return those of some documents from which something was derived before, a failure for one."""
    columns = (t.analyses.c.document, t.failures.c.document, t.annotations.c.document)
    return set().union(*(present(connection, column, keys) for column in columns))


def named(connection: Connection, documents: Sequence[str], column: Column[str]) -> set[str]:
    """Return the parties or places that some documents name."""
    return {
        key
        for batch in batches(documents)
        for key in connection.scalars(select(column).where(column.table.c.document.in_(batch)))
    }


def _forget(connection: Connection, column: Column[str], keys: set[str]) -> None:
    """Drop those of some parties or places that no document names any more."""
    gone = keys - present(connection, column, keys)
    remove(connection, _NAMED[column].c.id, sorted(gone))
    rename(connection, column.name.replace("party", "actor"), gone)


def clear(connection: Connection, documents: Sequence[str]) -> None:
    """Drop all that was derived from some documents."""
    for batch in batches(documents):
        events = select(t.events.c.id).where(t.events.c.document.in_(batch))
        connection.execute(delete(t.arguments).where(t.arguments.c.event.in_(events)))
        for table in (*t.OF_DOCUMENT, t.failures):
            connection.execute(delete(table).where(table.c.document.in_(batch)))
        of_document = t.marks.c.owner_kind.in_(("statement", "event"))
        connection.execute(delete(t.marks).where(t.marks.c.document.in_(batch), of_document))


def _name(connection: Connection, table: Table, found: Mapping[object, Values]) -> None:
    """Keep entities that documents refer to, by id; what the codebook says of them now stands."""
    known: dict[object, Values] = {}
    for batch in batches(found):
        held = connection.execute(select(table).where(table.c.id.in_(batch)))
        known |= {row["id"]: values(table, [row])[0] for row in (row._asdict() for row in held)}
    put_values(connection, table, [row for key, row in found.items() if key not in known])
    for key, row in found.items():
        if key in known and known[key] != row:
            fields = dict(zip((column.name for column in table.columns), row, strict=True))
            connection.execute(update(table).where(table.c.id == key).values(fields | {"body": loads(str(row[-1]))}))


def fail(connection: Connection, failures: Sequence[Failure], read: Sequence[str]) -> None:
    """Keep failures of inputs; earlier ones of the paths read again, or of files below them, are forgotten."""
    new = {row["id"]: row for row in map(rows.failure_row, failures)}
    query = select(t.failures).where(t.failures.c.document.is_(None))
    old = {row.id: dict(row._mapping) for row in connection.execute(query)}
    gone = [key for key, row in old.items() if key in new or _below(row["path"], read)]
    remove(connection, t.failures.c.id, [key for key in gone if new.get(key) != old[key]])
    put(connection, t.failures, [row for key, row in new.items() if old.get(key) != row])


def _below(path: str, read: Sequence[str]) -> bool:
    """Tell whether a path is one of those read, a file below one, or a part of one."""
    here = "." in read and not path.startswith(("/", "../", "-"))  # files below `.` are not called so
    return here or any(path == root or path.startswith((root.rstrip("/") + "/", f"{root}#")) for root in read)


# Derived across documents ---------------------------------------------------------------------------------------------


def swap(connection: Connection, across: Across, run: str) -> None:
    """Swap all that is derived across documents, and lead ids of vanished incidents to their heirs."""
    _redirect(connection, {i.id: i.events for i in across.joined.incidents})
    for table in t.ACROSS:
        connection.execute(delete(table))
    connection.execute(delete(t.marks).where(t.marks.c.owner_kind.in_(("claim", "agreement_link"))))
    for found in (
        rows_across.joined_rows(across.joined, run),
        rows_across.copied_rows(across.copied),
        rows_across.compared_rows(across.compared, run),
        rows_across.index_rows(across.compared),
    ):
        for table, new in found.items():
            put(connection, table, new)
    sums.fill(connection)
    settled(connection, run)


def settled(connection: Connection, run: str) -> None:
    """Mark what is across documents as up to date."""
    outdate(connection)
    put(connection, t.states, [{"key": JOINED, "value": run}])


def _redirect(connection: Connection, new: dict[str, tuple[str, ...]]) -> None:
    """Lead each incident id once shown and now gone to the incident that holds the largest share of its members."""
    home = {event: incident for incident, events in new.items() for event in events}
    heirs: dict[str, Counter[str]] = {}
    member = t.incident_events.c
    for incident, event in connection.execute(select(member.incident, member.event)):
        if incident not in new:
            heirs.setdefault(incident, Counter()).update([home[event]] if event in home else [])
    gone = {incident: largest(shares) for incident, shares in heirs.items()}
    old = {row.incident: row.heir for row in connection.execute(select(t.redirects))}
    led = {incident: gone.get(heir, heir) if heir else None for incident, heir in old.items()} | gone
    remove(connection, t.redirects.c.incident, [i for i, heir in old.items() if i in new or led[i] != heir])
    put(
        connection,
        t.redirects,
        [{"incident": i, "heir": h} for i, h in led.items() if i not in new and (i not in old or old[i] != h)],
    )


def largest(shares: Counter[str]) -> str | None:
    """Return the incident with most members, the first by id among equals, or nothing."""
    return min(shares, key=lambda incident: (-shares[incident], incident), default=None)
