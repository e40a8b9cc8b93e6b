"""Check when a first sight bears out what the rules read, and when the tagger has to look again."""

from __future__ import annotations

import numpy as np
import pytest

from standoff.attributing.tagging.sight import FEATURES, Asked, Sight, bears_out, features, sight_of
from standoff.attributing.tagging.windows import Window, windows

TEXT = "Kano said the raid came, and Lira denied it all."
READ = Asked((5, 9), (0, 4), ((10, 23),))
OTHER = Asked((34, 40), (29, 33), ((41, 47),))


def seen(sources: str, contents: str, asked: tuple[Asked, ...] = (READ, OTHER)) -> Sight:
    """Return the sight of words that are surely of a source or a content, the others surely of none."""
    (window,) = windows(TEXT, 0, len(TEXT))
    chances = np.zeros((len(window.forms), 3, 3), np.float32)
    chances[..., 0] = 1
    for row, form in enumerate(window.forms):
        for kind, words in ((0, sources), (2, contents)):
            if form in words.split():
                label = 1 if form == words.split()[0] else 2
                chances[row, kind] = np.eye(3)[label]
    return sight_of(window, chances, asked)


def test_a_reading_is_borne_out_where_all_that_is_seen_is_accounted_for() -> None:
    assert bears_out(seen("Kano Lira", "the raid came it all"), READ, 0.9)


@pytest.mark.parametrize(
    ("sources", "contents"),
    [
        ("", "it all"),  # neither content nor source is seen as such
        ("Lira", "the raid came , and Lira denied it all"),  # content that nobody read, and a source not seen
    ],
)
def test_it_is_not_where_something_speaks_against_it(sources: str, contents: str) -> None:
    assert not bears_out(seen(sources, contents, (READ,)), READ, 0.9)


def test_the_features_count_what_is_missing_and_what_is_left_over() -> None:
    def given(contents: str, *asked: Asked) -> dict[str, float]:
        found = features(seen("Kano", contents, asked), READ, 0.5)
        assert found is not None
        return dict(zip(FEATURES, found, strict=True))

    plain = given("the raid came it all", READ, OTHER)
    assert plain["cue"] == plain["missing"] == plain["stray"] == plain["begins"] == 0
    assert plain["begun"] == plain["source"] == 1
    assert given("the raid", READ)["missing"] > 0
    assert given("the raid came it all", READ)["stray"] > 0


def test_a_cue_without_content_is_always_read_again() -> None:
    window = Window((0,), (4,), ("said",), (0,))
    assert not bears_out(sight_of(window, np.zeros((1, 3, 3), np.float32), ()), Asked((0, 4)), 1.0)
