"""Compute with points on the globe: offsets, and the centre, extent and parts of a set of points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, radians, sin

from standoff.values.place import EARTH_KM, distance_km

Point = tuple[float, float]
# Bearings in degrees, clockwise from north.
BEARINGS: Mapping[str, float] = {"N": 0, "NE": 45, "E": 90, "SE": 135, "S": 180, "SW": 225, "W": 270, "NW": 315}


@dataclass(frozen=True, slots=True)
class Area:
    """Hold a centre and a radius in kilometres."""

    lat: float
    lon: float
    radius: float


def offset(point: Point, bearing: float, km: float) -> Point:
    """Return the point so many kilometres away along a bearing."""
    lat, lon, turn, arc = radians(point[0]), radians(point[1]), radians(bearing), km / EARTH_KM
    there = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(turn))
    shift = atan2(sin(turn) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(there))
    return round(degrees(there), 5), round((degrees(lon + shift) + 540) % 360 - 180, 5)


def _cells(points: Iterable[Point], size: float) -> list[Point]:
    """Return one mean point for each cell of a grid, so that dense towns weigh no more than sparse ones."""
    cells: dict[tuple[int, int], list[float]] = {}
    for lat, lon in points:
        held = cells.setdefault((int(lat // size), int(lon // size)), [0.0, 0.0, 0.0])
        held[0] += lat
        held[1] += lon
        held[2] += 1
    return [(lat / count, lon / count) for lat, lon, count in cells.values()]


def _unwrapped(points: Sequence[Point]) -> Sequence[Point]:
    """Return points with longitudes past 180 where a set crosses the date line."""
    if points and max(p[1] for p in points) - min(p[1] for p in points) > 300:
        return [(lat, lon + 360 if lon < 0 else lon) for lat, lon in points]
    return points


def area_of(points: Sequence[Point], size: float) -> Area | None:
    """Return the centre of the settled cells of an area and the radius that holds nine tenths of them."""
    cells = _cells(_unwrapped(points), size)
    return _around(cells) if cells else None


def _around(cells: Sequence[Point]) -> Area:
    """Return the mean of some points and the radius that holds nine tenths of them."""
    lat = sum(cell[0] for cell in cells) / len(cells)
    lon = sum(cell[1] for cell in cells) / len(cells)
    far = sorted(distance_km((lat, lon), cell) for cell in cells)
    radius = max(2.0, far[min(len(far) - 1, int(len(far) * 0.9))])
    return Area(round(lat, 4), round((lon + 540) % 360 - 180, 4), round(radius, 1))


def parts_of(points: Sequence[Point], size: float) -> dict[str, tuple[float, float, float]] | None:
    """Return the northern, southern, eastern, western parts of an area as (lat, lon, radius), and its quarters."""
    cells = _cells(_unwrapped(points), size)
    if len(cells) < 6:
        return None
    by_lat = sorted(cells)
    by_lon = sorted(cells, key=lambda cell: cell[1])
    share = max(2, round(len(cells) * 0.35))
    found = {"S": by_lat[:share], "N": by_lat[-share:], "W": by_lon[:share], "E": by_lon[-share:]}
    half = len(cells) // 2
    south, north = set(by_lat[:half]), set(by_lat[half:])
    west, east = set(by_lon[:half]), set(by_lon[half:])
    for name, corner in (("SW", south & west), ("SE", south & east), ("NW", north & west), ("NE", north & east)):
        found[name] = list(corner)
    areas = {name: _around(sorted(part)) for name, part in found.items() if part}
    return {name: (area.lat, area.lon, area.radius) for name, area in areas.items()}


def centre(points: Sequence[Point]) -> Area:
    """Return the middle of some points and the radius that holds nine tenths of them."""
    return _around(points)
