"""One word means something else in another sentence; a missing network is told of."""

import numpy as np
import pytest

from bench.wordings import contexts
from bench.wordings.contexts import load_reader
from standoff.errors import ModelError


@pytest.fixture
def reader():
    pytest.importorskip(contexts.PACKAGE, reason="the network is a package for developers")
    return load_reader()


def _alike(one, other) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_a_word_is_nearer_to_itself_in_a_like_sentence(reader) -> None:
    strike, walkout, raid = (
        reader.states(text.split())[at]
        for text, at in (
            ("The strike of the miners over pay went on", 1),
            ("Workers began a strike for higher wages", 3),
            ("The air strike destroyed the bridge", 2),
        )
    )
    assert _alike(strike, walkout) > _alike(strike, raid)


def test_each_word_has_one_state_and_what_is_not_read_has_none(reader) -> None:
    states = reader.states(["Zalingei", "fell", *["again"] * 400])
    assert states.shape == (402, 384)
    assert np.linalg.norm(states[0]) > 0
    assert not states[-1].any()


def test_a_missing_network_is_told_of(monkeypatch) -> None:
    load_reader.cache_clear()
    monkeypatch.setattr(contexts, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match="make install"):
        load_reader()
