"""Compare free texts by their normal form and by the words they share."""

from __future__ import annotations

import re
import unicodedata

from standoff.errors import ValueParseError
from standoff.model.claim import ClaimValue
from standoff.values.base import SAME, Comparison, words

ALIKE = 90.0
_LONG_WORD = 5
_STEM = 6
_WORD = re.compile(r"\w+")


def parse(text: str) -> ClaimValue:
    """Keep a text with its normal form."""
    if not text.strip():
        raise ValueParseError("An empty text holds no value.")
    return {"text": text, "normal": normal(text)}


def compare(left: ClaimValue, right: ClaimValue) -> Comparison:
    """Compare two texts: equal in normal form, near, or other words."""
    one, other = words(left, "normal") or normal(words(left)), words(right, "normal") or normal(words(right))
    if one == other:
        return SAME
    from rapidfuzz import fuzz  # a hundredth of a second that most commands need not pay

    likeness = fuzz.token_set_ratio(one, other)
    if likeness >= ALIKE:
        return Comparison("compatible", "one text holds the words of the other", 0.2)
    return Comparison("conflicting", f"“{words(left)}” against “{words(right)}”", 1 - likeness / 100)


def show(value: ClaimValue) -> str:
    """Return the text."""
    return words(value)


def stems(text: str) -> frozenset[str]:
    """Return the longer words of a text in normal form, cut to their first letters."""
    return frozenset(stems_in_order(text))


def stems_in_order(text: str) -> list[str]:
    """Return the longer words of a text in normal form, cut to their first letters, in order and repeated."""
    return [word[:_STEM] for word in normal(text).split() if len(word) >= _LONG_WORD]


def normal(text: str) -> str:
    """Return the words of a text in lower case, without accents and punctuation."""
    low = text.casefold()
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(low))
