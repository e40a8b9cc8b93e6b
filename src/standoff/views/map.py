"""Say where each side places an incident, with the precision it gives; what has no place gets no point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from standoff.model.entity import PlaceRef
from standoff.model.event import Event
from standoff.values.text import normal
from standoff.views.dossier import Dossier
from standoff.views.sides import OUTLETS, side_of_statement

_AREA_KM = 100.0  # radius from which a place is an area rather than somewhere near a point
_LONGEST = 4  # words of a name
_STEM, _ENDING = 4, 2  # letters that names of one stem share at least, and that may change at the end
BOUNDARIES = (
    "Places are shown as the texts name them, with the precision they allow; no boundary is drawn or implied, "
    "and a country is given only where it is undisputed in the codebook."
)


@dataclass(frozen=True, slots=True)
class Location:
    """Hold one place of an incident: where, how precisely, in whose accounts, and which events say so.

    `forms` are other names that accounts call it by, each with the sides that do: `Garagol` of `Sev Lich`.
    """

    place: PlaceRef
    sides: tuple[str, ...]
    events: tuple[str, ...]
    forms: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def placed(self) -> bool:
        """Tell whether the place has a point."""
        return self.place.lat is not None and self.place.lon is not None


def locations(dossier: Dossier) -> tuple[Location, ...]:
    """Return the places of an incident's members, the most named first, and those of its summary that none names."""
    found: dict[str, tuple[PlaceRef, dict[str, None], list[str]]] = {}
    forms: dict[str, dict[str, dict[str, None]]] = {}
    for event in dossier.events.values():
        if event.place is None:
            continue
        voice = dossier.statements.get(event.statement or "")
        side = side_of_statement(voice, dossier.book) if voice else OUTLETS
        _, sides, events = found.setdefault(_key(event.place), (event.place, {}, []))
        sides[side.name] = None
        events.append(event.id)
        for form in _forms(event, event.place):
            forms.setdefault(_key(event.place), {}).setdefault(form, {})[side.name] = None
    for place in dossier.incident.places:
        found.setdefault(_key(place), (place, {}, []))
    ordered = sorted(found.values(), key=lambda item: (-len(item[2]), item[0].name))
    return tuple(
        Location(place, tuple(sides), tuple(events), _told(forms.get(_key(place), {})))
        for place, sides, events in ordered
    )


def _forms(event: Event, place: PlaceRef) -> Iterator[str]:
    """Yield other names by which an event's words call its place."""
    for argument in event.arguments:
        if argument.role != "place" or argument.span is None or not isinstance(argument.ref, PlaceRef):
            continue
        form = " ".join(argument.span.quote.split()).removeprefix("the ")
        if argument.ref.place == place.place is not None and _is_name(form) and _other(form, place):
            yield form


def _is_name(form: str) -> bool:
    """Tell whether words are a short name, not a description."""
    return form[:1].isupper() and len(form.split()) <= _LONGEST


def _other(form: str, place: PlaceRef) -> bool:
    """Tell whether a name is another one than that a place is shown by, not a part or ending of it or longer words."""
    one, other = normal(form), normal(place.name)
    words, shown = set(one.split()), set(other.split())
    return not words <= shown and not shown <= words and not _inflected(one, other)


def _inflected(one: str, other: str) -> bool:
    """Tell whether two names begin alike but for their endings: Ukrainian, Ukraine."""
    return one.startswith(other[: max(_STEM, len(other) - _ENDING)])


def _told(forms: Mapping[str, Mapping[str, None]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return names with the sides that use them."""
    return tuple((form, tuple(sides)) for form, sides in sorted(forms.items()))


def _key(place: PlaceRef) -> str:
    """Return what makes two references the same place."""
    return place.place or f"name:{place.name.casefold()}"


def precision_words(place: PlaceRef) -> str:
    """Say how precisely a place is known: `within about 25 km`, an area's radius, or that it has no point."""
    if place.lat is None or place.lon is None:
        return "not placed"
    if place.precision_km is None:
        return "precision not reported"
    radius = place.precision_km
    if radius >= _AREA_KM:
        return f"an area of about {radius:.0f} km radius"
    return f"within about {radius:.0f} km" if radius >= 1 else "within 1 km"
