import pytest

from standoff.errors import ValueParseError
from standoff.values import count


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("some 6,000", "6,500 people", "conflicting"),
        ("thousands", "6,500", "compatible"),
        ("tens of thousands", "30,000", "compatible"),
        ("thousands", "30,000", "compatible"),
        ("97,000", "nearly 100,000", "compatible"),
        ("about 250", "250", "same"),
        ("6,000", "6,043", "compatible"),
        ("80", "431", "conflicting"),
        ("two", "2", "same"),
        ("more than 300", "250", "conflicting"),
        ("at least 12", "15", "compatible"),
        ("two", "three", "conflicting"),
        ("about 15", "16", "compatible"),
        ("about 15", "18", "conflicting"),
        ("about 16", "14", "compatible"),
        ("some 40", "43", "compatible"),
        ("some 40", "55", "conflicting"),
        ("about 250", "270", "compatible"),
        ("about 250", "300", "conflicting"),
        ("nearly 450", "435", "compatible"),
        ("nearly 450", "452", "conflicting"),
        ("about 6,043", "6,050", "conflicting"),
        ("100", "140", "conflicting"),
        ("200", "208", "compatible"),
    ],
)
def test_counts_compare_by_their_precision(one: str, other: str, outcome: str) -> None:
    assert count.compare(count.parse(one), count.parse(other)).outcome == outcome
    assert count.compare(count.parse(other), count.parse(one)).outcome == outcome


def test_a_larger_gap_is_a_stronger_difference() -> None:
    near = count.compare(count.parse("10"), count.parse("11"))
    far = count.compare(count.parse("10"), count.parse("90"))
    assert far.strength > near.strength


def test_words_without_a_figure_are_refused() -> None:
    with pytest.raises(ValueParseError, match="no count"):
        count.parse("the garrison")
