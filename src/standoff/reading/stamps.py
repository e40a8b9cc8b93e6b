"""Tell when a report was published by what is stated, its date prefix, its metadata, its dateline or its address."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from standoff.model.clock import UNKNOWN, Interval, on_day
from standoff.reading.calendar import Mention

_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?!\d)")
_PACKED = re.compile(r"(?<!\d)(20[0-4]\d)(\d\d)(\d\d)(?:\d{4}|\d{6})?(?!\d)")
# A text is no older than its dateline; a bound that says so is moved, but no further than time zones explain.
_SLACK = timedelta(days=2)


def published(stated: Interval, prefix: str | None, stamps: tuple[Mention, ...], url: str | None) -> Interval:
    """Return the day of publication, by the first that is known: stated or metadata, prefix, dateline, address.

    Where the dateline is a day or two later than that, the interval reaches from the one to the other.
    """
    line = of_stamps(stamps)
    for known in (stated, _of_prefix(prefix)):
        if known.known:
            return _widened(known, line if line.known else _in_year_of(known, stamps))
    address = of_url(url)
    if line.known:
        return line
    return address


def interval(text: str, basis: str) -> Interval:
    """Return a year, month, day or minute in ISO form as an interval."""
    if len(text) > 10:
        return Interval(text, text, basis)
    if len(text) == 10:
        return on_day(date.fromisoformat(text), basis)
    year, month = int(text[:4]), int(text[5:7] or 0)
    first = date(year, month or 1, 1)
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    return Interval(first.isoformat(), last.isoformat(), basis)


def _of_prefix(prefix: str | None) -> Interval:
    """Return the day of a glued date prefix, or unknown where it is not in the calendar."""
    try:
        return on_day(date.fromisoformat(prefix), "prefix") if prefix else UNKNOWN
    except ValueError:
        return UNKNOWN


def of_stamps(stamps: tuple[Mention, ...]) -> Interval:
    """Return the day of a single dateline; of several (a chronicle) only that nothing is older than the latest."""
    days = [day for stamp in stamps if (day := stamp.full)]
    if len(days) == 1:
        return on_day(days[0], "dateline")
    if days:
        return Interval(max(days).isoformat(), None, "dateline")
    months = [stamp for stamp in stamps if stamp.year and stamp.day is None]
    if months:
        return interval(f"{months[0].year}-{months[0].month:02}", "dateline")
    return UNKNOWN


def _in_year_of(known: Interval, stamps: tuple[Mention, ...]) -> Interval:
    """Return the day of a single dateline without its year, in the year that brings it nearest to a known day."""
    last = known.last_day
    if last is None or len(stamps) != 1 or stamps[0].day is None:
        return UNKNOWN
    days = [day for shift in (-1, 0, 1) if (day := stamps[0].in_year(last.year + shift))]
    return on_day(min(days, key=lambda day: abs(day - last)), "dateline") if days else UNKNOWN


def of_url(url: str | None) -> Interval:
    """Return the day or month in a web address, or unknown."""
    if url is None:
        return UNKNOWN
    for match in (*_IN_PATH.finditer(url), *_PACKED.finditer(url)):
        year, month, day = match.groups()
        try:
            date(int(year), int(month), int(day or 1))
        except ValueError:
            continue
        return interval("-".join(f"{int(part):02}" for part in (year, month, day) if part), "url")
    return UNKNOWN


def _widened(known: Interval, line: Interval) -> Interval:
    """Return an interval that reaches to the dateline's day where that is a little later."""
    last, printed = known.last_day, line.first_day
    if last is None or printed is None or not last < printed <= last + _SLACK:
        return known
    return Interval(known.earliest, printed.isoformat(), known.basis)
