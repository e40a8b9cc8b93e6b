"""List how people hold an incident to be related to others: part of it, in answer to it, of the same campaign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from standoff.model.decision import RELATION
from standoff.reviewing.anchoring import Anchored
from standoff.reviewing.log import taken_back
from standoff.store import tables as t
from standoff.views.screens.drawer import incidents_of
from standoff.views.screens.reading import Reading
from standoff.views.screens.shapes_incident import RelatedRow


def related_rows(connection: Connection, key: str, log: Iterable[Anchored], reading: Reading) -> list[RelatedRow]:
    """Return the incidents that people relate to one, the last decision first; each relation and pair once."""
    member = t.incident_events.c
    events = set(connection.scalars(select(member.event).where(member.incident == key)))
    found = [
        (entry, entry.target in events, entry.other if entry.target in events else entry.target)
        for entry in standing(log)
        if (entry.target in events) != (entry.other in events)
    ]
    named = incidents_of(connection, [other for _, _, other in found if other])
    rows = {
        (relation, forward, incident[0]): RelatedRow(entry.decision.id, relation, forward, incident)
        for entry, forward, other in found
        for relation in (str(entry.decision.correction[RELATION]),)
        for incident in named.get(other or "", ())[:1]
        if reading.keeps is None or reading.keeps(incident[0])
    }
    return list(reversed(rows.values()))


def standing(log: Iterable[Anchored]) -> Iterator[Anchored]:
    """Yield the decisions that relate incidents, were not taken back and still have their rows."""
    entries = tuple(log)
    gone = taken_back(entry.decision for entry in entries)
    for entry in entries:
        decision = entry.decision
        if decision.verb == "relate" and decision.id not in gone and entry.attachment != "orphaned":
            yield entry
