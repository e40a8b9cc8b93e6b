"""Read small parts of time expressions at a position of a line of tokens: numbers, years, days and clocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from standoff.annotating.time_words import (
    APPROXIMATE,
    MERIDIEM,
    ORDINALS,
    PARTS,
    SCALES,
    SMALL_NUMBERS,
    TENS,
    ZONES,
    plain_ordinal,
)
from standoff.codebook.calendars import Month
from standoff.codebook.periods import Period
from standoff.model.annotation import Attribute

Fields = dict[str, Attribute]


@dataclass(frozen=True, slots=True)
class Found:
    """Hold an expression read: the token after its last, and its attributes."""

    stop: int
    fields: Mapping[str, Attribute]
    start: int | None = None

    def adding(self, fields: Mapping[str, Attribute]) -> Found:
        """Return the expression with further attributes."""
        return Found(self.stop, {**self.fields, **fields}, self.start)

    def with_(self, stop: int | None = None, **fields: Attribute) -> Found:
        """Return the expression with a further stop or attributes."""
        return Found(self.stop if stop is None else stop, {**self.fields, **fields}, self.start)


@dataclass(frozen=True, slots=True)
class Line:
    """Hold the lowercased tokens of a document, their tags and entity labels, and the named periods by first word."""

    words: Sequence[str]
    forms: Sequence[str]
    tags: Sequence[str]
    entities: Sequence[str]
    periods: Mapping[str, Sequence[tuple[tuple[str, ...], Period]]] = field(default_factory=dict)
    months: Mapping[str, Sequence[Month]] = field(default_factory=dict)

    def word(self, index: int) -> str:
        """Return a token, or the empty string outside the line."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def tag(self, index: int) -> str:
        """Return a token's fine tag, or the empty string outside the line."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""

    def follows(self, index: int, *words: str) -> bool:
        """Tell whether the tokens from an index on are these."""
        return all(self.word(index + step) == word for step, word in enumerate(words))


def whole_number(word: str) -> int | None:
    """Return the value of `12` or `6,000`, or nothing."""
    bare = word.replace(",", "")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 12 else None


def read_number(line: Line, at: int) -> tuple[float, int] | None:
    """Return a number in digits or words and the token after it, or nothing."""
    word = line.word(at)
    if word[:1].isdigit():
        value = whole_number(word)
        if value is None:
            return None
        after = line.word(at + 1)
        return (value + 0.5, at + 2) if after in ("1/2", "½") else (value, at + 1)
    return _spelled(line, at)


def _spelled(line: Line, at: int) -> tuple[float, int] | None:
    """Read a number in words: `twenty-four`, `a hundred`, `two thousand`."""
    total, hundreds, current, index = 0, 0, -1, at
    while True:
        word = line.word(index)
        if word in TENS and current < 1:
            current, index = TENS[word], index + 1
            step = index + 1 if line.word(index) == "-" else index
            if line.word(step) in SMALL_NUMBERS and 0 < SMALL_NUMBERS[line.word(step)] < 10:
                current, index = current + SMALL_NUMBERS[line.word(step)], step + 1
        elif word in SMALL_NUMBERS and current < 1:
            current, index = SMALL_NUMBERS[word], index + 1
        elif word == "hundred" and 0 < current < 100:
            hundreds, current, index = current * 100, -1, index + 1
            if line.word(index) == "and" and (line.word(index + 1) in SMALL_NUMBERS or line.word(index + 1) in TENS):
                index += 1
        elif word in SCALES and max(current, 0) + hundreds > 0:
            total, current, hundreds = total + (max(current, 0) + hundreds) * SCALES[word], -1, 0
            index += 1
        else:
            break
    return (total + hundreds + max(current, 0), index) if index > at else None


def read_year(line: Line, at: int) -> tuple[int, int] | None:
    """Return a year of four digits or in words (`nineteen ninety-six`) and the token after it, or nothing."""
    word = line.word(at)
    if len(word) == 4 and word.isascii() and word.isdigit() and "1000" <= word <= "2199":
        return int(word), at + 1
    if word in ("nineteen", "eighteen", "twenty") and line.word(at + 1) in TENS:
        century = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000}[word]
        rest = _spelled(line, at + 1)
        if rest and rest[0] < 100:
            return century + int(rest[0]), rest[1]
    if word == "two" and line.word(at + 1) == "thousand":
        rest = _spelled(line, at)
        if rest and rest[0] < 2100:
            return int(rest[0]), rest[1]
    return None


def read_day(line: Line, at: int) -> tuple[int, int] | None:
    """Return a day of the month (`9`, `9th`, `twenty-first`) and the token after it, or nothing."""
    word = line.word(at)
    if word.isascii() and word.isdigit() and len(word) <= 2:
        return (int(word), at + 1) if 1 <= int(word) <= 31 else None
    if word in ("twenty", "thirty") and line.word(at + 1) == "-" and line.word(at + 2) in ORDINALS:
        return TENS[word] + ORDINALS[line.word(at + 2)], at + 3
    number = plain_ordinal(word) or whole_days(word)[0]
    return (number, at + 1) if number and number <= 31 else None


def whole_days(word: str) -> tuple[int, int]:
    """Return both days of `12–14` where the tokenizer leaves them whole, else zeros."""
    first, dash, last = word.partition("–")
    plain = dash and first.isascii() and last.isascii() and first.isdigit() and last.isdigit()
    if not plain or len(first) > 2 or len(last) > 2 or not 0 < int(first) < int(last) <= 31:
        return 0, 0
    return int(first), int(last)


def read_clock(line: Line, at: int) -> tuple[str, int] | None:
    """Return a time of day as `T18:30` and the token after it, or nothing."""
    found = _clock(line, at)
    if not found:
        return None
    clock, stop = found
    while line.word(stop) in ZONES or (line.word(stop) == "local" and line.word(stop + 1) == "time"):
        stop += 2 if line.word(stop) == "local" else 1
    if line.forms[stop : stop + 1] and line.forms[stop][:1].isupper() and line.word(stop + 1) == "time":
        stop += 2  # "Moscow time"
    if line.follows(stop, "(") and line.word(stop + 1)[:1].isdigit() and line.word(stop + 2) in ZONES:
        stop += 4 if line.word(stop + 3) == ")" else 0
    return clock, stop


def _clock(line: Line, at: int) -> tuple[str, int] | None:
    """Read a clock without its zone."""
    word = line.word(at)
    hour, colon, minute = word.partition(":") if ":" in word else word.partition(".")
    if colon and _within(hour, 24) and len(minute) == 2 and _within(minute, 59):
        half = MERIDIEM.get(line.word(at + 1))
        if half is None and ":" not in word and not _at_dotted(line, at):
            return None
        return _iso_clock(int(hour), int(minute), half), at + (1 if half is None else 2)
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
    if len(word) == 4 and word.isdigit() and _within(word[:2], 23) and _within(word[2:], 59):
        return (f"T{word[:2]}:{word[2:]}", at + 1) if line.word(at + 1) in ZONES | {"hours", "hrs"} else None
    return None


def zone_in(line: Line, start: int, stop: int) -> Fields:
    """Return the zone named in an expression (`gmt`, `Moscow time`), nothing where it is the local one or not named.

    A second clock in brackets names the zone of that one only.
    """
    for index in range(start, stop):
        word = line.word(index)
        if word in ("local", "("):
            return {}
        if word in ZONES and line.word(index - 1)[:1].isdigit() | (line.word(index - 1) in MERIDIEM):
            return {"zone": word}
        if word == "time" and line.forms[index - 1][:1].isupper() and index > start:
            return {"zone": f"{line.forms[index - 1]} time"}
    return {}


def _at_dotted(line: Line, at: int) -> bool:
    """Tell whether `14.30` is a clock: behind `at` or `around`, and before nothing that a number would count."""
    placed = line.word(at - 1) in ("at", "around", "until", "till") and len(line.word(at)) == 5
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


def read_part(line: Line, at: int) -> tuple[str, int] | None:
    """Return a part of the day (`TEV`), `early` or `late` before it or not, and the token after it, or nothing."""
    if line.word(at) in ("early", "late", "mid") and line.word(at + 1) in PARTS:
        at += 1
    elif line.word(at) in ("early", "late", "mid") and line.word(at + 1) == "-" and line.word(at + 2) in PARTS:
        at += 2
    part = PARTS.get(line.word(at))
    return (part, at + 1) if part else None


def read_approximation(line: Line, at: int) -> tuple[str, int] | None:
    """Return the TIMEX3 modifier of `about`, `more than`, `at least` and the token after it, or nothing."""
    for length in (3, 2, 1):
        key = tuple(line.word(at + step) for step in range(length))
        if key in APPROXIMATE:
            return APPROXIMATE[key], at + length
    return None
