"""Say where each side places an incident, with the precision it gives; what has no place gets no point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from standoff.model.entity import PlaceRef
from standoff.store import codecs
from standoff.store import tables as t
from standoff.views.dossier import Dossier
from standoff.views.sides import OUTLETS, side_of_statement

BOUNDARIES = (
    "Places are shown as the texts name them, with the precision they allow; no boundary is drawn or implied, "
    "and a country is given only where it is undisputed in the codebook."
)


@dataclass(frozen=True, slots=True)
class Location:
    """Hold one place of an incident: where, how precisely, in whose accounts, and which events say so."""

    place: PlaceRef
    sides: tuple[str, ...]
    events: tuple[str, ...]

    @property
    def placed(self) -> bool:
        """Tell whether the place has a point."""
        return self.place.lat is not None and self.place.lon is not None


def locations(dossier: Dossier) -> tuple[Location, ...]:
    """Return the places of an incident's members, the most named first, and those of its summary that none names."""
    found: dict[str, tuple[PlaceRef, dict[str, None], list[str]]] = {}
    for event in dossier.events.values():
        if event.place is None:
            continue
        voice = dossier.statements.get(event.statement or "")
        side = side_of_statement(voice, dossier.book) if voice else OUTLETS
        _, sides, events = found.setdefault(_key(event.place), (event.place, {}, []))
        sides[side.name] = None
        events.append(event.id)
    for place in dossier.incident.places:
        found.setdefault(_key(place), (place, {}, []))
    ordered = sorted(found.values(), key=lambda item: (-len(item[2]), item[0].name))
    return tuple(Location(place, tuple(sides), tuple(events)) for place, sides, events in ordered)


def _key(place: PlaceRef) -> str:
    """Return what makes two references the same place."""
    return place.place or f"name:{place.name.casefold()}"


def precision_words(place: PlaceRef) -> str:
    """Say how precisely a place is known: `within about 25 km`, or that it has no point."""
    if place.lat is None or place.lon is None:
        return "not placed"
    if place.precision_km is None:
        return "precision not reported"
    radius = place.precision_km
    return f"within about {radius:.0f} km" if radius >= 1 else "within 1 km"


@dataclass(frozen=True, slots=True)
class Pin:
    """Hold one incident with its places, for map files of the whole record."""

    incident: str
    places: tuple[PlaceRef, ...]


def pins(connection: Connection) -> Iterable[Pin]:
    """Yield every incident with its places, none where it has none."""
    i = t.incidents.c
    for (body,) in connection.execute(select(i.body).order_by(i.id)):
        incident = codecs.INCIDENT.decode(body)
        yield Pin(incident.id, incident.places)
