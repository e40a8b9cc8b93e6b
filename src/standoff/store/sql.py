"""Keep a record in a database, through SQLAlchemy Core; a module a database adds what only it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select, Table, func, insert, select

from standoff.errors import NotFoundError
from standoff.model.agreement import AgreementLink
from standoff.model.claim import Claim, Discrepancy
from standoff.model.clock import Interval
from standoff.model.decision import Decision
from standoff.model.document import Document, Raw, Reading
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.event import Event
from standoff.model.incident import Incident
from standoff.model.record import Record
from standoff.model.run import Bundle, Failure, Run
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.store import amending, codecs, finding, grafts, reads, rows, sizes, standing, swaps, texts, waiting
from standoff.store import tables as t
from standoff.store.asking import ask, records
from standoff.store.batches import batches
from standoff.store.codec import Codec
from standoff.store.packing import Packed, pack
from standoff.store.protocol import Across, Added, Found, Regrown
from standoff.store.racks import Shelves, SqlRack
from standoff.store.shelves import Applied, SqlPrints
from standoff.store.tables.kept import LOOSE

T = TypeVar("T")
Naming = Callable[[str], AbstractContextManager[None]]  # turns a database's errors into StoreError with the address


@dataclass(frozen=True, slots=True)
class Writes:
    """Hold how a database counts writes: rows a connection has written, one more write, and the count as text."""

    made: Callable[[Connection], int]
    count: Callable[[Connection], None]
    revision: Callable[[Connection], str]


@dataclass(frozen=True, slots=True)
class SqlStore:
    """Keep one record behind an engine; `writer` is the same engine with transactions that lock at their start."""

    address: str
    engine: Engine
    writer: Engine
    naming: Naming
    integrity: Callable[[Engine], str]
    writes: Writes

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """Open a reading connection for views."""
        with self.naming(self.address), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def beside(self) -> Iterator[Connection]:
        """Open one transaction for what is no part of the record, such as an index: its revision stays."""
        with self.naming(self.address), self.writer.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Open one transaction that is committed at the end, or rolled back as a whole; the record's revision rises."""
        with self.naming(self.address), self.writer.begin() as connection:
            before = self.writes.made(connection)
            yield connection
            if self.writes.made(connection) != before:
                self.writes.count(connection)

    def add(self, readings: Iterable[Reading]) -> Added:
        """Keep documents with their raw bytes and where they were seen, in one go; known ones are left alone."""
        with self._writing() as connection:
            added = swaps.add(connection, tuple(readings), _now())
            waiting.wait(connection, added.new)
            return added

    def begin(self, run: Run) -> None:
        """Keep what made the rows to come."""
        with self._writing() as connection:
            if connection.execute(select(t.runs.c.id).where(t.runs.c.id == run.id)).first() is None:
                connection.execute(insert(t.runs), [rows.run_row(run)])
            waiting.begin(connection, run.id)

    def date(self, datings: Mapping[str, Interval]) -> None:
        """Swap all dates inferred for documents, by document id."""
        with self._writing() as connection:
            known = texts.datings(connection)
            gone = [key for key, interval in known.items() if datings.get(key) != interval]
            new = [key for key, interval in datings.items() if known.get(key) != interval]
            swaps.remove(connection, t.datings.c.document, gone)
            swaps.put(connection, t.datings, [rows.dating_row(key, datings[key]) for key in new])
            waiting.wait(connection, {*gone, *new})

    def forget(self) -> None:
        """Mark all that is derived as out of date, so that it is derived again."""
        with self._writing() as connection:
            waiting.forget(connection)
            swaps.outdate(connection)

    def pending(self, run: Run) -> tuple[str, ...]:
        """Return the ids of documents that the run has not analysed with their present date, in order of id."""
        with self.connect() as connection:
            return waiting.pending(connection, run.id)

    def replace(self, *bundles: Bundle | Packed) -> None:
        """Swap all that was derived from some documents for what their bundles hold, in one transaction."""
        packed = [pack(bundle) if isinstance(bundle, Bundle) else bundle for bundle in bundles]
        with self._writing() as connection:
            swaps.replace(connection, packed)
            waiting.done(connection, [bundle.document for bundle in packed if bundle.rows[t.analyses.name]])
            grafts.touch(connection, [bundle.document for bundle in packed])

    def amend(self, rows: Iterable[Statement | Event]) -> None:
        """Let what lists and sums are made of be as people corrected some rows; what was derived of them is kept."""
        found = tuple(rows)
        if found:
            with self._writing() as connection:
                amending.amend(connection, found)

    def fail(self, failures: Iterable[Failure], read: Iterable[str] = ()) -> None:
        """Keep failures of inputs; earlier ones of the paths read again, or of files below them, are forgotten."""
        with self._writing() as connection:
            swaps.fail(connection, tuple(failures), tuple(read))

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """Yield documents with their dates, all or those of the ids, in order of id; unknown ids are refused."""
        return self._documents(ids, inferred=True)

    def loosely_dated(self) -> tuple[str, ...]:
        """Return the ids of documents whose own bytes do not state the day of their publication, in order of id."""
        d = t.documents.c
        with self.connect() as connection:
            return tuple(connection.scalars(select(d.id).where(LOOSE).order_by(d.id)))

    def undated(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """Yield documents with the dates their own bytes state, all or those of the ids, in order of id."""
        return self._documents(ids, inferred=False)

    def _documents(self, ids: Iterable[str] | None, inferred: bool) -> Iterator[Document]:
        """Yield documents, in batches that each hold the database only while they are read."""
        for batch in batches(self._all_ids() if ids is None else sorted(ids)):
            with self.connect() as connection:
                found = list(texts.documents(connection, batch, inferred))
            yield from found

    def _all_ids(self) -> list[str]:
        """Return the ids of all documents in order."""
        with self.connect() as connection:
            return list(connection.scalars(select(t.documents.c.id).order_by(t.documents.c.id)))

    def bundle(self, document: str) -> Bundle:
        """Return what is derived from one document at present."""
        with self.connect() as connection:
            return reads.bundle(connection, document)

    def record(self) -> Record:
        """Return documents, statements and events of the whole store, and which documents copy which."""
        documents = {document.id: document for document in self.documents()}
        with self.connect() as connection:
            return Record(
                documents=documents,
                statements={s.id: s for s in reads.bodies(connection, t.statements, codecs.STATEMENT)},
                events={e.id: e for e in reads.bodies(connection, t.events, codecs.EVENT)},
                copies=reads.copies(connection),
            )

    def incidents(self) -> tuple[Incident, ...]:
        """Return all incidents in order of id."""
        return self._all(t.incidents, codecs.INCIDENT)

    def claims(self) -> tuple[Claim, ...]:
        """Return all claims in order of id."""
        return self._all(t.claims, codecs.CLAIM)

    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """Return all discrepancies in order of id."""
        return self._all(t.discrepancies, codecs.DISCREPANCY)

    def agreement_links(self) -> tuple[AgreementLink, ...]:
        """Return all links to agreements in order of id."""
        return self._all(t.agreement_links, codecs.AGREEMENT_LINK)

    def _all(self, table: Table, codec: Codec[T]) -> tuple[T, ...]:
        """Return all records of a table in order of id."""
        with self.connect() as connection:
            return tuple(reads.bodies(connection, table, codec))

    def joined(self, run: Run) -> bool:
        """Tell whether what is derived across documents is of this run and up to date."""
        with self.connect() as connection:
            return connection.scalar(select(t.states.c.value).where(t.states.c.key == swaps.JOINED)) == run.id

    def swap(self, across: Across, run: Run) -> None:
        """Swap all that is derived across documents, in one transaction; ids of vanished incidents are redirected."""
        with self._writing() as connection:
            swaps.swap(connection, across, run.id)
            grafts.settle(connection, across.joined, run.id)

    def touched(self, run: Run) -> tuple[str, ...] | None:
        """Return the documents that changed since the run joined all; nothing where all is to be joined anew."""
        with self.connect() as connection:
            return grafts.touched(connection, run.id)

    @contextmanager
    def shelves(self, applied: Applied) -> Iterator[Shelves]:
        """Open what finding copies, joining and comparing look up, with documents as decisions have them."""
        with self.connect() as connection:
            yield Shelves(SqlPrints(connection, applied), SqlRack(connection, applied))

    def regrow(self, regrown: Regrown, run: Run) -> None:
        """Swap what some documents change of all that is derived across documents, in one transaction."""
        with self._writing() as connection:
            grafts.regrow(connection, regrown, run.id)

    def decide(self, *decisions: Decision) -> None:
        """Add entries to the review log, all or none of them."""
        with self._writing() as connection:
            for decision in decisions:
                swaps.put(connection, t.decisions, [rows.decision_row(decision)])
                swaps.put(connection, t.marks, list(rows.decision_marks(decision)))
            grafts.touch(connection, {span.document for decision in decisions for span in decision.anchor})
            swaps.outdate(connection)

    def decisions(self) -> tuple[Decision, ...]:
        """Return the review log in its order."""
        with self.connect() as connection:
            return tuple(records(codecs.DECISION, ask(connection, "decisions")))

    def words(self, kind: str, documents: Iterable[str]) -> dict[str, tuple[Span, ...]]:
        """Return where the rows of a kind lie in some documents: what a decision about one is anchored to, by id."""
        with self.connect() as connection:
            return standing.words(connection, kind, tuple(documents))

    def where(self, found: Found) -> tuple[Span, ...]:
        """Return where one row lies, as `words` does."""
        with self.connect() as connection:
            return standing.where(connection, found)

    def members(self, incident: str) -> tuple[str, ...]:
        """Return the ids of an incident's events, the first one first."""
        m = t.incident_events.c
        with self.connect() as connection:
            return tuple(connection.scalars(select(m.event).where(m.incident == incident).order_by(m.position)))

    def failures(self) -> tuple[Failure, ...]:
        """Return what failed, in order of path and step."""
        with self.connect() as connection:
            return tuple(reads.failures(connection))

    def raw(self, sha256: str) -> Raw:
        """Return raw bytes as they came."""
        with self.connect() as connection:
            row = connection.execute(select(t.raws).where(t.raws.c.sha256 == sha256)).first()
        if row is None:
            raise NotFoundError(f"{self.address} keeps no raw bytes with the SHA-256 {sha256}.")
        return Raw(row.sha256, row.data, row.media_type)

    def find(self, name: str) -> Found:
        """Return the row that a full id, a unique beginning of one, or a short id names; follows redirects."""
        with self.connect() as connection:
            return finding.find(connection, name, self.address)

    def revision(self) -> str:
        """Return what changes with every write: two equal revisions of one store are one state of the record."""
        with self.connect() as connection:
            return self.writes.revision(connection)

    def revision_in(self, connection: Connection) -> str:
        """Return the revision that an open connection sees."""
        return self.writes.revision(connection)

    def party(self, name: str) -> PartyRef | None:
        """Return a party of the record by its id or its exact name, or nothing."""
        with self.connect() as connection:
            row = connection.execute(_called(t.parties, name)).first()
        return PartyRef(row.id, row.name, row.state, row.kind) if row is not None else None

    def place(self, name: str) -> PlaceRef | None:
        """Return a place of the record by its id or its exact name, or nothing."""
        with self.connect() as connection:
            row = connection.execute(_called(t.places, name)).first()
        return PlaceRef(row.id, row.name, row.lat, row.lon, row.radius_km, row.country) if row is not None else None

    def has_outlet(self, name: str) -> bool:
        """Tell whether a document is of an outlet, or of an agency, of this name."""
        d = t.documents.c
        with self.connect() as connection:
            found = select(d.id).where((d.publisher == name) | (d.agency == name)).limit(1)
            return connection.scalar(found) is not None

    def size(self) -> int:
        """Return how many documents there are; none ever goes, so that the last one's number says it."""
        with self.connect() as connection:
            return connection.scalar(select(func.max(t.documents.c.number))) or 0

    def counts(self) -> dict[str, int]:
        """Return how many rows of each kind there are."""
        with self.connect() as connection:
            return sizes.sizes(connection)

    def check(self) -> str:
        """Return `ok`, or what is damaged."""
        with self.naming(self.address):
            return self.integrity(self.engine)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def _called(table: Table, name: str) -> Select[Any]:
    """Select the row of parties or places with an id, else the first with a name."""
    c = table.c
    return select(table).where((c.id == name) | (c.name == name)).order_by(c.id != name, c.id).limit(1)


def _now() -> str:
    """Return the time at which something is recorded, UTC to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
