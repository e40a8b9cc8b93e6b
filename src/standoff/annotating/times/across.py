"""Read ranges over the end of a month that the tokenizer leaves partly whole: `25 April-8 May`, `28 March–2 April`."""

from __future__ import annotations

import re

from standoff.annotating.times.line import Fields, Found, Line, read_year
from standoff.annotating.times.words import MONTHS

_JOINED = re.compile(r"([a-z]{3,9}\.?)[-–—/](\d{1,2})")


def read_across(line: Line, at: int) -> Found | None:
    """Read a day, `MONTH-DAY` as one token and the second month, with the year behind them."""
    joined = _JOINED.fullmatch(line.word(at + 1))
    day, last = line.word(at), MONTHS.get(line.word(at + 2))
    if joined is None or last is None or not (day.isascii() and day.isdigit() and 1 <= int(day) <= 31):
        return None
    first = MONTHS.get(joined[1])
    if first is None or not 1 <= int(joined[2]) <= 31:
        return None
    fields: Fields = {"type": "DATE", "form": "calendar", "month": first, "day": int(day)}
    fields |= {"last_month": last, "last_day": int(joined[2])}
    year = read_year(line, at + 4 if line.word(at + 3) == "," else at + 3)
    if year is None:
        return Found(at + 3, fields)
    return Found(year[1], {**fields, "year": year[0] - (1 if last < first else 0)})
