from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.grounding.times.calendar import easter, step, unit_moment
from standoff.model.clock import Interval
from tests.texts import spans, times, values

FRIDAY = "2023-06-16"


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("Sudan's army accused the RSF on Thursday.", "Thursday", "2023-06-15"),
        ("They will meet on Tuesday in Jeddah.", "Tuesday", "2023-06-20"),
        ("It was signed on Friday.", "Friday", FRIDAY),
        ("Last Friday the bridge fell.", "Last Friday", "2023-06-09"),
        ("The camp was shelled yesterday evening.", "yesterday evening", "2023-06-15TEV"),
        ("Fighting resumed last week.", "last week", "2023-W23"),
        ("The truce collapsed last month.", "last month", "2023-05"),
        ("Until Thursday, they had not commented.", "Thursday", "2023-06-15"),
        ("The deadline was extended until Thursday.", "Thursday", "2023-06-22"),
        ("They were planning to march on Monday.", "Monday", "2023-06-19"),
        ("He would fly to Doha on Monday, he said.", "Monday", "2023-06-19"),
        ("Sanctions were imposed, effective July 1.", "July 1", "2023-07-01"),
        ("The base was closed last May.", "last May", "2022-05"),
        ("The base was closed last April.", "last April", "2023-04"),
        ("Last year's war displaced thousands.", "Last year", "2022"),
        ("A ceasefire was agreed in November.", "November", "2022-11"),
        ("A vote is planned for November.", "November", "2023-11"),
        ("In January, the junta brought in a new law.", "January", "2023-01"),
        ("They would appeal the verdict, announced Wednesday by the court.", "Wednesday", "2023-06-14"),
        ("They will look for ways to get around Wednesday's ruling.", "Wednesday", "2023-06-14"),
        ("They will boycott Sunday's election.", "Sunday", "2023-06-18"),
        ("The truce expires on Monday.", "Monday", "2023-06-19"),
        ("The minister travels to Mamfe on Monday.", "Monday", "2023-06-19"),
        ("Minister travels to Mamfe on Monday", "Monday", "2023-06-12"),
        ("Clashes broke out on April 15.", "April 15", "2023-04-15"),
        ("The war began in the fall of 2020.", "the fall of 2020", "2020-FA"),
        ("Three weeks ago the road was cut.", "Three weeks ago", "2023-W21"),
        ("All was quiet just before midnight on Wednesday.", "just before midnight on Wednesday", "2023-06-14T24:00"),
        ("Shots were heard at 10:15 p.m. on Monday.", "10:15 p.m. on Monday", "2023-06-12T22:15"),
    ],
)  # fmt: skip
def test_values_hang_on_the_documents_date(text, quote, value):
    found = values(text, FRIDAY)
    assert found.get(quote) == value, found


