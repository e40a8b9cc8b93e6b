"""Parse and compare lengths with units and vagueness: '3 kilometers (2 miles)', 'several kilometers'."""

from __future__ import annotations

import re

from standoff.errors import ValueParseError
from standoff.model.claim import ClaimValue
from standoff.values.amounts import compare_amounts
from standoff.values.base import Comparison, number, words
from standoff.values.numerals import amount

KILOMETRES = {
    "km": 1.0, "kilometer": 1.0, "kilometre": 1.0, "kms": 1.0, "mile": 1.609344, "mi": 1.609344, "m": 0.001,
    "meter": 0.001, "metre": 0.001, "yard": 0.0009144, "foot": 0.0003048, "feet": 0.0003048, "ft": 0.0003048,
    "nautical": 1.852,
}  # fmt: skip
_UNIT = re.compile(r"[a-z]+")


def parse(text: str) -> ClaimValue:
    """Read a length out of words; bounds are in kilometres, `reach` is half the last place of a plain figure."""
    found, unit = amount(text), unit_of(text)
    if found is None or unit is None:
        raise ValueParseError(f"{text!r} holds no length.")
    value: ClaimValue = {
        "text": text,
        "low": None if found.low is None else found.low * unit,
        "high": None if found.high is None else found.high * unit,
        "unit": "km",
        "approximate": found.approximate,
    }
    return _reaching(value, unit, found.low)


def unit_of(text: str) -> float | None:
    """Return the kilometres of the first unit of length in a text, or nothing."""
    for word in _UNIT.findall(text.casefold()):
        if word in KILOMETRES or word.rstrip("s") in KILOMETRES:
            return KILOMETRES.get(word) or KILOMETRES[word.rstrip("s")]
    return None


def in_kilometres(value: ClaimValue) -> ClaimValue:
    """Return a quantity with bounds in its own unit as a length in kilometres."""
    unit = unit_of(words(value, "unit")) or unit_of(words(value))
    if unit is None:
        return value
    low, high = number(value, "low"), number(value, "high")
    if low is not None and high is None and low >= 1:
        low -= 1  # counts read "more than 3" as 4 and up; a length can lie between
    scaled = {
        **value,
        "low": None if low is None else round(low * unit, 6),
        "high": None if high is None else round(high * unit, 6),
        "unit": "km",
    }
    return _reaching(scaled, unit, low)


def compare(left: ClaimValue, right: ClaimValue) -> Comparison:
    """Compare two lengths by their stated precision."""
    return compare_amounts(left, right)


def show(value: ClaimValue) -> str:
    """Return a length in its own words."""
    return words(value)


def _reaching(value: ClaimValue, unit: float, figure: float | None) -> ClaimValue:
    """Return a length with how far its figure reaches: half its last place, so that 2 miles can be 3 km."""
    if figure is None or number(value, "low") != number(value, "high"):
        return value
    place = unit if figure == int(figure) else unit / 10
    return {**value, "reach": place / 2}
