"""Say what a store can do, and what of that looking something up takes; the contract tests run over every one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # nothing of the model is needed to name a row that was found
    from sqlalchemy import Connection

    from standoff.model.agreement import AgreementLink
    from standoff.model.claim import Claim, Discrepancy
    from standoff.model.clock import Interval
    from standoff.model.decision import Decision
    from standoff.model.document import Document, Raw, Reading
    from standoff.model.entity import PartyRef, PlaceRef
    from standoff.model.event import Event
    from standoff.model.incident import Incident
    from standoff.model.record import Compared, Copied, Growth, Joined, Recompared, Record
    from standoff.model.run import Bundle, Failure, Run
    from standoff.model.span import Span
    from standoff.model.statement import Statement
    from standoff.store.asking import Asked
    from standoff.store.packing import Packed
    from standoff.store.racks import Shelves


@dataclass(frozen=True, slots=True)
class Added:
    """Say which documents an addition kept for the first time, and how many were there already."""

    new: tuple[str, ...] = ()
    known: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Name one row: its kind (document, statement, event, incident, ...) and its full id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Across:
    """Hold what one run derived across documents: the unit that is swapped in one transaction."""

    copied: Copied
    joined: Joined
    compared: Compared


@dataclass(frozen=True, slots=True)
class Regrown:
    """Hold what some documents change of all that is derived across documents."""

    copied: Copied
    growth: Growth
    recompared: Recompared


class Readable(Protocol):
    """Look things up in one record: what a command needs that only shows something."""

    @property
    def address(self) -> str:
        """Return the path or URL the store was opened at."""

    def connect(self) -> AbstractContextManager[Asked]:
        """Open a reading connection that views ask."""

    def find(self, name: str) -> Found:
        """Return the row that a full id, a unique beginning of one, or a short id names; follows redirects."""

    def documents(self, ids: Iterable[str]) -> Iterator[Document]:
        """Yield some documents with their dates, in order of id; unknown ids are refused."""

    def decisions(self) -> tuple[Decision, ...]:
        """Return the review log in its order."""

    def words(self, kind: str, documents: Iterable[str]) -> dict[str, tuple[Span, ...]]:
        """Return where the rows of a kind lie in some documents: what a decision about one is anchored to, by id."""

    def close(self) -> None:
        """Let go of the database."""


class Store(Readable, Protocol):
    """Keep one record; every verb raises StoreError that says what failed, where, and what to do."""

    def add(self, readings: Iterable[Reading]) -> Added:
        """Keep documents with their raw bytes and where they were seen, in one go; known ones are left alone."""

    def begin(self, run: Run) -> None:
        """Keep what makes the rows to come."""

    def date(self, datings: Mapping[str, Interval]) -> None:
        """Swap all dates inferred for documents, by document id."""

    def forget(self) -> None:
        """Mark all that is derived as out of date, so that it is derived again."""

    def pending(self, run: Run) -> tuple[str, ...]:
        """Return the ids of documents that the run has not analysed with their present date, in order of id."""

    def replace(self, *bundles: Bundle | Packed) -> None:
        """Swap all that was derived from some documents for what their bundles hold, in one transaction."""

    def amend(self, rows: Iterable[Statement | Event]) -> None:
        """Let what lists and sums are made of be as people corrected some rows; what was derived of them is kept."""

    def fail(self, failures: Iterable[Failure], read: Iterable[str] = ()) -> None:
        """Keep failures of inputs; earlier ones of the paths read again, or of files below them, are forgotten."""

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """Yield documents with their dates, all or those of the ids, in order of id; unknown ids are refused."""

    def loosely_dated(self) -> tuple[str, ...]:
        """Return the ids of documents whose own bytes do not state the day of their publication, in order of id."""

    def undated(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """Yield documents with the dates their own bytes state, all or those of the ids, in order of id."""

    def bundle(self, document: str) -> Bundle:
        """Return what is derived from one document at present."""

    def record(self) -> Record:
        """Return documents, statements and events of the whole store, and which documents copy which."""

    def incidents(self) -> tuple[Incident, ...]:
        """Return all incidents in order of id."""

    def claims(self) -> tuple[Claim, ...]:
        """Return all claims in order of id."""

    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """Return all discrepancies in order of id."""

    def agreement_links(self) -> tuple[AgreementLink, ...]:
        """Return all links to agreements in order of id."""

    def joined(self, run: Run) -> bool:
        """Tell whether what is derived across documents is of this run and up to date."""

    def swap(self, across: Across, run: Run) -> None:
        """Swap all that is derived across documents, in one transaction; ids of vanished incidents are redirected."""

    def touched(self, run: Run) -> tuple[str, ...] | None:
        """Return the documents that changed since the run joined all, the first published first.

        Nothing where all is to be joined anew.
        """

    def shelves(self, applied: Callable[[Record], Record]) -> AbstractContextManager[Shelves]:
        """Open what finding copies, joining and comparing look up, with documents as decisions have them."""

    def regrow(self, regrown: Regrown, run: Run) -> None:
        """Swap what some documents change of all that is derived across documents, in one transaction."""

    def decide(self, *decisions: Decision) -> None:
        """Add entries to the review log, all or none of them."""

    def where(self, found: Found) -> tuple[Span, ...]:
        """Return where one row lies, as `words` does."""

    def members(self, incident: str) -> tuple[str, ...]:
        """Return the ids of an incident's events, the first one first."""

    def failures(self) -> tuple[Failure, ...]:
        """Return what failed, in order of path and step."""

    def raw(self, sha256: str) -> Raw:
        """Return raw bytes as they came."""

    def revision_in(self, connection: Connection) -> str:
        """Return the revision that an open connection sees."""

    def revision(self) -> str:
        """Return what changes with every write: two equal revisions of one store are one state of the record."""

    def party(self, name: str) -> PartyRef | None:
        """Return a party of the record by its id or its exact name, or nothing."""

    def place(self, name: str) -> PlaceRef | None:
        """Return a place of the record by its id or its exact name, or nothing."""

    def has_outlet(self, name: str) -> bool:
        """Tell whether a document is of an outlet, or of an agency, of this name."""

    def size(self) -> int:
        """Return how many documents there are."""

    def counts(self) -> dict[str, int]:
        """Return how many rows of each kind there are."""

    def check(self) -> str:
        """Return `ok`, or what is damaged."""

    def beside(self) -> AbstractContextManager[Connection]:
        """Open one transaction for what is no part of the record, such as an index: its revision stays."""

    def connect(self) -> AbstractContextManager[Connection]:
        """Open a reading connection for views: `with store.connect() as connection`."""
