"""Blur where things happened before a record leaves the house: points on a grid, and a radius that covers the shift."""

from __future__ import annotations

import math

_KM_A_DEGREE = 111.32


def coarsened(value: object, km: float) -> object:
    """Return plain JSON with every point (`lat`, `lon`, `precision_km`) moved to the middle of a square of `km`."""
    if isinstance(value, dict):
        moved = {key: coarsened(item, km) for key, item in value.items()}
        return moved | _moved(moved, km) if {"lat", "lon"} <= moved.keys() else moved
    return [coarsened(item, km) for item in value] if isinstance(value, list) else value


def _moved(point: dict[str, object], km: float) -> dict[str, object]:
    """Return the middle of the square a point lies in, with a radius that still covers the point's own area."""
    lat, lon, radius = point["lat"], point["lon"], point.get("precision_km")
    if not isinstance(lat, int | float) or not isinstance(lon, int | float):
        return {}
    step = km / _KM_A_DEGREE
    north = _middle(lat, step)
    east = _middle(lon, step / max(math.cos(math.radians(north)), 0.01))
    known = radius if isinstance(radius, int | float) else 0.0
    return {"lat": round(north, 4), "lon": round(east, 4), "precision_km": round(known + km, 1)}


def _middle(degree: float, step: float) -> float:
    """Return the middle of the step a degree lies in."""
    return (math.floor(degree / step) + 0.5) * step
