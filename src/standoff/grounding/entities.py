"""Gather the parties and places that one document's marks, statements and events refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from standoff.codebook.load import Codebook
from standoff.model.entity import Party, PartyRef, Place, PlaceRef
from standoff.model.event import Event
from standoff.model.grounding import Grounding
from standoff.model.statement import Statement


def entities(
    groundings: Iterable[Grounding], statements: Iterable[Statement], events: Iterable[Event], codebook: Codebook
) -> tuple[tuple[Party, ...], tuple[Place, ...]]:
    """Return each party once, with those it belongs to and speaks for, and each place once, in order of id."""
    parties: dict[str, Party] = {}
    places: dict[str, Place] = {}
    for ref in _refs(groundings, statements, events):
        if isinstance(ref, PlaceRef):
            _add_place(ref, places, codebook)
        else:
            _add_party(ref, parties, codebook)
    return tuple(parties[key] for key in sorted(parties)), tuple(places[key] for key in sorted(places))


def _refs(
    groundings: Iterable[Grounding], statements: Iterable[Statement], events: Iterable[Event]
) -> Iterator[PartyRef | PlaceRef]:
    """Yield every reference, some several times."""
    for tie in groundings:
        yield from (ref for ref in (*tie.parties, tie.principal, tie.place) if ref)
    for statement in statements:
        yield from (ref for ref in (*statement.source.refs, statement.principal, statement.addressee) if ref)
    for event in events:
        yield from (argument.ref for argument in event.arguments if argument.ref)
        if event.place:
            yield event.place


def _add_party(ref: PartyRef, parties: dict[str, Party], codebook: Codebook) -> None:
    """Add a party of the codebook with those above it, or one that only this document knows."""
    waiting = [ref.party] if ref.party else []
    while waiting:
        key = waiting.pop()
        held = codebook.parties.get(key)
        if key in parties or (held is None and key != ref.party):
            continue
        parties[key] = held or Party(key, ref.name, ref.kind or "group", ref.state, local=True)
        waiting += [above for above in (parties[key].parent, parties[key].principal) if above]


def _add_place(ref: PlaceRef, places: dict[str, Place], codebook: Codebook) -> None:
    """Add a place with its own radius: the codebook's, else the least, for "near" a place is wider than the place."""
    if not ref.place:
        return
    own = codebook.places.get(ref.place)
    known = places.get(ref.place)
    widths = [width for width in (ref.precision_km, known.radius_km if known else None) if width is not None]
    width = own.radius_km if own else min(widths, default=None)
    name, lat, lon = (known.name, known.lat, known.lon) if known else (ref.name, ref.lat, ref.lon)
    places[ref.place] = Place(ref.place, name, "place", lat, lon, width, ref.country)
