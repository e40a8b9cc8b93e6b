"""Check the decoding of labels."""

from __future__ import annotations

import itertools

import numpy as np

from standoff.attributing.tagging.decode import log_softmax, spans, viterbi


def legal(path: tuple[int, ...]) -> bool:
    """Tell whether every inside label follows its own begin or inside."""
    return all(
        not (label and label % 2 == 0) or (i and path[i - 1] in (label - 1, label)) for i, label in enumerate(path)
    )


def test_viterbi_finds_the_best_legal_path_of_each_window() -> None:
    scores = log_softmax(np.random.default_rng(3).normal(size=(6, 5, 5)).astype(np.float32))
    lengths = np.array([5, 4, 3, 2, 1, 5])
    paths = viterbi(scores, lengths)
    for row, n in enumerate(lengths):
        best = max(
            (p for p in itertools.product(range(5), repeat=int(n)) if legal(p)),
            key=lambda p: sum(float(scores[row, i, label]) for i, label in enumerate(p)),
        )
        assert tuple(paths[row, :n].tolist()) == best


def test_spans_end_where_the_next_begins() -> None:
    assert spans(np.array([0, 3, 4, 3, 0, 3]), 3) == [(1, 3), (3, 4), (5, 6)]
    assert spans(np.array([1, 2, 3, 4]), 1) == [(0, 2)]
