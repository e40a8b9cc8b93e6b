from __future__ import annotations

from tests.coding.conftest import Coder


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
