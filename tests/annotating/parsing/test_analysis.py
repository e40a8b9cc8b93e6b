"""The parts find what they find when spaCy runs them, and the same in any batch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import SimpleNamespace

from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

from standoff.annotating.parsing.analysis import PARTS
from standoff.annotating.parsing.encoding import Floats
from standoff.annotating.parsing.language import load_bare
from standoff.annotating.parsing.readings import Reading
from tests.pages import language

TEXTS = (
    "Fighting between the army and the Rapid Support Forces went on in El Fasher on Monday, residents said.",
    "India's foreign ministry rejected the report, which Islamabad had called “credible”. It gave no figures.",
    "“We did not fire first,” the spokesman, Col. Yusuf Adan, told Reuters. \n\nBoth met in Geneva on 3 May 2021.",
    "No.",
    "There are no talks, and they're gonna fight on: “Let's say it ain't over, y'all,” a fighter told a messaging app.",
)


Columns = list[tuple[object, ...]]


def columns(doc: Doc, readings: Iterable[Reading]) -> Columns:
    return [
        (*reading, token.text, token.head.i, token.ent_type_, token.ent_iob, token.is_sent_start)
        for token, reading in zip(doc, readings, strict=True)
    ]


def analysed(*texts: str) -> list[Columns]:
    docs = [language().pipeline.make_doc(text) for text in texts]
    return [columns(doc, readings) for doc, readings in zip(docs, language().analyser.analyse(docs), strict=True)]


def test_the_analysis_is_that_of_the_pipeline() -> None:
    docs = language().pipeline.pipe(TEXTS)
    assert analysed(*TEXTS) == [columns(doc, ((t.lemma_, t.pos_, t.tag_, t.dep_) for t in doc)) for doc in docs]


def test_words_are_read_as_by_the_pipeline_that_came_with_all_of_them() -> None:
    whole = load_bare()
    known, own = len(whole.vocab.strings), language().pipeline
    rare = "Bezirksverordnete dabbled in zymurgy near Nizhnyaya Tavda; Ngozi's co-signatories re-litigated it, lol."
    docs = list(whole.pipe((TEXTS[0], rare)))
    assert analysed(TEXTS[0], rare) == [columns(d, ((t.lemma_, t.pos_, t.tag_, t.dep_) for t in d)) for d in docs]
    assert len(own.vocab.strings) < known / 10


def test_the_analysis_is_the_same_alone_and_in_any_batch() -> None:
    assert analysed(*TEXTS) == [analysed(text)[0] for text in TEXTS] == analysed(*TEXTS[::-1])[::-1]


def test_numpy_keeps_to_one_thread_meanwhile() -> None:
    own, seen = language().analyser, []

    def encode(docs: Sequence[Doc]) -> list[Floats]:
        seen.append(blas_threads())
        return own.encoder.encode(docs)

    before = blas_threads()
    replace(own, encoder=SimpleNamespace(encode=encode)).analyse([language().pipeline.make_doc(TEXTS[0])])
    assert seen == [[1] * len(before)]
    assert blas_threads() == before


def blas_threads() -> list[int]:
    return [library["num_threads"] for library in ThreadpoolController().info() if library["user_api"] == "blas"]


def test_no_part_of_the_pipeline_is_left_out() -> None:
    assert tuple(load_bare().pipe_names) == PARTS
