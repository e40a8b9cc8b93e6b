"""Run the trained tagger with ONNX Runtime: cues first, then the source and content of each cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from standoff.attributing.tagging import belief
from standoff.attributing.tagging.decode import Scores, log_softmax, softmax, spans, viterbi
from standoff.attributing.tagging.pieces import Pieces, at_words, batches, firsts, padded
from standoff.attributing.tagging.sight import Asked, Fragment, Wanted, sight_of
from standoff.attributing.tagging.windows import Window, windows
from standoff.attributing.tagging.wordpiece import WordPiece

if TYPE_CHECKING:
    import onnxruntime

_CUES_A_BATCH = 64
_KINDS, _CUES = 3, 1  # sources, cues and contents, each with three labels: none, begins, goes on
_SOURCE, _CONTENT = 1, 3  # labels at which a source and a content begin
_ALL = Wanted()


@dataclass(frozen=True, slots=True)
class Found:
    """Hold one attribution found: code points of cue, source and content, act, and how sure cue and spans are.

    `chance` is the probability (0 to 1) that a cue stands there, `sure` the mean probability of the words' roles.
    Where the first sight bore out what was asked, that is what is held, without an act, and `sure` is 0.
    """

    cue: Fragment
    source: Fragment | None
    content: tuple[Fragment, ...]
    act: str
    chance: float
    sure: float
    asked: bool = False
    signs: tuple[float, ...] = ()

    @property
    def worth(self) -> float:
        """Return how likely it is by the network's own chances that cue, source and content are right (0 to 1)."""
        return self.chance * self.sure


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
        self, text: str, stretches: Sequence[Fragment], asked: Sequence[Asked] = (), style: int = 1
    ) -> list[Found]:
        """Return the attributions in stretches `[start, stop)` of a text, in order of their cues.

        Cues asked for are read too, whatever their chance, unless one found overlaps them. `style` is the convention
        of marks to follow: 0 that of PolNeAR, 1 our own.
        """
        cut = [window for start, stop in stretches for window in windows(text, start, stop)]
        return self.read(cut, Wanted(asked), style)

    def read(self, cut: Sequence[Window], wanted: Wanted = _ALL, style: int = 1) -> list[Found]:
        """Return the attributions in windows of a text, as `find` does, of the cues that are wanted.

        The roles of each cue cost as much as a sixth of its window; so of what is asked they are read only where the
        first sight does not bear it out.
        """
        pieces = [Pieces(window, self.vocabulary, style) for window in cut]
        wanted = replace(wanted, asked=sorted(wanted.asked))
        found = [one for batch in batches(pieces) for one in self._read(batch, wanted)]
        return sorted(found, key=lambda one: (one.cue, one.content))

    def _read(self, batch: list[Pieces], wanted: Wanted) -> Iterator[Found]:
        """Yield the attributions of windows of like length."""
        feeds, first = padded(batch), firsts(batch)
        hidden, bio = self.encoder.run(None, feeds)
        scores = at_words(bio, first).reshape(*first.shape, _KINDS, -1)
        labels = viterbi(scores[:, :, _CUES], np.array([len(one.first) for one in batch]))
        chances = softmax(scores)
        marks: list[_Mark] = []
        for row, pieces in enumerate(batch):
            n = len(pieces.first)
            for one in _first_sight(row, pieces.window, (labels[row, :n], chances[row, :n]), wanted):
                if isinstance(one, Found):
                    yield one
                else:
                    marks.append(one)
        for start in range(0, len(marks), _CUES_A_BATCH):
            yield from self._roles(batch, marks[start : start + _CUES_A_BATCH], (hidden, chances, feeds["mask"]))

    def _roles(
        self, batch: list[Pieces], marks: list[_Mark], read: tuple[Scores, Scores, NDArray[np.int64]]
    ) -> Iterator[Found]:
        """Yield the attribution of each cue that has a content, by what was `read`: states, chances and mask."""
        hidden, chances, mask = read
        rows = np.array([mark.row for mark in marks])
        cues = np.zeros((len(marks), hidden.shape[1]), np.float32)
        for index, mark in enumerate(marks):
            cues[index, batch[mark.row].marks(mark.words)] = 1
        scores, labels = self.roles.run(None, {"hidden": hidden[rows], "cue": cues, "mask": mask[rows]})
        of_words = log_softmax(at_words(scores, firsts([batch[row] for row in rows])))
        paths = viterbi(of_words, np.array([len(batch[row].first) for row in rows]))
        acts = labels[:, : len(self.acts)].argmax(-1)
        for index, mark in enumerate(marks):
            pieces = batch[mark.row]
            n = len(pieces.first)
            path, words = paths[index, :n], of_words[index, :n]
            content = _content(path)
            if content:
                source = _source(path, words)
                yield Found(
                    cue=pieces.window.extent(mark.words),
                    source=pieces.window.extent(source) if source else None,
                    content=tuple(pieces.window.extent(one) for one in content),
                    act=self.acts[int(acts[index])],
                    chance=mark.chance,
                    sure=_sure(path, words),
                    asked=mark.asked,
                    signs=belief.signs(mark.words, chances[mark.row, :n], (path, words), source, content),
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


def _within(window: Window, asked: Sequence[Asked]) -> Sequence[Asked]:
    """Return what of all that is asked, which is sorted, has its cue in a window."""
    first = bisect_left(asked, window.starts[0], key=lambda one: one.cue[0])
    return asked[first : bisect_left(asked, window.stops[-1], key=lambda one: one.cue[0])]


def _asked_at(window: Window, mark: _Mark, asked: Sequence[Asked]) -> Asked | None:
    """Return what is asked of a cue found, if anything is."""
    start, stop = window.extent(mark.words)
    return next((one for one in asked if one.cue[0] < stop and start < one.cue[1]), None)


def _borne_out(window: Window, mark: _Mark, asked: Asked) -> Found:
    """Return what was asked, with the chance of the cue found."""
    return Found(window.extent(mark.words), asked.source, asked.content, "", mark.chance, 0.0, mark.asked)


def _first_sight(
    row: int, window: Window, seen: tuple[NDArray[np.int64], Scores], wanted: Wanted
) -> Iterator[Found | _Mark]:
    """Yield what is borne out in a window by its words' labels of cues and chances, and the cues to look at again."""
    labels, chances = seen
    here, likely = _within(window, wanted.asked), 1 - chances[:, _CUES, 0]
    cues = _cues(labels, likely, wanted.least)
    if not here and not cues:
        return
    sight = sight_of(window, chances, here)
    for mark in _marks(row, window, (cues, likely), here):
        asked = _asked_at(window, mark, here)
        if asked is None:
            if mark.chance >= wanted.least and wanted.admits(window.extent(mark.words)):
                yield mark
        elif mark.chance < wanted.floor or wanted.bears_out(sight, asked, mark.chance):
            yield _borne_out(window, mark, asked)
        else:
            yield mark


def _cues(labels: NDArray[np.int64], likely: Scores, least: float) -> list[Fragment]:
    """Return the cues of a window, as words `[first, after)`: by their labels, and runs of others from a chance on."""
    doubtful = (likely >= least) & (labels == 0)
    edges = np.flatnonzero(np.diff(doubtful, prepend=False, append=False)).tolist()
    return sorted([*spans(labels, 1), *zip(edges[::2], edges[1::2], strict=True)])


def _marks(row: int, window: Window, seen: tuple[list[Fragment], Scores], asked: Sequence[Asked]) -> Iterator[_Mark]:
    """Yield the cues found in a window with the chances of its words, then those asked for that none overlaps."""
    found, chances = seen
    for words in found:
        yield _Mark(row, words, float(chances[slice(*words)].max()))
    for one in asked:
        inside = window.words_in(*one.cue)
        if not any(a < inside.stop and inside.start < b for a, b in found):
            words = (inside.start, inside.stop)
            yield _Mark(row, words, float(chances[slice(*words)].max()), True)
