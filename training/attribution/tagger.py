"""Run the trained tagger with ONNX Runtime: cues first, then each cue's source, content and labels."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from standoff.errors import ModelError
from training.attribution.decode import log_softmax, spans, viterbi
from training.attribution.windows import Window, windows

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

FOLDER = Path(__file__).parent / "weights"
OURS = 1  # the style of marks: 0 PolNeAR (attitudes count, no nesting), 1 our own gold
_PIECES_A_BATCH = 4096
_CUES_A_BATCH = 64
_LONGEST_PIECES = 510
Fragment = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """Hold one attribution found: code-point fragments of cue, source and content, labels and probabilities."""

    cue: Fragment
    source: Fragment | None
    content: tuple[Fragment, ...]
    act: str
    negated: float
    hedged: float
    form: str
    score: float


@dataclass(frozen=True, slots=True)
class Tagger:
    """Hold the two graphs, the tokenizer, the names of the labels and the digest of the weights."""

    encoder: onnxruntime.InferenceSession
    roles: onnxruntime.InferenceSession
    tokenizer: tokenizers.Tokenizer
    acts: tuple[str, ...]
    forms: tuple[str, ...]
    digest: str

    def find(self, text: str, paragraphs: Sequence[Fragment], style: int = OURS) -> list[Found]:
        """Return the attributions in some paragraphs `[start, stop)` of a text, in order of their cues."""
        encoded = [_Encoded(w, self.tokenizer) for start, stop in paragraphs for w in windows(text, start, stop)]
        found = [one for batch in _batches(encoded) for one in self._batch(batch, style)]
        return sorted(found, key=lambda one: (one.cue, one.content))

    def _batch(self, batch: list[_Encoded], style: int) -> Iterator[Found]:
        """Yield the attributions of windows of like length."""
        pieces, mask, types = _padded(batch)
        feeds = {"pieces": pieces, "mask": mask, "types": types, "style": np.full(len(batch), style, np.int64)}
        hidden, bio = self.encoder.run(None, feeds)
        lengths = np.array([len(one.first) for one in batch])
        scores = log_softmax(_at_words(bio[..., 3:6], batch))
        labels = viterbi(scores, lengths)
        cues = [
            (row, cue, float(np.exp(scores[row, cue[0], 1])))
            for row, one in enumerate(batch)
            for cue in spans(labels[row, : len(one.first)], 1)
        ]
        for start in range(0, len(cues), _CUES_A_BATCH):
            yield from self._roles(batch, cues[start : start + _CUES_A_BATCH], hidden, mask)

    def _roles(self, batch: list[_Encoded], cues: list[tuple[int, Fragment, float]], *states: Any) -> Iterator[Found]:
        """Yield the attribution of each cue that has a content."""
        hidden, mask = states
        rows = np.array([row for row, _, _ in cues])
        marks = np.zeros((len(cues), hidden.shape[1]), np.float32)
        for index, (row, (first, after), _) in enumerate(cues):
            marks[index, batch[row].first[first] : batch[row].first[after - 1] + 1] = 1
        scores, labels = self.roles.run(None, {"hidden": hidden[rows], "cue": marks, "mask": mask[rows]})
        words = log_softmax(_at_words(scores, [batch[row] for row in rows]))
        paths = viterbi(words, np.array([len(batch[row].first) for row in rows]))
        for index, (row, cue, chance) in enumerate(cues):
            path = paths[index, : len(batch[row].first)]
            content = spans(path, 3)
            if not content:
                continue
            sources = spans(path, 1)
            best = max(sources, key=lambda s: float(words[index, s[0], 1])) if sources else None
            yield self._found(batch[row].window, (cue, best, content), labels[index], chance)

    def _found(
        self, window: Window, parts: tuple[Fragment, Fragment | None, list[Fragment]], labels: Any, score: float
    ) -> Found:
        """Return one attribution in code points with its labels."""
        cue, source, content = parts
        n = len(self.acts)
        act, negated, hedged, form = np.split(labels, [n, n + 2, n + 4])
        return Found(
            cue=_offsets(window, cue),
            source=_offsets(window, source) if source else None,
            content=tuple(_offsets(window, one) for one in content),
            act=self.acts[int(act.argmax())],
            negated=_second(negated),
            hedged=_second(hedged),
            form=self.forms[int(form.argmax())],
            score=score,
        )


class _Encoded:
    """Hold one window as pieces: ids, types, and the first piece of each word that fits."""

    __slots__ = ("first", "ids", "types", "window")

    def __init__(self, window: Window, tokenizer: tokenizers.Tokenizer) -> None:
        encoding = tokenizer.encode(list(window.forms), is_pretokenized=True)
        first = [-1] * len(window.forms)
        self.types = [0 if word is None else window.types[word] for word in encoding.word_ids]
        for index, word in enumerate(encoding.word_ids):
            if word is not None and first[word] < 0:
                first[word] = index
        for word in range(len(first)):
            if first[word] < 0:
                first[word] = first[word - 1] if word else 0
        self.window, self.ids = window, encoding.ids[:_LONGEST_PIECES]
        self.first = [min(piece, len(self.ids) - 1) for piece in first]


def load(folder: Path = FOLDER) -> Tagger:
    """Load weights; raises ModelError where they are missing."""
    try:
        import onnxruntime
        from tokenizers import Tokenizer as Tokeniser

        card = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    except (ImportError, OSError) as error:
        raise ModelError(f"The weights in {folder} cannot be loaded ({error}): train and export them first.") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    graphs = [onnxruntime.InferenceSession(str(folder / f"{name}.onnx"), options) for name in ("encoder", "roles")]
    tokenizer = Tokeniser.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Tagger(graphs[0], graphs[1], tokenizer, tuple(card["acts"]), tuple(card["forms"]), digest(folder))


def digest(folder: Path = FOLDER) -> str:
    """Return the first 16 hex digits of a SHA-256 over the weights."""
    total = hashlib.sha256()
    for name in ("encoder.onnx", "roles.onnx", "tokenizer.json", "labels.json"):
        total.update((folder / name).read_bytes())
    return total.hexdigest()[:16]


def _batches(encoded: list[_Encoded]) -> Iterator[list[_Encoded]]:
    """Yield batches of like length."""
    batch: list[_Encoded] = []
    for one in sorted(encoded, key=lambda e: len(e.ids)):
        if batch and (len(batch) + 1) * len(one.ids) > _PIECES_A_BATCH:
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


def _padded(batch: list[_Encoded]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return ids, mask and types of a batch, padded with zeros."""
    longest = max(len(one.ids) for one in batch)
    ids, mask, types = (np.zeros((len(batch), longest), np.int64) for _ in range(3))
    for row, one in enumerate(batch):
        ids[row, : len(one.ids)] = one.ids
        types[row, : len(one.ids)] = one.types[: len(one.ids)]
        mask[row, : len(one.ids)] = 1
    return ids, mask, types


def _at_words(scores: NDArray[np.float32], batch: list[_Encoded]) -> NDArray[np.float32]:
    """Return the scores at the first piece of each word, padded with zeros."""
    found = np.zeros((len(batch), max(len(one.first) for one in batch), scores.shape[-1]), np.float32)
    for row, one in enumerate(batch):
        found[row, : len(one.first)] = scores[row][one.first]
    return found


def _offsets(window: Window, words: Fragment) -> Fragment:
    """Return the code points `[start, stop)` of some words."""
    return window.starts[words[0]], window.stops[words[1] - 1]


def _second(scores: NDArray[np.float32]) -> float:
    """Return the probability of the second of two scores."""
    return float(1 / (1 + np.exp(scores[0] - scores[1])))
