"""Decisions are those that the parts of the pipeline take themselves, one text or many."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from standoff.annotating.parsing.deciding import Decider
from tests.pages import language

TEXTS = (
    "The army denied on Sunday that its drones had struck a clinic in Nyala, as a governor of Darfur said.",
    "",
    "Shelling near Kharkiv.",
    "“They crossed at dawn,” said Amina Idris. The 14th Brigade of Mali did not answer.",
)


def decided(part: str, decider: Decider, *texts: str) -> list[list[tuple[object, ...]]]:
    docs = [language().pipeline.make_doc(text) for text in texts]
    shared, names = zip(*language().analyser.encoder.encode(docs), strict=True)
    decider.decide(docs, shared if part == "parser" else names)
    return list(map(columns, docs))


def columns(doc: Doc) -> list[tuple[object, ...]]:
    return [(token.text, token.head.i, token.dep_, token.ent_type_, token.ent_iob) for token in doc]


def by_itself(part: str, text: str) -> list[tuple[object, ...]]:
    doc = language().pipeline.make_doc(text)
    ((doc.tensor, _),) = language().analyser.encoder.encode([doc])
    component = language().pipeline.get_pipe(part)
    component.set_annotations([doc], component.predict([doc]))
    return columns(doc)


@pytest.mark.parametrize("part", ["parser", "ner"])
def test_decisions_are_those_of_the_part(part: str) -> None:
    decider = Decider.of(language().pipeline.get_pipe(part))
    expected = [by_itself(part, text) for text in TEXTS]
    assert decided(part, decider, *TEXTS) == expected
    assert [decided(part, decider, text)[0] for text in TEXTS] == expected
