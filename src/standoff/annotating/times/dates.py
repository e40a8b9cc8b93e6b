"""Read calendar dates: ISO and slashed dates, days of months, months and weekdays."""

from __future__ import annotations

from standoff.annotating.times.line import Fields, Found, Line, read_day, read_year, whole_days
from standoff.annotating.times.words import MONTHS, WEEKDAYS, plain_ordinal
from standoff.annotating.times.years import YEAR_BEFORE, calendar, with_year


def read_iso(line: Line, at: int) -> Found | None:
    """Read `2021-05-14`, `2021-05`, `14.05.2021`, `14/05/2021`; a day that fits no calendar is no date."""
    word = line.word(at)
    if len(word) == 4 and word.isdigit() and line.word(at + 1) == "-" and len(line.word(at + 2)) == 2:
        month, day = line.word(at + 2), line.word(at + 4) if line.word(at + 3) == "-" else ""
        if month.isdigit() and 1 <= int(month) <= 12:
            if len(day) == 2 and day.isdigit() and 1 <= int(day) <= 31:
                return Found(at + 5, calendar(year=int(word), month=int(month), day=int(day)))
            return Found(at + 3, calendar(year=int(word), month=int(month)))
    for mark in "./":
        parts = word.split(mark)
        if len(parts) == 3 and all(part.isdigit() for part in parts) and len(parts[2]) in (2, 4):
            return _numeric(at, parts, mark)
    return None


def _numeric(at: int, parts: list[str], mark: str) -> Found | None:
    """Read a numeric date; with a slash, day and month are told apart only where one exceeds twelve."""
    first, second, year = (int(part) for part in parts)
    year += 0 if len(parts[2]) == 4 else (2000 if year < 70 else 1900)
    if mark == "/" and first <= 12 < second <= 31:
        first, second = second, first
    elif mark == "/" and first <= 12 and second <= 12 and first != second:
        return Found(at + 1, {"type": "DATE", "form": "either", "year": year, "month": second, "day": first})
    if 1 <= first <= 31 and 1 <= second <= 12 and 1000 <= year < 2200:
        return Found(at + 1, calendar(year=year, month=second, day=first))
    return None


def read_month(line: Line, at: int) -> Found | None:
    """Read `March`, `March 24`, `March 24, 2022`, `Nov. 2020`, `January this year`."""
    month = MONTHS.get(line.word(at))
    if month is None or not _is_month(line, at):
        return None
    stop = at + 1
    if line.word(stop) == "the" and plain_ordinal(line.word(stop + 1)):
        stop += 1
    found = read_day(line, stop)
    if found and not _unit_follows(line, found[1]):
        return _with_last_day(_dated(line, month, found), line.word(stop))
    year_at = at + 2 if line.word(at + 1) in (",", "of") else at + 1
    year = read_year(line, year_at)
    if year:
        return Found(year[1], calendar(year=year[0], month=month))
    return with_year(line, Found(at + 1, calendar(month=month)))


def _dated(line: Line, month: int, found: tuple[int, int]) -> Found:
    """Read the year behind a month and its day."""
    day, stop = found
    if line.follows(stop, ","):
        year = read_year(line, stop + 1)
        if year:
            return Found(year[1], calendar(year=year[0], month=month, day=day))
    year = read_year(line, stop)
    if year:
        return Found(year[1], calendar(year=year[0], month=month, day=day))
    return with_year(line, Found(stop, calendar(month=month, day=day)).adding(_later_year(line, stop)))


def _with_last_day(found: Found, word: str) -> Found:
    """Note the last day of `May 12–14`."""
    last = whole_days(word)[1]
    return found.with_(last_day=last) if last else found


def _unit_follows(line: Line, at: int) -> bool:
    """Tell whether a number before a position counts something, so that it is no day of the month."""
    return line.word(at) in ("years", "months", "people", "percent", "%", "million", ",000")


def _later_year(line: Line, at: int) -> Fields:
    """Return the year of `March 24 and 25, 2022` and of ranges, for the first of the days."""
    if line.word(at) in ("and", "-", "–", "to"):
        index = at + 1
        if line.word(index) in MONTHS:
            index += 1
        day = read_day(line, index)
        if day:
            year = read_year(line, day[1] + 1 if line.word(day[1]) == "," else day[1])
            if year:
                return {"year": year[0]}
    return {}


def _is_month(line: Line, at: int) -> bool:
    """Tell `May`, `March` and short names from verbs, surnames and ends of sentences."""
    word, form = line.word(at), line.forms[at]
    if not form[:1].isupper():
        return False
    if word == "may":
        if line.tag(at) == "MD" and read_day(line, at + 1) and line.tag(at + 2)[:1] not in ("N", "J"):
            return True  # "May 15 - Protesters ...", taken for the verb
        return line.tag(at) != "MD" and (line.tag(at).startswith("NN") or line.tag(at + 1) == "CD")
    if word == "march" and line.word(at + 1) in ("for", "of", "on") and line.word(at - 1) not in YEAR_BEFORE - {"the"}:
        return False  # the March for Life, the March of the Mothers
    if word in ("march", "august"):
        return line.tag(at).startswith("NN") and line.entities[at] not in (
            "PERSON",
            "ORG",
            "FAC",
            "EVENT",
            "WORK_OF_ART",
        )
    return line.entities[at] not in ("PERSON", "ORG", "FAC", "WORK_OF_ART", "GPE") or line.tag(at + 1) == "CD"


