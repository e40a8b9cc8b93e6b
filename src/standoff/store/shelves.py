"""Answer what finding copies and joining ask about a record as it was joined last, in look-ups that do not grow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, bindparam, select, tuple_

from standoff.model.document import Document
from standoff.model.incident import CopyLink, Incident, Link
from standoff.model.record import Copied, Record
from standoff.model.sketch import Print, Sketch, Slot
from standoff.store import codecs, texts
from standoff.store import tables as t
from standoff.store.batches import batches

Applied = Callable[[Record], Record]  # a record as it was derived -> as people's decisions have it


@cache
def _sides(index: Table, entry: Column[str]) -> tuple[Select[Any], Select[Any]]:
    """Return what asks an index for the slots of a key before a place, and from it on; made once, for speed."""
    rank = index.c.rank
    place, here = tuple_(rank, entry), tuple_(bindparam("rank"), bindparam("entry"))
    of_key = select(index.c.key, rank, entry).where(index.c.key == bindparam("key")).limit(bindparam("most"))
    before = of_key.where(place < here).order_by(rank.desc(), entry.desc())
    return before, of_key.where(place >= here).order_by(rank, entry)


@dataclass(frozen=True, slots=True)
class Looking:
    """Look rows up through an open connection; documents are as people's decisions have them."""

    connection: Connection
    applied: Applied

    def _rows(self, query: Select[Any], column: ColumnElement[Any], keys: Iterable[Any]) -> list[Any]:
        """Return the rows of a query whose column has one of some values."""
        return [row for batch in batches(keys) for row in self.connection.execute(query.where(column.in_(batch)))]

    def _column(self, wanted: ColumnElement[Any], column: ColumnElement[Any], keys: Iterable[Any]) -> list[Any]:
        """Return one column of the rows of its table whose other column has one of some values."""
        return [row[0] for row in self._rows(select(wanted), column, keys)]

    def _pairs(self, query: Select[Any], sides: tuple[ColumnElement[Any], ...], keys: Iterable[Any]) -> list[Any]:
        """Return the rows of a query that begins with a pair, one side of which is one of some values, in order."""
        asked = list(keys)
        found = {(row[0], row[1]): row for side in sides for row in self._rows(query, side, asked)}
        return [found[pair] for pair in sorted(found)]

    def _incidents(self, ids: Iterable[str]) -> tuple[Incident, ...]:
        """Return those of some incidents that there were."""
        return tuple(map(codecs.INCIDENT.decode, self._column(t.incidents.c.body, t.incidents.c.id, ids)))

    def _slots(self, index: Table, entry: ColumnElement[Any], entries: Iterable[str]) -> list[Slot]:
        """Return where some entries stand in an index of pairs."""
        return [Slot(*row) for row in self._rows(select(index.c.key, index.c.rank, entry), entry, entries)]

    def _around(self, index: Table, entry: Column[str], slot: Slot, reach: int) -> list[Slot]:
        """Return the slots of a key nearest to a rank: so many before it, itself if it is there, and so many after."""
        here = {"key": slot.key, "rank": slot.rank, "entry": slot.event}
        before, after = _sides(index, entry)
        rows = (
            self.connection.execute(query, here | {"most": n}) for query, n in ((before, reach), (after, reach + 1))
        )
        return [Slot(*row) for found in rows for row in found]

    def record(self, documents: Iterable[str]) -> Record:
        """Return some documents with what is derived from them, as decisions have it."""
        ids = sorted(documents)
        statements = self._column(t.statements.c.body, t.statements.c.document, ids)
        events = self._column(t.events.c.body, t.events.c.document, ids)
        return self.applied(
            Record(
                documents=self.documents(ids),
                statements={s.id: s for s in map(codecs.STATEMENT.decode, statements)},
                events={e.id: e for e in map(codecs.EVENT.decode, events)},
            )
        )

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """Return some documents by id."""
        found = (d for batch in batches(sorted(ids)) for d in texts.documents(self.connection, batch, inferred=True))
        return {document.id: document for document in found}


