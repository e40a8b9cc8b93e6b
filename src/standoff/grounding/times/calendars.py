"""Turn dates of other calendars into days, by the arithmetic of Reingold and Dershowitz, Calendrical Calculations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

_HEBREW_EPOCH = -1373427


def first_of_month(kind: str, year: int, month: int) -> date | None:
    """Return the first day of a month, nothing where its calendar has no such month or ours no such day."""
    count = _FIRSTS[kind]
    try:
        return date.fromordinal(count(year, month)) if 1 <= month <= 13 else None
    except (ValueError, OverflowError):
        return None


def month_of(kind: str, year: int, month: int) -> tuple[date, date] | None:
    """Return the first and last day of a month, or nothing where there is none."""
    first = first_of_month(kind, year, month)
    last_month = 13 if kind in ("ethiopic", "hebrew") else 12
    following = first_of_month(kind, year, month + 1) if month < last_month else first_of_month(kind, year + 1, 1)
    if first is None or following is None or following <= first:
        return None
    return first, date.fromordinal(following.toordinal() - 1)


def year_of(kind: str, day: date) -> int:
    """Return the year of a calendar that holds a day, or one beside it."""
    offset, length = _ROUGH[kind]
    return round((day.toordinal() - offset) / length) + 1


def _islamic(year: int, month: int) -> int:
    """Count days to the first of an Islamic month by the civil tables."""
    return 1 + 29 * (month - 1) + (6 * month - 1) // 11 + (year - 1) * 354 + (3 + 11 * year) // 30 + 227014


def _persian(year: int, month: int) -> int:
    """Count days to the first of a Persian month by the cycle of 2,820 years."""
    from_cycle = year - 474
    within = from_cycle % 2820 + 474
    months = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    return 226896 + 1029983 * (from_cycle // 2820) + 365 * (within - 1) + (31 * within - 5) // 128 + months


def _ethiopic(year: int, month: int) -> int:
    """Count days to the first of an Ethiopic month."""
    return 2796 + 365 * (year - 1) + year // 4 + 30 * (month - 1)


def _hebrew(year: int, month: int) -> int:
    """Count days to the first of a Hebrew month, counted from Tishri; Adar II of a common year has no days."""
    leap = (7 * year + 1) % 19 < 7
    days = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    heshvan, kislev = 29 + (days % 10 == 5), 30 - (days % 10 == 3)
    lengths = (30, heshvan, kislev, 29, 30, 30 if leap else 29, 29 if leap else 0, 30, 29, 30, 29, 30, 29)
    return _hebrew_new_year(year) + sum(lengths[: month - 1])


def _hebrew_new_year(year: int) -> int:
    """Count days to the first of Tishri."""
    before, this, after = (_hebrew_elapsed(year + shift) for shift in (-1, 0, 1))
    return _HEBREW_EPOCH + this + (2 if after - this == 356 else 1 if this - before == 382 else 0)


def _hebrew_elapsed(year: int) -> int:
    """Count days from the epoch to the mean conjunction that begins a Hebrew year."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + ((3 * (days + 1)) % 7 < 3)


def _gregorian(year: int, month: int) -> int:
    """Count days to the first of a common month."""
    return date(year, month, 1).toordinal()


_FIRSTS: Mapping[str, Callable[[int, int], int]] = {
    "islamic": _islamic,
    "persian": _persian,
    "ethiopic": _ethiopic,
    "hebrew": _hebrew,
    "gregorian": _gregorian,
}
_ROUGH: Mapping[str, tuple[int, float]] = {
    "islamic": (227015, 354.367),
    "persian": (226896, 365.2422),
    "ethiopic": (2796, 365.25),
    "hebrew": (_HEBREW_EPOCH, 365.2468),
    "gregorian": (1, 365.2425),
}
