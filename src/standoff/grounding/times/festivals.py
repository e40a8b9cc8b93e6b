"""Find the days of named periods: those that were once, and festivals by their rule in any year."""

from __future__ import annotations

from datetime import date, timedelta

from standoff.codebook.periods import Period
from standoff.grounding.times.calendar import Moment, easter, month_moment


def fixed_period(period: Period) -> Moment | None:
    """Return a period that was once."""
    if period.earliest is None:
        return None
    first = date.fromisoformat((period.earliest + "-01-01")[:10])
    last = date.fromisoformat(period.latest) if period.latest and len(period.latest) == 10 else None
    return Moment(
        period.earliest if period.earliest == period.latest else f"{period.earliest}/{period.latest or ''}", first, last
    )


def festival(period: Period, year: int) -> Moment | None:
    """Return a festival of a year by its rule, or nothing where the table has no such year."""
    rule = period.years.get(year) if period.value == "table" else period.value
    if rule is None or not 1 <= year <= 9000:
        return None
    if rule.startswith("easter"):
        first = easter(year) + timedelta(int(rule[6:]))
    elif len(rule) == 5:
        first = date(year, int(rule[:2]), int(rule[3:]))
    else:
        first = _nth_weekday(year, int(rule[:2]), rule[3], int(rule[5]))
    return Moment(first.isoformat(), first, first + timedelta(period.days - 1))


def _nth_weekday(year: int, month: int, nth: str, weekday: int) -> date:
    """Return the nth (or, with L, last) weekday of a month."""
    if nth == "L":
        last = month_moment(year, month).last or date(year, month, 28)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (int(nth) - 1))
