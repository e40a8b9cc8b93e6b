"""Find the statements nearest in meaning to some words among all of a record, in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standoff.store.meanings import ID, Meaning, unpacked
from standoff.values.meaning import Bytes, Lexicon

_LOOKED_AT = 4_000  # statements whose signs agree most with those asked for, which are compared in full
_LEAST = 0.45  # likeness (cosine) below which words have little to do with each other


@dataclass(frozen=True, slots=True)
class Near:
    """Hold one statement found: its id and how like the words asked for it is, 0 to 1."""

    statement: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Index:
    """Hold all statements' vectors, with their signs as bits, by which the nearest are found quickly."""

    lexicon: Lexicon
    statements: NDArray[np.void]
    vectors: Bytes
    signs: NDArray[np.uint8]

    def nearest(self, words: str, most: int) -> list[Near]:
        """Return the nearest statements, the likest first; of those with the same words one."""
        asked = self.lexicon.mean(words)
        if not asked.any() or not len(self.vectors):
            return []
        agree = np.bitwise_count(self.signs ^ _signs(asked[None, :])).sum(axis=1, dtype=np.int16)
        count = min(_LOOKED_AT, len(agree))
        rows = np.argpartition(agree, count - 1)[:count]
        held = self.vectors[rows].astype(np.float32)
        likeness = held @ asked / np.maximum(np.linalg.norm(held, axis=1), 1e-9)
        found: dict[bytes, Near] = {}
        for place in np.argsort(-likeness):
            if likeness[place] < _LEAST or len(found) == most:
                break
            row = int(rows[place])
            near = Near(unpacked(self.statements[row].tobytes()), round(float(likeness[place]), 3))
            found.setdefault(self.vectors[row].tobytes(), near)
        return list(found.values())


def index(lexicon: Lexicon, kept: Iterable[Meaning]) -> Index:
    """Gather what is kept into one index."""
    width = lexicon.rows.shape[1]
    ids, vectors = bytearray(), bytearray()
    for one in kept:
        if len(one.vectors) * ID == len(one.statements) * width:  # made by another lexicon otherwise
            ids += one.statements
            vectors += one.vectors
    rows = np.frombuffer(bytes(vectors), np.int8).reshape(-1, width)
    return Index(lexicon, np.frombuffer(bytes(ids), np.dtype((np.void, ID))), rows, _signs(rows))


def _signs(rows: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Return which parts of vectors are positive, eight to a byte."""
    return np.packbits(rows > 0, axis=1)  # type: ignore[operator] # of numbers
