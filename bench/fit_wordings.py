"""Fit the trees by which marked words are held to be one happening: `python -m bench.fit_wordings --data ECBPLUS`.

Needs scikit-learn (`pip install scikit-learn`). Learns from the training topics alone; prints the CoNLL score of those
left out in turn, for several levels of likeness.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Hashable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.coreference import conll
from bench.ecbplus import TRAIN, Key, Story, gold, laid_out, read
from bench.wordings.meanings import load_meanings
from bench.wordings.weigh import FEATURES, FILE, Tree, Weights, described
from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.joining.stories import grouped

FOLDS = 4
LEVELS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
TREES, PACE, LEAVES, FEWEST = 80, 0.1, 10, 80  # trees, learning rate, leaves of a tree, pairs of a leaf
SHRINKING = 10.0  # how much leaves are drawn toward 0
DIGITS = 5
Pairs = tuple[tuple[NDArray[np.intp], NDArray[np.intp]], NDArray[np.float32]]


def main() -> None:
    """Fit, cross-validate and write the trees."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of ECB+")
    parser.add_argument("--out", type=Path, default=FILE, help="where the weights go")
    asked = parser.parse_args()
    pages = list(read(asked.data, TRAIN))
    told, truth = laid_out(pages), gold(pages)
    spread, meanings = load_spread(FOLDER), load_meanings()
    pairs = [described([mark for _, mark in story.marks], story.texts, spread, meanings) for story in told]
    same = [_same(story, found, truth) for story, found in zip(told, pairs, strict=True)]
    for level, score in cross_validate(told, pairs, same, truth).items():
        print(f"level {level}: CoNLL {score:.4f} over the topics left out")
    write(asked.out, fit([features for _, features in pairs], same))


def _same(story: Story, found: Pairs, truth: dict[Hashable, Hashable]) -> NDArray[np.bool_]:
    """Return which pairs are of one gold cluster."""
    clusters = [truth[key] for key, _ in story.marks]
    return np.array([clusters[a] == clusters[b] for a, b in zip(*found[0], strict=True)], bool)


def fit(features: Sequence[NDArray[np.float32]], same: Sequence[NDArray[np.bool_]]) -> Weights:
    """Return trees fitted one after the other, each to what those before it leave (Friedman 2001)."""
    from sklearn.ensemble import (  # type: ignore[import-not-found] # no part of the program needs scikit-learn
        HistGradientBoostingClassifier,
    )

    made = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=PACE,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=FEWEST,
        l2_regularization=SHRINKING,
        random_state=0,
    ).fit(np.concatenate(features), np.concatenate(same))
    trees = [_tree(step[0].nodes) for step in made._predictors]
    return Weights(float(made._baseline_prediction[0][0]), tuple(trees))


def _tree(nodes: NDArray[np.void]) -> Tree:
    """Return a fitted tree with rounded numbers."""
    leaf = nodes["is_leaf"].astype(bool)
    return Tree(
        np.where(leaf, 0, nodes["feature_idx"]).astype(np.intp),
        np.where(leaf, 0.0, nodes["num_threshold"]).round(DIGITS).astype(np.float32),
        np.where(leaf, -1, nodes["left"].astype(int)).astype(np.intp),
        np.where(leaf, -1, nodes["right"].astype(int)).astype(np.intp),
        np.where(leaf, nodes["value"], 0.0).round(DIGITS).astype(np.float32),
    )


def cross_validate(
    told: Sequence[Story],
    pairs: Sequence[Pairs],
    same: Sequence[NDArray[np.bool_]],
    truth: dict[Hashable, Hashable],
) -> dict[float, float]:
    """Return the score at each level, each story weighed by what the other topics teach."""
    topics = [story.marks[0][0][0].split("_")[0] for story in told]
    order = sorted(set(topics), key=int)
    fold = [order.index(topic) % FOLDS for topic in topics]
    found: dict[float, dict[Hashable, Hashable]] = {level: {} for level in LEVELS}
    for held in range(FOLDS):
        rest = [index for index, number in enumerate(fold) if number != held]
        weights = fit([pairs[index][1] for index in rest], [same[index] for index in rest])
        for index in (i for i, number in enumerate(fold) if number == held):
            for level, groups in _grouped(told[index], pairs[index], weights).items():
                found[level] |= {key: (index, number) for key, number in groups.items()}
    return {level: conll(truth, clusters)["conll"] for level, clusters in found.items()}


def _grouped(story: Story, found: Pairs, weights: Weights) -> dict[float, dict[Key, int]]:
    """Return the group of each mention of a story at each level."""
    (left, right), features = found
    alike = np.zeros((len(story.marks), len(story.marks)), np.float32)
    alike[left, right] = alike[right, left] = weights.chance(features)
    return {
        level: {story.marks[i][0]: at for at, group in enumerate(grouped(alike, level)) for i in group}
        for level in LEVELS
    }


def write(path: Path, weights: Weights) -> None:
    """Write the base (tree -1) and the nodes of each tree as rows; a leaf has a value and no feature."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        rows = csv.writer(handle, lineterminator="\n")
        rows.writerow(("tree", "feature", "most", "left", "right", "value"))
        rows.writerow((-1, "", "", "", "", f"{weights.base:.{DIGITS}f}"))
        for number, tree in enumerate(weights.trees):
            for node, left in enumerate(tree.left):
                inner = (FEATURES[tree.feature[node]], f"{tree.most[node]:.{DIGITS}f}", left, tree.right[node], "")
                leaf = ("", "", "", "", f"{tree.value[node]:.{DIGITS}f}")
                rows.writerow((number, *(inner if left >= 0 else leaf)))


if __name__ == "__main__":
    main()
