"""Group documents by what they are about: words weighed by how rare they are, then told apart by what sets them apart.

Reports of one happening share rare words. Reports of two look-alike happenings (two earthquakes, two elections) share
most of these as well; within a group, words that all of it shares are therefore weighed down, and a group that falls
into two halves which then share next to nothing is two stories.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log
from typing import TYPE_CHECKING

from standoff.codebook.spread import WordSpread

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[tuple[int, int], np.dtype[np.float32]]

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
# The beginning of a report says what it is about; later pages tell of other things as well.
OPENING = 400  # words


@dataclass(frozen=True, slots=True)
class Grain:
    """Hold how alike stories must be: `joined` for one story; `apart`, `ratio` and `least` for two told apart.

    Set on the training topics of ECB+ (any `joined` from 0.1 to 0.14 does as well): two halves of at least `least`
    reports, which share at most `apart` and at most `ratio` of what either half shares within itself.
    """

    joined: float = 0.14
    apart: float = 0.08
    ratio: float = 0.36
    least: int = 5


GRAIN = Grain()
# Two reports that came out further apart tell of two happenings, however alike their words.
NEWS_DAYS = 7


def stories(
    texts: Mapping[str, str], spread: WordSpread, grain: Grain = GRAIN, days: Mapping[str, int] | None = None
) -> list[frozenset[str]]:
    """Return texts, by id, in groups that are each about one happening, in order of their least id.

    `days` tells when a text came out, as a number of days, where that is known.
    """
    keys = sorted(texts)
    if not keys:
        return []
    words = [Counter(opening(texts[key])) for key in keys]
    alike = _alike(words, spread)
    if days:
        alike = _of_one_week(alike, [days.get(key) for key in keys])
    groups = grouped(alike, grain.joined)
    parted = chain.from_iterable(_told_apart(group, words, spread, grain) for group in groups)
    return sorted((frozenset(keys[index] for index in group) for group in parted), key=min)


def opening(text: str) -> list[str]:
    """Return the first words and numbers of a text, in lower case."""
    return [word.casefold() for word, _ in zip(_WORD.findall(text), range(OPENING), strict=False)]


def _alike(words: Sequence[Mapping[str, int]], spread: WordSpread) -> Matrix:
    """Return how alike texts are by words rare in the news and not in all of them; a word of one text says nothing."""
    held = Counter(word for text in words for word in text)
    return likeness(words, lambda w: spread.weight(w) * log((len(words) + 1) / held[w]) if held[w] > 1 else 0.0)


def _of_one_week(alike: Matrix, days: Sequence[int | None]) -> Matrix:
    """Return likenesses without those of texts that came out too far apart; one without a day may go with any."""
    import numpy as np

    known = np.array([np.nan if day is None else day for day in days], dtype=np.float64)
    apart = np.abs(known[:, None] - known[None, :]) > NEWS_DAYS  # never so where a day is not known
    return np.where(apart, np.float32(0), alike)


def likeness(words: Sequence[Mapping[str, int]], weight: Callable[[str], float]) -> Matrix:
    """Return the cosine of each two texts, words weighed by how often they stand there and by a weight of their own."""
    import numpy as np  # heavy: only grouping pays for it

    column = {word: number for number, word in enumerate(sorted({word for text in words for word in text}))}
    weights = {word: weight(word) for word in column}
    matrix = np.zeros((len(words), len(column)), dtype=np.float32)
    for row, text in enumerate(words):
        for word, count in text.items():
            matrix[row, column[word]] = (1 + log(count)) * weights[word]
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9
    return matrix @ matrix.T


def grouped(alike: Matrix, least: float, most: int = 1) -> list[list[int]]:
    """Return items in groups: the two groups that are likest on average become one, while they are alike enough.

    Stops at `most` groups, where that comes first. Of each row the likest is remembered, so that a step costs no more
    than the rows whose likest one changed: the square of the items in all, as a rule.
    """
    import numpy as np

    held = {number: [number] for number in range(len(alike))}
    sizes = np.ones(len(alike))
    near = alike.astype(float)
    np.fill_diagonal(near, -1.0)
    likest = near.argmax(axis=1) if len(near) else np.zeros(0, np.intp)
    best = near[np.arange(len(near)), likest]
    while len(held) > most:
        one = int(best.argmax())
        other = int(likest[one])
        if best[one] < least:
            break
        mean = (near[one] * sizes[one] + near[other] * sizes[other]) / (sizes[one] + sizes[other])
        mean[near[one] < 0] = -1.0
        near[one], near[:, one] = mean, mean
        near[other], near[:, other] = -1.0, -1.0
        near[one, one] = -1.0
        sizes[one] += sizes[other]
        held[one] += held.pop(other)
        stale = (likest == one) | (likest == other) | ((mean >= best) & (mean >= 0))
        stale[[one, other]] = True
        likest[stale] = near[stale].argmax(axis=1)
        best[stale] = near[stale, likest[stale]]
    return [sorted(group) for group in held.values()]


def _told_apart(
    group: list[int], words: Sequence[Mapping[str, int]], spread: WordSpread, grain: Grain
) -> Iterable[list[int]]:
    """Return a group, or the two stories that it holds, or what these hold in turn."""
    if len(group) < 2 * grain.least:
        return [group]
    texts = [words[index] for index in group]
    alike = _alike(texts, spread)
    halves = grouped(alike, -0.5, most=2)
    if len(halves) < 2 or min(map(len, halves)) < grain.least:
        return [group]
    between = float(alike[halves[0]][:, halves[1]].mean())
    within = min(_within(alike, half) for half in halves)
    if between > min(grain.apart, grain.ratio * within):
        return [group]
    return chain.from_iterable(_told_apart([group[index] for index in half], words, spread, grain) for half in halves)


def _within(alike: Matrix, half: Sequence[int]) -> float:
    """Return how alike the texts of one group are on average."""
    block = alike[half][:, half]
    return float(block.sum() - len(half)) / max(1, len(half) * (len(half) - 1))
