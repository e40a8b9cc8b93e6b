"""Narrow a moment to the part of it that is meant, and lay a night over the two days it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from standoff.grounding.times.calendar import Moment, step, unit_moment
from standoff.model.annotation import Attribute

Fields = Mapping[str, Attribute]
_NIGHT = ("T18:00", "T06:00")


def part_of(moment: Moment, fields: Fields) -> Moment:
    """Return the part of a moment that its mark names, or the moment itself; what lies outside it has no days."""
    reached = _last_day(moment, fields)
    if reached is not None:
        return Moment(moment.value, moment.first, reached)
    part = _PARTS.get(str(fields.get("part")))
    if part is None or moment.first is None or moment.last is None:
        return moment
    number = fields.get("nth")
    return part(moment, int(number) if isinstance(number, int | float) else 1, fields)


def _last_day(moment: Moment, fields: Fields) -> date | None:
    """Return the last day of `12–14 May` and `25 April-8 May`, nothing where it is none after the first."""
    last, month = fields.get("last_day"), fields.get("last_month")
    if not isinstance(last, int) or moment.first is None or moment.first != moment.last:
        return None
    number = month if isinstance(month, int) else moment.first.month
    try:
        found = date(moment.first.year + (number < moment.first.month), number, last)
    except ValueError:
        return None
    return found if moment.first < found else None


def began(moment: Moment, fields: Fields) -> Moment:
    """Return the day on which the night began that is said to last into a day."""
    if fields.get("night") == "into" and moment.first and moment.first > date.min:
        return unit_moment(moment.first - timedelta(1), "D")
    return moment


def night(moment: Moment, fields: Fields) -> tuple[str, str] | None:
    """Return first and last minute of a night told with the days it lies between, or nothing."""
    if not fields.get("night") or moment.first is None or moment.first != moment.last or moment.first == date.max:
        return None
    return moment.first.isoformat() + _NIGHT[0], (moment.first + timedelta(1)).isoformat() + _NIGHT[1]


def _within(moment: Moment, first: int, last: int, value: str | None) -> Moment:
    """Return the days of a moment from one number to another, counted from its first, or none outside it."""
    assert moment.first is not None
    assert moment.last is not None
    size = (moment.last - moment.first).days
    if first > size or first < 0:
        return Moment(None, None, None)
    begin = moment.first + timedelta(first)
    return Moment(value, begin, min(moment.first + timedelta(last), moment.last))


def _size(moment: Moment) -> int:
    """Return how many days a moment has."""
    assert moment.first is not None
    assert moment.last is not None
    return (moment.last - moment.first).days + 1


def _share(count: int) -> Callable[[Moment, int, Fields], Moment]:
    """Return what cuts a moment into so many equal parts."""

    def cut(moment: Moment, nth: int, _: Fields) -> Moment:
        size, index = _size(moment), count - 1 if nth < 0 else nth - 1
        return _within(moment, index * size // count, (index + 1) * size // count - 1, moment.value)

    return cut


def _week(moment: Moment, nth: int, _: Fields) -> Moment:
    """Return the nth seven days of a moment; the value is the calendar week that holds most of them."""
    first = _size(moment) - 7 if nth < 0 else 7 * (nth - 1)
    found = _within(moment, first, first + 6, None)
    middle = found.first + timedelta(3) if found.first else None
    return replace(found, value=unit_moment(middle, "W").value) if middle else found


def _day(moment: Moment, nth: int, _: Fields) -> Moment:
    """Return the nth day."""
    index = _size(moment) - 1 if nth < 0 else nth - 1
    found = _within(moment, index, index, None)
    return unit_moment(found.first, "D") if found.first else found


def _days(moment: Moment, nth: int, _: Fields) -> Moment:
    """Return the first or last days: a third of a month or less."""
    size = min(10, max(1, _size(moment) // 3))
    return _within(moment, _size(moment) - size, _size(moment) - 1, moment.value) if nth < 0 else _within(
        moment, 0, size - 1, moment.value
    )  # fmt: skip


def _stretch(moment: Moment, nth: int, fields: Fields) -> Moment:
    """Return so many units at the beginning or end: `the first ten days of May`, `the last two months of 2023`."""
    count, unit = fields.get("count"), str(fields["unit"])
    if moment.first is None or moment.last is None or not isinstance(count, int | float):
        return moment
    value = str(fields["length"])
    if nth < 0:
        first = step(moment.last + timedelta(1), unit, -count) if moment.last < date.max else moment.first
        return Moment(value, max(first, moment.first), moment.last)
    return Moment(value, moment.first, min(step(moment.first, unit, count) - timedelta(1), moment.last))


def _weekday(moment: Moment, nth: int, fields: Fields) -> Moment:
    """Return the nth, or last, of a weekday; a weekend is named by its Saturday."""
    assert moment.first is not None
    assert moment.last is not None
    wanted = fields.get("day_of_week")
    number = int(wanted) if isinstance(wanted, int | float) else 6
    if nth < 0:
        day = moment.last - timedelta((moment.last.isoweekday() - number) % 7)
    else:
        day = moment.first + timedelta((number - moment.first.isoweekday()) % 7 + 7 * (nth - 1))
    if not moment.first <= day <= moment.last:
        return Moment(None, None, None)
    return unit_moment(day, "WE" if fields.get("part") == "weekend" else "D")


def _calendar_week(moment: Moment, _: int, __: Fields) -> Moment:
    """Return the calendar week that holds a day."""
    assert moment.first is not None
    return unit_moment(moment.first, "W")


def _ending(moment: Moment, _: int, __: Fields) -> Moment:
    """Return the seven days that end with a day."""
    assert moment.last is not None
    first = moment.last - timedelta(min(6, (moment.last - date.min).days))
    return Moment(unit_moment(moment.last, "W").value, first, moment.last)


def _beginning(moment: Moment, _: int, __: Fields) -> Moment:
    """Return the seven days that begin with a day."""
    assert moment.first is not None
    last = moment.first + timedelta(min(6, (date.max - moment.first).days))
    return Moment(unit_moment(moment.first, "W").value, moment.first, last)


def _eve(moment: Moment, _: int, __: Fields) -> Moment:
    """Return the day before."""
    assert moment.first is not None
    return unit_moment(moment.first - timedelta(1), "D") if moment.first > date.min else moment


_PARTS: Mapping[str, Callable[[Moment, int, Fields], Moment]] = {
    "half": _share(2),
    "third": _share(3),
    "week": _week,
    "weekend": _weekday,
    "weekday": _weekday,
    "day": _day,
    "days": _days,
    "holding": _calendar_week,
    "ending": _ending,
    "beginning": _beginning,
    "eve": _eve,
    "stretch": _stretch,
}
