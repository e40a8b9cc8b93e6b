import pytest

from standoff.exporting.sketch import HEIGHT, WIDTH, sketch
from standoff.model.entity import PlaceRef
from standoff.views.map import Location


def location(name, lat, lon, km):
    return Location(PlaceRef(name, name, lat, lon, km), (), ())


def test_areas_lie_as_on_a_map_and_their_radius_is_the_precision():
    drawn = sketch([location("north", 41.0, 46.0, 10.0), location("south", 40.0, 46.0, 5.0)])
    areas = {area.name: area for area in drawn.areas}
    assert areas["north"].y < areas["south"].y
    assert areas["north"].x == pytest.approx(areas["south"].x, abs=0.2)
    assert areas["north"].radius == pytest.approx(2 * areas["south"].radius, rel=0.05)
    distance = areas["south"].y - areas["north"].y
    assert distance / drawn.ruler * drawn.ruler_km == pytest.approx(111.3, rel=0.02)


def test_areas_stay_on_the_sheet_also_across_the_antimeridian():
    drawn = sketch([location("a", 0.0, 179.5, 20.0), location("b", 1.0, -179.5, 3.0), location("c", -1.0, 179.9, 50.0)])
    for area in drawn.areas:
        assert 0 <= area.x - area.radius <= area.x + area.radius <= WIDTH
        assert 0 <= area.y - area.radius <= area.y + area.radius <= HEIGHT


def test_what_is_vague_or_unplaced_is_not_drawn():
    country = location("country", 40.0, 47.0, 220.0)
    assert sketch([location("town", 40.0, 46.0, 2.0), country, location("nowhere", None, None, None)]) is None
    assert sketch([]) is None


def test_two_places_at_one_point_can_be_drawn():
    drawn = sketch([location("a", 40.0, 46.0, 0.0), location("b", 40.0, 46.0, 0.5)])
    assert len(drawn.areas) == 2
