"""The vectors are those of spaCy's own encoders, whatever texts came before and come along."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from spacy.tokens import Doc

from standoff.annotating.encoding import Encoder, Words
from tests.pages import language

TEXTS = (
    "Kassala's governor said they'd leave; \n\n he didn't.",
    "He said they would leave Kassala 12 days after the cease-fire, and nobody left.",
    "x",
)


@pytest.fixture
def encoder() -> Encoder:
    held = language().analyser.encoder
    return replace(held, words=Words(held.words.vocab, held.words.embeds, np.zeros_like(held.words.table)))


def tokenized(text: str) -> Doc:
    return language().pipeline.make_doc(text)


@pytest.mark.parametrize("text", TEXTS)
def test_vectors_are_those_of_spacy(encoder: Encoder, text: str) -> None:
    parts = language().pipeline.get_pipe("tok2vec"), language().pipeline.get_pipe("ner")
    models = parts[0].model, parts[1].model.get_ref("tok2vec").layers[0]
    own = [model.predict([tokenized(text)])[0] for model in models]
    np.testing.assert_allclose(encoder.encode(tokenized(text)), own, atol=2e-5)


def test_vectors_do_not_depend_on_what_came_before(encoder: Encoder) -> None:
    first = encoder.encode(tokenized(TEXTS[0]))
    encoder.words.rows.clear()
    for text in reversed(TEXTS):
        last = encoder.encode(tokenized(text))
    assert np.array_equal(first, last)


def test_words_are_forgotten_where_there_is_no_room(encoder: Encoder) -> None:
    words = encoder.words
    small = replace(encoder, words=Words(words.vocab, words.embeds, words.table[:, :20].copy()))
    for text in (*TEXTS, *TEXTS):
        assert np.array_equal(small.encode(tokenized(text)), encoder.encode(tokenized(text)))
        assert len(small.words.rows) < 20


def test_a_form_with_two_norms_is_two_words(encoder: Encoder) -> None:
    would, had = tokenized("They'd gone."), tokenized("They'd gone.")
    had[1].norm_ = "had"
    assert not np.allclose(encoder.encode(would), encoder.encode(had))
    assert len(encoder.words.rows) == len(would) + 1
