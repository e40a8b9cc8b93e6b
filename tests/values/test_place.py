from standoff.model.entity import PlaceRef
from standoff.values import place

KHARTOUM = PlaceRef("p1", "Khartoum", 15.55, 32.53, 20.0, "SDN")
OMDURMAN = PlaceRef("p2", "Omdurman", 15.65, 32.48, 10.0, "SDN")
NYALA = PlaceRef("p3", "Nyala", 12.05, 24.88, 8.0, "SDN")
SUDAN = PlaceRef("p4", "Sudan", 15.0, 30.0, 900.0, "SDN")
UNPLACED = PlaceRef(None, "the old depot")


def outcome(one: PlaceRef, other: PlaceRef) -> str:
    return place.compare(place.of(one, one.name), place.of(other, other.name)).outcome


def test_places_compare_by_their_areas() -> None:
    assert outcome(KHARTOUM, KHARTOUM) == "same"
    assert outcome(KHARTOUM, OMDURMAN) == "compatible"
    assert outcome(NYALA, SUDAN) == "compatible"
    assert outcome(KHARTOUM, NYALA) == "conflicting"


def test_a_place_without_a_point_excludes_nothing() -> None:
    assert outcome(KHARTOUM, UNPLACED) == "compatible"


def test_distance_of_two_points() -> None:
    assert 530 < place.distance_km((15.55, 32.53), (15.55, 37.5)) < 540
