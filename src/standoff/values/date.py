"""Compare points and intervals of time by day and by part of the day, and durations in days."""

from __future__ import annotations

import re
from datetime import date as Day

from standoff.errors import ValueParseError
from standoff.model.claim import ClaimValue
from standoff.model.clock import Interval
from standoff.values.base import SAME, Comparison, words

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\.?|p\.?m\.?)|\b(\d{1,2}):(\d{2})\b")
_NIGHT = re.compile(r"\b(?:over|mid)?nights?\b", re.IGNORECASE)
# Hours of the day that a word covers, generously; overlapping on purpose.
_PARTS = {
    "dawn": (3, 8),
    "morning": (4, 12),
    "noon": (11, 14),
    "midday": (11, 14),
    "afternoon": (12, 19),
    "evening": (16, 24),
    "overnight": (0, 24),
    "midnight": (0, 24),
    "night": (0, 24),
}


def parse(text: str) -> ClaimValue:
    """Read ISO days out of a text: one, or the first and the last of several."""
    days = _ISO.findall(text)
    if not days:
        raise ValueParseError(f"{text!r} holds no date like 2021-05-12.")
    return {"text": text, "earliest": min(days), "latest": max(days), **_hours(text)}


def of(interval: Interval, text: str) -> ClaimValue:
    """Return the value of a grounded time with its words; a named hour or part of the day is kept as hours."""
    return {"text": text, "earliest": interval.earliest, "latest": interval.latest, **_hours(text)}


def compare(left: ClaimValue, right: ClaimValue) -> Comparison:
    """Compare two times: the same day, one within the other, or days that exclude each other."""
    said = f"“{words(left)}” against “{words(right)}”"
    one, other = _days(left), _days(right)
    if one[0] > other[1] or other[0] > one[1]:
        gap = max((one[0] - other[1]).days, (other[0] - one[1]).days)
        if gap == 1 and all(_NIGHT.search(words(value)) for value in (left, right)):
            return Comparison("compatible", f"{said}: a night belongs to two days", 0.1)
        return Comparison("conflicting", f"{said}: {gap} day{'s' * (gap != 1)} apart", min(1.0, 0.4 + gap / 30))
    if one != other:
        return Comparison("compatible", f"{said}: one is less precise than the other", 0.2)
    if _clocks_differ(left, right):
        return Comparison("conflicting", f"{said}: another time of the day", 0.5)
    return SAME


def show(value: ClaimValue) -> str:
    """Return a time as its days, with its words where they say more."""
    first, last = words(value, "earliest")[:10], words(value, "latest")[:10]
    return first if first == last and first else f"{first or '…'} to {last or '…'}" if first or last else words(value)


def _days(value: ClaimValue) -> tuple[Day, Day]:
    """Return the first and the last day; open bounds reach without end."""
    first, last = words(value, "earliest")[:10], words(value, "latest")[:10]
    return (Day.fromisoformat(first) if first else Day.min, Day.fromisoformat(last) if last else Day.max)


def _hours(text: str) -> dict[str, float]:
    """Return the hours that a text names (`from_hour`, `to_hour`), or nothing."""
    low = text.casefold()
    match = _CLOCK.search(low)
    if match:
        hour = int(match[1] or match[4]) + int(match[2] or match[5] or 0) / 60
        half = (match[3] or "").replace(".", "")
        hour = hour + 12 if half == "pm" and hour < 12 else hour - 12 if half == "am" and hour >= 12 else hour
        return {"from_hour": hour, "to_hour": hour}
    part = next((hours for name, hours in _PARTS.items() if name in low), None)
    return {"from_hour": part[0], "to_hour": part[1]} if part else {}


def _clocks_differ(left: ClaimValue, right: ClaimValue) -> bool:
    """Tell whether both name hours of the day that exclude each other by an hour or more."""
    ranges = [(value.get("from_hour"), value.get("to_hour")) for value in (left, right)]
    bounds = [(float(a), float(b)) for a, b in ranges if isinstance(a, int | float) and isinstance(b, int | float)]
    if len(bounds) < 2:
        return False
    return bounds[0][0] >= bounds[1][1] + 1 or bounds[1][0] >= bounds[0][1] + 1
