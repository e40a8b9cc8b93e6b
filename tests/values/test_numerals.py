import pytest

from standoff.values.numerals import amount, only_number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("about 250", 250, 250),
        ("6,500 people", 6500, 6500),
        ("1.5 million", 1_500_000, 1_500_000),
        ("two soldiers", 2, 2),
        ("a hundred and twenty", 120, 120),
        ("three thousand", 3000, 3000),
        ("more than 300", 301, None),
        ("more than three", 3, None),
        ("at least 204", 204, None),
        ("nearly 100,000", None, 100_000),
        ("thousands", 2000, 99_999),
        ("tens of thousands of dead", 20_000, 99_999),
        ("several", 2, 10),
    ],
)
def test_amounts(text: str, low: float, high: float | None) -> None:
    found = amount(text)
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_words_without_a_number_hold_no_amount() -> None:
    assert amount("the convoy near the bridge") is None
    assert amount("") is None


def test_odd_figures_do_not_crash() -> None:
    assert amount("1.2.3,,4") is None


def test_a_bare_number_is_told_from_what_it_counts() -> None:
    assert all(map(only_number, ("two", "twenty-one", "20,000", "3 million")))
    assert not any(map(only_number, ("two groups", "several", "")))
