"""Check how text is cut into windows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standoff.attributing.tagging.windows import LONGEST, WORD, paragraphs, windows


def test_words_keep_offsets_case_and_quotation() -> None:
    text = "KYIV said: “We hold.” Then left."
    (window,) = windows(text, 0, len(text))
    assert [text[a:b] for a, b in zip(window.starts, window.stops, strict=True)][:4] == ["KYIV", "said", ":", "“"]
    assert window.forms[3] == '"'
    assert window.types[:7] == (2, 0, 0, 3, 4, 3, 3)
    assert window.types[-1] == 0


def test_long_paragraphs_are_cut_at_sentence_ends() -> None:
    text = " ".join(f"The mayor of town number {n} spoke to reporters about shelling." for n in range(40))
    cut = list(windows(text, 0, len(text)))
    assert len(cut) > 3
    assert all(text[w.stops[-1] - 1] == "." for w in cut)
    assert sum(len(w.starts) for w in cut) == len(WORD.findall(text))


@given(st.text(alphabet="ab .\"“”!?\n'", max_size=900))
def test_every_word_is_in_one_window(text: str) -> None:
    for start, stop in paragraphs(text):
        words = [m.span() for m in WORD.finditer(text, start, stop)]
        found = [pair for w in windows(text, start, stop) for pair in zip(w.starts, w.stops, strict=True)]
        assert found == words
        assert all(len(w.starts) <= 2 * LONGEST for w in windows(text, start, stop))


def test_words_in_finds_overlaps() -> None:
    (window,) = windows("one two three", 0, 13)
    assert list(window.words_in(2, 5)) == [0, 1]
    assert list(window.words_in(13, 20)) == []
