"""Read durations and what hangs on them: `six weeks`, `44-day`, `two days ago`, `the past three months`."""

from __future__ import annotations

from standoff.annotating.times.line import Found, Line, read_approximation, read_number
from standoff.annotating.times.words import (
    DIRECTIONS,
    FREQUENCIES,
    MONTHS,
    PLURALS,
    SEASONS,
    SET_PARTS,
    UNITS,
    VAGUE,
    WEEKDAY_SETS,
    WEEKDAYS,
)

_AGO = {"ago": -1, "earlier": -1, "before": -1, "previously": -1, "later": 1, "after": 1, "hence": 1, "afterwards": 1}
_LONG = frozenset({"long", "old"})
_TIMES = frozenset({"times", "once", "twice", "thrice"})


def duration_value(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a count of units: `P44D`, `PT2H`, `P2Y6M`, `PXM` where the count is vague."""
    if unit == "FN":
        return duration_value(None if count is None else count * 2, "W")
    if unit == "WE":
        return "P2D" if count == 1 else "PXWE" if count is None else f"P{count:g}WE"
    if unit == "NI":
        unit = "D"
    if unit == "H":
        return "P6M" if count == 1 else "PXM"
    if unit in ("DE", "CE", "ML") and count is not None:
        return f"P{count * {'DE': 10, 'CE': 100, 'ML': 1000}[unit]:g}Y"
    if count is not None and count % 1 == 0.5 and unit in ("Y", "TH"):
        whole = f"P{int(count)}Y" if unit == "Y" else f"PT{int(count)}H"
        return whole + _half(whole) if count > 1 else {"Y": "P6M", "TH": "PT30M"}[unit]
    head, code = ("PT", unit[1:]) if unit.startswith("T") else ("P", unit)
    return f"{head}{'X' if count is None else f'{count:g}'}{code}"


def read_duration(line: Line, at: int) -> Found | None:
    """Read a duration with its count, an approximation before it, and `ago`, `earlier` or `later` after it."""
    vague = read_approximation(line, at)
    start = vague[1] if vague else at
    counted = read_count(line, start)
    if not counted:
        return None
    count, stop = counted
    hyphen = line.word(stop) == "-" and line.word(stop + 1) in UNITS
    unit_at = stop + 1 if hyphen else stop
    if not hyphen and line.word(unit_at) in ("more", "full", "straight", "consecutive", "long", "additional", "whole"):
        unit_at += 1
    unit = UNITS.get(line.word(unit_at))
    if unit is None or not _unit_fits(line, unit_at, hyphen):
        return None
    if line.word(start) == "a" and line.word(unit_at) in ("night", "day") and line.tag(unit_at + 1)[:2] == "NN":
        return None  # "in a night attack"
    found = Found(unit_at + 1, {"type": "DURATION", "form": "duration", "value": duration_value(count, unit)})
    if vague and not hyphen:
        found = found.with_(mod=vague[0])
    elif vague:
        found = Found(found.stop, found.fields, start)
    found = _tail(line, found)
    if line.word(found.stop - 1) == "old" or line.word(found.stop) == "old":
        return None  # an age, not a time
    return _shifted(line, found, count, unit)


def _unit_fits(line: Line, at: int, hyphen: bool) -> bool:
    """Tell whether a unit word is one: `second` may be an ordinal, `quarter` and `half` fractions."""
    word = line.word(at)
    if word in ("second", "half", "quarter", "min") and not hyphen:
        return False
    return word not in ("half", "min") and not (hyphen and word == "quarters")


def read_count(line: Line, at: int) -> tuple[float | None, int] | None:
    """Return how many (absent where vague: several, a few, tens of) and the token after it, or nothing."""
    word = line.word(at)
    if word in ("a", "an", "another", "one"):
        return _article(line, at)
    if word == "half" and line.word(at + 1) in ("a", "an"):
        return 0.5, at + 2
    if word in ("tens", "dozens", "hundreds", "thousands", "scores") and line.word(at + 1) == "of":
        return None, at + 2
    if word in VAGUE:
        return None, at + 1
    if word in ("some",) and line.word(at + 1) in PLURALS:
        return None, at + 1
    number = read_number(line, at)
    if number and line.word(number[1]) in ("to", "or", "-"):
        upper = read_number(line, number[1] + 1)
        if upper and line.word(upper[1]) in UNITS:
            return (None if line.word(number[1]) != "or" else number[0]), upper[1]
    return number


def _article(line: Line, at: int) -> tuple[float | None, int] | None:
    """Read a count that begins with an article: `a`, `a few`, `a couple of`, `a dozen`, `one`."""
    after = line.word(at + 1)
    if after in ("few", "handful"):
        return None, at + (3 if line.word(at + 2) == "of" else 2)
    if after == "couple":
        return 2, at + (3 if line.word(at + 2) == "of" else 2)
    if after == "dozen":
        return 12, at + 2
    if after in ("half", "quarter", "second"):
        return None if after == "second" else _fraction(line, at)
    if after in ("hundred", "thousand"):
        number = 100 if after == "hundred" else 1000
        return number, at + 2
    if line.word(at) == "one" and read_number(line, at) != (1, at + 1):
        return read_number(line, at)
    return 1, at + 1


def _fraction(line: Line, at: int) -> tuple[float | None, int] | None:
    """Read `a half`."""
    return (0.5, at + 2) if line.word(at + 1) == "half" else None


def _tail(line: Line, found: Found) -> Found:
    """Take `or so`, `and a half` and `-long`, `-old` into a duration."""
    stop = found.stop
    if line.follows(stop, "and", "a", "half"):
        value = str(found.fields["value"])
        return found.with_(stop + 3, value=value + _half(value))
    if line.follows(stop, "or", "so"):
        return found.with_(stop + 2, mod="APPROX")
    if line.follows(stop, "or", "more"):
        return found.with_(stop + 2, mod="EQUAL_OR_MORE")
    if line.follows(stop, "or", "two"):
        return found.with_(stop + 2, mod="APPROX")
    if line.word(stop) == "-" and line.word(stop + 1) in _LONG:
        return found.with_(stop + 2)
    return found


def _half(value: str) -> str:
    """Return what half a unit adds to a duration's value: `P1Y` and a half is `P1Y6M`."""
    if value.startswith("PT"):
        return {"H": "30M", "M": "30S"}.get(value[-1], "")
    return {"Y": "6M", "M": "15D", "D": "T12H"}.get(value[-1], "")


def _shifted(line: Line, found: Found, count: float | None, unit: str) -> Found:
    """Turn a duration with `ago`, `earlier`, `later`, `from now` into a date."""
    word, stop = line.word(found.stop), found.stop
    way = _AGO.get(word)
    if line.follows(stop, "from", "now"):
        way, stop, word = 1, stop + 1, "now"
    if way is None and not line.follows(stop, "-", "earlier") and not line.follows(stop, "-", "ago"):
        return found
    if way is None:
        way, stop, word = -1, stop + 1, line.word(stop + 1)
    if word in ("before", "after") and line.word(stop + 1) and not _closes(line, stop + 1):
        # "two days after the attack": an offset from an event, kept as a duration
        return found if count is None else found.with_(offset=way * count, unit=unit)
    anchor = "dct" if word in ("ago", "now", "hence") else "focus"
    fields = {**found.fields, "type": "DATE", "form": "shift", "unit": unit, "anchor": anchor, "value": None}
    fields["shift"] = None if count is None else way * count
    if unit.startswith("T") or (count is None and way > 0):
        return found.with_(stop + 1, anchor=anchor, hours_on=None if count is None else way * _hours(count, unit))
    if count == 1 and unit == "Y":
        fields["article"] = True
    fields["way"] = way
    return Found(stop + 1, fields, found.start)


def _hours(count: float, unit: str) -> float:
    """Return a number of hours, minutes or seconds in hours."""
    return count * {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}.get(unit, 0.0)


def _closes(line: Line, at: int) -> bool:
    """Tell whether a token ends a phrase, so that `before` before it is an adverb."""
    return line.word(at) in {".", ",", ";", ":", "and", "but", '"', "”", "-", ")"}


def read_set(line: Line, at: int) -> Found | None:
    """Read a recurring time: `daily`, `every day`, `each Thursday`, `on Sundays`, `twice a week`."""
    word = line.word(at)
    if word in FREQUENCIES:
        if line.tag(at).startswith("NN") and (line.tag(at - 1).startswith("NN") or line.tag(at + 1) == "NNP"):
            return None  # "the party daily Granma": a newspaper
        return Found(at + 1, {"type": "SET", "form": "set", "value": FREQUENCIES[word]})
    if word in WEEKDAY_SETS:
        part = SET_PARTS.get(line.word(at + 1), "")
        return _weekday_set(at + (2 if part else 1), WEEKDAY_SETS[word], part)
    if word in WEEKDAYS and line.word(at + 1) in SET_PARTS:
        return _weekday_set(at + 2, WEEKDAYS[word], SET_PARTS[line.word(at + 1)])
    if word in _TIMES and line.word(at + 1) in ("a", "an", "per", "each", "every"):
        unit = UNITS.get(line.word(at + 2))
        if unit:
            return Found(at + 3, {"type": "SET", "form": "set", "value": duration_value(1, unit)}, at + 1)
    if word in ("every", "each"):
        return _every(line, at)
    return None


def _weekday_set(stop: int, day: int, part: str) -> Found:
    """Return the set of one weekday."""
    return Found(stop, {"type": "SET", "form": "set", "value": f"XXXX-WXX-{day}{part}"})


def _every(line: Line, at: int) -> Found | None:
    """Read `every day`, `every two weeks`, `each Thursday`, `every summer`."""
    after = line.word(at + 1)
    other = 2 if after == "other" else 1
    index = at + (2 if after == "other" else 1)
    word = line.word(index)
    if word in WEEKDAYS:
        return _weekday_set(index + 1, WEEKDAYS[word], "")
    if word in SEASONS:
        return Found(index + 1, {"type": "SET", "form": "set", "value": f"XXXX-{SEASONS[word]}"})
    if word in MONTHS and line.forms[index][:1].isupper():
        return Found(index + 1, {"type": "SET", "form": "set", "value": f"XXXX-{MONTHS[word]:02d}"})
    counted = read_number(line, index)
    count, index = counted if counted else (other, index)
    unit = UNITS.get(line.word(index))
    if unit is None or line.word(index) == "second":
        return None
    return Found(index + 1, {"type": "SET", "form": "set", "value": duration_value(count, unit)})


def read_stretch(line: Line, at: int) -> Found | None:
    """Read a duration that a direction word anchors: `the past three months`, `recent years`, `the next few days`."""
    start = at
    if line.word(at) in ("the", "these"):
        at += 1
    word = line.word(at)
    if start != at and word not in DIRECTIONS and read_number(line, at):
        return _counted(line, start, at)
    if word == "recent":
        return _recent(line, start, at)
    if word in ("following", "this", "that", "same", "current") and start == at:
        return None
    if word not in DIRECTIONS and word not in ("first", "final", "latest", "early"):
        return None
    counted = read_count(line, at + 1)
    if counted and line.word(at + 1) in ("a", "an"):
        return None
    count, index = counted if counted else (None, at + 1)
    unit = UNITS.get(line.word(index))
    if word == "past" and counted is None and line.word(index) in ("decade", "century"):
        count, counted = 1, (1, index)
    if unit is None or (counted is None and line.word(index) not in PLURALS):
        return None
    if word in ("this", "that", "same", "current"):
        return None
    way = DIRECTIONS.get(word)
    fields = {"type": "DURATION", "form": "stretch", "value": duration_value(count, unit), "way": way}
    return _tail(line, Found(index + 1, {**fields, "unit": unit, "shift": count}, start))


def _counted(line: Line, start: int, at: int) -> Found | None:
    """Read `the nine months`: a counted duration with its article."""
    found = read_duration(line, at)
    if found is None or found.fields["form"] != "duration" or found.start is not None or line.word(found.stop) == "-":
        return None
    return None if line.word(found.stop - 2) == "-" else Found(found.stop, found.fields, start)


def _recent(line: Line, start: int, at: int) -> Found | None:
    """Read `recent years`, whose reference is the past as such."""
    if line.word(at + 1) not in PLURALS:
        return None
    unit = UNITS[line.word(at + 1)]
    stop = at + 2
    if line.word(stop) == "and" and line.word(stop + 1) in PLURALS:
        unit, stop = UNITS[line.word(stop + 1)], stop + 2
    return Found(stop, {"type": "DATE", "form": "recent", "value": "PAST_REF", "unit": unit}, start)
