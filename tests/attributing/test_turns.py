"""The turns of interviews: labels, initials, whoever is asked, and questions that stand as headings."""

from __future__ import annotations

from dataclasses import replace

from standoff.annotating.annotate import annotate
from standoff.attributing.attribute import attribute
from standoff.codebook.load import FOLDER
from standoff.codebook.publishers import load_publishers
from standoff.grounding.ground import ground
from standoff.model.statement import Statement
from standoff.reading.layout import lay_out
from tests.texts import codebook, gazetteer, language, paper


def told(text: str) -> tuple[Statement, ...]:
    blocks = lay_out(text, load_publishers(FOLDER)).blocks
    page = ground(annotate(replace(paper(text), blocks=blocks), language(), codebook()), codebook(), gazetteer())
    return attribute(page, codebook())


def speakers(found: tuple[Statement, ...]) -> list[str]:
    return [ref.name for one in found if one.parent is None for ref in one.source.refs]


def test_answers_are_those_of_whom_the_heading_names() -> None:
    text = (
        "A conversation with Jane Okello\n\nThe former envoy spoke to us in Kampala on Monday.\n\n"
        "Q: Who closed the bridge?\n\nA: The army closed it. I saw the soldiers.\n\n"
        "Q: Was anybody told?\n\nA: Nobody was told.\n"
    )
    assert speakers(told(text)) == ["Jane Okello", "Jane Okello"]


def test_who_mostly_asks_is_left_out_and_initials_are_the_name_before() -> None:
    text = (
        "The commander met our reporter in the port.\n\n"
        "**Daily Mirror:** Did your men fire first?\n\n**Peter Anders:** They did not fire at all.\n\n"
        "**DM:** And the boat?\n\n**PA:** The boat was empty. It had drifted for days.\n"
    )
    assert speakers(told(text)) == ["Peter Anders", "Peter Anders"]


def test_an_answer_goes_on_to_the_next_question() -> None:
    text = (
        "Interview with Jane Okello\n\nWe met her in Kampala.\n\nQ: Who fired?\n\nA: The gunboats fired.\n\n"
        "They fired for an hour.\n\nQ: And then?\n\nA: Then it was quiet.\n\nThe bridge is still closed.\n"
    )
    first, last = (one for one in told(text) if one.parent is None)
    assert first.content[0].quote.endswith("for an hour.")
    assert last.content[0].quote == "Then it was quiet."


def test_questions_as_headings_are_answered_under_them() -> None:
    text = (
        "Interview with Jane Okello, the former envoy to the talks\n\nShe spoke to us in Kampala last week.\n\n"
        "Who closed the bridge?\n\nThe army closed it, and it never told the mayor why it did so.\n\n"
        "Will it open again?\n\nNot before the rains end, for the pillars have been damaged by shells.\n"
    )
    assert speakers(told(text)) == ["Jane Okello", "Jane Okello"]


def test_labels_without_questions_make_no_interview() -> None:
    text = "Port: The ships are waiting at the quay.\n\nRoad: The lorries are waiting at the gate.\n"
    assert told(text) == ()


def test_what_is_asked_is_claimed_by_nobody() -> None:
    text = (
        "Our reporter met the commander.\n\nHarbour Post: Is the deal dead?\n\nPeter Anders: No. It is alive.\n\n"
        "Harbour Post: And the money?\n\nPeter Anders: The money was paid.\n"
    )
    assert "Harbour Post" not in speakers(told(text))