@dataclass(frozen=True, slots=True)
class SqlPrints(Looking):
    """Look up fingerprints, who holds them, and what copies what."""

    def prints(self, documents: Iterable[str]) -> list[Print]:
        """Return the fingerprints of some documents."""
        p = t.prints.c
        return [Print(*row) for row in self._rows(select(p.key, p.rank, p.document), p.document, documents)]

    def holders(self, keys: Iterable[int], first: int) -> list[Print]:
        """Return, for each of some keys, the first so many of those who hold it."""
        p = t.prints.c
        query = select(p.key, p.rank, p.document).order_by(p.rank, p.document).limit(first)
        return [Print(*row) for key in keys for row in self.connection.execute(query.where(p.key == key))]

    def behind(self, print_: Print) -> list[Print]:
        """Return all who hold the same key and come later."""
        p = t.prints.c
        later = tuple_(p.rank, p.document) > tuple_(print_.rank, print_.document)
        query = select(p.key, p.rank, p.document).where(p.key == print_.key, later)
        return [Print(*row) for row in self.connection.execute(query)]

    def links(self, documents: Iterable[str]) -> list[CopyLink]:
        """Return what some documents copy."""
        c = t.copies.c
        return [CopyLink(*row) for row in self._rows(select(c.document, c.copy_of, c.share), c.document, documents)]

    def copying(self, documents: Iterable[str]) -> set[str]:
        """Return the documents that copy some."""
        return set(self._column(t.copies.c.document, t.copies.c.copy_of, documents))


@dataclass(frozen=True, slots=True)
class SqlShelf(Looking):
    """Look up sketches, the index of pairs, links, pieces and incidents; copies are those found now."""

    prints: SqlPrints
    copied: Copied

    def events_of(self, documents: Iterable[str]) -> set[str]:
        """Return the events of some documents that were joined."""
        return set(self._column(t.sketches.c.event, t.sketches.c.document, documents))

    def sketches(self, events: Iterable[str]) -> dict[str, Sketch]:
        """Return the sketches of those of some events that were joined."""
        s = t.sketches.c
        found = self._rows(select(s.event, s.body), s.event, events)
        return {event: codecs.SKETCH.decode(body) for event, body in found}

    def slots(self, entries: Iterable[str]) -> list[Slot]:
        """Return where some events stand in the index of pairs."""
        return self._slots(t.slots, t.slots.c.event, entries)

    def around(self, slot: Slot, reach: int) -> list[Slot]:
        """Return the slots of a key nearest to a rank: so many before it, itself if it is there, and so many after."""
        return self._around(t.slots, t.slots.c.event, slot, reach)

    def links(self, events: Iterable[str]) -> list[Link]:
        """Return the links of some events."""
        li = t.links.c
        query = select(li.left, li.right, li.score, li.joined, li.features, li.reason)
        return [Link(*row) for row in self._pairs(query, (li.left, li.right), events)]

    def mates(self, events: Iterable[str]) -> set[str]:
        """Return all events of the pieces that hold some events."""
        s = t.sketches.c
        return set(self._column(s.event, s.piece, set(self._column(s.piece, s.event, events))))

    def incidents(self, events: Iterable[str]) -> tuple[Incident, ...]:
        """Return the incidents that hold some events."""
        m = t.incident_events.c
        return self._incidents(sorted(set(self._column(m.incident, m.event, events))))

    def taken(self, ids: Iterable[str]) -> set[str]:
        """Return those of some ids that an incident carries or once carried."""
        asked = list(ids)
        columns = (t.incidents.c.id, t.redirects.c.incident)
        return {key for column in columns for key in self._column(column, column, asked)}

    def record(self, documents: Iterable[str]) -> Record:
        """Return some documents with what is derived from them, as decisions have it, and what they are copies of."""
        asked = frozenset(documents)
        return replace(Looking.record(self, asked), copies=self._copies(asked))

    def _copies(self, documents: Iterable[str]) -> tuple[CopyLink, ...]:
        """Return what some documents copy, what that copies in turn, and so on."""
        now = {link.document: link for link in self.copied.links}
        found: dict[str, CopyLink] = {}
        asked = set(documents)
        while asked:
            kept = self.prints.links(asked - self.copied.documents)
            fresh = {link.document: link for link in (*kept, *(now[key] for key in asked & now.keys()))}
            found |= fresh
            asked = {link.copy_of for link in fresh.values()} - found.keys()
        return tuple(found[key] for key in sorted(found))
