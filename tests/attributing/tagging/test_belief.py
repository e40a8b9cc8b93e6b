"""Check what tells how much an attribution is to be believed."""

from __future__ import annotations

import numpy as np
import pytest

from standoff.attributing.tagging import whole
from standoff.attributing.tagging.belief import FEATURES, signs
from standoff.attributing.tagging.fitted import fitted

PATH = np.array([1, 0, 3, 4, 0])  # source, cue, content of two words, none


def signed(sure: float, source: tuple[int, int] | None = (0, 1)) -> dict[str, float]:
    """Return the signs of a reading of five words, each with its label at so much and the others alike."""
    words = np.full((5, 5), (1 - sure) / 4)
    words[np.arange(5), PATH] = sure
    seen = np.full((5, 3, 3), (1 - sure) / 2)
    seen[..., 0] = sure
    for kind, word, label in ((0, 0, 1), (1, 1, 1), (2, 2, 1), (2, 3, 2)):
        seen[word, kind] = np.roll([sure, (1 - sure) / 2, (1 - sure) / 2], label)
    found = signs((1, 2), seen.astype(np.float32), (PATH, np.log(words).astype(np.float32)), source, [(2, 4)])
    return dict(zip(FEATURES, found, strict=True))


def test_the_signs_follow_the_chances() -> None:
    found = signed(0.9)
    assert (
        found["cue"] == found["cue_mean"] == pytest.approx(np.log(19), abs=1e-3)
    )  # the chance of either label of a cue
    assert found["path"] == pytest.approx(5 * np.log(0.9), abs=1e-3)
    assert found["sure"] == found["weakest"] == pytest.approx(np.log(0.9), abs=1e-3)
    assert (found["words"], found["fragments"], found["cue_words"]) == (pytest.approx(np.log(2)), 1, 1)
    assert (found["nameless"], signed(0.9, None)["nameless"]) == (0, 1)


def test_a_reading_is_believed_more_the_surer_it_is() -> None:
    model = fitted("belief", whole.FEATURES)
    parse = (1.0, 0.0, 0.0)  # a content that hangs by one word and leaves none out
    chances = [model.chance((*signed(sure).values(), *parse)) for sure in (0.5, 0.7, 0.9, 0.99)]
    assert chances == sorted(chances)
    assert chances[0] < 0.3
    assert chances[-1] > 0.6
