"""Turn windows into batches of word pieces, and scores of pieces back into scores of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from standoff.attributing.tagging.decode import Scores
from standoff.attributing.tagging.windows import STYLES, Window
from standoff.attributing.tagging.wordpiece import WordPiece

LONGEST = 510  # pieces the network can read at once
_A_BATCH = 2048
_ROUND = 4  # pieces: windows whose lengths differ less share a batch
Whole = NDArray[np.int64]


class Pieces:
    """Hold one window as pieces: their ids and types, and the first piece of each word."""

    __slots__ = ("first", "ids", "types", "window")

    def __init__(self, window: Window, vocabulary: WordPiece, style: int) -> None:
        begin, end = vocabulary.bounds
        shift = STYLES * style
        ids, types, first = [begin], [shift], [0] * len(window.forms)
        for word, (form, kind) in enumerate(zip(window.forms, window.types, strict=True)):
            cut = vocabulary.cut(form)
            first[word] = len(ids) if cut else first[word - 1]  # a word without letters stands at the piece before it
            ids.extend(cut)
            types.extend((shift + kind,) * len(cut))
        self.window, self.ids, self.types = window, [*ids[: LONGEST - 1], end], [*types[: LONGEST - 1], shift]
        self.first = first if len(ids) < LONGEST else [min(piece, LONGEST - 1) for piece in first]

    def marks(self, words: tuple[int, int]) -> slice:
        """Return the pieces of words `[first, after)`, of the last word its first piece only."""
        return slice(self.first[words[0]], self.first[words[1] - 1] + 1)


def batches(pieces: Iterable[Pieces]) -> Iterator[list[Pieces]]:
    """Yield batches of like length, so that little is padded."""
    batch: list[Pieces] = []
    for one in sorted(pieces, key=lambda p: len(p.ids)):
        longer = batch and len(one.ids) > len(batch[0].ids) + _ROUND + len(batch[0].ids) // 8
        if longer or (len(batch) + 1) * len(one.ids) > _A_BATCH:
            if batch:
                yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


def padded(batch: Sequence[Pieces]) -> dict[str, Whole]:
    """Return ids, mask and types of a batch (b, l), padded with zeros."""
    longest = max(len(one.ids) for one in batch)
    ids, mask, types = (np.zeros((len(batch), longest), np.int64) for _ in range(3))
    for row, one in enumerate(batch):
        length = len(one.ids)
        ids[row, :length], types[row, :length], mask[row, :length] = one.ids, one.types, 1
    return {"pieces": ids, "mask": mask, "types": types}


def firsts(batch: Sequence[Pieces]) -> Whole:
    """Return the first piece of each word (b, n), padded with zeros."""
    found = np.zeros((len(batch), max(len(one.first) for one in batch)), np.int64)
    for row, one in enumerate(batch):
        found[row, : len(one.first)] = one.first
    return found


def at_words(scores: Scores, first: Whole) -> Scores:
    """Return the scores (b, n, k) at the first pieces of words (b, n)."""
    found: Scores = scores[np.arange(len(first))[:, None], first]
    return found
