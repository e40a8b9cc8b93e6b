"""Show the record as known on a day: only what documents said that were published by then."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from standoff.model.clock import Interval
from standoff.model.entity import PlaceRef
from standoff.model.event import Event
from standoff.model.incident import Incident, Position
from standoff.values.contest import contested_by, status_of
from standoff.views.dossier import Dossier, Heading


@dataclass(frozen=True, slots=True)
class Known:
    """Hold the day a record is shown as known on; nothing means now.

    A document counts as known on the last day it can have been published; one that no day is known of is left out.
    """

    day: str | None = None

    def knows(self, published: Interval | None) -> bool:
        """Tell whether what was published then is known on the day."""
        if self.day is None:
            return True
        last = (published.latest or published.earliest) if published else None
        return last is not None and last[:10] <= self.day


EVER = Known()


def left_out(headings: Iterable[Heading], known: Known) -> tuple[int, int]:
    """Count the documents published later than the day, and those that no day is known of."""
    unknown = [h for h in headings if not known.knows(h.published)]
    undated = sum(not h.published.known for h in unknown)
    return len(unknown) - undated, undated


def as_known(found: Dossier, known: Known) -> Dossier:
    """Return an incident's dossier with what its documents of the day said; status and counts are worked out again."""
    if known.day is None:
        return found
    documents = {key: h for key, h in found.documents.items() if known.knows(h.published)}
    statements = {key: s for key, s in found.statements.items() if s.document in documents}
    claims = tuple(c for c in found.claims if c.document in documents)
    ids = {claim.id for claim in claims}
    events = {key: e for key, e in found.events.items() if e.document in documents}
    differences = tuple(d for d in found.discrepancies if len(ids.intersection(d.claims)) > 1)
    incident = as_known_incident(
        found.incident, documents, {*statements, *events}, disputed=bool(contested_by(differences))
    )
    return replace(
        found,
        incident=replace(incident, places=_places_named(found.incident, documents, events)),
        documents=documents,
        statements=statements,
        claims=claims,
        events=events,
        discrepancies=differences,
        links=tuple(link for link in found.links if link.document in documents),
    )


def _places_named(incident: Incident, documents: Collection[str], events: Mapping[str, Event]) -> tuple[PlaceRef, ...]:
    """Return an incident's places; while documents are left out, those that events of the others are placed at."""
    if all(key in documents for key in incident.documents):
        return incident.places
    named = {event.place.place or event.place.name for event in events.values() if event.place}
    return tuple(place for place in incident.places if (place.place or place.name) in named)


def as_known_incident(
    incident: Incident, documents: Mapping[str, Heading], rows: Collection[str], *, disputed: bool = False
) -> Incident:
    """Return an incident as known documents and rows (statements and events) have it.

    It stays contested only where one of them still denies it, or who did it is `disputed` among them.
    """
    held = tuple(key for key in incident.documents if key in documents)
    positions = tuple(
        Position(p.party, p.polarity, kept)
        for p in incident.parties
        if (kept := tuple(key for key in p.statements if key in rows))
    )
    copies = sum(documents[key].copy_of in documents for key in held)
    origins = min(incident.origins, len(held) - copies)
    return replace(
        incident,
        events=tuple(key for key in incident.events if key in rows),
        documents=held,
        parties=positions,
        origins=origins,
        status=status_of(positions, origins, told=incident.status == "contested", disputed=disputed),
    )
