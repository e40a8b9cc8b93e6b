from __future__ import annotations

import pytest

from standoff.model.clock import UNKNOWN, Interval
from standoff.reading.calendar import Mention, mentions
from standoff.reading.stamps import interval, published


def stamps(text: str) -> tuple[Mention, ...]:
    return tuple(mentions(text))


def test_the_order_of_bases() -> None:
    url = "https://example.org/2021/06/03/x"
    said = interval("2021-06-01", "stated")
    assert published(said, "2021-06-02", stamps("2 June 2021"), url).basis == "stated"
    assert published(UNKNOWN, "2021-06-02", stamps("2 June 2021"), url).basis == "prefix"
    assert published(UNKNOWN, None, stamps("2 June 2021"), url).basis == "dateline"
    assert published(UNKNOWN, None, (), url) == Interval("2021-06-03", "2021-06-03", "url")
    assert published(UNKNOWN, None, (), None) == UNKNOWN


def test_a_dateline_a_day_after_the_prefix_widens_it() -> None:
    found = published(UNKNOWN, "2022-09-12", stamps("September 13, 2022"), None)
    assert found == Interval("2022-09-12", "2022-09-13", "prefix")


def test_a_dateline_without_its_year_takes_it_from_the_prefix() -> None:
    found = published(UNKNOWN, "2022-09-12", stamps("BAKU, September 13."), None)
    assert found == Interval("2022-09-12", "2022-09-13", "prefix")


def test_a_dateline_before_the_prefix_changes_nothing() -> None:
    assert published(UNKNOWN, "2022-09-14", stamps("13 September 2022"), None).days == 0


def test_a_dateline_far_from_the_prefix_changes_nothing() -> None:
    assert published(UNKNOWN, "2022-09-12", stamps("3 October 2022"), None).days == 0


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.org:443/news/2021/5/13/a", ("2021-05-13", "2021-05-13")),
        ("https://x.org/2021/05/page/18", ("2021-05-01", "2021-05-31")),
        ("https://x.org/mea20210519155631", ("2021-05-19", "2021-05-19")),
        ("https://x.org/a/3469573/2021-05-31/b", ("2021-05-31", "2021-05-31")),
        ("https://x.org/article/1591308", (None, None)),
        ("https://x.org/2021/13/45/", (None, None)),
        ("https://x.org/id/20219999", (None, None)),
    ],
)
def test_dates_in_addresses(url: str, expected: tuple[str | None, str | None]) -> None:
    found = published(UNKNOWN, None, (), url)
    assert (found.earliest, found.latest) == expected


def test_a_prefix_that_no_calendar_has_is_no_date() -> None:
    assert published(UNKNOWN, "2022-02-31", (), None) == UNKNOWN


def test_years_and_months_are_intervals() -> None:
    assert interval("2020", "stated") == Interval("2020-01-01", "2020-12-31", "stated")
    assert interval("2024-02", "stated").latest == "2024-02-29"
    assert interval("2024-02-03T10:15", "stated").exact
