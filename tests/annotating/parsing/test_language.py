"""Parsing loses no text, crosses no block and refuses other languages by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.annotating.parsing.language import (
    LONGEST_PIECE,
    TOGETHER,
    batches,
    parsed_ahead,
    pieces,
    refuse_other_languages,
)
from standoff.errors import StepError
from standoff.model.document import Block
from tests.pages import document, language


def test_long_line_is_cut_without_loss() -> None:
    text = "The shelling near Avdiivka went on all night. " * 600
    bounds = list(pieces(document(text)))
    assert "".join(text[start:stop] for start, stop in bounds) == text
    assert all(0 < stop - start <= LONGEST_PIECE for start, stop in bounds)
    assert all(text[stop - 2 : stop] == ". " for _, stop in bounds)


def test_endless_word_is_cut_too() -> None:
    text = "x" * (3 * LONGEST_PIECE + 1)
    assert sum(stop - start for start, stop in pieces(document(text))) == len(text)


def test_boilerplate_is_not_parsed() -> None:
    text = "Troops crossed the river.\nSubscribe now"
    blocks = (Block("paragraph", 0, 25), Block("boilerplate", 26, len(text)))
    parse = language().parse(document(text, blocks=blocks))
    assert "Subscribe" not in parse.forms
    assert parse.forms[0] == "Troops"


def test_tokens_point_into_the_document() -> None:
    text = "Kabul denied it.\n\nIslamabad insisted."
    parse = language().parse(document(text))
    assert all(text[a:b] == form for a, b, form in zip(parse.starts, parse.stops, parse.forms, strict=True))
    assert len(parse.sentence_starts) == 2


def test_glued_words_are_cut() -> None:
    parse = language().parse(document('They left the border."Iran welcomes the truce," it said?Peter Kariuki agreed.'))
    assert {"Iran", "Peter"} <= set(parse.forms)


def test_empty_text_has_no_tokens() -> None:
    assert len(language().parse(document(" \n "))) == 0


def test_another_language_is_refused() -> None:
    with pytest.raises(StepError, match="language fr is not analysed yet"):
        refuse_other_languages(document("Bonjour", language="fr"))


@pytest.mark.parametrize("code", [None, "en", "EN", "en-GB", "en_US"])
def test_english_is_taken(code: str | None) -> None:
    refuse_other_languages(document("Hello", language=code))


def test_runs_without_white_space_are_cut() -> None:
    bounds = list(pieces(document("“" * 1_500 + " and then they left")))
    assert [stop - start for start, stop in bounds][:3] == [400, 400, 400]
    assert bounds[-1][1] == 1_519


def test_sentence_ends_after_the_network_x() -> None:
    text = "The strikes must stop, the command wrote on X. Yusuf Karim denied it. Francis X. Moreno went to X. He left."
    parse = language().parse(document(text))
    firsts = [parse.forms[token] for token in parse.sentence_starts]
    assert firsts[:2] == ["The", "Yusuf"]
    assert "Moreno" not in firsts


def test_documents_parsed_together_are_parsed_as_if_alone() -> None:
    texts = ["They're gonna go, let's see: it is there.", "", "The ministry said 12 tanks left.\n\nIt denied more."]
    documents = [document(text) for text in texts]
    assert list(language().parses(documents)) == [language().parse(one) for one in documents]


def test_a_parser_ahead_answers_for_what_it_has_parsed_and_asks_for_the_rest() -> None:
    known, new = document("Troops left."), document("Troops came.")
    foreign = replace(document("Truppen kamen."), language="de")
    ahead = parsed_ahead([known, foreign], language())
    assert ahead.parse(known) == language().parse(known)
    assert ahead.parse(new).forms == ("Troops", "came", ".")
    with pytest.raises(StepError, match="language de"):
        ahead.parse(foreign)


def test_batches_are_bounded_however_long_texts_are() -> None:
    tokenize = language().pipeline.make_doc
    docs = [tokenize("shelling went on " * repeated) for repeated in (1, 900, 3, 0, 2_000, 40, 900, 2)]
    found = list(batches(docs))
    assert [doc for batch in found for doc in batch] == docs
    assert all(sum(map(len, batch[:-1])) < TOGETHER for batch in found)
    assert list(batches([])) == []
