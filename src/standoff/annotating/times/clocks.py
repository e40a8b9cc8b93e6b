"""Read times of day at a position of a line of tokens: clocks with their zones, spoken clocks, parts of the day."""

from __future__ import annotations

import re

from standoff.annotating.times.line import Fields, Line
from standoff.annotating.times.words import MERIDIEM, PART_EDGES, PARTS, SMALL_NUMBERS, TENS, ZONES, listed

_OFFSET = re.compile(r"(?:gmt|utc)[+-]\d{1,2}(?::?\d\d)?")
_GLUED = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:(?P<half>[ap]\.?m\.?)|hrs?|h|z)"
    r"|(?P<h>\d\d)(?P<m>\d\d)(?:hrs?|h|z)|(?P<hh>\d\d)h(?P<mm>\d\d)"
)


def read_clock(line: Line, at: int) -> tuple[str, int] | None:
    """Return a time of day as `T18:30` and the token after it and its zone, or nothing."""
    found = _spoken_clock(line, at) or _clock(line, at)
    if found is None:
        return None
    clock, stop = found
    while (zone := _zone_stop(line, stop)) > stop:
        stop = zone
    if line.word(stop) == "(" and line.word(stop + 1)[:1].isdigit():
        inner = _zone_stop(line, stop + 2)
        if inner > stop + 2 and line.word(inner) == ")":
            stop = inner + 1
    return clock, stop


def _zone_stop(line: Line, at: int) -> int:
    """Return the token after a zone at a position (`GMT`, `GMT+4`, `local time`, `(Moscow time)`), or the position."""
    if line.word(at) == "(":
        stop = _bare_zone_stop(line, at + 1)
        return stop + 1 if stop > at + 1 and line.word(stop) == ")" else at
    return _bare_zone_stop(line, at)


def _bare_zone_stop(line: Line, at: int) -> int:
    """Return the token after a zone without brackets, or the position."""
    if _is_zone(line, at):
        shift = line.word(at + 1) if line.word(at) in ("gmt", "utc") else ""
        return at + (2 if shift[:1] in ("+", "-") and shift[1:2].isdigit() else 1)
    if line.follows(at, "local", "time"):
        return at + 2
    stop = at
    while stop < at + 3 and line.word(stop) != "time" and line.word(stop) and line.forms[stop][:1].isupper():
        stop += 1
    return stop + 1 if stop > at and line.word(stop) == "time" else at


def _is_zone(line: Line, at: int) -> bool:
    """Tell whether a token is a zone: a short name in capitals, or Greenwich time with hours added."""
    word = line.word(at)
    if word in ZONES:
        return line.forms[at].isupper() or word in ("gmt", "utc")
    return _OFFSET.fullmatch(word) is not None


def _spoken_clock(line: Line, at: int) -> tuple[str, int] | None:
    """Read `half past eight`, `quarter to six`, `ten past nine`, with the half of the day behind it."""
    word = line.word(at)
    minutes = {"half": 30, "quarter": 15}.get(word) or SMALL_NUMBERS.get(word) or TENS.get(word)
    index = at + 2 if line.word(at + 1) == "minutes" else at + 1
    way, hour = line.word(index), SMALL_NUMBERS.get(line.word(index + 1), 99)
    before = way == "to" and (word == "quarter" or line.word(at + 1) == "minutes")
    if not minutes or not (way == "past" or before) or not 1 <= hour <= 12:
        return None
    behind = _half_behind(line, index + 2)
    half = behind[0] if behind else MERIDIEM.get(line.word(index + 2))
    stop = behind[1] if behind else index + (2 if half is None else 3)
    hour, minute = (hour - 1 or 12, 60 - minutes) if before else (hour, minutes)
    return _iso_clock(hour, minute, half), stop


def _clock(line: Line, at: int) -> tuple[str, int] | None:
    """Read a clock without its zone."""
    word = line.word(at)
    glued = _glued_clock(word)
    if glued:
        return glued, at + 1
    hour, colon, minute = word.partition(":") if ":" in word else word.partition(".")
    if colon and _within(hour, 24) and len(minute) == 2 and _within(minute, 59):
        half = MERIDIEM.get(line.word(at + 1))
        if half is None and ":" not in word and not _at_dotted(line, at):
            return None
        stop = at + (2 if half is not None or line.word(at + 1) in ("hours", "hrs", "h") else 1)
        return _iso_clock(int(hour), int(minute), half), stop
    hour_number = int(word) if _within(word, 24) else SMALL_NUMBERS.get(word, 99)
    if hour_number <= 24:
        half = MERIDIEM.get(line.word(at + 1))
        if half is not None and 1 <= hour_number <= 12:
            return _iso_clock(hour_number, 0, half), at + 2
        stop = at + (2 if line.word(at + 1) == "o'clock" else 1)
        behind = _half_behind(line, stop) if 1 <= hour_number <= 12 else None
        if behind:
            return _iso_clock(hour_number, 0, behind[0]), behind[1]
        if stop == at + 2:
            return f"T{hour_number:02d}:00", stop
    return _hours_clock(line, at)


