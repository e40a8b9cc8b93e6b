"""What an item of a feed states is taken where it is sound, and left out where it is not."""

from __future__ import annotations

import pytest

from standoff.errors import ReadingError
from standoff.reading.draft import Stated
from standoff.reading.items import day_of, facts_of, headed, key_of


def test_a_title_stands_once_over_the_words() -> None:
    assert headed("Shells fall", "Two died.") == "Shells fall\n\nTwo died."
    assert headed("Shells fall", "Shells fall on Goma.") == "Shells fall on Goma."
    with pytest.raises(ReadingError, match="no words but its title"):
        headed("Shells fall", " ")


def test_an_item_is_called_by_its_name_or_its_number() -> None:
    assert key_of("n1", 3) == "n1"
    assert key_of("n\x1b", 3) == key_of(None, 3) == "3"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2024-06-11T23:15:00Z", "2024-06-11"),
        ("Tue, 11 Jun 2024 23:15:00 +0200", "2024-06-11"),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_read_in_two_forms(said: str | None, day: str | None) -> None:
    assert day_of(said) == day


def test_facts_are_filled_up_by_the_outlet() -> None:
    facts = facts_of("urn:a", "Shells fall", None, Stated(outlet="Kivu Watch", published="2024-06-11"))
    assert facts == Stated(title="Shells fall", outlet="Kivu Watch", published="2024-06-11")
