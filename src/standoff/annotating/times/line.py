"""Read small parts of time expressions at a position of a line of tokens: numbers, years and days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from standoff.annotating.times.words import APPROXIMATE, ORDINALS, SCALES, SMALL_NUMBERS, TENS, plain_ordinal
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

    def until(self, stop: int) -> Line:
        """Return the line up to a token."""
        return Line(
            self.words[:stop], self.forms[:stop], self.tags[:stop], self.entities[:stop], self.periods, self.months
        )

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
    """Return both days of `12–14` and `28/29` where the tokenizer leaves them whole, else zeros."""
    first, dash, last = word.partition("/" if "/" in word else "–")
    plain = dash and first.isascii() and last.isascii() and first.isdigit() and last.isdigit()
    if not plain or len(first) > 2 or len(last) > 2 or not 0 < int(first) < int(last) <= 31:
        return 0, 0
    if "/" in word and int(last) != int(first) + 1:
        return 0, 0  # a fraction; `28/29 May` is a night
    return int(first), int(last)


def read_approximation(line: Line, at: int) -> tuple[str, int] | None:
    """Return the TIMEX3 modifier of `about`, `more than`, `at least` and the token after it, or nothing."""
    for length in (3, 2, 1):
        key = tuple(line.word(at + step) for step in range(length))
        if key in APPROXIMATE:
            return APPROXIMATE[key], at + length
    return None
