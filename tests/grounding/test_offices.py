"""Offices are held by persons of the text before those of the book."""

from __future__ import annotations

from tests.pages import grounded, parties


def test_title_in_the_text_wins() -> None:
    page = grounded(
        "Foreign Minister Tomas Adeyemi of Nigeria spoke. Nigeria's foreign minister then left.", "2024-01-01"
    )
    assert parties(page, "Nigeria's foreign minister") in (
        ["Tomas Adeyemi"],
        ["Minister of Foreign Affairs of Nigeria"],
    )


def test_counterpart_holds_the_same_office() -> None:
    page = grounded("Lavrov called his Turkish counterpart.", "2022-01-10")
    assert parties(page, "his Turkish counterpart") == ["Mevlüt Çavuşoğlu"]


def test_spokesman_of_a_person() -> None:
    assert parties(grounded("Putin's spokesman denied it.", "2021-05-14"), "Putin's spokesman") == ["Dmitry Peskov"]


def test_former_office_is_not_the_holder() -> None:
    page = grounded("A former French president died.", "2022-01-01")
    assert parties(page, "A former French president") == ["former French president"]


def test_era_of_the_persons_named_dates_an_undated_text() -> None:
    page = grounded("François Hollande met Petro Poroshenko and Arseniy Yatsenyuk. Germany's chancellor was not there.")
    assert parties(page, "Germany's chancellor") == ["Angela Merkel"]
