"""Resolve one time mark against its anchors: the document's date, the date in focus, and where its clause looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from standoff.grounding.times.anchor import Anchor, Fields
from standoff.grounding.times.calendar import Moment, quarter_moment, step, unit_moment, years_moment
from standoff.grounding.times.dates import calendar, either, festive, in_month, nth, years
from standoff.grounding.times.festivals import fixed_period
from standoff.model.annotation import Attribute

_RECENT_UNITS = 9  # "recent days" reaches back less than ten of its unit


def resolve(fields: Fields, anchor: Anchor) -> Moment | None:
    """Return the moment a mark stands for, or nothing where what it hangs on is unknown."""
    resolver = _FORMS.get(str(fields.get("form")))
    return resolver(fields, anchor) if resolver else None


def _absolute(fields: Fields, _: Anchor) -> Moment:
    """Resolve a year, decade or century."""
    return years_moment(str(fields["value"]))


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


_FORMS: Mapping[str, Callable[[Fields, Anchor], Moment | None]] = {
    "absolute": _absolute,
    "years": years,
    "calendar": calendar,
    "either": either,
    "nth": nth,
    "month": in_month,
    "shift": _shift,
    "quarter": _quarter,
    "stretch": _stretch,
    "recent": _recent,
    "clock": _clock,
    "ref": _reference,
    "duration": _length,
    "set": _length,
    "period": festive,
}
