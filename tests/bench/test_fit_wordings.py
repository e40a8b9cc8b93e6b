from collections import Counter

import numpy as np

from bench.ecbplus import Story
from bench.fit_wordings import cross_validate, write
from bench.wordings.weigh import FEATURES, Marked, Tree, Weights, load_weights


def test_trees_are_read_as_they_were_written(tmp_path) -> None:
    tree = Tree(
        np.array([3, 0, 0]), np.array([0.25, 0, 0], np.float32), np.array([1, -1, -1]), np.array([2, -1, -1]),
        np.array([0, -0.5, 0.75], np.float32),
    )  # fmt: skip
    write(tmp_path / "trees.csv", Weights(-1.5, (tree,)))
    held = load_weights(tmp_path / "trees.csv")
    assert held.base == -1.5
    pairs = np.zeros((2, len(FEATURES)), np.float32)
    pairs[1, 3] = 1.0
    assert held.chance(pairs).tolist() == Weights(-1.5, (tree,)).chance(pairs).tolist()


def test_every_topic_is_scored_by_what_the_others_teach(monkeypatch) -> None:
    taught = []
    monkeypatch.setattr(
        "bench.fit_wordings.fit", lambda features, same: taught.append(len(features)) or Weights(0.0, ())
    )
    told, pairs, same, truth = [], [], [], {}
    for topic in "12345":
        keys = [(f"{topic}_1ecb", str(number)) for number in range(2)]
        told.append(
            Story(
                tuple((key, Marked(key[0], 0, "fall", ("fall",))) for key in keys), {key[0]: Counter() for key in keys}
            )
        )
        pairs.append(((np.array([0]), np.array([1])), np.zeros((1, len(FEATURES)), np.float32)))
        same.append(np.array([True]))
        truth |= dict.fromkeys(keys, topic)
    assert cross_validate(told, pairs, same, truth)[0.4] == 1.0
    assert taught == [3, 4, 4, 4]
