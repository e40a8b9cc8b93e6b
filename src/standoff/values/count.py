"""Parse and compare counts with approximation and bounds: 'about 250', 'some 6,000', 'thousands', 'two soldiers'."""

from __future__ import annotations

from standoff.errors import ValueParseError
from standoff.model.claim import ClaimValue
from standoff.values.amounts import compare_amounts
from standoff.values.base import Comparison, words
from standoff.values.numerals import amount


def parse(text: str) -> ClaimValue:
    """Read a count out of words."""
    found = amount(text)
    if found is None:
        raise ValueParseError(f"{text!r} holds no count.")
    return {"text": text, "low": found.low, "high": found.high, "approximate": found.approximate}


def compare(left: ClaimValue, right: ClaimValue) -> Comparison:
    """Compare two counts by their stated precision."""
    return compare_amounts(left, right)


def show(value: ClaimValue) -> str:
    """Return a count in its own words."""
    return words(value)
