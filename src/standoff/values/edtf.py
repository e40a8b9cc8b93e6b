"""Write intervals as EDTF (ISO 8601-2:2019), level 0 and 1, and read it back."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from standoff.errors import InvariantError, ValueParseError
from standoff.model.clock import Interval

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?\Z")
_MINUTE = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?\Z")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_BASIS = "text"


def edtf(interval: Interval) -> str | None:
    """Return an interval as the shortest EDTF that holds its days, `?` behind what is inferred; nothing for no bound.

    A single minute keeps its time; other times of day are left out, for EDTF intervals are of days.
    """
    if not interval.known:
        return None
    first, last = interval.earliest, interval.latest
    doubt = "?" if interval.basis.startswith("inferred") else ""
    if first and first == last and "T" in first:
        return f"{first}:00" if len(first) == 16 else first
    whole = _whole(interval.first_day, interval.last_day)
    if whole:
        return whole + doubt
    return "/".join(bound[:10] + doubt if bound else ".." for bound in (first, last))


def _whole(first: date | None, last: date | None) -> str | None:
    """Return the day, month, year, decade or century that two days bound, or nothing."""
    if first is None or last is None:
        return None
    if first == last:
        return first.isoformat()
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04d}-{first.month:02d}"
    if (first.month, last.month) != (1, 12):
        return None
    for width, mask in ((1, ""), (10, "X"), (100, "XX")):
        if last.year - first.year == width - 1 and first.year % width == 0:
            return f"{first.year:04d}"[: 4 - len(mask)] + mask
    return None


def parse_edtf(text: str, basis: str = _BASIS) -> Interval:
    """Read EDTF as an interval of days or one minute; raises ValueParseError for what is none.

    A qualifier (`?`, `~`, `%`) is read over: the interval says how far the time is known, not how surely.
    """
    try:
        parts = text.strip().split("/")
        if len(parts) > 2 or not text.strip():
            raise ValueParseError(f"{text!r} is no EDTF: write one date, or two parted by a stroke.")
        if len(parts) == 1:
            return Interval(*_bounds(parts[0]), basis)
        return Interval(_open(parts[0])[0], _open(parts[1])[1], basis)
    except (ValueError, InvariantError) as error:
        raise ValueParseError(f"{text!r} is no EDTF ({error}); write it like 2021-05-12, 2021-05 or 2021/..") from error


def _open(part: str) -> tuple[str | None, str | None]:
    """Return the bounds of one side of an interval, none where it is open (`..`) or unknown."""
    return (None, None) if part in ("", "..") else _bounds(part)


def _bounds(part: str) -> tuple[str, str]:
    """Return the first and last day of a date, or its minute twice."""
    bare = part.strip().rstrip("?~%")
    minute = _MINUTE.match(bare)
    if minute:
        date.fromisoformat(minute[1][:10])
        return minute[1], minute[1]
    match = _DATE.match(bare)
    if match is None:
        raise ValueParseError(f"{part!r} is no EDTF date; write it like 2021-05-12, 2021-05, 2021-23 or 199X.")
    years, month, day = match.groups()
    first, last = int(years.replace("X", "0")), int(years.replace("X", "9"))
    if month in (None, "XX"):
        return date(first, 1, 1).isoformat(), date(last, 12, 31).isoformat()
    if day not in (None, "XX"):
        found = date(first, int(month), int(day)).isoformat()
        return found, found
    begin, end = _SEASONS.get(int(month), (int(month), int(month)))
    year, end = (last + 1, end - 12) if end > 12 and begin == 12 else (last, end)
    return date(first, begin, 1).isoformat(), date(year, end, monthrange(year, end)[1]).isoformat()
