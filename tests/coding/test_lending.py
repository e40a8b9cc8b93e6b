from __future__ import annotations

import pytest

from tests.coding.conftest import Coder
from tests.coding.said import at

OUT = "2024-06-20"


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("The strike on the school killed nine people on Tuesday.", "strike", "2024-06-18"),
        ("Israel killed nine people in strikes on Tuesday.", "strikes", "2024-06-18"),
        ("The rebels' June 10 attack on the port killed nine people.", "killed", "2024-06-10"),
        ("An officer was shot dead when gunmen ambushed a patrol near Banjska on Sunday.", "shot dead", "2024-06-16"),
        ("China launched drills encircling Taiwan on Monday.", "launched", "2024-06-17"),
    ],
)
def test_a_deed_and_what_it_led_to_are_of_one_day(coded: Coder, text: str, word: str, day: str) -> None:
    happened = at(coded(text, published=OUT), word).happened
    assert happened is not None
    assert str(happened.earliest) == day


def test_a_long_time_is_not_lent_to_what_led_up_to_it(coded: Coder) -> None:
    event = at(coded("Chad closed the border, stranding drivers held there since April.", published=OUT), "closed")
    assert event.happened is None


def test_since_when_something_is_counted_is_not_when_it_happened(coded: Coder) -> None:
    text = "In its third attack since April, the group fired on a tanker on Tuesday."
    happened = at(coded(text, published=OUT), "attack").happened
    assert happened is not None
    assert str(happened.earliest) == "2024-06-18"


def test_where_a_truce_ends_is_not_where_bombs_fall_meanwhile(coded: Coder) -> None:
    events = coded("Israel bombs Syrian defence ministry as Sweida truce collapses")
    assert at(events, "bombs").place is None