@pytest.mark.parametrize(
    ("text", "quote", "bounds"),
    [
        ("Since 2011 the valley has been closed.", "2011", ("2011-01-01", FRIDAY)),
        ("Between March 24 and 27 the posts were shelled.", "March 24", ("2023-03-24", "2023-03-27")),
        ("In recent days drones were seen.", "recent days", ("2023-06-07", FRIDAY)),
        ("It was late Thursday.", "late Thursday", ("2023-06-15T18:00", "2023-06-15T23:59")),
        ("Early in May they left.", "Early in May", ("2023-05-01", "2023-05-10")),
        ("Earlier this month they met.", "Earlier this month", ("2023-06-01", FRIDAY)),
        ("They will meet later this year.", "later this year", (FRIDAY, "2023-12-31")),
        ("Twelve posts fell in the past 24 hours.", "the past 24 hours", ("2023-06-15", FRIDAY)),
        ("Drones struck overnight into Thursday.", "overnight into Thursday", ("2023-06-14T18:00", "2023-06-15T06:00")),
        ("Drones struck overnight.", "overnight", ("2023-06-15T18:00", "2023-06-16T06:00")),
        (
            "Shells fell overnight from Monday to Tuesday.",
            "overnight from Monday to Tuesday",
            ("2023-06-12T18:00", "2023-06-13T06:00"),
        ),
        ("Shells fell on the night of 12-13 May.", "the night of 12-13 May", ("2023-05-12T18:00", "2023-05-13T06:00")),
        (
            "Fire went on through Tuesday night into Wednesday.",
            "Tuesday night into Wednesday",
            ("2023-06-13T18:00", "2023-06-14T06:00"),
        ),
        (
            "It fell in the early hours of Thursday.",
            "the early hours of Thursday",
            ("2023-06-15T00:00", "2023-06-15T05:59"),
        ),
        ("Fire was opened between 10 p.m. and 2 a.m. on Monday.", "10 p.m.", ("2023-06-11T22:00", "2023-06-12T02:00")),
        ("Fire was opened from 18:00 to 20:30 on May 12.", "18:00", ("2023-05-12T18:00", "2023-05-12T20:30")),
        ("They fought in the first week of May.", "the first week of May", ("2023-05-01", "2023-05-07")),
        ("They fought in the second half of May.", "the second half of May", ("2023-05-16", "2023-05-31")),
        ("They fought on the last Sunday of May.", "the last Sunday of May", ("2023-05-28", "2023-05-28")),
        ("It came on the third day of Ramadan.", "the third day of Ramadan", ("2023-03-25", "2023-03-25")),
        ("They met in the week of May 10.", "the week of May 10", ("2023-05-08", "2023-05-14")),
        ("In the week ending May 12 ten died.", "the week ending May 12", ("2023-05-06", "2023-05-12")),
        ("They met on the eve of Nowruz.", "the eve of Nowruz", ("2023-03-20", "2023-03-20")),
        ("The depot burned on the 12th.", "the 12th", ("2023-06-12", "2023-06-12")),
        ("They meet the day after tomorrow.", "the day after tomorrow", ("2023-06-18", "2023-06-18")),
        ("Losses rose in Q1 2022.", "Q1 2022", ("2022-01-01", "2022-03-31")),
        ("The road was shut in 2014-15.", "2014-15", ("2014-01-01", "2015-12-31")),
        ("From Monday until Wednesday they fought.", "Monday", ("2023-06-12", "2023-06-14")),
        ("The bridge will not open before 2025.", "2025", (None, "2024-12-31")),
        ("It will be done not before 2025.", "2025", ("2025-01-01", None)),
        ("They must leave no later than July 1.", "July 1", (None, "2023-07-01")),
        ("Fighting on May 12–14 killed ten.", "May 12–14", ("2023-05-12", "2023-05-14")),
        ("Since Tuesday night the bridge has been shut.", "Tuesday night", ("2023-06-13T18:00", FRIDAY)),
        ("The 44-day war displaced thousands.", "44-day", ("2020-09-27", "2020-11-10")),
        ("It was taken in the Yom Kippur War.", "Yom Kippur War", ("1973-10-06", "1973-10-25")),
        ("The camp was hit on the second day of Hanukkah.", "the second day of Hanukkah", ("2022-12-20", "2022-12-20")),
        ("In the 1990s they fought.", "the 1990s", ("1990-01-01", "1999-12-31")),
        ("The past three months were quiet.", "The past three months", ("2023-03-16", FRIDAY)),
    ],
)
def test_intervals_are_inclusive_days(text, quote, bounds):
    found = spans(text, FRIDAY)
    assert found.get(quote) == bounds, found


def test_the_day_before_hangs_on_the_date_in_focus():
    found = values("Shelling began on May 3. The day before, talks had failed.", FRIDAY)
    assert found["The day before"] == "2023-05-02"


def test_a_part_that_lies_outside_its_whole_has_no_days():
    assert spans("It came on the 40th day of Ramadan.", FRIDAY) == {}


def test_no_day_hangs_on_a_month():
    found = spans("Fighting peaked in October. That day nobody slept.", FRIDAY)
    assert found["That day"] == ("2022-10-01", "2022-10-31")
    assert values("The market opened in October. At noon a shell fell.", FRIDAY)["noon"] == "2023-06-16T12:00"


def test_the_previous_weekday_is_that_before_the_day_in_focus():
    found = values("Troops left on Monday. The previous Friday talks had failed.", FRIDAY)
    assert found["The previous Friday"] == "2023-06-09"


def test_a_night_told_of_without_a_day_is_the_one_before_the_report():
    found = spans("He wrote on his page shortly before midnight.", FRIDAY)
    assert found["shortly before midnight"] == ("2023-06-15T22:59", "2023-06-15T23:59")


def test_later_in_the_day_is_the_day_in_focus():
    found = values("Troops crossed on Wednesday. Later in the day they withdrew.", FRIDAY)
    assert found["Later in the day"] == "2023-06-14"


def test_without_a_document_date_relative_times_stay_unresolved():
    assert times("They met on Thursday and last month.") == {"Thursday": None, "last month": None}


def test_an_uncertain_document_date_gives_an_interval_and_no_value():
    published = Interval("2023-06-15", "2023-06-17", "inferred:neighbours")
    found = times("The bridge was blown up yesterday.", published)["yesterday"]
    assert found is not None
    assert found.value is None
    assert found.time == Interval("2023-06-14", "2023-06-16", "text")


def test_a_weekday_and_a_date_agree_on_the_year():
    assert values("It begins on Saturday, April 25.", "2015-04-24")["Saturday, April 25"] == "2015-04-25"


