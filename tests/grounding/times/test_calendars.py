from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from standoff.grounding.times.calendars import first_of_month, month_of, year_of
from tests.texts import values

DAY = "2023-06-16"


@pytest.mark.parametrize(
    ("kind", "year", "month", "day"),
    [
        ("hebrew", 5784, 1, date(2023, 9, 16)),
        ("hebrew", 5782, 8, date(2022, 4, 2)),
        ("hebrew", 5783, 12, date(2023, 7, 19)),
        ("persian", 1357, 11, date(1979, 1, 21)),
        ("persian", 1402, 1, date(2023, 3, 21)),
        ("ethiopic", 2014, 1, date(2021, 9, 11)),
        ("ethiopic", 2016, 1, date(2023, 9, 12)),
        ("islamic", 1445, 1, date(2023, 7, 19)),
        ("islamic", 1444, 9, date(2023, 3, 23)),
        ("gregorian", 2023, 2, date(2023, 2, 1)),
    ],
)
def test_months_begin_where_almanacs_say(kind, year, month, day):
    assert first_of_month(kind, year, month) == day


@pytest.mark.parametrize("kind", ["islamic", "persian", "hebrew", "ethiopic", "gregorian"])
def test_months_follow_one_another_without_gaps(kind):
    year = year_of(kind, date(2023, 6, 16))
    months = [m for y in (year - 1, year, year + 1) for n in range(1, 14) if (m := month_of(kind, y, n)) and n <= 13]
    spans = sorted(set(months))
    assert all(later[0] - earlier[1] == timedelta(1) for earlier, later in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("On 22 Bahman 1357 the revolution won.", "22 Bahman 1357", "1979-02-11"),
        ("Crowds will gather on 22 Bahman.", "22 Bahman", "2024-02-11"),
        ("The decree is dated 15 Sha'ban 1445 AH in Doha.", "15 Sha'ban 1445 AH", "2024-02-25"),
        ("Worshippers were attacked on 9 Av 5782.", "9 Av 5782", "2022-08-06"),
        ("Ethiopians marked the day on Meskerem 1, 2014.", "Meskerem 1, 2014", "2021-09-11"),
        ("It is dated 14 Aylul 2021 in Baghdad.", "14 Aylul 2021", "2021-09-14"),
        ("The month of Muharram began quietly.", "The month of Muharram", "2023-07-19/2023-08-17"),
    ],
)
def test_dates_of_other_calendars_are_days(text, quote, value):
    found = values(text, DAY)
    assert found.get(quote) == value, found


def test_a_month_alone_may_be_a_name():
    assert values("Rajab said that Nisan was late.", DAY) == {}
