from __future__ import annotations

from datetime import date

import pytest

from standoff.reading.calendar import mentions, weekdays, years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on May 12, 2021 troops", [(2021, 5, 12, None)]),
        ("12 May 2021", [(2021, 5, 12, None)]),
        ("Saturday (March 26)", [(None, 3, 26, 5)]),
        ("Thursday, May 13, again", [(None, 5, 13, 3)]),
        ("Thursday 27 May 2021", [(2021, 5, 27, 3)]),
        ("YEREVAN, MAY 19, ARMENPRESS", [(None, 5, 19, None)]),
        ("Sept. 13 and Nov. 10", [(None, 9, 13, None), (None, 11, 10, None)]),
        ("03.07.2021", [(2021, 7, 3, None)]),
        ("16/09/22 09:45", [(2022, 9, 16, None)]),
        ("23/11/2023", [(2023, 11, 23, None)]),
        ("July 09. 2025 (Saba)", [(2025, 7, 9, None)]),
        ("05/11/2023", []),
        ("2021-05-14", [(2021, 5, 14, None)]),
        ("in June 2021", [(2021, 6, None, None)]),
        ("the 1st of October", [(None, 10, 1, None)]),
        ("may 12 soldiers", []),
        ("They may go", []),
        ("February 30", []),
        ("31.02.2021", []),
        ("version 1.2.2021.4", []),
        ("March of the thousand", []),
    ],
)
def test_dates_as_printed(text: str, expected: list[tuple[int | None, int, int | None, int | None]]) -> None:
    assert [(m.year, m.month, m.day, m.weekday) for m in mentions(text)] == expected


def test_a_weekday_excludes_years() -> None:
    (mention,) = mentions("Saturday (March 26)")
    assert mention.in_year(2022) == date(2022, 3, 26)
    assert mention.in_year(2021) is None


def test_a_leap_day_is_in_leap_years_only() -> None:
    (mention,) = mentions("February 29")
    assert mention.in_year(2023) is None
    assert mention.in_year(2024) == date(2024, 2, 29)


def test_bare_weekdays_and_years() -> None:
    assert [day for _, day in weekdays("On Friday and Monday, Sundays apart")] == [4, 0]
    assert [year for _, year in years("In 2014, the 1990s and $2020, 2021-22; 1,995 shells in 2016.")] == [2014, 2016]
