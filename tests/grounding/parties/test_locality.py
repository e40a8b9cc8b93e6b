from __future__ import annotations

from standoff.annotating.annotate import annotate
from standoff.grounding.ground import ground
from standoff.grounding.places.gazetteer import open_gazetteer
from standoff.model.page import Page
from tests.pages import codebook, document, language, parties, principal


def placed(text: str) -> Page:
    return ground(annotate(document(text, "2024-05-02"), language(), codebook()), codebook(), open_gazetteer())


def test_a_regional_governor_is_of_the_state_of_the_towns_around_him() -> None:
    page = placed("Russia denied it. Two people were hurt in Kherson, the regional governor said.")
    assert principal(page, "the regional governor") == "Ukraine"


def test_a_regional_body_is_not_that_of_the_state_last_spoken_of() -> None:
    page = placed("Russia shelled Nikopol, the regional prosecutor's office said.")
    assert parties(page, "the regional prosecutor's office") == ["regional prosecutor's office"]
    assert principal(page, "the regional prosecutor's office") == "Ukraine"


def test_the_mayor_of_another_town_is_another_man() -> None:
    page = placed("Arauca's governor, Renson Roe, spoke in Colombia. The mayor of Tame asked for help.")
    assert parties(page, "The mayor") == ["mayor"]


def test_the_head_of_a_town_administration_is_no_head_of_state() -> None:
    page = placed("Ukraine mourns. The head of the city's military administration said 20 people died in Kharkiv.")
    assert parties(page, "The head of the city's military administration") != ["Volodymyr Zelenskyy"]
