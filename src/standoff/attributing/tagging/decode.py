"""Find the best BIO labels of a batch of windows by Viterbi, and read spans off them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = -1e9


def log_softmax(scores: Scores) -> Scores:
    """Return log probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: Scores = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def softmax(scores: Scores) -> Scores:
    """Return probabilities over the last axis."""
    result: Scores = np.exp(scores - scores.max(-1, keepdims=True))
    result /= result.sum(-1, keepdims=True)
    return result


def viterbi(scores: Scores, lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the best labels (b, n) for scores (b, n, k) in the scheme O, B, I[, B, I]: an I follows its own B or I.

    Where each word's own best label follows in order, which is nearly always, these are the best already.
    """
    path: NDArray[np.int64] = scores.argmax(-1)
    path[np.arange(scores.shape[1]) >= lengths[:, None]] = 0
    for row in np.flatnonzero(_is_torn(path)).tolist():
        n = int(lengths[row])
        path[row, :n] = _searched(scores[row, :n].tolist())
    return path


def _is_torn(path: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell of each row of labels (b, n) whether an I stands in it that follows neither its own B nor I."""
    before = np.zeros_like(path)
    before[:, 1:] = path[:, :-1]
    torn: NDArray[np.bool_] = ((path > 0) & (path % 2 == 0) & (before != path) & (before != path - 1)).any(-1)
    return torn


def _searched(scores: list[list[float]]) -> list[int]:
    """Return the best labels by dynamic programming over the words; plain numbers, for rows and labels are few."""
    insides = range(2, len(scores[0]), 2)
    best = [_NEVER if label in insides else score for label, score in enumerate(scores[0])]
    back: list[list[int]] = []
    for word in scores[1:]:
        top = best.index(max(best))
        step = [top] * len(word)
        for inside in insides:
            step[inside] = inside if best[inside] > best[inside - 1] else inside - 1
        best = [best[before] + score for before, score in zip(step, word, strict=True)]
        back.append(step)
    path = [best.index(max(best))]
    for step in reversed(back):
        path.append(step[path[-1]])
    return path[::-1]


def spans(labels: NDArray[np.int64], begin: int) -> list[tuple[int, int]]:
    """Return `[first, after)` of each run that begins with label `begin` and goes on with `begin + 1`."""
    found: list[tuple[int, int]] = []
    first = -1
    for index, label in enumerate((*labels.tolist(), 0)):
        if first >= 0 and label != begin + 1:
            found.append((first, index))
            first = -1
        if label == begin:
            first = index
    return found
