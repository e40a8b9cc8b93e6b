"""Turn features into a chance by logistic regression, with weights that `training.attribution.fit` wrote."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path

_FILE = Path(__file__).with_name("fitted.json")
_LEAST = 1e-4  # a chance nearer to none or all counts as this


@dataclass(frozen=True, slots=True)
class Fitted:
    """Hold one logistic regression: what it adds for each feature, and what it begins with."""

    bias: float
    weights: tuple[float, ...]

    def chance(self, features: Sequence[float]) -> float:
        """Return the chance (0 to 1) by features in the order of the weights."""
        total = self.bias + sum(weight * value for weight, value in zip(self.weights, features, strict=True))
        return 1 / (1 + exp(-total))


@cache
def fitted(name: str, features: tuple[str, ...]) -> Fitted:
    """Load a regression of the package by name; raises KeyError where a feature has no weight."""
    row = json.loads(_FILE.read_text(encoding="utf-8"))[name]
    return Fitted(row["bias"], tuple(row["weights"][feature] for feature in features))


def logit(chance: float) -> float:
    """Return the logarithm of the odds of a chance, kept from both ends."""
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return log(kept / (1 - kept))
