"""Read nights and their hours: `overnight into Friday`, `the night of 12-13 May`, `the early hours of Saturday`."""

from __future__ import annotations

from standoff.annotating.times.dates import read_day_month, read_month, read_nth_day, read_weekday
from standoff.annotating.times.line import Found, Line
from standoff.annotating.times.relative import read_deictic
from standoff.annotating.times.words import listed

_JOINS = frozenset(listed("to into until till through and - – —"))
_SMALL = frozenset(listed("early small wee predawn"))
_SMALL_HOURS = "T00:00/T05:59"


def read_overnight(line: Line, at: int) -> Found | None:
    """Read `overnight` with the days it lies between: a night belongs to the day on which it begins."""
    if line.word(at) != "overnight":
        return None
    found = _of_days(line, at + 1)
    if found is None:
        return Found(at + 1, {"type": "TIME", "form": "clock", "clock": "TNI", "night": "from"})
    return found


def read_night_of(line: Line, at: int) -> Found | None:
    """Read `the night of 12-13 May`, `the night from Monday to Tuesday`, `the night to Friday`."""
    start = at
    at += 1 if line.word(at) == "the" else 0
    if line.word(at) != "night":
        return None
    found = _of_days(line, at + 1)
    return Found(found.stop, found.fields, start) if found else None


def read_hours(line: Line, at: int) -> Found | None:
    """Read `the early hours of Saturday`, `the small hours`: from midnight to six."""
    start = at
    at += 1 if line.word(at) == "the" else 0
    stop = at + (3 if line.follows(at, "pre", "-", "dawn") else 1)
    if stop == at + 1 and line.word(at) not in _SMALL:
        return None
    stop += 1 if line.word(stop) == "morning" else 0
    if line.word(stop) != "hours" or (line.word(stop + 1) not in ("of", "on") and start == at):
        return None
    clock = {"type": "TIME", "clock": "TMO", "mod": "START", "hours": _SMALL_HOURS}
    day = read_day_name(line, stop + 2) if line.word(stop + 1) in ("of", "on") else None
    if day is None:
        return Found(stop + 1, {**clock, "form": "clock"}, start) if line.word(stop + 1) != "of" else None
    after = day.stop + (1 if line.word(day.stop) == "morning" else 0)
    return Found(after, {**day.fields, **clock}, start)


def with_next_day(line: Line, found: Found) -> Found:
    """Take `into Friday` behind `Thursday night`."""
    if found.fields.get("clock") != "TNI" or found.fields.get("night"):
        return found
    day = read_day_name(line, found.stop + 1) if line.word(found.stop) in ("into", "to") else None
    return found.with_(day.stop, night="from") if day and not day.fields.get("clock") else found


def read_day_name(line: Line, at: int) -> Found | None:
    """Read the name of one day: a weekday, a date, `yesterday`, `the 14th`."""
    found = read_weekday(line, at) or read_month(line, at) or read_day_month(line, at) or read_deictic(line, at)
    found = found or (read_nth_day(line, at) if line.word(at) == "the" else None)
    days = found is not None and (found.fields.keys() & {"day", "weekday"} or found.fields.get("unit") == "D")
    return found if days else None


def _of_days(line: Line, at: int) -> Found | None:
    """Read the day or days behind `overnight` and `the night`; `into` and `to` name the day on which it ends."""
    word = line.word(at)
    day = read_day_name(line, at + 1 if word in ("into", "to", "from", "of", "on", "between") else at)
    if day is None:
        return None
    night = {"type": "TIME", "clock": "TNI", "night": "into" if word in ("into", "to") else "from"}
    first = {key: value for key, value in day.fields.items() if key not in ("last_day", "last_month")}
    return Found(_stop_of_second(line, day), {**first, **night})


def _stop_of_second(line: Line, day: Found) -> int:
    """Return the token after the second day of `12-13 May`, `Monday to Tuesday`, or after the first where it is one."""
    if line.word(day.stop) not in _JOINS:
        return day.stop
    second = read_day_name(line, day.stop + 1)
    if second:
        return second.stop
    word = line.word(day.stop + 1)
    return day.stop + 2 if word.isdigit() and len(word) <= 2 else day.stop
