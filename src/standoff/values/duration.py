"""Parse and compare lengths of time: '44 days' and 'six weeks' do not exclude each other."""

from __future__ import annotations

import re

from standoff.errors import ValueParseError
from standoff.model.claim import ClaimValue
from standoff.values.amounts import compare_amounts
from standoff.values.base import Comparison, number, words
from standoff.values.numerals import amount

DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_WORD = re.compile(r"[a-z]+")


def parse(text: str) -> ClaimValue:
    """Read a length of time out of words; bounds are in days, `reach` is half a unit."""
    found, unit = amount(text), unit_of(text)
    if found is None or unit is None:
        raise ValueParseError(f"{text!r} holds no length of time.")
    return in_days({"text": text, "low": found.low, "high": found.high, "approximate": found.approximate})


def unit_of(text: str) -> float | None:
    """Return the days of the first unit of time in a text, or nothing."""
    return next((DAYS[w.rstrip("s")] for w in _WORD.findall(text.casefold()) if w.rstrip("s") in DAYS), None)


def in_days(value: ClaimValue) -> ClaimValue:
    """Return a quantity with bounds in its own unit as a length in days."""
    unit = unit_of(words(value, "unit")) or unit_of(words(value))
    if unit is None:
        return value
    low, high = number(value, "low"), number(value, "high")
    scaled = {
        **value,
        "low": None if low is None else low * unit,
        "high": None if high is None else high * unit,
        "unit": "day",
    }
    return {**scaled, "reach": unit / 2} if low is not None and low == high else scaled


def compare(left: ClaimValue, right: ClaimValue) -> Comparison:
    """Compare two lengths of time by their stated precision."""
    return compare_amounts(left, right)


def show(value: ClaimValue) -> str:
    """Return a length of time in its own words."""
    return words(value)
