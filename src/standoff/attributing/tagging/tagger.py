"""Run the trained tagger with ONNX Runtime: cues first, then the source and content of each cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from standoff.attributing.tagging.decode import Scores, log_softmax, spans, viterbi
from standoff.attributing.tagging.pieces import Pieces, at_words, batches, padded
from standoff.attributing.tagging.windows import Window, windows
from standoff.attributing.tagging.wordpiece import WordPiece

if TYPE_CHECKING:
    import onnxruntime

_CUES_A_BATCH = 64
_CUE = slice(3, 6)  # labels of cues among those of source, cue and content
_SOURCE, _CONTENT = 1, 3  # labels at which a source and a content begin
Fragment = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """Hold one attribution found: code points of cue, source and content, act, and how sure cue and spans are.

    `chance` is the probability (0 to 1) that a cue stands there, `sure` the mean probability of the words' roles.
    """

    cue: Fragment
    source: Fragment | None
    content: tuple[Fragment, ...]
    act: str
    chance: float
    sure: float
    asked: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """Hold one cue of a batch: its row, its words `[first, after)`, its chance, and whether it was asked for."""

    row: int
    words: Fragment
    chance: float
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Tagger:
    """Hold the two graphs, the vocabulary, the names of acts and the digest of the weights."""

    encoder: onnxruntime.InferenceSession
    roles: onnxruntime.InferenceSession
    vocabulary: WordPiece
    acts: tuple[str, ...]
    digest: str

    def find(
        self, text: str, stretches: Sequence[Fragment], asked: Sequence[Fragment] = (), style: int = 1
    ) -> list[Found]:
        """Return the attributions in stretches `[start, stop)` of a text, in order of their cues.

        Cues asked for are read too, whatever their chance, unless one found overlaps them. `style` is the convention
        of marks to follow: 0 that of PolNeAR, 1 our own.
        """
        return self.read([window for start, stop in stretches for window in windows(text, start, stop)], asked, style)

    def read(
        self, cut: Sequence[Window], asked: Sequence[Fragment] = (), style: int = 1, least: float = 0.0
    ) -> list[Found]:
        """Return the attributions in windows of a text, as `find` does; of cues not asked for, those from `least` on.

        Below that chance nothing is made of them, and the roles of each cost as much as a sixth of its window.
        """
        pieces = [Pieces(window, self.vocabulary, style) for window in cut]
        wanted = sorted(asked)
        found = [one for batch in batches(pieces) for one in self._read(batch, wanted, least)]
        return sorted(found, key=lambda one: (one.cue, one.content))

    def _read(self, batch: list[Pieces], asked: Sequence[Fragment], least: float) -> Iterator[Found]:
        """Yield the attributions of windows of like length."""
        feeds = padded(batch)
        hidden, bio = self.encoder.run(None, feeds)
        scores = log_softmax(at_words(bio[..., _CUE], batch))
        labels = viterbi(scores, np.array([len(one.first) for one in batch]))
        chances = 1 - np.exp(scores[..., 0])
        found = _marks(batch, labels, chances, asked)
        marks = [mark for mark in found if mark.chance >= least or mark.asked or _overlaps(batch, mark, asked)]
        for start in range(0, len(marks), _CUES_A_BATCH):
            yield from self._roles(batch, marks[start : start + _CUES_A_BATCH], hidden, feeds["mask"])

    def _roles(
        self, batch: list[Pieces], marks: list[_Mark], hidden: Scores, mask: NDArray[np.int64]
    ) -> Iterator[Found]:
        """Yield the attribution of each cue that has a content."""
        rows = np.array([mark.row for mark in marks])
        cues = np.zeros((len(marks), hidden.shape[1]), np.float32)
        for index, mark in enumerate(marks):
            cues[index, batch[mark.row].marks(mark.words)] = 1
        scores, labels = self.roles.run(None, {"hidden": hidden[rows], "cue": cues, "mask": mask[rows]})
        of_words = log_softmax(at_words(scores, [batch[row] for row in rows]))
        paths = viterbi(of_words, np.array([len(batch[row].first) for row in rows]))
        acts = labels[:, : len(self.acts)].argmax(-1)
        for index, mark in enumerate(marks):
            pieces = batch[mark.row]
            n = len(pieces.first)
            content = _content(paths[index, :n])
            if content:
                source = _source(paths[index, :n], of_words[index])
                yield Found(
                    cue=pieces.window.extent(mark.words),
                    source=pieces.window.extent(source) if source else None,
                    content=tuple(pieces.window.extent(one) for one in content),
                    act=self.acts[int(acts[index])],
                    chance=mark.chance,
                    sure=_sure(paths[index, :n], of_words[index]),
                    asked=mark.asked,
                )


def _content(path: NDArray[np.int64]) -> list[Fragment]:
    """Return the contents on a path of labels, as words `[first, after)`: single words only where there is no more."""
    found = spans(path, _CONTENT)
    return [one for one in found if one[1] - one[0] > 1] or found


def _source(path: NDArray[np.int64], words: Scores) -> Fragment | None:
    """Return the likeliest source on a path of labels, as words `[first, after)`, or nothing."""
    return max(spans(path, _SOURCE), key=lambda source: float(words[source[0], _SOURCE]), default=None)


def _sure(path: NDArray[np.int64], words: Scores) -> float:
    """Return the geometric mean of the probabilities of the labels of words that have a role."""
    inside = np.flatnonzero(path)
    return float(np.exp(words[inside, path[inside]].mean()))


def _overlaps(batch: Sequence[Pieces], mark: _Mark, asked: Sequence[Fragment]) -> bool:
    """Tell whether a cue found is one of those asked for, which are sorted."""
    start, stop = batch[mark.row].window.extent(mark.words)
    first = bisect_right(asked, (start, start))
    return any(low < stop and start < high for low, high in asked[max(0, first - 1) : first + 1])


def _marks(
    batch: Sequence[Pieces], labels: NDArray[np.int64], chances: Scores, asked: Sequence[Fragment]
) -> Iterator[_Mark]:
    """Yield the cues found in a batch, then those asked for that none found overlaps; those asked for are sorted."""
    starts = [start for start, _ in asked]
    for row, pieces in enumerate(batch):
        window = pieces.window
        found = spans(labels[row, : len(pieces.first)], 1)
        for words in found:
            yield _Mark(row, words, float(chances[row, slice(*words)].max()))
        first, after = bisect_left(starts, window.starts[0]), bisect_left(starts, window.stops[-1])
        for fragment in asked[first:after]:
            inside = window.words_in(*fragment)
            if not any(a < inside.stop and inside.start < b for a, b in found):
                words = (inside.start, inside.stop)
                yield _Mark(row, words, float(chances[row, slice(*words)].max()), True)
