from datetime import date

from standoff.exporting.axis import Axis, chart
from standoff.views.dossier import dossier
from standoff.views.matrix import matrix
from standoff.views.timeline import extent, timeline


def lanes(connection, story, books):
    found = dossier(connection, story.incidents[0].id, books.parties)
    return timeline(found, matrix(found, books.slots).sides)


def test_a_lane_for_each_side_on_two_clocks(connection, story, books):
    by_side = {lane.side.name: lane for lane in lanes(connection, story, books)}
    assert [tick.stance for tick in by_side["India"].happened] == ["denies"]
    assert len(by_side["Pakistan"].happened[0].events) == 3
    assert by_side["Pakistan"].said[0].when.earliest == "2023-05-09"
    assert by_side["India"].said == ()
    assert by_side["India"].undated == 2


def test_what_nothing_dates_is_counted_not_drawn(connection, story, books):
    drawn = chart(lanes(connection, story, books))
    assert [track.lane.side.name for track in drawn.tracks] == ["India", "Pakistan"]
    assert ("China", 1) in drawn.undated
    assert extent(()) is None
    assert chart(()) is None


def test_days_and_minutes_lie_in_order_on_the_axis():
    axis = Axis(date(2023, 5, 8), 4)
    assert axis.at("2023-05-08") == 0
    assert axis.at("2023-05-09") < axis.at("2023-05-09T12:00") < axis.at("2023-05-09", end=True) <= 100
    assert len(axis.labels()) <= 7
