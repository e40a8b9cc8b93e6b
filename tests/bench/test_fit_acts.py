"""Weights of evidence for acts are learned from gold, from passages told apart, and from labelled sayings."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from bench.conflicts import REGIONS
from bench.fit_acts import PASSAGE, SAYINGS, Example, _saying, fitted, meanings
from bench.gold import GoldStatement
from standoff.attributing.attribute import attributed
from standoff.attributing.spans import find_drafts
from standoff.codebook.load import load
from standoff.model.statement import Source, Statement
from tests.attributing.conftest import grounded
from tests.texts import codebook


def _row(act: str, *features: str) -> Example:
    """Return an example with an act and features; what was found does not matter here."""
    found = Statement("s", "d", Source(None, (), "explicit"), None, (), (), "inform", "asserts", "indirect")
    pair = GoldStatement("g", None, (), (), acts=(act,)), found
    return Example(pair, "karabakh", features, ("inform", act), act)


def test_what_holds_with_an_act_weighs_for_it_and_what_marks_passages_takes_their_share() -> None:
    charges = [_row("accuse", "act:inform", "harm") for _ in range(40)]
    facts = [_row("inform", "act:inform", "number") for _ in range(40)]
    passages = [_row("accuse", "act:inform", PASSAGE) for _ in range(40)]
    learnt = fitted([*charges, *facts, *passages], ["accuse", "inform"])
    weight = {sign: learnt.weights[number] for sign, number in learnt.index.items()}
    assert weight["harm"][0] > weight["harm"][1]
    assert weight["number"][1] > weight["number"][0]
    assert weight[PASSAGE][0] > 0.1


def test_a_word_never_seen_weighs_as_words_that_mean_much_the_same() -> None:
    charges = [_row("accuse", "act:inform", f"word:{word}") for word in ("shell", "bomb", "bombard", "attack") * 10]
    facts = [_row("inform", "act:inform", f"word:{word}") for word in ("meet", "visit", "arrive", "travel") * 10]
    learnt = fitted([*charges, *facts], ["accuse", "inform"])
    unseen = {word: meanings().mean([f"word:{word}"]) @ learnt.places for word in ("raid", "journey")}
    assert unseen["raid"][0] > unseen["raid"][1]
    assert unseen["journey"][1] > unseen["journey"][0]


def test_words_without_a_vector_thin_out_what_the_others_mean() -> None:
    one, two = meanings().mean(["word:bomb"]), meanings().mean(["word:bomb", "word:qqqqq"])
    assert np.allclose(one, 2 * two)
    assert not meanings().mean(["act:inform"]).any()


def test_a_sentence_by_itself_does_not_teach_that_nothing_stands_around_it() -> None:
    told = attributed(grounded("Chad said the road was open."), codebook(), find_drafts)[0]
    assert "first" in told.evidence
    features = _saying(told, "inform", "sayings", codebook().acts).features
    assert "first" not in features
    assert "act:inform" in features


@pytest.mark.skipif(not SAYINGS.exists(), reason="training data are not shipped with an installed package")
def test_sayings_are_labelled_with_acts_of_the_codebook_and_none_twice() -> None:
    with SAYINGS.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert {row["act"] for row in rows} <= set(load().acts.acts)
    assert {row["like"] for row in rows} <= {"", *REGIONS}
    assert len({row["text"] for row in rows}) == len(rows) > 700
