from datetime import date

from standoff.exporting.axis import Axis, chart
from standoff.model.clock import Interval
from standoff.views.sides import Side
from standoff.views.timeline import Lane, Tick


def tick(earliest, latest):
    return Tick(Interval(earliest, latest, "text"), "asserts", False, ())


def test_days_and_minutes_lie_in_order_on_the_axis():
    axis = Axis(date(2023, 5, 8), 4)
    assert axis.at("2023-05-08") == 0
    assert axis.at("2023-05-09") < axis.at("2023-05-09T12:00") < axis.at("2023-05-09", end=True) <= 100
    assert len(axis.labels()) <= 7


def test_what_nothing_dates_is_counted_not_drawn():
    dated = Lane(Side("a", "A"), (tick("2023-05-09", "2023-05-09"),), (), 2)
    undated = Lane(Side("b", "B"), (), (), 1)
    drawn = chart((dated, undated))
    assert [track.lane.side.name for track in drawn.tracks] == ["A"]
    assert drawn.undated == (("A", 2), ("B", 1))
    assert chart((undated,)) is None


def test_marks_of_one_day_do_not_cover_one_another_and_open_bounds_reach_to_the_edge():
    lane = Lane(Side("a", "A"), (tick("2023-05-09", "2023-05-09"), tick("2023-05-09", None)), (), 0)
    first, second = chart((lane,)).tracks[0].happened
    assert second.centre > first.centre
    assert second.left + second.width == 100
    assert all(0 <= mark.left <= mark.centre <= 100 for mark in (first, second))
