"""Compare two bounded amounts of one unit by the precision their words and their roundness leave."""

from __future__ import annotations

from standoff.model.claim import ClaimValue
from standoff.values.base import SAME, Comparison, number, words

# "About 6,000" is taken to hold within a twentieth, so that 6,500 is another figure and 6,200 is not.
SLACK = 0.05
Bounds = tuple[float | None, float | None]


def compare_amounts(left: ClaimValue, right: ClaimValue) -> Comparison:
    """Compare two amounts: equal, compatible at another precision, or figures that cannot both hold."""
    one, other = bounds(left), bounds(right)
    if one == other and one != (None, None):
        return SAME
    said = f"“{words(left)}” against “{words(right)}”"
    if _compatible(left, right):
        return Comparison("compatible", f"{said}: one is less precise than the other", 0.3)
    return Comparison("conflicting", f"{said}: both cannot hold as stated", min(1.0, 0.4 + _gap(one, other)))


def bounds(value: ClaimValue) -> Bounds:
    """Return the stated bounds."""
    return number(value, "low"), number(value, "high")


def rounding(figure: float) -> float:
    """Return how far a round figure of three digits or more reaches: just under half its last non-zero place."""
    unit, whole = 1.0, int(figure)
    if whole < 100 or whole != figure:
        return 0.0
    while whole % 10 == 0:
        whole //= 10
        unit *= 10
    return unit / 2 * 0.999 if unit > 1 else 0.0


def _compatible(left: ClaimValue, right: ClaimValue) -> bool:
    """Tell whether two amounts can both hold: two figures within the wider reach, or ranges that meet."""
    points = [low if low == high else None for low, high in (bounds(left), bounds(right))]
    if points[0] is not None and points[1] is not None:
        return abs(points[0] - points[1]) <= max(_reach(left), _reach(right))
    return _meet(_widened(left), _widened(right))


def _reach(value: ClaimValue) -> float:
    """Return how far a plain figure reaches: by its roundness, its stated reach, or the word 'about'."""
    figure = number(value, "low") or 0.0
    slack = figure * SLACK if value.get("approximate") else 0.0
    return max(rounding(figure), number(value, "reach") or 0.0, slack)


def _widened(value: ClaimValue) -> tuple[float, float]:
    """Return the bounds widened by what the words leave open."""
    low, high = bounds(value)
    if low is not None and low == high:
        return low - _reach(value), low + _reach(value)
    if low is None and high is not None and value.get("approximate"):
        return high * (1 - SLACK), high
    return (low if low is not None else 0.0), (high if high is not None else float("inf"))


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Tell whether two ranges share a figure."""
    return one[0] <= other[1] and other[0] <= one[1]


def _gap(one: Bounds, other: Bounds) -> float:
    """Return the relative distance of two amounts, 0 to 0.6."""
    first = next((bound for bound in one if bound is not None), 0.0)
    second = next((bound for bound in other if bound is not None), 0.0)
    return min(0.6, abs(first - second) / max(abs(first), abs(second), 1.0))
