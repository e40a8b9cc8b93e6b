from standoff.model.clock import UNKNOWN, Interval
from standoff.views.books import kind_weights
from standoff.views.chronology import chronology, entered_under, first_reported, narrow_day

KINDS = {"shelling": 1.0, "call": 0.5}


def test_lines_stand_in_order_of_days_with_reports_cited(connection, story) -> None:
    lines = chronology(connection, KINDS)
    assert [line.day for line in lines] == sorted(line.day for line in lines if line.day)
    assert {line.entry.incident.id for line in lines} == {incident.id for incident in story.incidents}
    assert all(line.cited for line in lines)
    assert not any(line.reported for line in lines)


def test_of_many_those_that_count_most_are_kept(connection) -> None:
    every = chronology(connection, KINDS)
    (best,) = chronology(connection, KINDS, limit=1)
    assert best.importance.score == max(line.importance.score for line in every)


def test_what_is_dated_loosely_stands_under_its_first_report() -> None:
    assert narrow_day(Interval("2023-05-09", "2023-05-11", "text")) == "2023-05-09"
    assert narrow_day(Interval("2023-05-01", "2023-05-14", "inferred:published")) is None
    assert narrow_day(Interval("2023-05-01", None, "text")) is None
    assert narrow_day(UNKNOWN) is None
    later, month = Interval("2023-05-16", "2023-05-16", "stated"), Interval("2023-05-01", "2023-05-31", "stated")
    assert first_reported([later, month, UNKNOWN]) == "2023-05-16"
    assert first_reported([UNKNOWN]) is None


def test_a_stated_time_is_entered_under_its_first_day_and_an_unknown_one_under_none() -> None:
    report = [Interval("2023-05-16", "2023-05-16", "stated")]
    assert entered_under(Interval("2020-09-27", "2020-11-10", "text"), report) == ("2020-09-27", False)
    assert entered_under(Interval("2023-05-02", "2023-05-16", "inferred:published"), report) == ("2023-05-16", True)
    assert entered_under(Interval("2020-09-27", None, "text"), report) == ("2023-05-16", True)
    assert entered_under(UNKNOWN, report) == (None, False)


def test_every_kind_of_happening_has_a_weight() -> None:
    weights = kind_weights()
    assert weights["shelling"] > weights["talks"] > 0
    assert "denial" not in weights
