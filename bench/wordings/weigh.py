"""Weigh by words alone whether two marked words of one story tell of one happening, with fitted weights.

A pair is described by likenesses from 0 to 1 (same lemma, meaning, arguments, the sentence round it ...); decision
trees fitted one after the other on the training topics of ECB+ (`python -m bench.fit_wordings`) weigh them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from bench.wordings.meanings import Meanings
from bench.wordings.roots import root
from standoff.codebook.schema import read_csv
from standoff.codebook.spread import WordSpread
from standoff.joining.stories import grouped, likeness

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Holding = NDArray[np.bool_]
    Square = Matrix | Holding
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

FILE = Path(__file__).parent / "weights" / "wording_trees.csv"
FEATURES = (
    "lemma", "root", "words", "rare", "meaning", "meanings", "sentence", "context", "near", "beside", "arguments",
    "told_arguments", "other_arguments", "names", "other_names", "numbers", "other_numbers", "times", "other_times",
    "verbs", "report", "whole_report", "one_report", "one_sentence", "widespread", "vector", "state", "state_apart",
    "sentence_state_apart",
)  # fmt: skip
LEAST = 0.35  # how likely two groups must be one on average; .3 to .4 do as well on the topics left out
_COMMON = 0.3  # what a common word still weighs among arguments and neighbours
_NEAR_MEANING = 0.35  # pairs of other lemmas that mean less the same, and whose states
_NEAR_STATE = 0.4  # are less alike, are not looked at
_FEW = 10  # words whose mean says half of what it seems to


@dataclass(frozen=True, slots=True)
class Marked:
    """Hold a marked word or phrase: where it stands, its lemmas, and the lemmas round it.

    `context` are the content words of its sentence, `near` those within six words, `arguments` those that hang on it.
    `vector` is what its head means anywhere (300), `state` what it means here, `around` what its sentence does (384).
    """

    document: str
    sentence: int
    lemma: str
    words: tuple[str, ...]
    context: Counter[str] = field(default_factory=Counter)
    near: Counter[str] = field(default_factory=Counter)
    arguments: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    times: Counter[str] = field(default_factory=Counter)
    verb: bool = False
    vector: NDArray[np.float32] | None = None
    state: NDArray[np.float32] | None = None
    around: NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """Hold one tree: which feature each node (m) asks, the most that leads left, both branches, and what a leaf adds.

    A leaf has no branches (-1).
    """

    feature: NDArray[np.intp]
    most: NDArray[np.float32]
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    value: NDArray[np.float32]

    def of(self, features: Matrix) -> Matrix:
        """Return what the tree adds for each pair (n) of features (n, k)."""
        import numpy as np  # heavy, as below: only what compares wordings pays for it

        at, rows = np.zeros(len(features), np.intp), np.arange(len(features))
        for _ in range(len(self.feature)):
            inner = self.left[at] >= 0
            if not inner.any():
                break
            less = features[rows, self.feature[at]] <= self.most[at]
            at = np.where(inner, np.where(less, self.left[at], self.right[at]), at)
        found: Matrix = self.value[at]
        return found


@dataclass(frozen=True, slots=True)
class Weights:
    """Hold the log odds of any pair, and the trees that add to them."""

    base: float
    trees: tuple[Tree, ...]

    def chance(self, features: Matrix) -> Matrix:
        """Return the probability of each pair (n) from its features (n, k)."""
        import numpy as np

        total = np.full(len(features), self.base, np.float32)
        for tree in self.trees:
            total += tree.of(features)
        return (1 / (1 + np.exp(-total))).astype(np.float32)


def load_weights(path: Path = FILE) -> Weights:
    """Load fitted trees; raises CodebookError where a row asks for no feature."""
    import numpy as np

    held: defaultdict[int, list[tuple[int, float, int, int, float]]] = defaultdict(list)
    base = 0.0
    for row in read_csv(path):
        tree, name = int(row.number("tree") or 0), row.maybe("feature") or ""
        if tree < 0:
            base = row.number("value") or 0.0
            continue
        if name and name not in FEATURES:
            raise row.refuse("feature", f"{name!r} is no feature")
        left, right = ((int(row.number(key) or 0) if name else -1) for key in ("left", "right"))
        asked = FEATURES.index(name) if name else 0
        held[tree].append((asked, row.number("most") or 0.0, left, right, row.number("value") or 0.0))
    kinds = (np.intp, np.float32, np.intp, np.intp, np.float32)
    columns = [
        [np.array(c, kind) for c, kind in zip(zip(*held[n], strict=True), kinds, strict=True)] for n in sorted(held)
    ]
    return Weights(base, tuple(Tree(*column) for column in columns))


def together(
    marked: Sequence[Marked], texts: Mapping[str, Counter[str]], given: tuple[WordSpread, Meanings, Weights]
) -> list[list[int]]:
    """Return the marked words of one story, by number, in groups held to be one happening each."""
    import numpy as np

    spread, meanings, weights = given
    pairs, features = described(marked, texts, spread, meanings)
    alike = np.zeros((len(marked), len(marked)), np.float32)
    chances = weights.chance(features)
    alike[pairs[0], pairs[1]] = chances
    alike[pairs[1], pairs[0]] = chances
    return grouped(alike, LEAST)


def described(
    marked: Sequence[Marked], texts: Mapping[str, Counter[str]], spread: WordSpread, meanings: Meanings
) -> tuple[Pairs, Matrix]:
    """Return the pairs worth a look as two rows of numbers, and their features (n, k); `texts` are whole reports."""
    import numpy as np

    made = _matrices(marked, texts, spread, meanings)
    near = (made["meaning"] > _NEAR_MEANING) | (made["meanings"] > _NEAR_MEANING)
    looked_at = (made["root"] > 0) | near | (made["state_apart"] > _NEAR_STATE)
    left, right = np.nonzero(np.triu(looked_at, 1))
    return (left, right), np.stack([made[name][left, right] for name in FEATURES], axis=1).astype(np.float32)


def _matrices(
    marked: Sequence[Marked], texts: Mapping[str, Counter[str]], spread: WordSpread, meanings: Meanings
) -> dict[str, Square]:
    """Return each feature of all pairs as a square matrix."""
    by_words, by_surroundings = _by_words(marked, spread, meanings), _by_surroundings(marked, spread)
    return by_words | by_surroundings | _by_reports(marked, texts, spread) | _by_states(marked)


def _by_words(marked: Sequence[Marked], spread: WordSpread, meanings: Meanings) -> dict[str, Square]:
    """Return how alike the marked words are by themselves, and what the words round them mean."""
    import numpy as np

    def near(words: list[Sequence[str]]) -> Matrix:
        vectors = np.stack([meanings.mean(one) for one in words])
        found: Matrix = vectors @ vectors.T
        return found

    lemmas = np.array([m.lemma for m in marked])
    roots = np.array([root(m.lemma) for m in marked])
    phrases = np.array([" ".join(m.words) for m in marked])
    rare = np.array([spread.weight(m.lemma) for m in marked], np.float32)
    verbs = np.array([m.verb for m in marked])
    return {
        "lemma": lemmas[:, None] == lemmas[None, :],
        "root": roots[:, None] == roots[None, :],
        "words": phrases[:, None] == phrases[None, :],
        "rare": (np.minimum(rare[:, None], rare[None, :]) / 5).astype(np.float32),
        "meaning": near([(m.lemma,) for m in marked]),
        "meanings": near([m.words for m in marked]),
        "context": near([tuple(m.context) for m in marked]),
        "beside": near([tuple(m.near) for m in marked]),
        "verbs": verbs[:, None] & verbs[None, :],
    }


def _by_surroundings(marked: Sequence[Marked], spread: WordSpread) -> dict[str, Square]:
    """Return how alike the words round the marked ones are, and whether both have arguments, names ... that differ."""
    import numpy as np

    def alike(counts: list[Counter[str]]) -> Matrix:
        return likeness(counts, lambda word: max(_COMMON, spread.weight(word)))

    def told(counts: list[Counter[str]]) -> Holding:
        held = np.array([bool(count) for count in counts])
        both: Holding = held[:, None] & held[None, :]
        return both

    found: dict[str, Square] = {
        "sentence": alike([m.context for m in marked]),
        "near": alike([m.near for m in marked]),
        "told_arguments": told([m.arguments for m in marked]),
    }
    for name in ("arguments", "names", "numbers", "times"):
        counts: list[Counter[str]] = [getattr(m, name) for m in marked]
        found[name] = alike(counts)
        found[f"other_{name}"] = told(counts) & (found[name] < 0.01)
    return found


def _by_states(marked: Sequence[Marked]) -> dict[str, Square]:
    """Return how alike the marked words are by what they mean, anywhere and where they stand.

    All words of one story lie near each other; what sets them apart is how each differs from their mean.
    """
    state, around = [m.state for m in marked], [m.around for m in marked]
    return {
        "vector": _cosines([m.vector for m in marked]),
        "state": _cosines(state),
        "state_apart": _cosines(state, apart=True),
        "sentence_state_apart": _cosines(around, apart=True),
    }


def _cosines(vectors: Sequence[NDArray[np.float32] | None], *, apart: bool = False) -> Matrix:
    """Return the cosine of each two vectors, or of how they differ from the mean of all; 0 where one is missing."""
    import numpy as np

    width = next((len(vector) for vector in vectors if vector is not None), 1)
    rows = np.stack([np.zeros(width, np.float32) if vector is None else vector for vector in vectors])
    rows = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
    if apart:
        rows = rows - rows.sum(axis=0) / (len(rows) + _FEW)
        rows = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
    found: Matrix = (rows @ rows.T).astype(np.float32)
    return found


def _by_reports(marked: Sequence[Marked], texts: Mapping[str, Counter[str]], spread: WordSpread) -> dict[str, Square]:
    """Return how alike the reports are that the marked words stand in, and how many of them hold the words."""
    import numpy as np

    places = np.array([m.sentence for m in marked])
    names = sorted({m.document for m in marked})
    home = np.array([names.index(m.document) for m in marked])
    same = home[:, None] == home[None, :]
    reports = likeness([texts[name] for name in names], _told_apart([texts[name] for name in names], spread))
    whole = likeness([texts[name] for name in names], spread.weight)
    holding = Counter(lemma for lemma, _ in {(m.lemma, m.document) for m in marked})
    share = np.array([holding[m.lemma] / len(names) for m in marked], np.float32)
    return {
        "report": reports[home[:, None], home[None, :]],
        "whole_report": whole[home[:, None], home[None, :]],
        "one_report": same,
        "one_sentence": same & (places[:, None] == places[None, :]),
        "widespread": np.minimum(share[:, None], share[None, :]),
    }


def _told_apart(texts: Sequence[Counter[str]], spread: WordSpread) -> Callable[[str], float]:
    """Return how much a word tells one report of a story from the others; a word of one report says nothing."""
    held = Counter(word for text in texts for word in text)
    return lambda word: spread.weight(word) * log((len(texts) + 1) / held[word]) if held[word] > 1 else 0.0
