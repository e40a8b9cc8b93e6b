"""Resolve dates by a calendar, festivals among them, and find the year where none is given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from standoff.grounding.times.anchor import Anchor, Fields, number_of
from standoff.grounding.times.calendar import (
    Moment,
    half_moment,
    month_moment,
    quarter_moment,
    season_moment,
    step,
    unit_moment,
    years_moment,
)
from standoff.grounding.times.calendars import month_of, year_of
from standoff.grounding.times.festivals import festival, fixed_period
from standoff.grounding.times.tense import Outlook

# What a day of distance back and ahead costs when a year must be guessed.
_WEIGHTS: Mapping[Outlook, tuple[float, float]] = {"past": (1, 4), "future": (4, 1), "open": (1, 1.5)}


def calendar(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve a date of calendar fields; a missing year is found from the anchor."""
    if "weekday" in fields and "day" not in fields:
        return _weekday(fields, anchor)
    year = number_of(fields, "year")
    if year is None and "years" in fields:
        base = anchor.of(fields)
        year = None if base is None else base.year + int(fields["years"] or 0)
    if year is not None:
        return _in_year(fields, year)
    day = anchor.day
    if day is None:
        return None
    candidates = [m for m in (_in_year(fields, day.year + shift) for shift in (-1, 0, 1)) if m and m.first]
    return _choose(candidates, fields, anchor, day)


