"""Resolve one time mark against its anchors: the document's date, the date in focus, and where its clause looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from standoff.codebook.periods import Period
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
from standoff.model.annotation import Attribute

Fields = Mapping[str, Attribute]
# What a day of distance back and ahead costs when a year must be guessed.
_WEIGHTS: Mapping[Outlook, tuple[float, float]] = {"past": (1, 4), "future": (4, 1), "open": (1, 1.5)}
_RECENT_UNITS = 9  # "recent days" reaches back less than ten of its unit


@dataclass(frozen=True, slots=True)
class Anchor:
    """Hold what a relative time hangs on: document date, date and (year, quarter) in focus, the look of its clause.

    `wide` is what is in focus where that is longer than a day, so that no day can hang on it.
    """

    day: date | None
    focus: date | None
    outlook: Callable[[], Outlook]
    periods: Mapping[str, Period]
    quarter: tuple[int, int] | None = None
    wide: Moment | None = None

    def of(self, fields: Fields) -> date | None:
        """Return the day a mark hangs on."""
        if fields.get("anchor") == "focus":
            return self.focus or self.day
        return self.day


def resolve(fields: Fields, anchor: Anchor) -> Moment | None:
    """Return the moment a mark stands for, or nothing where what it hangs on is unknown."""
    resolver = _FORMS.get(str(fields.get("form")))
    return resolver(fields, anchor) if resolver else None


def _absolute(fields: Fields, _: Anchor) -> Moment:
    """Resolve a year, decade or century."""
    return years_moment(str(fields["value"]))


def _calendar(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve a date of calendar fields; a missing year is found from the anchor."""
    if "weekday" in fields and "day" not in fields:
        return _weekday(fields, anchor)
    year = _number(fields, "year")
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


