"""Statements are addressed to their hearers, to whom an appeal asks, and to who would have to act."""

from __future__ import annotations

import pytest

from tests.attributing.asked import by
from tests.attributing.conftest import Reader


def hearer(told: Reader, text: str, word: str) -> str | None:
    found = by(told(text), word).addressee
    return found and (found.party or found.name)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kyiv demanded an immediate withdrawal of Russian troops from the town.", "demanded", "RUS"),
        ("The United Nations called for restraint by Israel.", "called for", "ISR"),
        ("Protesters demand the resignation of President Emmanuel Macron.", "demand", "emmanuel-macron"),
        ("The Azerbaijani president threatened to crush Armenian forces.", "threatened", "ARM"),
        ("Ankara warned that Greece must not arm the islands.", "warned", "GRC"),
        ("Ankara warned that Ankara must not be tested.", "warned", None),
        ("The minister demanded the release of the crew.", "demanded", None),
    ],
)
def test_who_would_have_to_act_is_addressed(told: Reader, text: str, word: str, expected: str | None) -> None:
    assert hearer(told, text, word) == expected


def test_a_name_with_of_in_it_is_one_hearer(told: Reader) -> None:
    text = "The minister tells The Times of Israel that no delegation will leave."
    assert hearer(told, text, "tells") == "times-of-israel"


def test_who_goes_on_speaks_to_the_same_hearers(told: Reader) -> None:
    text = "The minister told reporters that the town was quiet. He added that the front was tense."
    assert hearer(told, text, "added") == "reporters"
    text = "The gang threatened Ukraine with war and posted the address of its envoy."
    assert hearer(told, text, "posted") is None
