"""A place has one row with its own radius, whatever stood before its name."""

from __future__ import annotations

from standoff.grounding.entities import entities
from standoff.grounding.ground import ground
from standoff.model.entity import Place
from tests.texts import codebook, gazetteer, laid


def places(text: str) -> dict[str, Place]:
    page = ground(laid(text), codebook(), gazetteer())
    ties = [tie for mark in page.annotations for tie in page.groundings.get(mark.id, ())]
    return {place.name: place for place in entities(ties, (), (), codebook())[1]}


def test_a_place_of_the_codebook_keeps_its_radius_near_and_in() -> None:
    near, inside = places("Shells fell near Shusha on Monday."), places("Shells fell in Shusha on Monday.")
    assert near["Shusha"] == inside["Shusha"]


def test_a_place_is_as_wide_as_its_narrowest_mention() -> None:
    alone, both = places("Shells fell in Kherson."), places("Shells fell near Kherson and in Kherson.")
    assert alone["Kherson"].radius_km == both["Kherson"].radius_km
