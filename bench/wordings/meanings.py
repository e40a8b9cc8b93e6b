"""Hold what words mean as vectors, so that "truce" lies near "ceasefire" and far from "harvest".

The vectors are those that MiniLM (all-MiniLM-L6-v2, Apache 2.0) gives each word alone, brought down to 64 numbers of a
byte each, for the words of its vocabulary, of the news and of the codebook's triggers; no network is run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from standoff.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

FILE = Path(__file__).parent / "weights" / "word_vectors.npz"


@dataclass(frozen=True, slots=True)
class Meanings:
    """Hold the row of each word and the vectors (words, 64), each of length one."""

    rows: dict[str, int]
    vectors: Vectors

    def mean(self, words: Iterable[str]) -> Vectors:
        """Return the direction (64) in which some words in lower case point together; nothing but zeros for none."""
        import numpy as np  # heavy: only what compares meanings pays for it

        held = [self.rows[word] for word in words if word in self.rows]
        if not held:
            return np.zeros(self.vectors.shape[1], np.float32)
        total: Vectors = self.vectors[held].sum(axis=0)
        total /= float(np.linalg.norm(total)) or 1.0
        return total


@lru_cache(maxsize=2)
def load_meanings(path: Path = FILE) -> Meanings:
    """Load the vectors of a file; raises ModelError where it cannot be read."""
    import numpy as np

    try:
        with np.load(path) as held:
            words = bytes(held["words"]).decode("utf-8").split("\n")
            vectors = held["vectors"].astype(np.float32)
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(f"the word vectors {path.name} cannot be read ({error}); take the file again") from error
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return Meanings({word: row for row, word in enumerate(words)}, vectors)
