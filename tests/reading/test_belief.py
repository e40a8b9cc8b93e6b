from __future__ import annotations

from datetime import date, timedelta

from standoff.model.clock import Interval
from standoff.reading.belief import believe, candidates, interval_of
from standoff.reading.calendar import mentions
from standoff.reading.cues import Cues

SILENT = Cues((), None, (), (), (), False)
WEDNESDAY = Cues((), None, (), ((2, 1),), (), False, frozenset({2}))
DAY = date(2016, 8, 3)


def exact(weights: dict[date, float], cues: Cues) -> bool:
    found = interval_of(weights, cues, "inferred:weekday")
    return found is not None and found.exact


def test_candidates_stand_for_every_day_of_their_years() -> None:
    told = Cues((), None, tuple(mentions("On August 3 shells fell.")), (), (), False)
    days = candidates(told, [2016])
    assert 360 <= sum(days.values()) <= 380
    assert days[DAY] == 1.0


def test_belief_sums_to_one() -> None:
    days = {DAY + timedelta(days=shift): 1.0 for shift in range(30)}
    assert abs(sum(believe(WEDNESDAY, days).values()) - 1) < 1e-9
    assert believe(WEDNESDAY, {}) == {}


def test_one_day_is_claimed_only_where_hardly_another_is_left() -> None:
    sure = {DAY: 0.9, DAY + timedelta(days=1): 0.08, DAY + timedelta(days=40): 0.02}
    found = interval_of(sure, WEDNESDAY, "inferred:weekday")
    assert found is not None
    assert (found.earliest, found.latest) == ("2016-08-03", "2016-08-03")


def test_doubt_makes_the_interval_wide() -> None:
    doubt = {DAY: 0.5, DAY + timedelta(days=7): 0.48, DAY + timedelta(days=300): 0.02}
    found = interval_of(doubt, WEDNESDAY, "inferred:weekday")
    assert found is not None
    assert (found.earliest, found.latest) == ("2016-08-03", "2016-08-10")


def test_a_report_without_any_weekday_is_of_a_day_or_its_neighbours() -> None:
    weights = {DAY: 0.93, DAY + timedelta(days=7): 0.07}
    dated = Cues((), None, tuple(mentions("On August 3 shells fell.")), (), (), False)
    assert exact(weights, WEDNESDAY)
    assert interval_of(weights, dated, "x") == Interval("2016-08-02", "2016-08-04", "x")


def test_a_day_that_the_report_does_not_name_is_not_claimed() -> None:
    weights = {DAY: 0.99, DAY + timedelta(days=5): 0.01}
    assert exact(weights, WEDNESDAY)
    assert not exact({day + timedelta(days=3): share for day, share in weights.items()}, WEDNESDAY)


def test_what_is_left_too_wide_is_no_date() -> None:
    assert interval_of({DAY: 0.5, DAY + timedelta(days=900): 0.5}, SILENT, "x") is None
    assert interval_of({}, SILENT, "x") is None


def test_a_weekday_named_once_and_late_claims_no_day() -> None:
    late = Cues((), None, (), ((2, 1),), (), False)
    assert not exact({DAY: 0.99, DAY + timedelta(days=5): 0.01}, late)


def test_weekdays_that_all_fit_claim_a_day_wherever_they_stand() -> None:
    assert exact({DAY: 0.99, DAY + timedelta(days=5): 0.01}, Cues((), None, (), ((2, 1), (1, 1)), (), False))
    assert not exact({DAY: 0.99, DAY + timedelta(days=5): 0.01}, Cues((), None, (), ((2, 1), (5, 1)), (), False))


def test_a_report_is_no_older_than_the_day_it_opens_with() -> None:
    (lead,) = mentions("On Wednesday, August 3, 2016, shells fell.")
    found = interval_of({DAY: 0.6, DAY + timedelta(days=1): 0.39}, Cues((), lead, (lead,), (), (), False), "x")
    assert found == Interval("2016-08-03", "2016-08-04", "x")


def test_a_dateline_leaves_only_its_own_day_of_each_year() -> None:
    line = Cues(tuple(mentions("KYIV, June 11 -")), None, (), (), (2023,), False)
    assert set(candidates(line, [2023, 2024])) == {date(2023, 6, 11), date(2024, 6, 11)}
