"""Signatures under quotations and the turns of transcripts speak without a verb of saying."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.annotating.annotate import annotate
from standoff.attributing.attribute import attribute
from standoff.grounding.ground import ground
from standoff.model.document import Block
from tests.attributing.asked import content, cue, only, source
from tests.attributing.conftest import Reader
from tests.texts import codebook, gazetteer, language, paper

_TALK = (
    "TARRIELA: That is not true. It was our ship that made contact.\n\n"
    "QUESTION (AFP): Has Manila summoned the ambassador?\n\n"
    "TARRIELA: Yes, it has. The ministry said it would.\n"
)


def test_a_name_signed_under_a_quotation_speaks(told: Reader) -> None:
    statement = only(told('The town was dark.\n\n"We lost everything in one night."\n― Maria Lopez, 43, Bogota\n'))
    assert (source(statement), cue(statement)) == ("Maria Lopez", "―")
    assert content(statement) == '"We lost everything in one night."'


def test_a_sentence_that_goes_on_after_a_dash_is_no_signature(told: Reader) -> None:
    found = told('He called it "a day of shame" — Nairobi agreed to pay on Monday.')
    assert all(cue(one) != "—" for one in found)


def test_turns_of_a_transcript_speak_and_who_asks_does_not(told: Reader) -> None:
    found = told(_TALK)
    turns = [one for one in found if cue(one) == ":"]
    assert [source(one) for one in turns] == ["TARRIELA", "TARRIELA"]
    assert content(turns[0]) == "That is not true. It was our ship that made contact."
    inner = only(tuple(one for one in found if cue(one) == "said"))
    assert inner.parent == turns[1].id


def test_headings_are_no_turns() -> None:
    text = "IDF: Two suspects crossed the line\nTroops shot them.\n\nWATCH: Smoke over the town"
    first, second = text.index("\n"), text.index("WATCH") - 2
    blocks = (
        Block("subheading", 0, first),
        Block("paragraph", first + 1, second),
        Block("boilerplate", second + 2, len(text)),
    )
    page = ground(annotate(replace(paper(text), blocks=blocks), language(), codebook()), codebook(), gazetteer())
    assert [content(one) for one in attribute(page, codebook())] == ["Two suspects crossed the line"]


def test_who_is_called_to_ask_next_is_not_said(told: Reader) -> None:
    text = (
        "QUESTION: Will the mission stay?\n\nSPOKESMAN: It will stay.\n\nMs. Roe, of the Post?\n\n"
        "QUESTION: Thank you. Was the road open?\n\nSPOKESMAN: We are told that it was.\n"
    )
    (first, _) = [one for one in told(text) if cue(one) == ":"]
    assert content(first) == "It will stay."


def test_a_list_of_quotations_names_each_speaker_with_a_title() -> None:
    lines = (
        "What they said:",
        'Anna Roe, mayor of Riga: "The price of peace is high."',
        'Jan Kask, the Estonian foreign minister: "Let us hear no lies."',
    )
    text = "\n\n".join(lines)
    blocks = tuple(Block("paragraph", text.index(line), text.index(line) + len(line)) for line in lines)
    page = ground(annotate(replace(paper(text), blocks=blocks), language(), codebook()), codebook(), gazetteer())
    found = attribute(page, codebook())
    assert [source(one) for one in found] == ["Anna Roe, mayor of Riga", "Jan Kask, the Estonian foreign minister"]


def test_one_label_makes_no_transcript(told: Reader) -> None:
    assert told("UPDATE: The road is open again.\n\nIt was closed for two days.") == ()


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Ethiopia: army and militia clash near Merawi", False),
        ("DR Congo: rebels enter Masisi", False),
        ("Azerbaijan: Armenia suffers heavy losses", True),
        ('Baku: "Our army is in the town"', True),
    ],
)
def test_a_state_before_a_colon_speaks_of_others_only(told: Reader, text: str, speaks: bool) -> None:
    assert bool(told(text)) is speaks


def test_a_share_of_those_asked_speaks(told: Reader) -> None:
    assert content(only(told("Another 19 percent said they would stay."))) == "they would stay"


def test_a_handle_beside_the_name_tells_the_channel(told: Reader) -> None:
    statement = only(told('"We see it all and shall not forget it."\n— Ann Lee (@annlee) April 4, 2025\n'))
    assert statement.channel == "twitter"


def test_a_question_makes_a_transcript_of_labels_that_are_not_in_capitals(told: Reader) -> None:
    turns = "Question: Do you confirm it?\nSpokesman: We have seen those reports. We are checking.\n"
    statement = only(told(turns))
    assert (source(statement), content(statement)) == ("Spokesman", "We have seen those reports. We are checking.")