def read_day_month(line: Line, at: int) -> Found | None:
    """Read `9 November 2020`, `the 25th of March`, `24-25 March` (its first day)."""
    day = read_day(line, at)
    if not day:
        return None
    index = day[1] + (1 if line.word(day[1]) == "of" else 0)
    month = MONTHS.get(line.word(index))
    if month is None or not line.forms[index][:1].isupper() or (line.word(index) == "may" and line.tag(index) == "MD"):
        return _first_of_two(line, day)
    stop = index + 1
    year = read_year(line, stop + 1 if line.word(stop) == "," else stop)
    if year:
        return _with_last_day(Found(year[1], calendar(year=year[0], month=month, day=day[0])), line.word(at))
    return _with_last_day(with_year(line, Found(stop, calendar(month=month, day=day[0]))), line.word(at))


def _first_of_two(line: Line, day: tuple[int, int]) -> Found | None:
    """Read the first day of `24-25 March 2022` or `24 and 25 March`, with the month and year of the second."""
    if line.word(day[1]) not in ("-", "–", "and", "to", "or"):
        return None
    numeric = read_iso(line, day[1] + 1)
    if numeric and int(str(numeric.fields.get("day") or 0)) > day[0]:
        return Found(day[1], {**numeric.fields, "day": day[0]})
    second = read_day(line, day[1] + 1)
    if second and line.word(second[1]) in MONTHS and second[0] > day[0]:
        later = read_day_month(line, day[1] + 1)
        if later:
            return Found(day[1], {**later.fields, "day": day[0]})
    return None


def read_nth_day(line: Line, at: int) -> Found | None:
    """Read `the 14th` behind `on`, `of`, `by`, `since`, `until`: a day of the month in focus."""
    if line.word(at) != "the" or line.word(at - 1) not in ("on", "of", "by", "since", "until", "till", "into", "to"):
        return None
    word = line.word(at + 1)
    number = plain_ordinal(word) if word[:1].isdigit() else None
    if number is None or number > 31 or line.tag(at + 2)[:2] in ("NN", "JJ", "CD") or line.word(at + 2) in ("-", "of"):
        return None
    return Found(at + 2, {"type": "DATE", "form": "nth", "day": number})


def read_second_day(line: Line, first: Found) -> Found | None:
    """Read the second day of `March 24 and 25`, `April 1-3`: its own mark, with the month and year of the first."""
    at = first.stop
    if "month" not in first.fields or "day" not in first.fields or first.fields.get("clock"):
        return None
    if line.word(at) not in ("and", "-", "–", "to", "or", "until", "through"):
        return None
    word = line.word(at + 1)
    if not (word.isascii() and word.isdigit() and len(word) <= 2 and int(str(first.fields["day"])) < int(word) <= 31):
        return None
    if line.tag(at + 2).startswith(("NN", "JJ")) or line.word(at + 2) in ("%", ":", "-", "of"):
        return None  # "between March 24 and 30 villages": the number counts something
    weekdayless = {key: value for key, value in first.fields.items() if key != "weekday"}
    return Found(at + 2, {**weekdayless, "day": int(word)})


def read_weekday(line: Line, at: int) -> Found | None:
    """Read `Thursday`, `Monday, Oct. 26`, `Thursday, 6 April 2000`."""
    weekday = WEEKDAYS.get(line.word(at))
    if weekday is None or not line.forms[at][:1].isupper() or line.entities[at] in ("PERSON", "WORK_OF_ART"):
        return None
    fields: Fields = {"type": "DATE", "form": "calendar", "weekday": weekday}
    index = at + 2 if line.word(at + 1) == "," else at + 1
    if line.word(index) == "the":
        index += 1
    date = read_month(line, index) if line.word(index) in MONTHS else read_day_month(line, index)
    if date and "day" in date.fields:
        return Found(date.stop, {**fields, **date.fields})
    return _with_week(line, Found(at + 1, fields))


def _with_week(line: Line, found: Found) -> Found:
    """Take `next week`, `of last week`, `this week` behind a weekday."""
    stop = found.stop + (1 if line.word(found.stop) == "of" else 0)
    way = {"last": -1, "this": 0, "next": 1}.get(line.word(stop))
    if way is None or line.word(stop + 1) != "week" or line.word(stop + 2) in ("'s", "’s"):
        return found
    return found.with_(stop + 2, weeks=way)
