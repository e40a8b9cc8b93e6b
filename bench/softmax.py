"""Fit a softmax regression over signs that hold or not and a vector beside them, by Adam on small batches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

RARE, PULL, ROUNDS, BATCH, PACE = 3, 10.0, 10, 256, 0.03  # least count, L2, rounds, rows of a batch, first step
STRETCH = 4.0  # how freely the vector may weigh beside the signs
Matrix = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Rows:
    """Hold what to learn from, row by row: signs that hold, a vector, the number of its class, how much it counts."""

    signs: Sequence[Sequence[str]]
    vectors: Matrix
    classes: Indices
    counts: Matrix


@dataclass(frozen=True, slots=True)
class Learnt:
    """Hold the number of each sign, what each weighs for each class, and what each place of the vector does."""

    index: dict[str, int]
    weights: Matrix
    places: Matrix

    def totals(self, signs: Sequence[str], vector: Matrix) -> Matrix:
        """Return the summed weight of each class for a row."""
        found: Matrix = self.weights[[self.index[sign] for sign in signs if sign in self.index]].sum(0)
        return found + vector @ self.places


@dataclass(frozen=True, slots=True)
class Laid:
    """Hold which signs hold in some rows: their numbers one after the other, the row of each, where each row begins."""

    signs: Indices
    rows: Indices
    starts: Indices

    def logits(self, weights: Matrix) -> Matrix:
        """Return the summed weights of each row (rows x classes); each row has a sign at least."""
        return np.add.reduceat(weights[self.signs], self.starts)

    def gradient(self, errors: Matrix, count: int) -> Matrix:
        """Return the summed errors of each of so many signs (signs x classes)."""
        order = np.argsort(self.signs, kind="stable")
        held, first = np.unique(self.signs[order], return_index=True)
        found = np.zeros((count, errors.shape[1]), np.float32)
        found[held] = np.add.reduceat(errors[self.rows[order]], first)
        return found


def laid(rows: Sequence[Indices]) -> Laid:
    """Lay out the numbers of the signs of rows."""
    counts = np.array([len(row) for row in rows])
    return Laid(np.concatenate(rows), np.repeat(np.arange(len(rows)), counts), np.cumsum(counts) - counts)


def fit(rows: Rows, classes: int) -> Learnt:
    """Return weights of the signs that at least a few rows have, and of the vector."""
    seen = Counter(chain.from_iterable(rows.signs))
    index = {sign: number for number, sign in enumerate(sorted(sign for sign, n in seen.items() if n >= RARE))}
    numbers = [np.array([index[sign] for sign in held if sign in index], np.intp) for held in rows.signs]
    truth = np.eye(classes, dtype=np.float32)[rows.classes]
    scale = telling(laid(numbers), truth, len(index))
    vectors: Matrix = rows.vectors * np.float32(STRETCH)
    learning = (
        _Adam(np.zeros((len(index), classes), np.float32)),
        _Adam(np.zeros((vectors.shape[1], classes), np.float32)),
    )
    weights, places = (one.weights for one in learning)
    for chosen, pace in _batches(len(numbers)):
        here = laid([numbers[row] for row in chosen])
        meant: Matrix = vectors[chosen] @ places
        errors = rows.counts[chosen, None] * (_shares(here.logits(scale * weights) + meant) - truth[chosen])
        pull = PULL * len(chosen) / len(numbers)
        learning[0].step(scale * here.gradient(errors, len(index)) + pull * weights, pace)
        learning[1].step(vectors[chosen].T @ errors + pull * places, pace)
    return Learnt(index, scale * weights, STRETCH * places)


def _batches(count: int) -> Iterator[tuple[Indices, float]]:
    """Yield batches of all rows in chance order, round by round, each with how far to step: less and less."""
    chance, done, steps = np.random.default_rng(1), 0, ROUNDS * -(-count // BATCH)
    for _ in range(ROUNDS):
        order = chance.permutation(count)
        for first in range(0, count, BATCH):
            yield order[first : first + BATCH], PACE * (1 - done / steps)
            done += 1


def _shares(logits: Matrix) -> Matrix:
    """Return the share of each class in each row."""
    powers = np.exp(logits - logits.max(1, keepdims=True))
    found: Matrix = powers / powers.sum(1, keepdims=True)
    return found


@dataclass(slots=True)
class _Adam:
    """Hold weights and the running means of their gradient and its square (Kingma and Ba 2015)."""

    weights: Matrix
    mean: Matrix | float = 0.0
    square: Matrix | float = 0.0
    steps: int = 0

    def step(self, gradient: Matrix, pace: float) -> None:
        """Move the weights against the gradient."""
        self.steps += 1
        self.mean = 0.9 * self.mean + 0.1 * gradient
        self.square = 0.99 * self.square + 0.01 * gradient**2
        root = np.sqrt(self.square / (1 - 0.99**self.steps)) + 1e-6
        self.weights -= pace * (self.mean / (1 - 0.9**self.steps)) / root


def telling(held: Laid, truth: Matrix, count: int) -> Matrix:
    """Return how freely each sign may weigh (signs x 1): more the further its classes are from those of all."""
    counts, usual = held.gradient(truth, count), truth.mean(0) + 1e-6
    shares = (counts + 2 * usual) / (counts.sum(1, keepdims=True) + 2)
    scale = np.sqrt(np.maximum((shares * np.log(shares / usual)).sum(1, keepdims=True), 1e-3))
    level: Matrix = scale / np.sqrt((scale[held.signs] ** 2).mean())
    return level.astype(np.float32)
