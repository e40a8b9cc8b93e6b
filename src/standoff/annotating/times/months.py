"""Read dates by the months of other calendars: `22 Bahman`, `15 Sha'ban 1445 AH`, `the month of Muharram`."""

from __future__ import annotations

from standoff.annotating.times.line import Fields, Found, Line
from standoff.codebook.calendars import Month

# The years of each calendar that news may name.
_YEARS = {"islamic": (1, 1600), "persian": (1, 1500), "hebrew": (5000, 6000), "ethiopic": (1800, 2100)}


def read_month_day(line: Line, at: int) -> Found | None:
    """Read `22 Bahman 1357`, `9 Av`."""
    word = line.word(at)
    if not (word.isascii() and word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31):
        return None
    index = at + 2 if line.word(at + 1) == "of" else at + 1
    return _best(line, index, int(word), at)


def read_named_month(line: Line, at: int) -> Found | None:
    """Read `Meskerem 1, 2014`, `Muharram 1446`, `the month of Muharram`."""
    start = at
    at += 3 if line.follows(at, "the", "month", "of") else 0
    return _best(line, at, None, start)


def _best(line: Line, at: int, day: int | None, start: int) -> Found | None:
    """Return the longest reading of a month's name; what is no date of its calendar is none."""
    if not line.forms[at : at + 1] or not line.forms[at][:1].isupper():
        return None
    found = (_date(line, at, month, day, start) for month in line.months.get(line.word(at), ()))
    return max((f for f in found if f), key=lambda f: f.stop, default=None)


def _date(line: Line, at: int, month: Month, day: int | None, start: int) -> Found | None:
    """Read what stands behind a month's name: its day where none stood before, the year, the era."""
    if not line.follows(at, *month.words):
        return None
    stop = at + len(month.words)
    word = line.word(stop)
    if day is None and word.isascii() and word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31:
        day, stop = int(word), stop + 1
    year, stop = _year(line, stop, month)
    if day is None and year is None and start == at:
        return None  # "Rajab", "Nisan": names of persons and makes, unless a day or year stands by
    fields: Fields = {"type": "DATE", "form": "month", "calendar": month.kind, "month": month.number}
    fields |= {"day": day} if day else {}
    return Found(stop, {**fields, **({"year": year} if year else {})}, start if start != at else None)


def _year(line: Line, at: int, month: Month) -> tuple[int | None, int]:
    """Return the year at a position, a comma before it or not, with its era, and the token after it."""
    index = at + 1 if line.word(at) == "," else at
    word = line.word(index)
    low, high = _YEARS.get(month.kind, (1800, 2199))
    if not (word.isascii() and word.isdigit() and len(word) == 4 and low <= int(word) <= high):
        return None, at
    return int(word), index + (2 if line.word(index + 1) in month.eras else 1)
