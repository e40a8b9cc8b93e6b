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


def test_what_is_undated_has_no_extent(connection, story, books):
    assert extent(()) is None
    assert extent(lanes(connection, story, books)) == ("2023-05-09", "2023-05-09")
