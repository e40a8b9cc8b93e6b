"""Statements said in other words are found; the same words count once, and what tells little is near nothing."""

from __future__ import annotations

import numpy as np
import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.store import meanings
from standoff.store.meanings import Meaning
from standoff.values.meaning import WIDTH, load_lexicon, packed
from standoff.views.meaning import index

SAID = {
    "a": "that its soldiers had crossed the border at night",
    "b": "that the ministers would discuss grain prices in autumn",
    "c": "that two hospitals in the city were bombed",
    "d": "that two hospitals in the city were bombed",
    "e": "a charge",
}


@pytest.fixture(scope="module")
def lexicon():
    return load_lexicon(load_spread(FOLDER))


@pytest.fixture(scope="module")
def found(lexicon):
    ids = meanings.packed(f"stm-{ord(key):024x}" for key in SAID)
    return index(lexicon, [Meaning("doc", ids, lexicon.packed(SAID.values()).tobytes())])


def keys(near):
    return [chr(int(one.statement[4:], 16)) for one in near]


@pytest.mark.parametrize(
    ("asked", "first"),
    [("troops entered across the frontier", "a"), ("an air strike on a clinic", "cd"), ("wheat costs", "b")],
)
def test_other_words_for_the_same_come_first(found, asked, first):
    assert keys(found.nearest(asked, 5))[0] in first


def test_the_same_words_count_once_and_bare_nouns_not_at_all(found):
    assert len({"c", "d"} & set(keys(found.nearest("hospital bombed", 9)))) == 1
    assert "e" not in keys(found.nearest("a charge", 9))


@pytest.mark.parametrize("asked", ["", "the", "xqzzvv", "12 %", "💥"])
def test_words_that_mean_nothing_find_nothing(found, asked):
    assert found.nearest(asked, 5) == []


def test_vectors_are_small_and_other_lexicons_are_left_out(lexicon):
    rows = lexicon.packed(["soldiers crossed the border", "the"])
    assert (rows.shape, rows.dtype) == ((2, WIDTH), np.int8)
    assert not rows[1].any()
    assert packed(np.array([[0.5, -1.0]], np.float32)).tolist() == [[64, -127]]
    assert len(index(lexicon, [Meaning("doc", bytes(12), bytes(WIDTH - 1))]).vectors) == 0
    assert index(lexicon, []).nearest("soldiers", 3) == []


def test_an_id_comes_back_from_its_bytes():
    key = f"stm-{7:024x}"
    assert len(meanings.packed([key])) == meanings.ID
    assert meanings.unpacked(meanings.packed([key])) == key
