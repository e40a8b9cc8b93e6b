"""Yield the rows of each record type from a store, in order of id, as every format of export writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Select, Table, select

from standoff.exporting import rows as write
from standoff.exporting.rows import Row
from standoff.model.agreement import Agreement
from standoff.model.incident import CopyLink
from standoff.store import codecs, tables
from standoff.store.codec import Codec
from standoff.views.dossier import heaviest_copies

if TYPE_CHECKING:
    from standoff.store.protocol import Store

T = TypeVar("T")
Writer = Callable[[Any, str | None], Row]
_STEP = 500  # rows fetched at once

# Name of a file -> table, how its body is read, and how its record is written.
_DERIVED: Mapping[str, tuple[Table, Codec[Any], Writer]] = {
    "statements": (tables.statements, codecs.STATEMENT, write.statement_row),
    "events": (tables.events, codecs.EVENT, write.event_row),
    "incidents": (tables.incidents, codecs.INCIDENT, write.incident_row),
    "claims": (tables.claims, codecs.CLAIM, write.claim_row),
    "discrepancies": (tables.discrepancies, codecs.DISCREPANCY, write.discrepancy_row),
    "agreement_links": (tables.agreement_links, codecs.AGREEMENT_LINK, write.agreement_link_row),
}
TABLES = {  # kind of a row -> the record type that holds it
    **{kind: f"{kind}s" for kind in ("document", "incident", "statement", "event", "claim", "agreement_link")},
    "discrepancy": "discrepancies",
}
NAMES = (
    *("documents", "statements", "events", "incidents", "claims", "discrepancies", "agreements", "agreement_links"),
    *("decisions", "failures", "places", "parties"),
)


def records(store: Store, agreements: Mapping[str, Agreement]) -> Iterator[tuple[str, Iterator[Row]]]:
    """Yield each record type's name with its rows; agreements are those of the codebook."""
    with store.connect() as connection:
        for name in NAMES:
            yield name, _rows(store, connection, name, agreements)


def streamed(store: Store, name: str, agreements: Mapping[str, Agreement] = MappingProxyType({})) -> Iterator[Row]:
    """Yield the rows of one record type without holding all of them in memory; the store is held while they last."""
    with store.connect() as connection:
        yield from _rows(store, connection, name, agreements)


def one_record(store: Store, name: str, key: str) -> Row:
    """Return the row of one id; `name` is its record type, such as `statements`."""
    with store.connect() as connection:
        if name == "documents":
            return next(_documents(store, connection, (key,)))
        return next(_derived(connection, name, key))


def _rows(store: Store, connection: Connection, name: str, agreements: Mapping[str, Agreement]) -> Iterator[Row]:
    """Return the rows of one record type."""
    if name in _DERIVED:
        return _derived(connection, name)
    made: Mapping[str, Callable[[], Iterator[Row]]] = {
        "documents": lambda: _documents(store, connection),
        "agreements": lambda: (write.agreement_row(agreements[key], None) for key in sorted(agreements)),
        "decisions": lambda: (write.decision_row(decision) for decision in store.decisions()),
        "failures": lambda: _failures(connection),
        "places": lambda: _entities(connection, tables.places, codecs.PLACE, write.place_row),
        "parties": lambda: _entities(connection, tables.parties, codecs.PARTY, write.party_row),
    }
    return made[name]()


def _stream(connection: Connection, query: Select[Any]) -> Iterable[Any]:
    """Return the rows of a select without holding all of them in memory."""
    return connection.execute(query.execution_options(yield_per=_STEP))


def _derived(connection: Connection, name: str, key: str | None = None) -> Iterator[Row]:
    """Yield the rows of a derived table, or the one of an id."""
    table, codec, writer = _DERIVED[name]
    query = select(table.c.body, table.c.run).order_by(table.c.id)
    for body, run in _stream(connection, query if key is None else query.where(table.c.id == key)):
        yield writer(codec.decode(body), run)


def _documents(store: Store, connection: Connection, ids: Iterable[str] | None = None) -> Iterator[Row]:
    """Yield documents with the run that analysed them and what they repeat."""
    runs = {row.document: row.run for row in connection.execute(select(tables.analyses))}
    copies = heaviest_copies(connection, None)
    for document in store.documents(ids):
        copy_of, share = copies.get(document.id, (None, 0.0))
        copy = CopyLink(document.id, copy_of, share) if copy_of else None
        yield write.document_row(document, runs.get(document.id), copy)


def _failures(connection: Connection) -> Iterator[Row]:
    """Yield what failed."""
    table = tables.failures.c
    for row in _stream(connection, select(tables.failures).order_by(table.path, table.step, table.id)):
        yield {
            "id": row.id,
            "run": None,
            "path": row.path,
            "step": row.step,
            "reason": row.reason,
            "document": row.document,
        }


def _entities(connection: Connection, table: Table, codec: Codec[T], writer: Writer) -> Iterator[Row]:
    """Yield parties or places, which no run makes."""
    for (body,) in _stream(connection, select(table.c.body).order_by(table.c.id)):
        yield writer(codec.decode(body), None)
