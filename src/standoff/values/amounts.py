"""Compare two bounded amounts of one unit by the precision their words and their roundness leave.

Readers take round figures for approximations with or without a hedge, and others only with one (Williams and Power,
"Hedging and rounding in numerical expressions", 2013); asked for figures, they read "about 7" as 5 to 9, two units of
the last place, and less of large round ones (Ferson et al., "Natural language of uncertainty: numeric hedge words",
2015). Reports of losses are held to more than that: large figures to a twelfth, round ones to their rounding.
"""

from __future__ import annotations

from standoff.model.claim import ClaimValue
from standoff.values.base import SAME, Comparison, number, words

# A hedge before a large figure leaves this share of it open: "nearly 100,000" can be 97,000, not 90,000.
HEDGED = 0.08
# A round figure of three digits or more may be rounded by half its last place, but by no more than this share:
# 6,000 can be 5,600, and 100 can be 104, not 140.
ROUNDED = 0.1
Bounds = tuple[float | None, float | None]


def compare_amounts(left: ClaimValue, right: ClaimValue) -> Comparison:
    """Compare two amounts: equal, compatible at another precision, or figures that cannot both hold."""
    one, other = bounds(left), bounds(right)
    if (one == other and one != (None, None)) or _at_least(one, other) or _at_least(other, one):
        return SAME
    said = f"“{words(left)}” against “{words(right)}”"
    if _compatible(left, right):
        return Comparison("compatible", f"{said}: one is less precise than the other", 0.3)
    return Comparison("conflicting", f"{said}: both cannot hold as stated", min(1.0, 0.4 + _gap(one, other)))


def _at_least(one: Bounds, other: Bounds) -> bool:
    """Tell whether one amount is a plain figure and the other says at least that figure."""
    return one[0] is not None and one[0] == one[1] and other == (one[0], None)


def bounds(value: ClaimValue) -> Bounds:
    """Return the stated bounds."""
    return number(value, "low"), number(value, "high")


def rounding(figure: float) -> float:
    """Return how far a round figure of three digits or more reaches: just under half its last non-zero place."""
    place = last_place(figure)
    return min(place / 2 * 0.999, figure * ROUNDED) if figure >= 100 and place > 1 else 0.0


def last_place(figure: float) -> float:
    """Return the unit of the last non-zero digit of a whole figure; that of any other is 1."""
    unit, whole = 1.0, int(figure)
    if whole != figure or whole <= 0:
        return unit
    while whole % 10 == 0:
        whole //= 10
        unit *= 10
    return unit


def _compatible(left: ClaimValue, right: ClaimValue) -> bool:
    """Tell whether two amounts can both hold: two figures within the wider reach, or ranges that meet."""
    points = [low if low == high else None for low, high in (bounds(left), bounds(right))]
    if points[0] is not None and points[1] is not None:
        return abs(points[0] - points[1]) <= max(_reach(left), _reach(right))
    return _meet(_widened(left), _widened(right))


def _reach(value: ClaimValue) -> float:
    """Return how far a plain figure reaches: by its roundness, its stated reach, or a word such as 'about'."""
    figure = number(value, "low") or 0.0
    stated = number(value, "reach") or 0.0
    return max(rounding(figure), stated, _hedged(figure, stated * 2) if value.get("approximate") else 0.0)


def _hedged(figure: float, unit: float = 0.0) -> float:
    """Return how far a hedged figure reaches: one or two units of a small one, a share of a large one.

    `unit` is the unit of measure where there is one; a plain count is held to two units of its last place.
    """
    step = unit or 1.0
    small = min(max(step, figure / 5), 2 * step)
    large = figure * HEDGED if unit else min(figure * HEDGED, 2 * last_place(figure))
    return max(small, large)


def _widened(value: ClaimValue) -> tuple[float, float]:
    """Return the bounds widened by what the words leave open."""
    low, high = bounds(value)
    if low is not None and low == high:
        return low - _reach(value), low + _reach(value)
    if low is None and high is not None and value.get("approximate"):
        return high - _hedged(high), high
    return (low if low is not None else 0.0), (high if high is not None else float("inf"))


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Tell whether two ranges share a figure."""
    return one[0] <= other[1] and other[0] <= one[1]


def _gap(one: Bounds, other: Bounds) -> float:
    """Return the relative distance of two amounts, 0 to 0.6."""
    first = next((bound for bound in one if bound is not None), 0.0)
    second = next((bound for bound in other if bound is not None), 0.0)
    return min(0.6, abs(first - second) / max(abs(first), abs(second), 1.0))
