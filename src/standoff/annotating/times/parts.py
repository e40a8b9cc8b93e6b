"""Read parts of a period: `the first week of May`, `the second day of Eid`, `the week of March 6`, `the eve of Eid`."""

from __future__ import annotations

from standoff.annotating.times.dates import read_month
from standoff.annotating.times.durations import duration_value
from standoff.annotating.times.line import Fields, Found, Line, read_number, read_year
from standoff.annotating.times.nights import read_day_name
from standoff.annotating.times.relative import read_directed
from standoff.annotating.times.single import read_period
from standoff.annotating.times.words import PLURALS, UNITS, WEEKDAYS, plain_ordinal
from standoff.annotating.times.years import read_bare_year

_PARTS = {"half": "half", "third": "third", "week": "week", "weekend": "weekend", "day": "day", "days": "days"}
_COUNTED_WEEKS = frozenset({"calendar", "iso", "epidemiological", "epi", "reporting"})
_ENDS = {"last": -1, "final": -1, "closing": -1, "opening": 1}


def read_part_of(line: Line, at: int) -> Found | None:
    """Read `the first half of May`, `the last week of 2021`, `the last Friday of Ramadan`."""
    start = at
    at += 1 if line.word(at) == "the" else 0
    number = plain_ordinal(line.word(at)) or _ENDS.get(line.word(at))
    counted = _days_of(line, at, start)
    if counted:
        return counted
    noun = line.word(at + 1)
    if number is None or (noun not in _PARTS and noun not in WEEKDAYS) or line.word(at + 2) not in ("of", "in"):
        return None
    whole = _whole(line, at + 3)
    if whole is None or (noun in ("day", "days") and whole.fields.get("year") and "month" not in whole.fields):
        return None
    part: Fields = {"part": _PARTS.get(noun, "weekday"), "nth": number, "type": "DATE"}
    if noun in WEEKDAYS:
        part["day_of_week"] = WEEKDAYS[noun]
    return Found(whole.stop, {**whole.fields, **part}, start)


def _days_of(line: Line, at: int, start: int) -> Found | None:
    """Read `first ten days of May`, `last two months of 2023`: so many units at the one end of a whole."""
    end = _ENDS.get(line.word(at)) or plain_ordinal(line.word(at))
    counted = read_number(line, at + 1)
    if end not in (1, -1) or counted is None or line.word(counted[1]) not in PLURALS:
        return None
    stop = counted[1] + 1
    whole = _whole(line, stop + 1) if line.word(stop) in ("of", "in") else None
    if whole is None or not 0 < counted[0] < 100:
        return None
    unit = UNITS[line.word(counted[1])]
    value = duration_value(counted[0], unit)
    part: Fields = {"part": "stretch", "nth": end, "count": counted[0], "unit": unit, "length": value}
    return Found(whole.stop, {**whole.fields, **part, "type": "DURATION"}, start)


def read_numbered_week(line: Line, at: int) -> Found | None:
    """Read `week 18 of 2024`, `calendar week 19`, `2024-W19`, `W19`: a week by its ISO number."""
    word = line.word(at)
    if word.isdigit() and len(word) == 4 and line.word(at + 1) == "-" and (number := _week_number(line.word(at + 2))):
        return Found(at + 3, {"type": "DATE", "form": "calendar", "year": int(word), "week": number})
    number = _week_number(word)
    if number and line.forms[at][:1] == "W":
        return _with_its_year(line, Found(at + 1, {"type": "DATE", "form": "calendar", "week": number}))
    digits = line.word(at + 1)
    if word != "week" or not (digits.isascii() and digits.isdigit() and 1 <= int(digits) <= 53):
        return None
    found = _with_its_year(line, Found(at + 2, {"type": "DATE", "form": "calendar", "week": int(digits)}))
    return found if "year" in found.fields or line.word(at - 1) in _COUNTED_WEEKS else None


def _week_number(word: str) -> int | None:
    """Return the number of `w19`, or nothing."""
    digits = word[1:]
    return int(digits) if word[:1] == "w" and len(digits) == 2 and digits.isdigit() and 0 < int(digits) < 54 else None


def _with_its_year(line: Line, found: Found) -> Found:
    """Take the year behind the number of a week."""
    year = read_year(line, found.stop + 1 if line.word(found.stop) in ("of", ",", "/", "in") else found.stop)
    return found.with_(year[1], year=year[0]) if year else found


def _whole(line: Line, at: int) -> Found | None:
    """Read the month, festival, year or `this month` that a part is of."""
    if line.follows(at, "the", "month", "of"):
        at += 3
    found = read_month(line, at) or read_period(line, at) or read_directed(line, at) or read_bare_year(line, at)
    if found is None or found.fields.keys() & {"day", "weekday", "clock"}:
        return None
    return found


def read_week_of(line: Line, at: int) -> Found | None:
    """Read `the week of March 6`, `the week ending May 12`."""
    start = at
    at += 1 if line.word(at) == "the" else 0
    if line.word(at) != "week":
        return None
    ending = line.word(at + 1) in ("ending", "ended")
    if not ending and line.word(at + 1) not in ("of", "beginning", "starting"):
        return None
    index = at + 3 if line.word(at + 2) == "on" else at + 2
    day = read_day_name(line, index)
    if day is None or "weekday" in day.fields or "month" not in day.fields:
        return None
    part = "ending" if ending else "beginning" if line.word(at + 1) != "of" else "holding"
    return Found(day.stop, {**day.fields, "part": part, "type": "DATE"}, start)


def read_eve(line: Line, at: int) -> Found | None:
    """Read `the eve of Nowruz`, `the eve of May 9`: the day before."""
    start = at
    at += 1 if line.word(at) == "the" else 0
    if line.word(at) != "eve" or line.word(at + 1) != "of":
        return None
    index = at + 2 + (1 if line.word(at + 2) == "the" else 0)
    inner = read_period(line, index) or read_day_name(line, at + 2)
    return Found(inner.stop, {**inner.fields, "part": "eve", "type": "DATE"}, start) if inner else None
