"""Answer what comparing asks about a record as it was compared last, in look-ups that do not grow with the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from standoff.model.claim import OCCURRED, Claim
from standoff.model.incident import Incident
from standoff.model.record import Copied
from standoff.model.sketch import Crossing, Echo, Rendering, Slot
from standoff.store import codecs
from standoff.store import tables as t
from standoff.store.shelves import Looking, SqlPrints, SqlShelf

# As an expression, so that no planner takes the index of slots for many ids: of one slot there are ever more claims.
_OCCURRED = t.claims.c.slot.concat("") == OCCURRED


@dataclass(frozen=True, slots=True)
class SqlRack(Looking):
    """Look up claims, the keys by which incidents are set against each other, and renderings of one utterance."""

    def slots(self, entries: Iterable[str]) -> list[Slot]:
        """Return where some statements stand in the index of utterances."""
        return self._slots(t.renderings, t.renderings.c.statement, entries)

    def around(self, slot: Slot, reach: int) -> list[Slot]:
        """Return the slots of a key nearest to a rank: so many before it, itself if it is there, and so many after."""
        return self._around(t.renderings, t.renderings.c.statement, slot, reach)

    def renderings(self, statements: Iterable[str]) -> dict[str, Rendering]:
        """Return what some statements are held to render an utterance by."""
        u = t.utterances.c
        found = self._rows(select(u.statement, u.body), u.statement, statements)
        return {statement: codecs.RENDERING.decode(body) for statement, body in found}

    def telling(self, statements: Iterable[str]) -> set[str]:
        """Return the documents that hold some statements at present."""
        return set(self._column(t.statements.c.document, t.statements.c.id, statements))

    def incidents(self, ids: Iterable[str]) -> tuple[Incident, ...]:
        """Return those of some incidents that there were."""
        return self._incidents(ids)

    def claims(self, documents: Iterable[str]) -> list[Claim]:
        """Return the claims that some documents make of what occurred."""
        c = t.claims.c
        query = select(c.body).where(_OCCURRED)
        return [codecs.CLAIM.decode(row[0]) for row in self._rows(query, c.document, documents)]

    def homes(self, statements: Iterable[str]) -> list[tuple[str, str]]:
        """Return statements, each with an incident of which it says whether that occurred."""
        c = t.claims.c
        query = select(c.statement, c.incident).where(_OCCURRED)
        return [(row[0], row[1]) for row in self._rows(query, c.statement, statements)]

    def told_of(self, incidents: Iterable[str]) -> set[str]:
        """Return the statements that say of some incidents whether they occurred."""
        c = t.claims.c
        query = select(c.statement).where(c.slot == OCCURRED, c.statement.is_not(None))
        return {row[0] for row in self._rows(query, c.incident, incidents)}

    def crossings(self, incidents: Iterable[str]) -> list[Crossing]:
        """Return the keys under which some incidents stand."""
        x = t.crossings.c
        return [Crossing(*row) for row in self._rows(select(x.key, x.rank, x.incident), x.incident, incidents)]

    def crossed(self, key: str, least: str, most: str) -> list[Crossing]:
        """Return all that stand under a key, between two ranks."""
        x = t.crossings.c
        query = select(x.key, x.rank, x.incident).where(x.key == key, x.rank >= least, x.rank <= most)
        return [Crossing(*row) for row in self.connection.execute(query)]

    def rendered_in(self, documents: Iterable[str]) -> set[str]:
        """Return the statements of some documents that stand in the index of utterances."""
        return set(self._column(t.utterances.c.statement, t.utterances.c.document, documents))

    def echoes(self, statements: Iterable[str]) -> list[Echo]:
        """Return the pairs of renderings that hold some statements."""
        e = t.echoes.c
        query = select(e.left, e.right, e.quoted, e.likeness)
        return [Echo(*row) for row in self._pairs(query, (e.left, e.right), statements)]


@dataclass(frozen=True, slots=True)
class Shelves:
    """Hold what is looked up to find copies, to join and to compare, through one connection."""

    prints: SqlPrints
    compared: SqlRack

    def joined(self, copied: Copied) -> SqlShelf:
        """Return what is looked up to join, with documents as copies of each other as was found now."""
        return SqlShelf(self.prints.connection, self.prints.applied, self.prints, copied)
