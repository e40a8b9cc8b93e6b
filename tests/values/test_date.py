import pytest

from standoff.errors import ValueParseError
from standoff.model.clock import Interval
from standoff.values import date


def value(text: str, earliest: str | None, latest: str | None = None) -> dict[str, object]:
    return dict(date.of(Interval(earliest, latest or earliest, "text"), text))


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (("Wednesday", "2021-05-12", None), ("May 12", "2021-05-12", None), "same"),
        (("Wednesday", "2021-05-12", None), ("last week", "2021-05-10", "2021-05-16"), "compatible"),
        (("Wednesday", "2021-05-12", None), ("Thursday", "2021-05-13", None), "conflicting"),
        (("at 10 am", "2021-05-20", None), ("in the evening", "2021-05-20", None), "conflicting"),
        (("around 10 am", "2021-05-20", None), ("in the morning", "2021-05-20", None), "same"),
        (("in the night", "2023-04-15", None), ("the tenth night", "2023-04-16", None), "compatible"),
        (("in the night", "2023-04-15", None), ("overnight", "2023-04-17", None), "conflicting"),
        (("at night", "2023-04-15", None), ("at 21:30", "2023-04-15", None), "same"),
    ],
)
def test_times_compare_by_day_then_by_hour(one: tuple, other: tuple, outcome: str) -> None:
    assert date.compare(value(*one), value(*other)).outcome == outcome


def test_days_are_read_from_iso_dates_only() -> None:
    assert date.parse("2021-05-12 to 2021-05-14")["latest"] == "2021-05-14"
    with pytest.raises(ValueParseError):
        date.parse("recently")


def test_an_interval_is_shown_with_its_open_end() -> None:
    assert date.show(value("since May 12", "2021-05-12", None) | {"latest": None}) == "2021-05-12 to …"
