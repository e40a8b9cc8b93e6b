"""Find the best BIO labels of a batch of windows by Viterbi, and read spans off them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_FORBIDDEN = np.float32(-1e9)


def log_softmax(scores: Scores) -> Scores:
    """Return log probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: Scores = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def viterbi(scores: Scores, lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the best labels (b, n) for scores (b, n, k) in the scheme O, B, I[, B, I]: an I follows its own B or I.

    Where each word's own best label follows in order, which is nearly always, these are the best already.
    """
    path: NDArray[np.int64] = scores.argmax(-1)
    path[np.arange(scores.shape[1]) >= lengths[:, None]] = 0
    torn = np.flatnonzero(_is_torn(path))
    if len(torn):
        path[torn] = _searched(scores[torn], lengths[torn])
    return path


def _is_torn(path: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell of each row of labels (b, n) whether an I stands in it that follows neither its own B nor I."""
    before = np.zeros_like(path)
    before[:, 1:] = path[:, :-1]
    inside = (path > 0) & (path % 2 == 0)
    torn: NDArray[np.bool_] = (inside & (before != path) & (before != path - 1)).any(-1)
    return torn


def _searched(scores: Scores, lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the best labels by dynamic programming over the words."""
    batch, longest, labels = scores.shape
    allowed = np.zeros((labels, labels), np.float32)
    start = np.zeros(labels, np.float32)
    for inside in range(2, labels, 2):
        allowed[:, inside] = _FORBIDDEN
        allowed[inside - 1 : inside + 1, inside] = 0
        start[inside] = _FORBIDDEN
    best = scores[:, 0] + start
    back = np.zeros((batch, longest, labels), np.int64)
    back[:, 0] = np.arange(labels)
    for position in range(1, longest):
        through = best[:, :, None] + allowed
        live = (position < lengths)[:, None]
        back[:, position] = np.where(live, through.argmax(1), np.arange(labels))
        best = np.where(live, through.max(1) + scores[:, position], best)
    path = np.zeros((batch, longest), np.int64)
    path[:, -1] = best.argmax(1)
    rows = np.arange(batch)
    for position in range(longest - 1, 0, -1):
        path[:, position - 1] = back[rows, position, path[:, position]]
    return path


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
