"""The scores of clusters agree with examples worked out in the literature and by hand."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest

from bench.coreference import best_pairing, conll


def clustering(*groups: str) -> dict[str, int]:
    return {mention: number for number, group in enumerate(groups) for mention in group}


def test_equal_clusters_score_one() -> None:
    truth = clustering("abc", "de", "f")
    assert conll(truth, truth) == {"muc": 1.0, "b_cubed": 1.0, "ceaf_e": 1.0, "conll": 1.0}


def test_two_clusters_joined_into_one() -> None:
    """Bagga and Baldwin's second response: of {12345}{67}{89ABC} the last two are joined."""
    scores = conll(clustering("12345", "67", "89ABC"), clustering("12345", "6789ABC"))
    assert scores["muc"] == pytest.approx(2 * 0.9 * 1.0 / 1.9)
    precision = (5 + (2 * 2 / 7 + 5 * 5 / 7)) / 12
    assert scores["b_cubed"] == pytest.approx(2 * precision / (precision + 1))
    best = 1 + 2 * 5 / 12
    assert scores["ceaf_e"] == pytest.approx(2 * (best / 2) * (best / 3) / (best / 2 + best / 3))


def test_all_apart_shares_no_link() -> None:
    scores = conll(clustering("ab", "c"), clustering("a", "b", "c"))
    assert scores["muc"] == 0.0
    assert scores["b_cubed"] == pytest.approx(2 * 1 * (2 / 3) / (5 / 3))


def test_the_best_pairing_is_the_best_of_all() -> None:
    random = Random(3)
    for rows, columns in ((1, 1), (2, 4), (4, 4), (5, 3)):
        worth = [[random.random() for _ in range(columns)] for _ in range(rows)]
        tall = worth if rows <= columns else [list(column) for column in zip(*worth, strict=True)]
        tried = (
            sum(tall[row][column] for row, column in enumerate(chosen))
            for chosen in permutations(range(len(tall[0])), len(tall))
        )
        assert best_pairing(worth) == pytest.approx(max(tried))
