import pytest

from bench.wordings.meanings import load_meanings
from standoff.errors import ModelError


def test_words_of_like_meaning_point_the_same_way() -> None:
    held = load_meanings()
    truce, ceasefire, harvest = (held.mean([word]) for word in ("truce", "ceasefire", "harvest"))
    assert float(truce @ ceasefire) > 0.4 > float(truce @ harvest)


def test_words_that_are_not_held_point_nowhere() -> None:
    assert not load_meanings().mean(["qwertzuiopü"]).any()
    assert not load_meanings().mean([]).any()


def test_a_file_that_holds_no_vectors_is_refused(tmp_path) -> None:
    path = tmp_path / "none.npz"
    path.write_bytes(b"nothing")
    with pytest.raises(ModelError, match=r"none\.npz"):
        load_meanings(path)
