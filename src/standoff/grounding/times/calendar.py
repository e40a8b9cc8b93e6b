"""Compute with days, weeks, months, quarters and years: TIMEX3 values, the days they cover, steps between them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

# Meteorological seasons of the northern hemisphere; winter is named by the year it ends in only when a text says so.
SEASON_MONTHS: dict[str, tuple[int, int]] = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
PART_HOURS: dict[str, tuple[str, str]] = {
    "TMO": ("T05:00", "T11:59"), "TAF": ("T12:00", "T17:59"), "TEV": ("T18:00", "T23:59"), "TNI": ("T18:00", "T23:59"),
}  # fmt: skip
_DAYS_PER = {"D": 1, "W": 7, "FN": 14, "NI": 1, "WE": 7}
_MONTHS_PER = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
_EARLIEST, _LATEST = date(1, 1, 1), date(9998, 12, 31)


@dataclass(frozen=True, slots=True)
class Moment:
    """Hold a resolved time: its TIMEX3 value, if it has one, and its first and last day (absent is open)."""

    value: str | None
    first: date | None
    last: date | None


def step(day: date, unit: str, count: float) -> date:
    """Return the day so many units away; the day of the month is cut to the month's length."""
    if unit in _DAYS_PER:
        return _bounded(day.toordinal() + round(count * _DAYS_PER[unit]))
    if unit not in _MONTHS_PER:
        return day
    months = day.year * 12 + day.month - 1 + round(count * _MONTHS_PER[unit])
    year, month = divmod(months, 12)
    if not 1 <= year <= 9998:
        return _EARLIEST if year < 1 else _LATEST
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _bounded(ordinal: int) -> date:
    """Return the day of an ordinal, held within the calendar."""
    return date.fromordinal(min(max(ordinal, 1), _LATEST.toordinal()))


def unit_moment(day: date, unit: str) -> Moment:
    """Return the unit that holds a day: its day, ISO week, weekend, month, quarter, year, decade or century."""
    if unit in ("D", "NI") or unit.startswith("T"):
        return Moment(day.isoformat(), day, day)
    if unit in ("W", "WE", "FN"):
        return _week(day, weekend=unit == "WE")
    if unit == "M":
        return month_moment(day.year, day.month)
    if unit == "Q":
        return quarter_moment(day.year, (day.month + 2) // 3)
    if unit == "DE":
        return years_moment(str(day.year // 10))
    if unit == "CE":
        return years_moment(f"{day.year // 100:02d}")
    return years_moment(f"{day.year:04d}")


def _week(day: date, *, weekend: bool) -> Moment:
    """Return the ISO week, or its Saturday and Sunday."""
    year, week, weekday = day.isocalendar()
    monday = _bounded(day.toordinal() - weekday + 1)
    if weekend:
        return Moment(f"{year}-W{week:02d}-WE", monday + timedelta(5), _bounded(monday.toordinal() + 6))
    return Moment(f"{year}-W{week:02d}", monday, _bounded(monday.toordinal() + 6))


def month_moment(year: int, month: int) -> Moment:
    """Return a month."""
    return Moment(f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def quarter_moment(year: int, quarter: int) -> Moment:
    """Return a quarter of a year."""
    last = quarter * 3
    return Moment(f"{year:04d}-Q{quarter}", date(year, last - 2, 1), date(year, last, monthrange(year, last)[1]))


def half_moment(year: int, half: int) -> Moment:
    """Return a half of a year."""
    first, last = (date(year, 1, 1), date(year, 6, 30)) if half == 1 else (date(year, 7, 1), date(year, 12, 31))
    return Moment(f"{year:04d}-H{half}", first, last)


def season_moment(year: int, season: str) -> Moment:
    """Return a season; the winter of a year begins in its December."""
    first, last = SEASON_MONTHS[season]
    end_year, end_month = (year + 1, last - 12) if last > 12 else (year, last)
    end = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return Moment(f"{year:04d}-{season}", date(year, first, 1), end)


def years_moment(digits: str) -> Moment:
    """Return a century (`19`), decade (`199`) or year (`1993`) from its leading digits."""
    width = 10 ** (4 - len(digits))
    first = int(digits) * width
    last = first + width - 1
    return Moment(digits, date(max(first, 1), 1, 1), date(min(max(last, 1), 9998), 12, 31))


def third(moment: Moment, mod: str) -> Moment:
    """Return the first, middle or last third of a moment, which `early`, `mid` and `late` single out."""
    if moment.first is None or moment.last is None or moment.first == moment.last:
        return moment
    size = (moment.last - moment.first).days + 1
    cut = max(1, round(size / 3))
    if mod == "START":
        return Moment(moment.value, moment.first, moment.first + timedelta(cut - 1))
    if mod == "END":
        return Moment(moment.value, moment.last - timedelta(cut - 1), moment.last)
    return Moment(moment.value, moment.first + timedelta(cut), moment.last - timedelta(cut))


def easter(year: int) -> date:
    """Return Western Easter Sunday of a year by the anonymous Gregorian rule."""
    golden, century, rest = year % 19, year // 100, year % 100
    solar = century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15
    moon = solar % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