def _weekday(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve a bare weekday: the latest such day up to the document's date, unless the clause looks ahead."""
    day = anchor.of(fields)
    weekday = number_of(fields, "weekday")
    if day is None or weekday is None:
        return None
    back = (day.isoweekday() - weekday) % 7
    weeks = number_of(fields, "weeks")
    if weeks is not None:
        return unit_moment(day + timedelta(weekday - day.isoweekday() + 7 * weeks), "D")
    toward = fields.get("toward")
    if toward == -1:
        back = back or 7
        return unit_moment(day - timedelta(back), "D")
    ahead = (-back) % 7
    if toward == 1 or (toward == 0 and anchor.outlook() != "past"):
        return unit_moment(day + timedelta((ahead or 7) if toward == 1 else ahead), "D")
    if anchor.outlook() == "future":
        return unit_moment(day + timedelta(ahead), "D")
    return unit_moment(day - timedelta(back), "D")


def nth(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve `the 14th`: the latest such day up to the report's, the next where the clause looks ahead."""
    day, number = anchor.day, number_of(fields, "day")
    if day is None or number is None:
        return None
    months = [step(day.replace(day=1), "M", shift) for shift in (-2, -1, 0, 1, 2)]
    days = [found for month in months if (found := _day_of(month, number))]
    ahead = anchor.outlook() == "future"
    fitting = [found for found in days if (found >= day if ahead else found <= day)]
    return unit_moment(fitting[0] if ahead else fitting[-1], "D") if fitting else None


def _day_of(month: date, number: int) -> date | None:
    """Return a day of a month, or nothing where it has none of this number."""
    try:
        return month.replace(day=number)
    except ValueError:
        return None


def years(fields: Fields, _: Anchor) -> Moment:
    """Resolve `2014-15`: from the first day of the one year to the last of the other."""
    value = str(fields["value"])
    return Moment(value, date(int(value[:4]), 1, 1), date(int(value[5:]), 12, 31))


def in_month(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve a month or day of another calendar; a missing year is found from the anchor."""
    kind, month, day = str(fields["calendar"]), number_of(fields, "month") or 1, number_of(fields, "day")
    year = number_of(fields, "year")
    if year is None and anchor.day is None:
        return None
    near = year_of(kind, anchor.day) if anchor.day else 0
    near_by = [year] if year is not None else [near + shift for shift in (-2, -1, 0, 1, 2)]
    found = [moment for each in near_by if (moment := _in_month_of(kind, each, month, day))]
    if year is not None or anchor.day is None:
        return found[0] if found else None
    return _choose(found, fields, anchor, anchor.day)


def _in_month_of(kind: str, year: int, month: int, day: int | None) -> Moment | None:
    """Return a day of another calendar's month, or the month, nothing where it has no such day."""
    bounds = month_of(kind, year, month)
    if bounds is None:
        return None
    if day is None:
        return Moment(f"{bounds[0]}/{bounds[1]}", *bounds)
    found = bounds[0] + timedelta(day - 1)
    return unit_moment(found, "D") if found <= bounds[1] else None


def _in_year(fields: Fields, year: int) -> Moment | None:
    """Return the date of calendar fields in a year, or nothing when the calendar has no such day."""
    if not 1 <= year <= 9000:
        return None
    month, day = number_of(fields, "month"), number_of(fields, "day")
    if month is not None and day is not None:
        try:
            return unit_moment(date(year, month, day), "D")
        except ValueError:  # 31 June: a misprint, not a date
            return None
    if month is not None:
        return month_moment(year, month)
    return _part_of_year(fields, year)


def _part_of_year(fields: Fields, year: int) -> Moment | None:
    """Return the week, quarter, half or season of a year that fields name, or the year."""
    if "week" in fields:
        return _numbered_week(year, number_of(fields, "week") or 1)
    if "quarter" in fields:
        return quarter_moment(year, number_of(fields, "quarter") or 1)
    if "half" in fields:
        return half_moment(year, number_of(fields, "half") or 1)
    if "season" in fields:
        return season_moment(year, str(fields["season"]))
    return years_moment(f"{year:04d}")


def _numbered_week(year: int, number: int) -> Moment | None:
    """Return an ISO week of a year, or nothing where it has none of this number."""
    try:
        return unit_moment(date.fromisocalendar(year, number, 1), "W")
    except ValueError:
        return None


def either(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve `5/12/2024`, whose day and month may stand in either order: by the report's day, else both ends."""
    one, other = number_of(fields, "month") or 1, number_of(fields, "day") or 1
    year = number_of(fields, "year") or 0
    days = sorted((date(year, one, other), date(year, other, one)))
    if anchor.day and days[0] <= anchor.day < days[1] and anchor.outlook() != "future":
        return unit_moment(days[0], "D")
    return Moment(f"{year:04d}", days[0], days[1])


def _choose(candidates: list[Moment], fields: Fields, anchor: Anchor, day: date) -> Moment | None:
    """Choose the year: `last` and `next` by direction, else by the clause's outlook, else the nearest."""
    toward = fields.get("toward")
    if toward == -1:
        before = step(day, "M", -1).replace(day=1) if fields.keys() & {"month"} and "day" not in fields else day
        ended = [m for m in candidates if m.last and m.last < before]  # "last May" is not the month just over
        return ended[-1] if ended else None
    if toward == 1:
        begun = [m for m in candidates if m.first and m.first > day]
        return begun[0] if begun else None
    if toward == 0:
        return next((m for m in candidates if m.first and m.first.year == day.year), None)
    weekday = number_of(fields, "weekday")
    if weekday is not None and any(m.first and m.first.isoweekday() == weekday for m in candidates):
        candidates = [m for m in candidates if m.first and m.first.isoweekday() == weekday]
    look: Outlook = "open" if "quarter" in fields else anchor.outlook()
    return min(candidates, key=lambda m: _distance(m, day, look), default=None)


def _distance(moment: Moment, day: date, look: Outlook) -> float:
    """Return how many days a moment lies from a day, weighed by where the clause looks."""
    if moment.first is None or moment.last is None:
        return 10**6
    if moment.first <= day <= moment.last:
        return 0
    back, ahead = _WEIGHTS[look]
    return (day - moment.last).days * back if moment.last < day else (moment.first - day).days * ahead


def festive(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve a festival or named period in its year."""
    period = anchor.periods.get(str(fields["period"]))
    if period is None:
        return None
    if period.value == "fixed":
        return fixed_period(period)
    year = number_of(fields, "year")
    if year is not None:
        return festival(period, year)
    if anchor.day is None:
        return None
    candidates = [m for m in (festival(period, anchor.day.year + shift) for shift in (-1, 0, 1)) if m]
    return _choose(candidates, fields, anchor, anchor.day)
