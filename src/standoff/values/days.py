"""Write days and spans of days as a person would: `13 May 2021`, `12–14 May 2021`, `May 2021`, `1993–1999`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from standoff.model.clock import Interval

_GUESSED = "inferred:published"  # basis of the days before a report in which what it does not date can have happened
_WIDE = 7  # days: a guess wider than this is told by its end only

# Not by locale: a page reads the same on every machine.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def span_words(interval: Interval) -> str:
    """Say the days of an interval; an open bound reads `since` or `until`, a wide guess `by`; nothing where unknown."""
    first, last = interval.first_day, interval.last_day
    if first and last:
        guessed = interval.basis == _GUESSED and (last - first).days > _WIDE
        return f"by {day_words(last)}" if guessed else range_words(first, last)
    if first:
        return f"since {day_words(first)}"
    return f"until {day_words(last)}" if last else ""


def day_words(day: date) -> str:
    """Say a day: `13 May 2021`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def range_words(first: date, last: date) -> str:
    """Say two days as briefly as they allow: `12–14 May 2021`, `30 April – 2 May 2021`, whole months by their names."""
    if first == last:
        return day_words(first)
    whole = _whole_period(first, last)
    if whole:
        return whole
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def _whole_period(first: date, last: date) -> str | None:
    """Name the whole months or years that two days bound (`May 2021`, `1993–1999`), or nothing."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    end = f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = MONTHS[first.month - 1] if first.year == last.year else f"{MONTHS[first.month - 1]} {first.year}"
    return f"{start} – {end}"
