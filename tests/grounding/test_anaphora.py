"""Anaphoric nouns point back by the kind they stand for."""

from __future__ import annotations

from tests.pages import grounded, parties


def test_the_bloc_is_an_international_body() -> None:
    page = grounded("ECOWAS met Reuters reporters. The bloc threatened Niger with force.")
    assert parties(page, "The bloc") == ["ECOWAS"]


def test_the_minister_is_who_was_called_so() -> None:
    page = grounded("Interior Minister Awa Diallo of Guinea resigned. The minister gave no reason.")
    assert parties(page, "The minister") == ["Awa Diallo"]


def test_a_speaker_calls_his_own_country_the_country() -> None:
    page = grounded("Ukraine agreed. Sandu announced that the country had agreed too.", "2023-01-05")
    assert parties(page, "the country") == ["Moldova"]


def test_both_sides_of_a_headline_are_named_later() -> None:
    page = grounded("Both sides claim victory\n\nEthiopia and Eritrea fought. Ethiopia lost men. Eritrea lost more.")
    assert set(parties(page, "Both sides")) == {"Ethiopia", "Eritrea"}


def test_indefinite_nouns_point_at_nothing() -> None:
    assert parties(grounded("Hamas agreed. A group disagreed."), "A group") == []


def test_the_militia_is_the_armed_group_spoken_of() -> None:
    page = grounded("Fano denied it. The army said 300 had surrendered, which the militia called a lie.")
    assert parties(page, "the militia") == ["Fano"]
