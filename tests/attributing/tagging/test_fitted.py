"""Check the logistic regressions of the package."""

from __future__ import annotations

import math

import pytest

from standoff.attributing.tagging import gate, sight
from standoff.attributing.tagging.fitted import Fitted, fitted, logit


def test_a_chance_follows_the_weights() -> None:
    one = Fitted(-1.0, (2.0, 0.5))
    assert one.chance((0.5, 0.0)) == 0.5
    assert one.chance((1.0, 2.0)) == pytest.approx(1 / (1 + math.exp(-2)))


def test_odds_are_kept_from_both_ends() -> None:
    assert logit(0.5) == 0
    assert logit(0.0) == logit(1e-9) == pytest.approx(-logit(1.0))


@pytest.mark.parametrize(("name", "features"), [("gate", gate.FEATURES), ("sight", sight.FEATURES)])
def test_every_feature_has_a_weight(name: str, features: tuple[str, ...]) -> None:
    assert len(fitted(name, features).weights) == len(features)
