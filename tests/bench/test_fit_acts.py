"""Weights of evidence for acts are learned from gold, from passages told apart, and from labelled sayings."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from bench.conflicts import REGIONS
from bench.fit_acts import PASSAGE, SAYINGS, Example, fit, held, telling
from bench.gold import GoldStatement
from standoff.codebook.load import load
from standoff.model.statement import Source, Statement


def _row(act: str, *features: str) -> Example:
    """Return an example with an act and features; what was found does not matter here."""
    found = Statement("s", "d", Source(None, (), "explicit"), None, (), (), "inform", "asserts", "indirect")
    pair = GoldStatement("g", None, (), (), acts=(act,)), found
    return Example(pair, "karabakh", features, ("inform", act), act)


def test_features_laid_out_flat_sum_as_a_matrix_would() -> None:
    rows = [_row("accuse", "a", "b"), _row("inform", "b", "c", "c"), _row("deny", "a")]
    index = {"a": 0, "b": 1, "c": 2}
    dense = np.zeros((3, 3), dtype=np.float32)
    for number, row in enumerate(rows):
        for feature in row.features:
            dense[number, index[feature]] += 1
    weights = np.arange(6, dtype=np.float32).reshape(3, 2)
    errors = np.array([[1, -1], [2, 0], [0, 3]], dtype=np.float32)
    laid = held(rows, index)
    assert np.allclose(laid.logits(weights), dense @ weights)
    assert np.allclose(laid.gradient(errors), dense.T @ errors)


def test_what_holds_with_an_act_weighs_for_it_and_what_marks_passages_takes_their_share() -> None:
    charges = [_row("accuse", "act:inform", "harm") for _ in range(40)]
    facts = [_row("inform", "act:inform", "number") for _ in range(40)]
    passages = [_row("accuse", "act:inform", PASSAGE) for _ in range(40)]
    index, weights = fit([*charges, *facts, *passages], ["accuse", "inform"])
    assert weights[index["harm"], 0] > weights[index["harm"], 1]
    assert weights[index["number"], 1] > weights[index["number"], 0]
    assert weights[index[PASSAGE], 0] > 0.3


def test_a_feature_that_tells_one_act_may_weigh_more_than_one_that_tells_none() -> None:
    rows = [_row("accuse", "blame", "clause"), _row("inform", "clause"), _row("accuse", "blame", "clause")] * 20
    laid = held(rows, {"blame": 0, "clause": 1})
    truth = np.array([[row.act == "accuse", row.act == "inform"] for row in rows], dtype=np.float32)
    scale = telling(laid, truth)
    assert scale[0, 0] > 3 * scale[1, 0]


@pytest.mark.skipif(not SAYINGS.exists(), reason="training data are not shipped with an installed package")
def test_sayings_are_labelled_with_acts_of_the_codebook_and_none_twice() -> None:
    with SAYINGS.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert {row["act"] for row in rows} <= set(load().acts.acts)
    assert {row["like"] for row in rows} <= {"", *REGIONS}
    assert len({row["text"] for row in rows}) == len(rows) > 700
