from standoff.model.entity import PlaceRef
from standoff.views.dossier import dossier
from standoff.views.map import locations, pins, precision_words


def test_places_name_the_sides_that_name_them(connection, story, books):
    found = locations(dossier(connection, story.incidents[0].id, books.parties))
    assert [(at.place.name, at.placed, at.sides) for at in found] == [
        ("Poonch", True, ("Pakistan", "India")),
        ("Neelum Valley", False, ()),
    ]
    assert len(found[0].events) == 5


def test_precision_is_said_and_what_has_no_point_is_not_placed():
    assert precision_words(PlaceRef("a", "A", 1.0, 2.0, 25.0)) == "within about 25 km"
    assert precision_words(PlaceRef("a", "A", 1.0, 2.0, 0.4)) == "within 1 km"
    assert precision_words(PlaceRef("a", "A", 1.0, 2.0)) == "precision not reported"
    assert precision_words(PlaceRef("a", "A")) == "not placed"


def test_every_incident_is_on_the_list_of_pins_placed_or_not(connection, story):
    assert {pin.incident: len(pin.places) for pin in pins(connection)} == {
        story.incidents[0].id: 2,
        story.incidents[1].id: 0,
    }
