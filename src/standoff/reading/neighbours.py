"""Find the dated reports that tell the same happenings as an undated one, by the rare words they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from standoff.model.document import EXCLUDED, Document

_WORD = re.compile(r"[^\W_]{4,}|\d[\d.,]*\d")
_MOST_POSTINGS = 120
_MOST_NEIGHBOURS = 12
_SMALLEST = 20


@dataclass(frozen=True, slots=True)
class Index:
    """Hold the words of reports: document frequency, length of each word vector, and for each word who has it."""

    size: int
    frequency: Mapping[str, int]
    postings: Mapping[str, Sequence[tuple[str, float]]]


def words_of(document: Document) -> Counter[str]:
    """Return the words and numbers of the analysed text, in lower case, counted."""
    found: Counter[str] = Counter()
    for block in document.blocks:
        if block.kind not in EXCLUDED:
            found.update(_WORD.findall(document.text[block.start : block.stop].lower()))
    return found


def index(bags: Mapping[str, Counter[str]], others: Iterable[Counter[str]] = ()) -> Index:
    """Return an index over the word counts of reports; `others` tell how rare a word is, but are not found."""
    frequency: Counter[str] = Counter()
    size = 1
    for bag in (*bags.values(), *others):
        frequency.update(bag.keys())
        size += 1
    postings: dict[str, list[tuple[str, float]]] = {}
    for key, bag in bags.items():
        for word, weight in _vector(bag, frequency, size).items():
            postings.setdefault(word, []).append((key, weight))
    return Index(size, frequency, postings)


def _vector(bag: Counter[str], frequency: Mapping[str, int], size: int) -> dict[str, float]:
    """Return a word vector of length 1, rare words weighing more."""
    weights = {word: (1 + log(count)) * _rarity(frequency.get(word, 0), size) for word, count in bag.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _rarity(frequency: int, size: int) -> float:
    """Return how much a word tells; in a small batch, where all are rare, none is taken for very common."""
    rarity = max(0.0, log((max(size, _SMALLEST) + 1) / (1 + frequency)))
    return rarity * sqrt(rarity)


def nearest(bag: Counter[str], known: Index) -> list[tuple[str, float]]:
    """Return ids and likeness (cosine, 0 to 1) of the reports that share the most rare words, likest first."""
    sums: dict[str, float] = {}
    for word, weight in _vector(bag, known.frequency, known.size).items():
        holders = known.postings.get(word, ())
        if len(holders) <= _MOST_POSTINGS:
            for key, other in holders:
                sums[key] = sums.get(key, 0.0) + weight * other
    return sorted(sums.items(), key=lambda item: (-item[1], item[0]))[:_MOST_NEIGHBOURS]
