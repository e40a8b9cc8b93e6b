"""Check the invariants the nouns guard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.errors import InvariantError
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.document import Block, Document, document_id
from standoff.model.ids import content_key, digest, speakable
from standoff.model.page import page
from standoff.model.parse import Parse
from standoff.model.span import Span


def a_document(text: str, *blocks: Block) -> Document:
    return Document(document_id(text, None, None), text, digest(text.encode()), "0" * 64, "a.txt", blocks=blocks)


def test_span_refuses_empty_reversed_and_misquoted() -> None:
    for start, stop, quote in ((3, 3, ""), (5, 2, "abc"), (-1, 2, "abc"), (0, 4, "abc")):
        with pytest.raises(InvariantError):
            Span("doc-1", start, stop, quote)


@given(st.text(min_size=1, max_size=60), st.data())
def test_document_span_quotes_code_points(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    assert a_document(text).span(start, stop).quote == text[start:stop]


def test_document_refuses_spans_and_blocks_outside_its_text() -> None:
    with pytest.raises(InvariantError):
        a_document("short").span(2, 9)
    with pytest.raises(InvariantError):
        a_document("short", Block("paragraph", 0, 6))


def test_interval_refuses_nonsense_and_overlaps_by_days() -> None:
    with pytest.raises(InvariantError):
        Interval("yesterday", None, "text")
    with pytest.raises(InvariantError):
        Interval("2021-05-14", "2021-05-13", "text")
    thursday = Interval("2021-05-13", "2021-05-13", "text")
    assert thursday.exact
    assert thursday.overlaps(Interval("2021-05-12", "2021-05-13T06:00", "text"))
    assert not thursday.overlaps(Interval("2021-05-14", None, "text"))
    assert not UNKNOWN.known
    assert UNKNOWN.overlaps(thursday)


def test_content_keys_do_not_run_together() -> None:
    assert content_key("stm", "a.b", "c") != content_key("stm", "a", "b.c")
    assert content_key("stm", "1") != content_key("stm", 1)
    assert content_key("stm", "a") == content_key("stm", "a")


def test_short_ids_can_be_said_aloud() -> None:
    spoken = speakable("inc-0")
    assert len(spoken) == 11
    assert spoken[5] == "-"
    assert set(spoken[1::2][:2]) <= set("aiou")


def test_parse_navigation() -> None:
    parse = Parse(
        starts=(0, 5, 10, 17),
        stops=(4, 9, 16, 18),
        forms=("Kyiv", "said", "talks!", "."),
        lemmas=("Kyiv", "say", "talk", "."),
        pos=("PROPN", "VERB", "NOUN", "PUNCT"),
        tags=("NNP", "VBD", "NNS", "."),
        heads=(1, 1, 1, 3),
        deps=("nsubj", "ROOT", "dobj", "ROOT"),
        entities=("GPE", "", "", ""),
        entity_starts=(True, False, False, False),
        sentence_starts=(0, 3),
        children=((), (0, 2), (), ()),
    )
    assert list(parse.tokens_in(3, 11)) == [0, 1, 2]
    assert list(parse.tokens_in(4, 5)) == []
    assert parse.sentence_of(2) == range(3)
    assert parse.head_of(0, 16) == 1
    assert parse.subtree(1) == [0, 1, 2]
    assert list(parse.ancestors(0)) == [1]


@pytest.mark.parametrize(
    ("forms", "word"), [("the force ( RSF )", "RSF"), ("the force ( the RSF )", None), ("( R", None)]
)
def test_one_word_in_brackets(forms: str, word: str | None) -> None:
    none = ((),) * 9
    parse = Parse((), (), tuple(forms.split()), *none)
    assert parse.bracketed(forms.split().index("(")) == word
    assert parse.bracketed(len(forms.split())) is None


def test_page_finds_blocks_and_boilerplate() -> None:
    document = a_document("Body text.\nSubscribe now", Block("paragraph", 0, 10), Block("boilerplate", 11, 24))
    empty = Parse((), (), (), (), (), (), (), (), (), (), (), ())
    laid = page(document, empty)
    assert laid.analysed(3)
    assert not laid.analysed(15)
    assert [span.quote for span in document.boilerplate] == ["Subscribe now"]
