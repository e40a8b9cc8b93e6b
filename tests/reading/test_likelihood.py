from __future__ import annotations

from datetime import date

import pytest

from standoff.reading.calendar import Mention, mentions
from standoff.reading.cues import Cues
from standoff.reading.likelihood import fit, occurrence


def cues(text: str = "", weekdays: tuple[int, ...] = (), line: str = "", years: tuple[int, ...] = ()) -> Cues:
    lead = next((m for m in mentions(text) if m.weekday is not None), None)
    return Cues(tuple(mentions(line)), lead, tuple(mentions(text)), tuple((d, 1) for d in weekdays), years, False)


def only(text: str) -> Mention:
    (found,) = mentions(text)
    return found


def test_a_date_without_its_year_is_the_latest_such_day() -> None:
    assert occurrence(only("December 30"), date(2022, 1, 2)) == date(2021, 12, 30)
    assert occurrence(only("January 5"), date(2022, 1, 2)) == date(2022, 1, 5)
    assert occurrence(only("March 2, 2014"), date(2022, 1, 2)) == date(2014, 3, 2)
    assert occurrence(only("February 29"), date(2023, 3, 1)) is None


@pytest.mark.parametrize(
    ("likelier", "other", "told"),
    [
        (date(2016, 8, 3), date(2016, 8, 6), cues(weekdays=(2,))),  # the day named rather than three days later
        (date(2016, 8, 3), date(2016, 8, 20), cues("On August 3 shells fell.")),
        (date(2016, 8, 3), date(2017, 8, 3), cues("Wednesday (August 3)")),  # only 2016 has that weekday
        (date(2016, 8, 3), date(2016, 8, 5), cues(line="KIEV, August 3")),
        (date(2016, 8, 3), date(2016, 8, 1), cues("On August 3 shells fell.")),  # told, so past
        (date(2016, 8, 3), date(2025, 8, 3), cues(years=(2015,))),
    ],
)
def test_what_fits_better(likelier: date, other: date, told: Cues) -> None:
    assert fit(told, likelier) > fit(told, other)


def test_nothing_told_prefers_no_day() -> None:
    assert fit(cues(), date(2016, 8, 3)) == fit(cues(), date(1999, 1, 1))
