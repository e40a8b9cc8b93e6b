"""Draw where an incident is placed as areas on an empty sheet: radius is precision, and no boundary is drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.views.map import Location

WIDTH, HEIGHT = 420.0, 280.0
_MARGIN = 26.0
_KM_A_DEGREE = 111.32
_WIDEST = 100.0  # km: an area wider than this, such as a whole country, says too little to be drawn
_LEAST = 2.0  # km: drawn radius of a point that is known better than the sheet shows
_RULERS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Area:
    """Hold one drawn area in sheet units, y downwards; `number` ties it to the list of places."""

    number: int
    name: str
    x: float
    y: float
    radius: float
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """Hold the areas of a sheet and its ruler: so many kilometres, so many sheet units."""

    areas: tuple[Area, ...]
    ruler_km: int
    ruler: float


def sketch(locations: Sequence[Location]) -> Sketch | None:
    """Draw the places that are known closely enough; nothing where fewer than two are, since one shows no relation."""
    placed = [(n, found) for n, found in enumerate(locations, start=1) if _drawable(found)]
    if len(placed) < 2:
        return None
    middle = sum(_lat(found) for _, found in placed) / len(placed)
    squeeze = math.cos(math.radians(middle))
    centre = _mean_longitude([_lon(found) for _, found in placed])
    points = [
        (n, found, _east(_lon(found), centre) * squeeze * _KM_A_DEGREE, -_lat(found) * _KM_A_DEGREE, _radius(found))
        for n, found in placed
    ]
    left, right = min(x - r for *_, x, _, r in points), max(x + r for *_, x, _, r in points)
    top, bottom = min(y - r for *_, y, r in points), max(y + r for *_, y, r in points)
    scale = min((WIDTH - 2 * _MARGIN) / (right - left), (HEIGHT - 2 * _MARGIN) / (bottom - top))
    off_x = (WIDTH - scale * (right - left)) / 2 - scale * left
    off_y = (HEIGHT - scale * (bottom - top)) / 2 - scale * top
    areas = (
        Area(
            n,
            found.place.name,
            round(x * scale + off_x, 1),
            round(y * scale + off_y, 1),
            round(r * scale, 1),
            found.sides,
        )
        for n, found, x, y, r in sorted(points, key=lambda point: -point[4])
    )
    ruler = max((km for km in _RULERS if km * scale <= WIDTH / 4), default=_RULERS[0])
    return Sketch(tuple(areas), ruler, round(ruler * scale, 1))


def _drawable(found: Location) -> bool:
    """Tell whether a place is known closely enough to be drawn."""
    return found.placed and found.place.precision_km is not None and found.place.precision_km <= _WIDEST


def _lat(found: Location) -> float:
    """Return the latitude of a placed location."""
    return found.place.lat or 0.0


def _lon(found: Location) -> float:
    """Return the longitude of a placed location."""
    return found.place.lon or 0.0


def _radius(found: Location) -> float:
    """Return the drawn radius in kilometres."""
    return max(found.place.precision_km or 0.0, _LEAST)


def _mean_longitude(longitudes: Sequence[float]) -> float:
    """Return the middle of some longitudes, also across the antimeridian."""
    east = sum(math.sin(math.radians(lon)) for lon in longitudes)
    north = sum(math.cos(math.radians(lon)) for lon in longitudes)
    return math.degrees(math.atan2(east, north))


def _east(longitude: float, centre: float) -> float:
    """Return how many degrees a longitude lies east of a centre, -180 to 180."""
    return (longitude - centre + 180) % 360 - 180
