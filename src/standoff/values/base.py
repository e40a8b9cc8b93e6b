"""Say what a value type can do, and how two values of a slot compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from standoff.model.annotation import Attribute
from standoff.model.claim import ClaimValue

Outcome = Literal["same", "compatible", "conflicting"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold how two values compare, why in a few words, and how strongly they differ (0 same, 1 far apart)."""

    outcome: Outcome
    reason: str
    strength: float = 0.0


class ValueType(Protocol):
    """Offer what each module of this package offers for its type; values are flat mappings with `text`."""

    def parse(self, text: str) -> ClaimValue:
        """Read a value out of words; raises ValueParseError where they hold none."""

    def compare(self, left: ClaimValue, right: ClaimValue) -> Comparison:
        """Compare two values without taking sides."""

    def show(self, value: ClaimValue) -> str:
        """Return a value as a person would read it."""


SAME = Comparison("same", "equal")


def number(value: ClaimValue, key: str) -> float | None:
    """Return a field as a number, or nothing where it is absent or no number."""
    found = value.get(key)
    return float(found) if isinstance(found, int | float) and not isinstance(found, bool) else None


def words(value: ClaimValue, key: str = "text") -> str:
    """Return a field as text, empty where absent."""
    found: Attribute = value.get(key)
    return "" if found is None else str(found)
