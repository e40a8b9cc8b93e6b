"""Find the areas that words around a name make of it: southern Armenia, the border of two states, 6 km from a town."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import cast

from standoff.grounding.places.gazetteer import Candidate, Gazetteer
from standoff.grounding.places.geometry import BEARINGS, Point, centre, offset
from standoff.model.annotation import Annotation
from standoff.model.entity import PlaceRef
from standoff.model.page import Page
from standoff.values.place import distance_km

DIRECTIONS: Mapping[str, str] = {
    "northern": "N", "north": "N", "southern": "S", "south": "S", "eastern": "E", "east": "E", "western": "W",
    "west": "W", "northeastern": "NE", "northeast": "NE", "northwestern": "NW", "northwest": "NW",
    "southeastern": "SE", "southeast": "SE", "southwestern": "SW", "southwest": "SW",
}  # fmt: skip
_METRES: Mapping[str, float] = {"km": 1.0, "mi": 1.609, "nmi": 1.852, "m": 0.001, "yd": 0.000914, "ft": 0.000305}
_SHARE = 0.35  # of a border, the part that a direction singles out
_NEAR_KM = 10.0
_FARTHEST_KM = 400.0  # of two towns between which something is said to be
_SETTLEMENTS = frozenset({"town", "village", "city", "settlement", "port", "hamlet", "capital", "township"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold two neighbouring states, in order of their codes."""

    one: Candidate
    other: Candidate


def reference(candidate: Candidate, said: str = "") -> PlaceRef:
    """Return a candidate as a reference to a place, by the name said where the gazetteer holds that as another name."""
    name = candidate.name if candidate.main or not said[:1].isupper() or said.isupper() else said
    return PlaceRef(candidate.key, name, candidate.lat, candidate.lon, candidate.radius, candidate.country)


def direction_before(page: Page, token: int) -> tuple[str, int] | None:
    """Return the direction that ends right before a token (`southern`, `north-eastern`) and its first token."""
    forms = page.parse.forms
    if token < 1:
        return None
    last = DIRECTIONS.get(forms[token - 1].lower())
    if last is None:
        return None
    if token >= 3 and forms[token - 2] == "-":
        first = DIRECTIONS.get(forms[token - 3].lower())
        if first and first + last in BEARINGS:
            return first + last, token - 3
    return last, token - 1


def part_of(candidate: Candidate, direction: str, words: str, gazetteer: Gazetteer) -> PlaceRef | None:
    """Return the part of a country, province or region that a direction names."""
    if candidate.point is None:
        return None
    found = gazetteer.part(candidate, direction) if candidate.number > 0 else None
    if found is None:
        radius = candidate.radius or 0.0
        if radius < 15:
            return None  # a town has no "southern" part worth another pin
        lat, lon = offset(candidate.point, BEARINGS[direction], radius * 0.5)
        found = (lat, lon, radius * 0.6)
    return PlaceRef(
        f"{candidate.key}#{direction}", f"{words} {candidate.name}", found[0], found[1], found[2], candidate.country
    )


def distance_from(page: Page, first: int, candidate: Candidate) -> tuple[PlaceRef, float] | None:
    """Return the place `6 km north-west of` or `3 km from` a name, with the distance in kilometres."""
    parse, named = page.parse, first
    first = _before_noun(page, first)
    if first < 2 or parse.forms[first - 1].lower() not in ("of", "from", "off") or candidate.point is None:
        return None
    at, bearing = first - 1, None
    turned = direction_before(page, at)
    if turned:
        bearing, at = turned
        at -= 2 if at >= 2 and parse.forms[at - 1].lower() == "the" else 0
    mark = _distance_ending(page, at)
    if mark is None:
        return None
    km = _kilometres(mark)
    if km is None or km > 1000:
        return None
    radius = max(1.0, km * 0.25) if bearing else km + (candidate.radius or 0.0)
    lat, lon = offset(candidate.point, BEARINGS[bearing], km) if bearing else candidate.point
    words = page.document.text[_begin(page, mark) : parse.starts[named]].strip()
    key = f"{candidate.key}#{bearing or 'R'}{km:g}"
    return PlaceRef(key, f"{words} {candidate.name}", lat, lon, round(radius, 1), candidate.country), km


def _before_noun(page: Page, first: int) -> int:
    """Return the first token of `the town of X`, or of the bare name."""
    forms = page.parse.forms
    spoken = first >= 3 and forms[first - 1].lower() == "of" and forms[first - 2].lower() in _SETTLEMENTS
    if not spoken:
        return first
    at = first - 2
    while at > 0 and page.parse.deps[at - 1] in ("det", "amod", "compound") and page.parse.heads[at - 1] == first - 2:
        at -= 1
    return at


