"""Find the areas that words around a name make of it: southern Armenia, the border of two states, 6 km from a town."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from standoff.grounding.gazetteer import Candidate, Gazetteer
from standoff.grounding.geometry import BEARINGS, Point, centre, offset
from standoff.model.annotation import Annotation
from standoff.model.entity import PlaceRef
from standoff.model.page import Page

DIRECTIONS: Mapping[str, str] = {
    "northern": "N", "north": "N", "southern": "S", "south": "S", "eastern": "E", "east": "E", "western": "W",
    "west": "W", "northeastern": "NE", "northeast": "NE", "northwestern": "NW", "northwest": "NW",
    "southeastern": "SE", "southeast": "SE", "southwestern": "SW", "southwest": "SW",
}  # fmt: skip
_METRES: Mapping[str, float] = {"km": 1.0, "mi": 1.609, "nmi": 1.852, "m": 0.001, "yd": 0.000914, "ft": 0.000305}
_SHARE = 0.35  # of a border, the part that a direction singles out
_NEAR_KM = 10.0


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
    parse = page.parse
    if first < 2 or parse.forms[first - 1].lower() not in ("of", "from") or candidate.point is None:
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
    words = page.document.text[mark.span.start : parse.starts[first]].strip()
    key = f"{candidate.key}#{bearing or 'R'}{km:g}"
    return PlaceRef(key, f"{words} {candidate.name}", lat, lon, round(radius, 1), candidate.country), km


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


def neighbours(states: Sequence[Candidate], gazetteer: Gazetteer) -> Pair | None:
    """Return the first two of some states, most mentioned first, that share a border."""
    for one, other in combinations(states, 2):
        if one.country and other.country and gazetteer.border(one.country, other.country):
            return Pair(*sorted((one, other), key=lambda state: state.country or ""))
    return None


def border(pair: Pair, direction: str | None, gazetteer: Gazetteer) -> PlaceRef | None:
    """Return the border of two states as an area, or the section of it that a direction names."""
    one, other = pair.one.country or "", pair.other.country or ""
    points = gazetteer.border(one, other)
    if direction:
        points = _section(points, direction)
    if not points:
        return None
    area = centre(points)
    key = f"border:{one}-{other}" + (f"#{direction}" if direction else "")
    return PlaceRef(
        key, f"{pair.one.name}-{pair.other.name} border", area.lat, area.lon, max(_NEAR_KM, area.radius), None
    )


def _section(points: Sequence[Point], direction: str) -> list[Point]:
    """Return the points of a border that lie farthest in a direction."""
    north = {"N": 1, "S": -1}.get(direction[0], 0)
    east = {"E": 1, "W": -1}.get(direction[-1], 0)
    ordered = sorted(points, key=lambda point: point[0] * north + point[1] * east, reverse=True)
    return ordered[: max(1, round(len(ordered) * _SHARE))]
