"""Compare places as areas: one within the other, overlapping by their stated precision, or apart."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from standoff.errors import ValueParseError
from standoff.model.claim import ClaimValue
from standoff.model.entity import PlaceRef
from standoff.values.base import SAME, Comparison, number, words
from standoff.values.text import normal

EARTH_KM = 6371.0088
# "Near X" reaches some way beyond X; without a stated precision a place is taken as a point in such a surrounding.
SURROUNDING_KM = 5.0


def parse(text: str) -> ClaimValue:
    """Keep a place's name; grounding it is not this module's work."""
    if not text.strip():
        raise ValueParseError("An empty text names no place.")
    return {"text": text, "place": None, "name": text, "lat": None, "lon": None, "precision_km": None, "country": None}


def of(ref: PlaceRef, text: str) -> ClaimValue:
    """Return the value of a grounded place with the words that name it."""
    return {
        "text": text,
        "place": ref.place,
        "name": ref.name,
        "lat": ref.lat,
        "lon": ref.lon,
        "precision_km": ref.precision_km,
        "country": ref.country,
    }


def compare(left: ClaimValue, right: ClaimValue) -> Comparison:
    """Compare two places by id, then by distance against their radii."""
    if (left.get("place") and left.get("place") == right.get("place")) or normal(show(left)) == normal(show(right)):
        return SAME
    said = f"“{show(left)}” against “{show(right)}”"
    apart = separation_km(left, right)
    if apart is None:
        return Comparison("compatible", f"{said}: not both can be placed", 0.1)
    one, other = _radius(left), _radius(right)
    if apart <= max(one, other):
        return Comparison("compatible", f"{said}: one lies within the other's area", 0.2)
    if apart <= one + other:
        return Comparison("compatible", f"{said}: the two areas touch", 0.3)
    return Comparison("conflicting", f"{said}: {apart:.0f} km apart", min(1.0, 0.3 + apart / 300))


def show(value: ClaimValue) -> str:
    """Return a place's name."""
    return words(value, "name") or words(value)


def separation_km(left: ClaimValue, right: ClaimValue) -> float | None:
    """Return the great-circle distance of two placed values in kilometres, or nothing."""
    points = [number(value, key) for value in (left, right) for key in ("lat", "lon")]
    if any(point is None for point in points):
        return None
    return distance_km((points[0] or 0.0, points[1] or 0.0), (points[2] or 0.0, points[3] or 0.0))


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (latitude, longitude in degrees) in kilometres."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def _radius(value: ClaimValue) -> float:
    """Return how far a place reaches in kilometres."""
    return max(number(value, "precision_km") or 0.0, SURROUNDING_KM)
