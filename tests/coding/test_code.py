from __future__ import annotations

from tests.coding.conftest import Coder
from tests.coding.said import at


def test_the_same_text_gives_the_same_events(coded: Coder) -> None:
    text = "Mali said rebels killed nine soldiers near Gao."
    assert coded(text) == coded(text)


def test_every_span_quotes_the_text(coded: Coder) -> None:
    text = "On Tuesday Russian drones hit Odesa, killing two people, Ukraine said."
    for event in coded(text):
        assert text[event.trigger.start : event.trigger.stop] == event.trigger.quote
        for argument in event.arguments:
            assert argument.span is None or text[argument.span.start : argument.span.stop] == argument.span.quote


def test_ids_differ_by_voice_and_trigger(coded: Coder) -> None:
    events = coded("Chad said rebels attacked Abeche. Rebels attacked Abeche.")
    assert len({e.id for e in events}) == len(events) >= 2


def test_empty_and_odd_texts_hold_no_events(coded: Coder) -> None:
    assert coded(".") == ()
    assert coded("((((( —— “”") == ()


def test_a_demand_stands_in_the_place_of_the_deed_demanded(coded: Coder) -> None:
    events = coded("President Ilham Aliyev said Armenian forces must withdraw from the region.")
    scores = {event.type: event.score for event in events}
    assert scores["urge_withdrawal"] > scores["withdrawal"]


def test_of_died_in_clashes_each_word_tells_its_own(coded: Coder) -> None:
    events = coded("Thirteen Kenyan peacekeepers died in clashes with Somali rebels last week.")
    assert {e.trigger.quote for e in events} == {"died", "clashes"}
    assert [a.value["low"] for a in at(events, "died").arguments if a.role == "quantity" and a.value] == [13]
