"""Check that remembered attribute rules are those that the ruler itself finds."""

from __future__ import annotations

import pytest
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

from standoff.annotating.ruler import remembering

WORDS = ["Let", "'s", "say", "Kano", "'s", "men", "let", "go"]
TAGS = ["VB", "PRP", "VB", "NNP", "POS", "NNS", "VBD", "VB"]
DEPS = ["ROOT", "nsubj", "ccomp", "poss", "case", "nsubj", "ccomp", "ccomp"]


@pytest.fixture
def ruler() -> AttributeRuler:
    made = AttributeRuler(Vocab())
    made.add([[{"TAG": "NNS"}]], {"POS": "NOUN"})
    made.add([[{"LOWER": "let"}, {"LOWER": "'s"}]], {"LEMMA": "us"}, index=1)
    made.add([[{"LOWER": "let", "TAG": {"IN": ["VB", "VBD"]}}], [{"DEP": "case"}]], {"POS": "X"})
    return made


def doc(ruler: AttributeRuler, words: list[str] = WORDS) -> Doc:
    return Doc(ruler.vocab, words=words, tags=TAGS[: len(words)], deps=DEPS[: len(words)], heads=[0] * len(words))


def test_what_is_remembered_is_what_the_ruler_finds(ruler: AttributeRuler) -> None:
    rules = remembering(ruler)
    assert rules is not None
    assert rules.match(doc(ruler)) == ruler.match(doc(ruler))
    assert len(rules.known) == len(WORDS) - 1  # two tokens are alike but for the case of a letter, and in their tags
    object.__setattr__(rules, "search", lambda _: pytest.fail("it was searched again"))
    assert rules.match(doc(ruler)) == ruler.match(doc(ruler))
    assert rules.match(doc(ruler, WORDS[:3])) == ruler.match(doc(ruler, WORDS[:3]))


def test_a_ruler_that_looks_at_more_answers_for_itself(ruler: AttributeRuler) -> None:
    ruler.add([[{"ORTH": "Let"}]], {"POS": "VERB"})
    assert remembering(ruler) is None
