import pytest

from standoff.errors import ValueParseError
from standoff.values import distance


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("3 kilometers", "2 miles", "compatible"),
        ("3 kilometers", "several kilometers", "compatible"),
        ("2 miles", "several kilometers", "compatible"),
        ("more than three kilometres", "3.5 km", "compatible"),
        ("7 km", "1.5 km", "conflicting"),
        ("500 m", "0.5 km", "same"),
    ],
)
def test_lengths_compare_in_kilometres(one: str, other: str, outcome: str) -> None:
    assert distance.compare(distance.parse(one), distance.parse(other)).outcome == outcome


def test_a_quantity_in_its_own_unit_becomes_kilometres() -> None:
    value = distance.in_kilometres({"text": "2 miles", "low": 2.0, "high": 2.0, "unit": "mile"})
    assert value["low"] == pytest.approx(3.218688)
    assert value["unit"] == "km"


def test_words_without_a_unit_are_refused() -> None:
    with pytest.raises(ValueParseError, match="no length"):
        distance.parse("three tanks")
