"""Write what joining some documents changes to an open transaction, and leave the rest of a joined record alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Column, Connection, bindparam, delete, select, update

from standoff.model.record import Copied, Growth, Joined, Recompared
from standoff.store import codecs, rows, rows_across
from standoff.store import tables as t
from standoff.store.batches import batches
from standoff.store.names import rename
from standoff.store.protocol import Regrown
from standoff.store.resumming import leave, refill
from standoff.store.sums import day_of_document
from standoff.store.swaps import largest, named, present, put, remove, settled

GROWN = "grown"  # key of the state that holds the run of the sketches, which new documents are joined to


def touch(connection: Connection, documents: Iterable[str]) -> None:
    """Remember that documents changed since all was joined."""
    asked = set(documents)
    known = present(connection, t.touched.c.document, asked)
    put(connection, t.touched, [{"document": key} for key in sorted(asked - known)])


def touched(connection: Connection, run: str) -> tuple[str, ...] | None:
    """Return which documents changed since a run joined all, or nothing where all is to be joined anew.

    The first published come first: what they tell is then joined in few pieces, and copies come behind originals. Where
    nothing was joined yet, all documents are new.
    """
    grown = connection.scalar(select(t.states.c.value).where(t.states.c.key == GROWN))
    if grown != run and not (grown is None and _nothing(connection)):
        return None
    d = t.documents.c
    query = select(d.id).outerjoin(t.datings, t.datings.c.document == d.id)
    some = query.where(d.id.in_(select(t.touched.c.document)))
    return tuple(connection.scalars(some.order_by(day_of_document(), d.id)))


def _nothing(connection: Connection) -> bool:
    """Tell whether nothing was joined yet."""
    firsts = (select(column).limit(1) for column in (t.sketches.c.event, t.incidents.c.id, t.prints.c.document))
    return all(connection.scalar(first) is None for first in firsts)


def sketch_rows(joined: Joined) -> rows.Rows:
    """Return the rows of sketches and of the index of pairs."""
    home = {event: min(piece) for piece in joined.pieces for event in piece}
    return {
        t.sketches: [
            {"event": key, "document": s.document, "piece": home.get(key, key), "body": codecs.SKETCH.encode(s)}
            for key, s in joined.sketches.items()
        ],
        t.slots: [{"key": slot.key, "rank": slot.rank, "event": slot.event} for slot in joined.slots],
    }


def settle(connection: Connection, joined: Joined, run: str) -> None:
    """Keep what new documents are joined to, after all was joined anew."""
    remove(connection, t.states.c.key, [GROWN])
    for table, new in sketch_rows(joined).items():
        put(connection, table, new)
    if joined.pieces or not joined.incidents:
        put(connection, t.states, [{"key": GROWN, "value": run}])


def regrow(connection: Connection, regrown: Regrown, run: str) -> None:
    """Put what some documents change in the place of what was there; foreign keys are looked at when all is put."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    incidents = _incidents(regrown)
    leave(connection, incidents)
    _recopy(connection, regrown.copied)
    _clear(connection, regrown.recompared)
    _graft(connection, regrown.growth, run)
    compared = regrown.recompared.compared
    for found in (rows_across.compared_rows(compared, run), rows_across.index_rows(compared)):
        for table, new in found.items():
            put(connection, table, new)
    refill(connection, regrown.growth.documents, _telling(regrown), incidents)
    rename(connection, "incident", incidents)
    for kind, column in (("actor", t.document_parties.c.party), ("place", t.document_places.c.place)):
        rename(connection, kind, named(connection, sorted(regrown.growth.documents), column))
    _settled(connection, run)


def _settled(connection: Connection, run: str) -> None:
    """Mark what is across documents as what new documents are joined to, and as up to date where none is left."""
    remove(connection, t.states.c.key, [GROWN])
    put(connection, t.states, [{"key": GROWN, "value": run}])
    if connection.scalar(select(t.touched.c.document).limit(1)) is None:
        settled(connection, run)


def _incidents(regrown: Regrown) -> set[str]:
    """Return the incidents that go, come, or are compared anew."""
    growth = regrown.growth
    return {*(i.id for i in (*growth.gone, *growth.joined.incidents)), *regrown.recompared.incidents}


def _telling(regrown: Regrown) -> set[str]:
    """Return the documents that tell of incidents that go or come."""
    return {document for i in (*regrown.growth.gone, *regrown.growth.joined.incidents) for document in i.documents}


