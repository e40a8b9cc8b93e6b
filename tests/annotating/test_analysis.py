"""The parts find what they find when spaCy runs them, and the same in any batch."""

from __future__ import annotations

from spacy.tokens import Doc

from standoff.annotating.analysis import PARTS
from standoff.annotating.language import load_bare
from tests.pages import language

TEXTS = (
    "Fighting between the army and the Rapid Support Forces went on in El Fasher on Monday, residents said.",
    "India's foreign ministry rejected the report, which Islamabad had called “credible”. It gave no figures.",
    "“We did not fire first,” the spokesman, Col. Yusuf Adan, told Reuters. \n\nBoth met in Geneva on 3 May 2021.",
    "No.",
)


def columns(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.lemma_, t.pos_, t.tag_, t.head.i, t.dep_, t.ent_type_, t.ent_iob, t.is_sent_start) for t in doc]


def analysed(*texts: str) -> list[list[tuple[object, ...]]]:
    docs = [language().pipeline.make_doc(text) for text in texts]
    language().analyser.analyse(docs)
    return [columns(doc) for doc in docs]


def test_the_analysis_is_that_of_the_pipeline() -> None:
    assert analysed(*TEXTS) == [columns(doc) for doc in language().pipeline.pipe(TEXTS)]


def test_the_analysis_is_the_same_alone_and_in_any_batch() -> None:
    assert analysed(*TEXTS) == [analysed(text)[0] for text in TEXTS] == analysed(*TEXTS[::-1])[::-1]


def test_no_part_of_the_pipeline_is_left_out() -> None:
    assert tuple(load_bare().pipe_names) == PARTS
