"""Check how words are cut into pieces."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.attributing.tagging.pieces import LONGEST, Pieces, at_words, batches, firsts, padded
from standoff.attributing.tagging.windows import windows
from standoff.attributing.tagging.wordpiece import WordPiece, read

PIECES = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "shell",
    "##ing",
    "##s",
    "minister",
    "a",
    "b",
    ".",
    '"',
    "na",
    "##ive",
    "_",
]


@pytest.fixture
def vocabulary(tmp_path: Path) -> WordPiece:
    path = tmp_path / "vocabulary.txt"
    path.write_text("\n".join(PIECES), encoding="utf-8")
    return read(path)


def cut(vocabulary: WordPiece, word: str) -> list[str]:
    return [PIECES[number] for number in vocabulary.cut(word)]


def test_the_longest_piece_comes_first(vocabulary: WordPiece) -> None:
    assert cut(vocabulary, "Shelling") == ["shell", "##ing"]
    assert cut(vocabulary, "ministers") == ["minister", "##s"]


def test_what_no_pieces_make_up_is_unknown_as_a_whole(vocabulary: WordPiece) -> None:
    assert cut(vocabulary, "shelter") == ["[UNK]"]
    assert cut(vocabulary, "a" * 101) == ["[UNK]"]


def test_accents_fall_and_signs_stand_alone(vocabulary: WordPiece) -> None:
    assert cut(vocabulary, "naïve") == ["na", "##ive"]
    assert cut(vocabulary, "a_b") == ["a", "_", "b"]
    assert cut(vocabulary, "日本") == ["[UNK]", "[UNK]"]
    assert cut(vocabulary, "\u200b") == []


@given(st.text(max_size=300), st.integers(0, 1))
def test_any_text_becomes_pieces_with_a_place_for_each_word(text: str, style: int) -> None:
    vocabulary = WordPiece({piece: number for number, piece in enumerate(PIECES)})
    for window in windows(text, 0, len(text)):
        one = Pieces(window, vocabulary, style)
        assert len(one.ids) == len(one.types) <= LONGEST
        assert len(one.first) == len(window.forms)
        assert all(0 <= at < len(one.ids) for at in one.first)
        assert {kind // 6 for kind in one.types} == {style}


def test_batches_hold_windows_of_like_length_padded_with_zeros(vocabulary: WordPiece) -> None:
    texts = ["a.", "a b a b.", "minister " * 90, "b a."]
    pieces = [Pieces(window, vocabulary, 0) for text in texts for window in windows(text, 0, len(text))]
    found = list(batches(pieces))
    assert sorted(len(one.ids) for batch in found for one in batch) == sorted(len(one.ids) for one in pieces)
    assert [len(batch) for batch in found] == [3, 1]
    feeds = padded(found[0])
    assert feeds["mask"].sum(1).tolist() == [len(one.ids) for one in found[0]]
    assert feeds["pieces"].shape == feeds["types"].shape == feeds["mask"].shape
    scores = feeds["pieces"][..., None].astype("float32")
    assert [PIECES[int(n)] for n in at_words(scores, firsts(found[0]))[-1, :, 0]] == ["a", "b", "a", "b", "."]
