from __future__ import annotations

import pytest

from standoff.annotating.annotate import annotate
from standoff.grounding.ground import ground
from standoff.grounding.times.zones import zone_of
from standoff.model.entity import PlaceRef
from tests.texts import codebook, gazetteer, language, paper


def clocks(text):
    page = ground(annotate(paper(text, "2023-06-16"), language(), codebook()), codebook(), gazetteer())
    found = ((mark, page.time_grounding(mark)) for mark in page.annotations if mark.kind == "time")
    return {mark.span.quote: tie.time.earliest for mark, tie in found if tie and tie.time}


@pytest.mark.parametrize(
    ("text", "quote", "local"),
    [
        ("Shells fell in Karachi at 2030 GMT on Tuesday.", "2030 GMT on Tuesday", "2023-06-14T01:30"),
        ("Drones hit Goma at 22:15 Moscow time on Tuesday.", "22:15 Moscow time on Tuesday", "2023-06-13T21:15"),
        ("Shells fell in Karachi at 8:30 p.m. on Tuesday.", "8:30 p.m. on Tuesday", "2023-06-13T20:30"),
        (
            "Shells fell in Karachi at 8:30 p.m. local time on Tuesday.",
            "8:30 p.m. local time on Tuesday",
            "2023-06-13T20:30",
        ),
        ("Shells fell in Karachi at 2:30 p.m. (UTC+2) on Tuesday.", "2:30 p.m. (UTC+2) on Tuesday", "2023-06-13T17:30"),
        ("Shells fell at 2030 GMT on Tuesday.", "2030 GMT on Tuesday", "2023-06-13T20:30"),
    ],
)
def test_a_clock_of_another_zone_is_put_on_that_of_the_place(text, quote, local):
    assert clocks(text)[quote] == local


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        (PlaceRef("x", "x", 31.5, 34.45, 5.0, "PSE"), "Asia/Gaza"),
        (PlaceRef("x", "x", 39.82, 46.75, 5.0, None), "Asia/Baku"),
        (PlaceRef("x", "Russia", 57.0, 70.0, 3000.0, "RUS"), None),
        (PlaceRef("x", "China", 35.0, 103.0, 2000.0, "CHN"), "Asia/Shanghai"),
        (PlaceRef("x", "nowhere"), None),
    ],
)
def test_places_have_zones(place, zone):
    assert zone_of(place, gazetteer()) == zone