def _nth(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve `the 14th`: the latest such day up to the report's, the next where the clause looks ahead."""
    day, number = anchor.day, _number(fields, "day")
    if day is None or number is None:
        return None
    months = [step(day.replace(day=1), "M", shift) for shift in (-2, -1, 0, 1, 2)]
    days = [found for month in months if (found := _in_month(month, number))]
    ahead = anchor.outlook() == "future"
    fitting = [found for found in days if (found >= day if ahead else found <= day)]
    return unit_moment(fitting[0] if ahead else fitting[-1], "D") if fitting else None


def _in_month(month: date, number: int) -> date | None:
    """Return a day of a month, or nothing where it has none of this number."""
    try:
        return month.replace(day=number)
    except ValueError:
        return None


def _years(fields: Fields, _: Anchor) -> Moment:
    """Resolve `2014-15`: from the first day of the one year to the last of the other."""
    value = str(fields["value"])
    return Moment(value, date(int(value[:4]), 1, 1), date(int(value[5:]), 12, 31))


def _month(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve a month or day of another calendar; a missing year is found from the anchor."""
    kind, month, day = str(fields["calendar"]), _number(fields, "month") or 1, _number(fields, "day")
    year = _number(fields, "year")
    if year is None and anchor.day is None:
        return None
    near = year_of(kind, anchor.day) if anchor.day else 0
    years = [year] if year is not None else [near + shift for shift in (-2, -1, 0, 1, 2)]
    found = [moment for each in years if (moment := _in_month_of(kind, each, month, day))]
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


def _number(fields: Fields, key: str) -> int | None:
    """Return a whole number of the attributes, or nothing."""
    value = fields.get(key)
    return int(value) if isinstance(value, int | float) else None


def _in_year(fields: Fields, year: int) -> Moment | None:
    """Return the date of calendar fields in a year, or nothing when the calendar has no such day."""
    if not 1 <= year <= 9000:
        return None
    month, day = _number(fields, "month"), _number(fields, "day")
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
        return _numbered_week(year, _number(fields, "week") or 1)
    if "quarter" in fields:
        return quarter_moment(year, _number(fields, "quarter") or 1)
    if "half" in fields:
        return half_moment(year, _number(fields, "half") or 1)
    if "season" in fields:
        return season_moment(year, str(fields["season"]))
    return years_moment(f"{year:04d}")


def _numbered_week(year: int, number: int) -> Moment | None:
    """Return an ISO week of a year, or nothing where it has none of this number."""
    try:
        return unit_moment(date.fromisocalendar(year, number, 1), "W")
    except ValueError:
        return None


def _either(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve `5/12/2024`, whose day and month may stand in either order: by the report's day, else both ends."""
    one, other = _number(fields, "month") or 1, _number(fields, "day") or 1
    year = _number(fields, "year") or 0
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
    weekday = _number(fields, "weekday")
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


def _weekday(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve a bare weekday: the latest such day up to the document's date, unless the clause looks ahead."""
    day = anchor.of(fields)
    weekday = _number(fields, "weekday")
    if day is None or weekday is None:
        return None
    back = (day.isoweekday() - weekday) % 7
    weeks = _number(fields, "weeks")
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


def _shift(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve a step from the anchor: today, last week, two years ago, the day before."""
    base, unit, count = anchor.of(fields), str(fields["unit"]), fields.get("shift")
    if base is None:
        return None
    if anchor.wide and unit in ("D", "NI") and fields.get("anchor") == "focus":
        return Moment(None, anchor.wide.first, anchor.wide.last)
    if fields.get("article") and anchor.quarter:  # accounts compare a quarter with that of "a year earlier"
        return quarter_moment(anchor.quarter[0] - 1, anchor.quarter[1])
    if not isinstance(count, int | float):
        return _vaguely(fields.get("way"), base)
    if unit.startswith("T"):
        return Moment(None, base, base)
    if unit == "WE" and count == 0:
        return _weekend(base, anchor)
    moment = unit_moment(step(base, unit, count), unit)
    if fields.get("rolling") and count < 0:  # "over the past week": the seven days up to the report
        return replace(moment, first=step(base, unit, count), last=base)
    return moment


def _vaguely(way: Attribute, base: date) -> Moment | None:
    """Return all time on one side of a day, for `some months ago`."""
    if not isinstance(way, int | float):
        return None
    return Moment("PAST_REF", None, base) if way < 0 else Moment("FUTURE_REF", base, None)


def _weekend(base: date, anchor: Anchor) -> Moment:
    """Resolve `the weekend`: the one that holds the day, else the one just past, else, ahead, the coming one."""
    if base.isoweekday() >= 6 or anchor.outlook() == "future":
        return unit_moment(base, "WE")
    return unit_moment(step(base, "W", -1), "WE")


def _quarter(_: Fields, anchor: Anchor) -> Moment | None:
    """Resolve `the quarter`: the one in focus, else the last that had ended."""
    if anchor.quarter:
        return quarter_moment(*anchor.quarter)
    if anchor.day is None:
        return None
    ended = step(anchor.day, "Q", -1)
    return unit_moment(ended, "Q")


def _stretch(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve `the past three months`: a duration that ends or begins on the document's date."""
    value, base, count = str(fields["value"]), anchor.day, fields.get("shift")
    way = fields.get("way")
    unit = str(fields["unit"])
    if base is None or not isinstance(way, int | float):
        return Moment(value, None, None)
    if unit.startswith("T") and isinstance(count, int | float):
        unit, count = "D", _days_of_hours(unit, count)
    if not isinstance(count, int | float):
        return Moment(value, None, base) if way < 0 else Moment(value, base, None)
    other = step(base, unit, way * count)
    return Moment(value, min(base, other), max(base, other))


def _days_of_hours(unit: str, count: float) -> int:
    """Return into how many days before or behind a day so many hours, minutes or seconds reach."""
    return ceil(count * {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}.get(unit, 1.0) / 24)


def _recent(fields: Fields, anchor: Anchor) -> Moment:
    """Resolve `recent days`: fewer than ten of the unit up to the document's date."""
    if anchor.day is None:
        return Moment("PAST_REF", None, None)
    return Moment("PAST_REF", step(anchor.day, str(fields["unit"]), -_RECENT_UNITS), anchor.day)


def _clock(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve a time of day on the date in focus."""
    day = anchor.focus or anchor.day
    if day is None:
        return None
    fresh = anchor.focus is None or (anchor.focus == anchor.day and fields.get("night") == "from")
    begun = str(fields["clock"]) == "T24:00" and fields.get("mod") == "AFTER"
    if fresh and not begun and _late(str(fields["clock"])) and anchor.outlook() == "past":
        day -= timedelta(1)  # what a report tells of "overnight" was the night before it came out
    return unit_moment(day, "D")


def _late(clock: str) -> bool:
    """Tell whether a clock or part of the day lies in the night."""
    return clock == "TNI" or (clock[1:3].isdigit() and int(clock[1:3]) >= 21)


def _reference(fields: Fields, anchor: Anchor) -> Moment:
    """Resolve a reference to the present, past or future as such; only the present has a day."""
    value = str(fields["value"])
    return Moment(value, anchor.day, anchor.day) if value == "PRESENT_REF" else Moment(value, None, None)


def _length(fields: Fields, anchor: Anchor) -> Moment:
    """Resolve a duration or set: a value without days, but for those of a period named by it (`the 44-day war`)."""
    period = anchor.periods.get(str(fields.get("period")))
    whole = fixed_period(period) if period else None
    return Moment(str(fields["value"]), whole.first, whole.last) if whole else Moment(str(fields["value"]), None, None)


def _period(fields: Fields, anchor: Anchor) -> Moment | None:
    """Resolve a festival or named period in its year."""
    period = anchor.periods.get(str(fields["period"]))
    if period is None:
        return None
    if period.value == "fixed":
        return fixed_period(period)
    year = _number(fields, "year")
    if year is not None:
        return festival(period, year)
    if anchor.day is None:
        return None
    candidates = [m for m in (festival(period, anchor.day.year + shift) for shift in (-1, 0, 1)) if m]
    return _choose(candidates, fields, anchor, anchor.day)


_FORMS: Mapping[str, Callable[[Fields, Anchor], Moment | None]] = {
    "absolute": _absolute,
    "years": _years,
    "calendar": _calendar,
    "either": _either,
    "nth": _nth,
    "month": _month,
    "shift": _shift,
    "quarter": _quarter,
    "stretch": _stretch,
    "recent": _recent,
    "clock": _clock,
    "ref": _reference,
    "duration": _length,
    "set": _length,
    "period": _period,
}
