from dataclasses import replace

from standoff.model.entity import PlaceRef
from standoff.model.event import Argument
from standoff.model.span import Span
from standoff.views.dossier import dossier
from standoff.views.map import locations, precision_words

NAMES = ("Garagol", "Sev Lich lake", "the lake", "the Garagol", "a long stretch of mountain ground")


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


def called(connection, story, books, name: str, quotes: tuple[str, ...]) -> list[str]:
    """Return the other names told of a place, where the events of the story call it by these words."""
    found = dossier(connection, story.incidents[0].id, books.parties)
    place = PlaceRef("there", name, 39.5, 46.1, 3.0)
    spans = {
        key: Span(event.document, 0, len(quote), quote)
        for (key, event), quote in zip(found.events.items(), quotes, strict=False)
    }
    named = {
        key: replace(found.events[key], place=place, arguments=(Argument("place", span, place),))
        for key, span in spans.items()
    }
    (at,) = [at for at in locations(replace(found, events=named)) if at.place == place]
    assert all(sides for _, sides in at.forms)
    return [form for form, _ in at.forms]


def test_other_names_are_told_with_the_sides_that_use_them(connection, story, books):
    assert called(connection, story, books, "Sev Lich", NAMES) == ["Garagol"]


def test_a_name_with_another_ending_is_no_other_name(connection, story, books):
    assert called(connection, story, books, "Ukraine", ("Ukrainian", "Ukraine's", "Ukrayina")) == ["Ukrayina"]
