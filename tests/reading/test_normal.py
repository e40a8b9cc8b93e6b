from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.errors import ReadingError
from standoff.reading.normal import LARGEST_INPUT, LONGEST_TEXT, LONGEST_WORD, MOST_LINES, normalise, tidy

TEXT = "The governor said “no” – twice."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_usual_encodings_give_the_same_text(encoding: str) -> None:
    assert normalise(TEXT.encode(encoding)) == TEXT


def test_another_code_page_is_guessed() -> None:
    text = "Губернатор сказал, что обстрел города продолжается уже третий день подряд."
    assert normalise(text.encode("cp1251")) == text


def test_newlines_become_line_feeds_and_nul_goes() -> None:
    assert normalise(b"One shell fell,\r\ntwo did\rnot\0 explode.\n") == "One shell fell,\ntwo did\nnot explode.\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\xef\xbb\xbf\n", "no text"),
        (b"%PDF-1.7 text", "a PDF"),
        (b"PK\x03\x04 text", "a ZIP"),
        (b"\x89PNG\r\n", "a PNG"),
        (b"text\0\0\0\0 text", "binary"),
        (bytes(range(1, 32)) * 40, "control characters"),
        (b"\xff\xfeT\xd8\x00", "utf-16-le"),
        ("half \ud83d pair".encode("utf-8", "surrogatepass"), "surrogate pair"),
        (b"w" * (LONGEST_WORD + 1), "no prose"),
        (b"a\n" * (MOST_LINES + 2), "lines"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(ReadingError, match=words):
        normalise(data)


def test_too_large_a_text_is_refused() -> None:
    with pytest.raises(ReadingError, match="20,000,000"):
        normalise(b"word " * (LARGEST_INPUT // 5 + 1))


def test_too_long_a_text_is_refused() -> None:
    with pytest.raises(ReadingError, match="2,000,000"):
        tidy("word " * (LONGEST_TEXT // 5 + 1))


def test_one_endless_line_of_words_is_text() -> None:
    line = "Shells fell on the town, the governor said. " * 20_000
    assert normalise(line.encode()) == line


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\0\ufeff"), min_size=1, max_size=200))
def test_utf8_text_comes_back_untouched(text: str) -> None:
    try:
        assert normalise(text.encode()) == text
    except ReadingError:
        assert not text.strip() or any(char < " " for char in text) or text.encode()[:3] in (b"ID3",)


def test_half_a_surrogate_pair_in_text_is_refused() -> None:
    with pytest.raises(ReadingError, match="character 5"):
        tidy("half \ud83d pair")
