from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from bench.wordings.meanings import load_meanings
from bench.wordings.weigh import FEATURES, Marked, Tree, Weights, described, load_weights, together
from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.errors import CodebookError

TEXTS = {
    name: Counter(text.split())
    for name, text in (
        ("a", "rebels shelled the market of zalingei on monday killing four traders"),
        ("b", "shelling of the market of zalingei killed four traders officials said"),
    )
}


def mark(document: str, lemma: str, around: str, verb: bool = False) -> Marked:
    words = Counter(around.split())
    return Marked(document, 0, lemma, (lemma,), words, words, words, Counter(), Counter(), Counter(), verb)


@pytest.fixture(scope="module")
def given():
    return load_spread(FOLDER), load_meanings(), load_weights()


def test_two_forms_of_one_word_about_the_same_things_are_one_happening(given) -> None:
    marked = [
        mark("a", "shell", "rebel market zalingei trader", verb=True),
        mark("b", "shelling", "market zalingei trader"),
        mark("b", "say", "official", verb=True),
    ]
    bases = np.eye(2, dtype=np.float32)
    told = [
        replace(m, vector=bases[at], state=bases[at], around=bases[at]) for m, at in zip(marked, (0, 0, 1), strict=True)
    ]
    groups = together(told, TEXTS, given)
    assert sorted(map(sorted, groups)) == [[0, 1], [2]]


def test_words_of_other_roots_and_meanings_are_not_looked_at(given) -> None:
    marked = [mark("a", "shell", "market"), mark("b", "vote", "market")]
    (left, _), features = described(marked, TEXTS, *given[:2])
    assert len(left) == len(features) == 0


def test_every_feature_of_a_pair_is_told(given) -> None:
    marked = [mark("a", "kill", "trader"), mark("b", "kill", "trader")]
    _, features = described(marked, TEXTS, *given[:2])
    told = dict(zip(FEATURES, features[0], strict=True))
    assert (told["lemma"], told["root"], told["one_report"]) == (1.0, 1.0, 0.0)
    assert told["arguments"] == pytest.approx(1.0, abs=0.01)


def test_states_are_compared_as_they_are_and_by_what_sets_them_apart() -> None:
    bases = np.eye(3, dtype=np.float32)
    marked = [replace(mark(name, "kill", "trader"), state=bases[0] + bases[at]) for name, at in (("a", 1), ("b", 2))]
    _, features = described(marked, TEXTS, load_spread(FOLDER), load_meanings())
    told = dict(zip(FEATURES, features[0], strict=True))
    assert told["state"] == pytest.approx(0.5)
    assert 0 < told["state_apart"] < told["state"]
    assert told["vector"] == 0.0  # not known


def test_trees_add_to_the_odds_of_a_pair() -> None:
    at = FEATURES.index("lemma")
    whole, part = np.intp, np.float32
    tree = Tree(
        np.array([at, 0, 0], whole), np.array([0.5, 0, 0], part), np.array([1, -1, -1], whole),
        np.array([2, -1, -1], whole), np.array([0, -2, 2], part),
    )  # fmt: skip
    pair = np.zeros((2, len(FEATURES)), part)
    pair[1, at] = 1.0
    assert Weights(0.0, (tree,)).chance(pair) == pytest.approx([0.119, 0.881], abs=0.001)


def test_a_row_that_asks_for_no_feature_is_refused(tmp_path) -> None:
    path = tmp_path / "trees.csv"
    path.write_text("tree,feature,most,left,right,value\n0,colour,0.5,1,2,\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="colour"):
        load_weights(path)