def _recopy(connection: Connection, copied: Copied) -> None:
    """Put links of copies and fingerprints in the place of those that were there."""
    remove(connection, t.copies.c.document, sorted(copied.documents))
    remove(connection, t.prints.c.document, sorted(copied.drawn))
    for table, new in rows_across.copied_rows(copied).items():
        put(connection, table, new)


def _clear(connection: Connection, recompared: Recompared) -> None:
    """Drop what is compared anew, with the words that it rests on."""
    documents, incidents = sorted(recompared.documents), sorted(recompared.incidents)
    claims = _keys(connection, t.claims.c.id, t.claims.c.incident, incidents)
    links = _keys(connection, t.agreement_links.c.id, t.agreement_links.c.document, documents)
    differing = _keys(connection, t.discrepancies.c.id, t.discrepancies.c.incident, incidents)
    rendered = _keys(connection, t.utterances.c.statement, t.utterances.c.document, documents)
    for column, gone in (
        (t.marks.c.owner, [*claims, *links]),
        (t.discrepancy_claims.c.discrepancy, differing),
        (t.discrepancies.c.id, differing),
        (t.claims.c.id, claims),
        (t.agreement_links.c.id, links),
        (t.crossings.c.incident, incidents),
        (t.renderings.c.statement, rendered),
        (t.utterances.c.statement, rendered),
    ):
        remove(connection, column, gone)
    if recompared.silenced:
        of_pair = (t.echoes.c.left == bindparam("one")) & (t.echoes.c.right == bindparam("other"))
        pairs = [{"one": one, "other": other} for one, other in sorted(recompared.silenced)]
        connection.execute(delete(t.echoes).where(of_pair), pairs)


def _keys(connection: Connection, key: Column[str], column: Column[str], asked: Sequence[str]) -> list[str]:
    """Return the keys of the rows of a table whose column has one of some values."""
    return [found for batch in batches(asked) for found in connection.scalars(select(key).where(column.in_(batch)))]


def _graft(connection: Connection, growth: Growth, run: str) -> None:
    """Put the incidents, links and sketches that some documents change in the place of those that were there."""
    joined = growth.joined
    _lead(connection, growth)
    gone = [incident.id for incident in growth.gone]
    for column in (t.incident_parties, t.incident_places, t.incident_events):
        remove(connection, column.c.incident, gone)
    remove(connection, t.incidents.c.id, gone)
    _forget(connection, growth)
    home = {event: min(piece) for piece in joined.pieces for event in piece if event not in joined.sketches}
    if home:
        moved = update(t.sketches).where(t.sketches.c.event == bindparam("moved")).values(piece=bindparam("to"))
        connection.execute(moved, [{"moved": event, "to": piece} for event, piece in sorted(home.items())])
    for found in (sketch_rows(joined), rows_across.joined_rows(joined, run)):
        for table, new in found.items():
            put(connection, table, new)
    remove(connection, t.touched.c.document, sorted(growth.documents))


def _forget(connection: Connection, growth: Growth) -> None:
    """Drop the sketches of the documents, their places in the index, and all links that go or are made anew."""
    s = t.sketches.c
    old = _keys(connection, s.event, s.document, sorted(growth.documents))
    for column in (t.links.c.left, t.links.c.right, t.slots.c.event, s.event):
        remove(connection, column, old)
    pairs = {*growth.unlinked, *((link.left, link.right) for link in growth.joined.links)}
    if pairs:
        of_pair = (t.links.c.left == bindparam("one")) & (t.links.c.right == bindparam("other"))
        connection.execute(delete(t.links).where(of_pair), [{"one": a, "other": b} for a, b in sorted(pairs)])


def _lead(connection: Connection, growth: Growth) -> None:
    """Lead each incident id that goes to the incident that holds the largest share of its members."""
    new = {incident.id for incident in growth.joined.incidents}
    home = {event: incident.id for incident in growth.joined.incidents for event in incident.events}
    gone = {
        incident.id: largest(Counter(home[event] for event in incident.events if event in home))
        for incident in growth.gone
        if incident.id not in new
    }
    remove(connection, t.redirects.c.incident, sorted(new))
    if gone:
        led = update(t.redirects).where(t.redirects.c.heir == bindparam("old")).values(heir=bindparam("now"))
        connection.execute(led, [{"old": old, "now": now} for old, now in sorted(gone.items())])
        put(connection, t.redirects, [{"incident": old, "heir": now} for old, now in sorted(gone.items())])