def _hours_clock(line: Line, at: int) -> tuple[str, int] | None:
    """Read `0530 hours`, `1715 GMT`."""
    word = line.word(at)
    if len(word) != 4 or not (_within(word[:2], 23) and _within(word[2:], 59)):
        return None
    if line.word(at + 1) in ("hours", "hrs", "h") and line.word(at + 2) != "of":
        return f"T{word[:2]}:{word[2:]}", at + 2
    return (f"T{word[:2]}:{word[2:]}", at + 1) if _is_zone(line, at + 1) else None


def _glued_clock(word: str) -> str | None:
    """Return the clock of `2:00am`, `05:40hrs`, `17h30`, `0530Z`, which the tokenizer leaves whole, or nothing."""
    found = _GLUED.fullmatch(word)
    if found is None:
        return None
    hour, minute = found["hour"] or found["h"] or found["hh"], found["minute"] or found["m"] or found["mm"]
    half = found["half"]
    if int(hour) > (12 if half else 24) or int(minute) > 59:
        return None
    return _iso_clock(int(hour), int(minute), {"a": 0, "p": 12}[half[0]] if half else None)


def zone_in(line: Line, start: int, stop: int) -> Fields:
    """Return the zone named in an expression (`gmt`, `Moscow time`), nothing where it is the local one or not named.

    A second clock in brackets names the zone of that one only.
    """
    for index in range(start, stop):
        word = line.word(index)
        if word == "local" or (word == "(" and line.word(index + 1)[:1].isdigit()):
            return {}
        if word[-1:] == "z" and _glued_clock(word):
            return {"zone": "utc"}
        if index > start and _is_zone(line, index):
            shift = line.word(index + 1) if word in ("gmt", "utc") and index + 1 < stop else ""
            return {"zone": word + (shift if shift[:1] in ("+", "-") else "")}
        if word == "time" and line.forms[index - 1][:1].isupper() and index > start:
            first = index - 1
            while first - 1 > start and line.forms[first - 1][:1].isupper() and line.forms[first - 1].isalpha():
                first -= 1
            return {"zone": " ".join(line.forms[first:index]) + " time"}
    return {}


_AT = frozenset(listed("at around about approximately until till from by between"))


def _at_dotted(line: Line, at: int) -> bool:
    """Tell whether `14.30` is a clock: behind `at` or `around`, and before nothing that a number would count."""
    placed = line.word(at - 1) in _AT and len(line.word(at)) == 5
    return placed and line.tag(at + 1)[:2] not in ("NN", "CD", "JJ") and line.word(at + 1) not in ("%", "percent")


def _half_behind(line: Line, at: int) -> tuple[int, int] | None:
    """Return the half of the day of `4 in the morning`, `nine at night` (0 or 12) and the token after it."""
    if line.follows(at, "in", "the") and line.word(at + 2) in ("morning", "afternoon", "evening"):
        return (0 if line.word(at + 2) == "morning" else 12), at + 3
    return (12, at + 2) if line.follows(at, "at", "night") else None


def _within(word: str, most: int) -> bool:
    """Tell whether a word is a number of one or two digits up to a bound."""
    return word.isascii() and word.isdigit() and len(word) <= 2 and int(word) <= most


def _iso_clock(hour: int, minute: int, half: int | None) -> str:
    """Return `THH:MM` from a clock with am (0), pm (12) or neither."""
    if half is not None:
        hour = hour % 12 + half
    return f"T{hour:02d}:{minute:02d}"


def part_hours(line: Line, start: int, stop: int) -> Fields:
    """Return the hours of a word in an expression where they are narrower than its part of the day: `dawn`."""
    hours = next((PART_EDGES[word] for at in range(start, stop) if (word := line.word(at)) in PART_EDGES), None)
    return {"hours": hours} if hours else {}


def read_part(line: Line, at: int) -> tuple[str, int] | None:
    """Return a part of the day (`TEV`), `early` or `late` before it or not, and the token after it, or nothing."""
    if line.word(at) in ("early", "late", "mid") and line.word(at + 1) in PARTS:
        at += 1
    elif line.word(at) in ("early", "late", "mid") and line.word(at + 1) == "-" and line.word(at + 2) in PARTS:
        at += 2
    part = PARTS.get(line.word(at))
    return (part, at + 1) if part else None
