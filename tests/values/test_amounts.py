import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.values.amounts import compare_amounts, rounding


def bounds(low: float | None, high: float | None, approximate: bool = False) -> dict[str, object]:
    return {"text": f"{low}-{high}", "low": low, "high": high, "approximate": approximate}


@pytest.mark.parametrize(
    ("figure", "reach"), [(6000, 500), (6500, 50), (97, 0), (100, 10), (1000, 100), (123, 0), (80, 0)]
)
def test_a_round_figure_reaches_just_under_half_its_last_place(figure: float, reach: float) -> None:
    assert reach * 0.99 <= rounding(figure) <= reach


def test_an_open_bound_excludes_only_what_lies_beyond_it() -> None:
    assert compare_amounts(bounds(10, None), bounds(12, 12)).outcome == "compatible"
    assert compare_amounts(bounds(10, None), bounds(8, 8)).outcome == "conflicting"
    assert compare_amounts(bounds(None, None), bounds(8, 8)).outcome == "compatible"


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.booleans())
def test_comparing_is_symmetric_and_equal_to_itself(one: int, other: int, approximate: bool) -> None:
    left, right = bounds(one, one, approximate), bounds(other, other)
    assert compare_amounts(left, right).outcome == compare_amounts(right, left).outcome
    assert compare_amounts(left, left).outcome == "same"
