import pytest

from bench.wordings.roots import root


@pytest.mark.parametrize(
    "words",
    [("shelling", "shelled", "shells", "Shell"), ("kill", "killing", "killings", "killed"), ("attack", "attacks"),
     ("bombardment", "bombard"), ("withdrawal", "withdraw")],
)  # fmt: skip
def test_forms_of_one_word_have_one_root(words: tuple[str, ...]) -> None:
    assert len({root(word) for word in words}) == 1


def test_other_words_keep_other_roots_and_short_ones_their_own() -> None:
    assert root("fire") != root("firm")
    assert root("is") == "is"
    assert root("use") == "use"
    assert root("") == ""