def test_a_day_that_no_calendar_has_is_no_date():
    assert values("The letter is dated June 31, 2022.", FRIDAY).get("June 31, 2022") is None


def test_named_days_come_from_the_codebook():
    assert values("The truce for Nowruz was broken.", "2022-03-25")["Nowruz"] == "2022-03-21"


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["D", "W", "M", "Q", "Y", "DE"]), st.integers(-50, 50)
)
def test_a_step_stays_in_the_calendar_and_its_unit_holds_it(day, unit, count):
    there = step(day, unit, count)
    moment = unit_moment(there, unit)
    assert moment.first is not None
    assert moment.last is not None
    assert moment.first <= there <= moment.last


def test_easter_falls_where_the_calendar_says():
    assert [easter(year).isoformat() for year in (2021, 2024)] == ["2021-04-04", "2024-03-31"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Strikes killed 26 people before dawn, medics said.", "2023-06-16T00:00", "2023-06-16T05:00"),
        ("The army said on Friday it had killed rebels overnight.", "2023-06-15T18:00", "2023-06-16T06:00"),
        ("Rebels attacked shortly after midnight on Thursday.", "2023-06-15T00:00", "2023-06-15T00:59"),
        ("Rebels attacked shortly after midnight, the army said.", "2023-06-16T00:00", "2023-06-16T00:59"),
        ("Rebels attacked on Wednesday. The army bombed them overnight.", "2023-06-14T18:00", "2023-06-15T06:00"),
    ],
)
def test_a_night_told_of_is_the_one_before_the_report(text, first, last):
    assert (first, last) in spans(text, FRIDAY).values()


TUESDAY = "2024-05-14"


@pytest.mark.parametrize(
    ("text", "quote", "first", "last"),
    [
        ("Shots were heard on May 11, at about 2:00am.", "May 11, at about 2:00am", "2024-05-11T02:00", None),
        ("The post was hit at 05:40hrs on Friday.", "05:40hrs on Friday", "2024-05-10T05:40", None),
        ("The base came under fire at 0530 hours on May 10.", "0530 hours on May 10", "2024-05-10T05:30", None),
        ("A missile was fired at 3:10 p.m. KST on Monday.", "3:10 p.m. KST on Monday", "2024-05-13T15:10", None),
        ("It came into force at 6 a.m. GMT+4 on May 9.", "6 a.m. GMT+4 on May 9", "2024-05-09T06:00", None),
        ("Sirens sounded on Sunday at quarter to six.", "Sunday at quarter to six", "2024-05-12T05:45", None),
        (
            "Yesterday evening at around half past eight, shots were fired.",
            "Yesterday evening at around half past eight",
            "2024-05-13T20:30",
            None,
        ),
        ("Week 18 of 2024 saw 31 raids.", "Week 18 of 2024", "2024-04-29", "2024-05-05"),
        ("In 2024-W19, 31 raids were counted.", "2024-W19", "2024-05-06", "2024-05-12"),
        ("From Monday to Thursday next week they will train.", "Monday", "2024-05-20", "2024-05-23"),
        ("Eight million have fled since April 15 last year.", "April 15 last year", "2023-04-15", TUESDAY),
        ("The period 25 April-8 May saw 22 clashes.", "25 April-8 May", "2024-04-25", "2024-05-08"),
        (
            "Drones came in the night of 28/29 April.",
            "the night of 28/29 April",
            "2024-04-28T18:00",
            "2024-04-29T06:00",
        ),
        ("In the first ten days of May, 90 shells fell.", "the first ten days of May", "2024-05-01", "2024-05-10"),
        (
            "Raids surged in the last two months of 2023.",
            "the last two months of 2023",
            "2023-11-01",
            "2023-12-31",
        ),
        ("Over the past week, three towns fell.", "the past week", "2024-05-07", TUESDAY),
        ("Three days after the April 26 attack, they came back.", "Three days", "2024-04-29", None),
        (
            "The road was cut at 3 p.m. on Monday. Two hours later it was open.",
            "Two hours later",
            "2024-05-13T17:00",
            None,
        ),
        ("Settlers came at dawn on May 12.", "dawn on May 12", "2024-05-12T05:00", "2024-05-12T07:59"),
        ("On 5/12/2024 the village was shelled.", "5/12/2024", "2024-05-12", None),
        ("On 3/4/2024 the village was shelled.", "3/4/2024", "2024-03-04", "2024-04-03"),
    ],
)
def test_times_of_reports_from_the_field(text, quote, first, last):
    assert spans(text, TUESDAY).get(quote) == (first, last or first), spans(text, TUESDAY)
