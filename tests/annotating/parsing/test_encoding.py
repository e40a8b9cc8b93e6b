"""The vectors are those of spaCy's own encoders, whatever texts came before and come along."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from spacy.tokens import Doc

from standoff.annotating.parsing import encoding
from standoff.annotating.parsing.encoding import Encoder, Floats, Words
from tests.pages import language

TEXTS = (
    "Kassala's governor said they'd leave; \n\n he didn't.",
    "He said they would leave Kassala 12 days after the cease-fire, and nobody left.",
    "x",
)


@pytest.fixture
def encoder() -> Encoder:
    held = language().analyser.encoder
    return replace(held, words=Words(held.words.vocab, held.words.embeds, np.zeros_like(held.words.table[:, :1])))


def tokenized(text: str) -> Doc:
    return language().pipeline.make_doc(text)


def encode(encoder: Encoder, *texts: str) -> Floats:
    return encoder.encode([tokenized(text) for text in texts])[-1]


@pytest.mark.parametrize("text", TEXTS)
def test_vectors_are_those_of_spacy(encoder: Encoder, text: str) -> None:
    parts = language().pipeline.get_pipe("tok2vec"), language().pipeline.get_pipe("ner")
    models = parts[0].model, parts[1].model.get_ref("tok2vec").layers[0]
    own = [model.predict([tokenized(text)])[0] for model in models]
    np.testing.assert_allclose(encode(encoder, text), own, atol=2e-5)


def test_vectors_do_not_depend_on_what_came_before_or_comes_along(encoder: Encoder) -> None:
    first = encode(encoder, TEXTS[0])
    encoder.words.rows.clear()
    for text in reversed(TEXTS[1:]):
        encode(encoder, text)
    assert np.array_equal(first, encode(encoder, *reversed(TEXTS)))


def test_words_are_forgotten_where_there_is_no_room(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [encode(encoder, text) for text in TEXTS]
    monkeypatch.setattr(encoding, "MOST", 20)
    encoder.words.rows.clear()
    for _ in range(2):
        for text, vectors in zip(TEXTS, expected, strict=True):
            assert np.array_equal(encode(encoder, text), vectors)
            assert len(encoder.words.rows) <= 20
    assert np.array_equal(encode(encoder, *TEXTS), expected[-1])  # more words than may be remembered


def test_a_form_with_two_norms_is_two_words(encoder: Encoder) -> None:
    would, had = tokenized("They'd gone."), tokenized("They'd gone.")
    had[1].norm_ = "had"
    first, second = encoder.encode([would, had])
    assert not np.allclose(first, second)
    assert len(encoder.words.rows) == len(would) + 1
