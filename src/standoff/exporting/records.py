"""Yield the rows of each record type from a store, in order of id, as every format of export writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Select, Table, select

from standoff.exporting import rows as write
from standoff.exporting.permalinks import page_of
from standoff.exporting.rows import Row
from standoff.model.agreement import Agreement
from standoff.model.incident import CopyLink
from standoff.reviewing.verdicts import verdicts_in_force
from standoff.store import codecs, tables
from standoff.store.codec import Codec
from standoff.views.dossier import heaviest_copies

if TYPE_CHECKING:
    from standoff.model.decision import Verdicts
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
    *("decisions", "failures", "places", "parties", "runs"),
)


@dataclass(frozen=True, slots=True)
class _Given:
    """Hold what rows are read from, and what people decided on them."""

    store: Store
    connection: Connection
    verdicts: Verdicts
    agreements: Mapping[str, Agreement]


@contextmanager
def _given(store: Store, agreements: Mapping[str, Agreement] = MappingProxyType({})) -> Iterator[_Given]:
    """Hold a store while rows are read from it."""
    verdicts = verdicts_in_force(store)
    with store.connect() as connection:
        yield _Given(store, connection, verdicts, agreements)


def records(store: Store, agreements: Mapping[str, Agreement]) -> Iterator[tuple[str, Iterator[Row]]]:
    """Yield each record type's name with its rows; agreements are those of the codebook."""
    with _given(store, agreements) as given:
        for name in NAMES:
            yield name, _rows(given, name)


def streamed(store: Store, name: str, agreements: Mapping[str, Agreement] = MappingProxyType({})) -> Iterator[Row]:
    """Yield the rows of one record type without holding all of them in memory; the store is held while they last."""
    with _given(store, agreements) as given:
        yield from _rows(given, name)


def one_record(store: Store, name: str, key: str) -> Row:
    """Return the row of one id; `name` is its record type, such as `statements`."""
    with _given(store) as given:
        return next(_documents(given, key) if name == "documents" else _derived(given, name, key))


def _rows(given: _Given, name: str) -> Iterator[Row]:
    """Return the rows of one record type."""
    if name in _DERIVED:
        return _derived(given, name)
    made: Mapping[str, Callable[[], Iterator[Row]]] = {
        "documents": lambda: _documents(given),
        "agreements": lambda: (write.agreement_row(row, None) for _, row in sorted(given.agreements.items())),
        "decisions": lambda: (write.decision_row(decision) for decision in given.store.decisions()),
        "failures": lambda: _failures(given.connection),
        "runs": lambda: _runs(given.connection),
        "places": lambda: _entities(given.connection, tables.places, codecs.PLACE, write.place_row),
        "parties": lambda: _entities(given.connection, tables.parties, codecs.PARTY, write.party_row),
    }
    return made[name]()


def _stream(connection: Connection, query: Select[Any]) -> Iterable[Any]:
    """Return the rows of a select without holding all of them in memory."""
    return connection.execute(query.execution_options(yield_per=_STEP))


def _derived(given: _Given, name: str, key: str | None = None) -> Iterator[Row]:
    """Yield the rows of a derived table, or the one of an id, each with what reviewers made of it."""
    table, codec, writer = _DERIVED[name]
    states, corrections = given.verdicts.states, given.verdicts.corrections
    query = select(table.c.body, table.c.run).order_by(table.c.id)
    for body, run in _stream(given.connection, query if key is None else query.where(table.c.id == key)):
        row = writer(codec.decode(body), run)
        about = str(row["id"])
        yield row | {"review": states.get(about), "correction": corrections.get(about), "page": page_of(row)}


def _documents(given: _Given, key: str | None = None) -> Iterator[Row]:
    """Yield documents, or the one of an id, with the run that analysed them and what they repeat."""
    only, analysed = None if key is None else (key,), tables.analyses.c
    query = select(analysed.document, analysed.run)
    runs = dict(given.connection.execute(query if key is None else query.where(analysed.document == key)).all())
    copies = heaviest_copies(given.connection, only)
    for document in given.store.documents(only):
        copy_of, share = copies.get(document.id, (None, 0.0))
        copy = CopyLink(document.id, copy_of, share) if copy_of else None
        row = write.document_row(document, runs.get(document.id), copy)
        yield row | {"page": page_of(row)}


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


def _runs(connection: Connection) -> Iterator[Row]:
    """Yield what made derived rows: program, codebook and models."""
    for row in _stream(connection, select(tables.runs).order_by(tables.runs.c.id)):
        yield {"id": row.id, "run": None, "version": row.version, "codebook": row.codebook, "models": row.models}


def _entities(connection: Connection, table: Table, codec: Codec[T], writer: Writer) -> Iterator[Row]:
    """Yield parties or places, which no run makes."""
    for (body,) in _stream(connection, select(table.c.body).order_by(table.c.id)):
        yield writer(codec.decode(body), None)