def _begin(page: Page, mark: Annotation) -> int:
    """Return where a distance begins, that before a bracket for one in it: `90 km (56 miles) north of Goma`."""
    if page.document.text[max(0, mark.span.start - 1) : mark.span.start] != "(":
        return mark.span.start
    before = page.within(max(0, mark.span.start - 40), mark.span.start, "quantity")
    outer = next((m for m in reversed(before) if m.attributes.get("kind") == "distance"), None)
    return outer.span.start if outer and mark.span.start - outer.span.stop <= 3 else mark.span.start


def midway(one: PlaceRef, other: PlaceRef, *, halfway: bool) -> PlaceRef | None:
    """Return the stretch between two places, or the middle of it, nothing where they lie too far apart for that."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    apart = distance_km((one.lat, one.lon), (other.lat, other.lon))
    if not 0 < apart <= _FARTHEST_KM:
        return None
    lat, lon = (one.lat + other.lat) / 2, (one.lon + other.lon) / 2
    radius = max(_NEAR_KM / 2, apart * (0.15 if halfway else 0.5))
    country = one.country if one.country == other.country else None
    name = f"between {one.name} and {other.name}"
    return PlaceRef(f"{one.place}~{other.place}", name, round(lat, 4), round(lon, 4), round(radius, 1), country)


def _distance_ending(page: Page, token: int) -> Annotation | None:
    """Return the distance that ends right before a token, a word such as `away` or a bracket between or not."""
    stop = page.parse.stops[token - 1] if token >= 1 else 0
    for mark in reversed(page.within(max(0, stop - 60), stop, "quantity")):
        if mark.attributes.get("kind") == "distance" and stop - mark.span.stop <= 12:
            return mark
    return None


def _kilometres(mark: Annotation) -> float | None:
    """Return a distance in kilometres, the middle of its bounds, or nothing where it has none."""
    low, high = mark.attributes.get("low"), mark.attributes.get("high")
    bounds = [float(bound) for bound in (low, high) if isinstance(bound, int | float)]
    factor = _METRES.get(str(mark.attributes.get("unit")))
    return sum(bounds) / len(bounds) * factor if bounds and factor else None


def neighbours(states: Sequence[Candidate], gazetteer: Gazetteer, of: str | None = None) -> Pair | None:
    """Return the first two of some states, most mentioned first, that share a border, that of a given one if told."""
    for one, other in combinations(states, 2):
        if of not in (None, one.country, other.country):
            continue
        if one.country and other.country and gazetteer.border(one.country, other.country):
            return Pair(*sorted((one, other), key=lambda state: state.country or ""))
    return None


def border(pair: Pair, direction: str | None, gazetteer: Gazetteer) -> PlaceRef | None:
    """Return the border of two states as an area, or the section of it that a direction names; computed once a run."""
    key = f"border:{pair.one.country}-{pair.other.country}" + (f"#{direction}" if direction else "")
    if key not in gazetteer.kept:
        gazetteer.kept[key] = _border(pair, direction, key, gazetteer)
    return cast("PlaceRef | None", gazetteer.kept[key])


def _border(pair: Pair, direction: str | None, key: str, gazetteer: Gazetteer) -> PlaceRef | None:
    """Return the border of two states, or a section of it, under a key."""
    points: Sequence[Point] = gazetteer.border(pair.one.country or "", pair.other.country or "")
    if direction:
        points = _section(points, direction)
    if not points:
        return None
    area = centre(points)
    name = f"{_spoken(pair.one.name)}-{_spoken(pair.other.name)} border"
    return PlaceRef(key, name, area.lat, area.lon, max(_NEAR_KM, area.radius), None)


def _spoken(name: str) -> str:
    """Return a state's name in the order in which it is said: `Korea, Republic of` as `Republic of Korea`."""
    head, _, rest = name.partition(", ")
    return f"{rest} {head}" if rest else name


def _section(points: Sequence[Point], direction: str) -> list[Point]:
    """Return the points of a border that lie farthest in a direction."""
    north = {"N": 1, "S": -1}.get(direction[0], 0)
    east = {"E": 1, "W": -1}.get(direction[-1], 0)
    ordered = sorted(points, key=lambda point: point[0] * north + point[1] * east, reverse=True)
    return ordered[: max(1, round(len(ordered) * _SHARE))]
