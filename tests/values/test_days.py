from datetime import date

import pytest

from standoff.model.clock import UNKNOWN, Interval
from standoff.values.days import day_words, range_words, span_words


def test_two_days_are_said_as_briefly_as_they_allow() -> None:
    assert day_words(date(2021, 5, 13)) == "13 May 2021"
    assert range_words(date(2021, 5, 12), date(2021, 5, 14)) == "12–14 May 2021"
    assert range_words(date(2021, 4, 30), date(2021, 5, 2)) == "30 April – 2 May 2021"
    assert range_words(date(2020, 12, 31), date(2021, 1, 2)) == "31 December 2020 – 2 January 2021"
    assert range_words(date(2021, 5, 1), date(2021, 6, 30)) == "May – June 2021"
    assert range_words(date(1993, 1, 1), date(1999, 12, 31)) == "1993–1999"


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (Interval("2021-05-12", None, "text"), "since 12 May 2021"),
        (Interval(None, "2021-05-12", "text"), "until 12 May 2021"),
        (Interval("2021-04-30", "2021-05-14", "inferred:published"), "by 14 May 2021"),
        (Interval("2021-05-11", "2021-05-14", "inferred:published"), "11–14 May 2021"),
        (Interval("2021-04-30", "2021-05-14", "text"), "30 April – 14 May 2021"),
        (UNKNOWN, ""),
    ],
)
def test_an_open_end_and_a_wide_guess_are_named_as_such(interval: Interval, said: str) -> None:
    assert span_words(interval) == said
