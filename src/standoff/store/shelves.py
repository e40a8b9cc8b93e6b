"""Answer what joining asks about a record as it was joined last, in look-ups that do not grow with the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, tuple_

from standoff.model.incident import CopyLink, Incident, Link
from standoff.model.record import Record
from standoff.model.sketch import Sketch, Slot
from standoff.store import codecs, texts
from standoff.store import tables as t
from standoff.store.batches import batches

Applied = Callable[[Record], Record]  # a record as it was derived -> as people's decisions have it


@dataclass(frozen=True, slots=True)
class SqlShelf:
    """Look up sketches, the index of pairs, links, pieces, incidents and documents through an open connection."""

    connection: Connection
    applied: Applied
    copies: Mapping[str, CopyLink]

    def events_of(self, documents: Iterable[str]) -> set[str]:
        """Return the events of some documents that were joined."""
        return set(self._column(t.sketches.c.event, t.sketches.c.document, documents))

    def sketches(self, events: Iterable[str]) -> dict[str, Sketch]:
        """Return the sketches of those of some events that were joined."""
        s = t.sketches.c
        found = self._rows(select(s.event, s.body), s.event, events)
        return {event: codecs.SKETCH.decode(body) for event, body in found}

    def slots(self, events: Iterable[str]) -> list[Slot]:
        """Return where some events stand in the index of pairs."""
        s = t.slots.c
        return [Slot(*row) for row in self._rows(select(s.key, s.rank, s.event), s.event, events)]

    def around(self, slot: Slot, reach: int) -> list[Slot]:
        """Return the slots of a key nearest to a rank: so many before it, itself if it is there, and so many after."""
        s = t.slots.c
        place, here = tuple_(s.rank, s.event), tuple_(slot.rank, slot.event)
        of_key = select(s.key, s.rank, s.event).where(s.key == slot.key)
        before = of_key.where(place < here).order_by(s.rank.desc(), s.event.desc()).limit(reach)
        after = of_key.where(place >= here).order_by(s.rank, s.event).limit(reach + 1)
        return [Slot(*row) for query in (before, after) for row in self.connection.execute(query)]

    def links(self, events: Iterable[str]) -> list[Link]:
        """Return the links of some events."""
        li = t.links.c
        query = select(li.left, li.right, li.score, li.joined, li.features, li.reason)
        asked = list(events)
        found = {
            (row.left, row.right): Link(*row)
            for column in (li.left, li.right)
            for row in self._rows(query, column, asked)
        }
        return [found[pair] for pair in sorted(found)]

    def mates(self, events: Iterable[str]) -> set[str]:
        """Return all events of the pieces that hold some events."""
        s = t.sketches.c
        return set(self._column(s.event, s.piece, set(self._column(s.piece, s.event, events))))

    def incidents(self, events: Iterable[str]) -> tuple[Incident, ...]:
        """Return the incidents that hold some events."""
        m = t.incident_events.c
        ids = sorted(set(self._column(m.incident, m.event, events)))
        return tuple(codecs.INCIDENT.decode(body) for body in self._column(t.incidents.c.body, t.incidents.c.id, ids))

    def taken(self, ids: Iterable[str]) -> set[str]:
        """Return those of some ids that an incident carries or once carried."""
        asked = list(ids)
        columns = (t.incidents.c.id, t.redirects.c.incident)
        return {key for column in columns for key in self._column(column, column, asked)}

    def record(self, documents: Iterable[str]) -> Record:
        """Return some documents with what is derived from them, as decisions have it, and what they are copies of."""
        ids = sorted(documents)
        held = list(texts.documents(self.connection, ids, inferred=True))
        statements = self._column(t.statements.c.body, t.statements.c.document, ids)
        events = self._column(t.events.c.body, t.events.c.document, ids)
        record = Record(
            documents={document.id: document for document in held},
            statements={s.id: s for s in map(codecs.STATEMENT.decode, statements)},
            events={e.id: e for e in map(codecs.EVENT.decode, events)},
            copies=self._copies(ids),
        )
        return self.applied(record)

    def _copies(self, documents: Iterable[str]) -> tuple[CopyLink, ...]:
        """Return what some documents copy, what that copies in turn, and so on."""
        found: dict[str, CopyLink] = {}
        asked = set(documents)
        while asked:
            found |= {key: self.copies[key] for key in asked if key in self.copies}
            asked = {found[key].copy_of for key in asked if key in found} - found.keys()
        return tuple(found[key] for key in sorted(found))

    def _rows(self, query: Select[Any], column: ColumnElement[Any], keys: Iterable[str]) -> list[Any]:
        """Return the rows of a query whose column has one of some values."""
        return [row for batch in batches(keys) for row in self.connection.execute(query.where(column.in_(batch)))]

    def _column(self, wanted: ColumnElement[Any], column: ColumnElement[Any], keys: Iterable[str]) -> list[Any]:
        """Return one column of the rows of its table whose other column has one of some values."""
        return [row[0] for row in self._rows(select(wanted), column, keys)]
