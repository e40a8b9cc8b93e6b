"""Check that remembered readings are those that the attribute ruler and the lemmatizer give themselves."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from spacy.lookups import Lookups
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

from standoff.annotating.parsing.readings import Reading, Readings

WORDS = ["Let", "'s", "say", "Kano", "'s", "men", "let", "go"]
TAGS = ["VB", "PRP", "VB", "NNP", "POS", "NNS", "VBD", "VB"]
DEPS = ["ROOT", "nsubj", "ccomp", "poss", "case", "nsubj", "ccomp", "ccomp"]


class Lower(SimpleNamespace):
    """Give as lemma the form in lower case and the part of speech, where no rule gave one; count the tokens."""

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.lemma_ = token.lemma_ or f"{token.lower_}/{token.pos_}"
        self.tokens += len(doc)
        return doc


@pytest.fixture
def readings() -> Readings:
    ruler, lookups = AttributeRuler(Vocab()), Lookups()
    lookups.add_table("lemma_index", {"noun": ["man"]})
    ruler.add([[{"TAG": "NNS"}]], {"POS": "NOUN"})
    ruler.add([[{"LOWER": "let"}, {"LOWER": "'s"}]], {"LEMMA": "us"}, index=1)
    ruler.add([[{"ORTH": "go"}]], {"POS": "AUX"})
    ruler.add([[{"LOWER": "let", "TAG": {"IN": ["VB", "VBD"]}}], [{"DEP": "case"}]], {"POS": "X"})
    return Readings.of(ruler, Lower(tokens=0, lookups=lookups))


def doc(readings: Readings, first: int = 0, after: int = len(WORDS)) -> Doc:
    size, part = after - first, slice(first, after)
    return Doc(readings.ruler.vocab, words=WORDS[part], tags=TAGS[part], deps=DEPS[part], heads=[0] * size)


def by_themselves(readings: Readings, text: Doc) -> list[Reading]:
    return [(t.lemma_, t.pos_, t.tag_, t.dep_) for t in readings.lemmatizer(readings.ruler(text))]


@pytest.mark.parametrize(("first", "after"), [(0, 8), (1, 8), (2, 7), (6, 8), (0, 1), (3, 3)])
def test_readings_are_those_of_the_two_parts(readings: Readings, first: int, after: int) -> None:
    for _ in range(2):
        (read,) = readings.read([doc(readings, first, after)])
        assert read == by_themselves(readings, doc(readings, first, after))


def test_texts_read_together_are_read_as_if_alone(readings: Readings) -> None:
    read = readings.read([doc(readings, 6, 7), doc(readings), doc(readings, 1, 5)])
    assert read == [by_themselves(readings, doc(readings, *part)) for part in ((6, 7), (0, 8), (1, 5))]


def test_a_word_is_read_once(readings: Readings) -> None:
    for _ in range(3):
        readings.read([doc(readings, 2, 6), doc(readings, 3, 6)])
    assert readings.lemmatizer.tokens == 4
    assert set(readings.known.values()) == set(by_themselves(readings, doc(readings, 2, 6)))


def test_the_words_of_the_lemmatizer_are_looked_up(readings: Readings) -> None:
    assert isinstance(readings.lemmatizer.lookups.get_table("lemma_index")["noun"], frozenset)
