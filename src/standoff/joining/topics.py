"""Weigh the words of a text by how often they stand there and how rare they are, and find those it is mostly about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from math import log, sqrt

from standoff.codebook.load import Codebook
from standoff.model.document import Document

_WORD = re.compile(r"[^\W\d_]{4,}")
# The beginning of a report says what it is about (characters), and so few of its words say most of it.
_OPENING = 1_000
_FEW = 16


def weighted(context: Mapping[str, int], codebook: Codebook) -> dict[str, float]:
    """Return the words of a text as a vector of length one, each by how often it stands there and how rare it is.

    How rare a word is comes from the codebook, not from the reports at hand: what two events score is theirs alone.
    """
    return _unit(
        {
            word: (1 + log(count)) * weight
            for word, count in sorted(context.items())
            if (weight := codebook.spread.weight(word))
        }
    )


def words_of(text: str) -> Counter[str]:
    """Return the words of a text of four letters and more, in lower case, with how often each stands there."""
    return Counter(_WORD.findall(text.casefold()))


def topic(document: Document, codebook: Codebook) -> dict[str, float]:
    """Return the few words that say most of what a report opens with, as a vector of length one."""
    vector = weighted(words_of(document.text[:_OPENING]), codebook)
    heaviest = sorted(vector, key=lambda word: (-vector[word], word))[:_FEW]
    return _unit({word: vector[word] for word in heaviest})


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how far two vectors of length one point the same way."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    held = long.get
    return sum([weight * held(word, 0.0) for word, weight in short.items()])


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    """Return a vector at length one."""
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: round(weight / length, 4) for word, weight in vector.items()}
