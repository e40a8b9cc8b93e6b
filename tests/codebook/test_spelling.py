"""Spellings of one name share a skeleton; other names do not."""

from __future__ import annotations

import pytest

from standoff.codebook.holders import same_person
from standoff.codebook.spelling import given_names, plain, skeleton, spelled, surname


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pashinyan", "Pashinian"),
        ("Aliyev", "Aliev"),
        ("Zelensky", "Zelenskyy"),
        ("Karabakh", "Karabagh"),
        ("Kharkiv", "Kharkov"),
        ("Hossein", "Husayn"),
    ],
)
def test_transliterations_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_unlike_names_differ() -> None:
    assert skeleton("Macron") != skeleton("Merkel")


def test_plain_drops_marks() -> None:
    assert plain("Mevlüt Çavuşoğlu") == "mevlut cavusoglu"


def test_parts_of_a_name() -> None:
    assert surname("Bashar al-Assad") == "assad"
    assert given_names("Bashar al-Assad") == ("bashar",)


def test_same_person_wants_like_given_names() -> None:
    assert same_person("Vachram Poghosian", "Vahram Poghosyan")
    assert same_person("Aliyev", "Ilham Aliyev")
    assert not same_person("Heydar Aliyev", "Ilham Aliyev")


@pytest.mark.parametrize(
    ("short", "name", "share"),
    [
        ("UNHCR", "United Nations High Commissioner for Refugees", 1.0),
        ("MONUSCO", "United Nations Stabilization Mission in the Congo", 2 / 7),
        ("AFP", "Ministry of Health", 0.0),
        ("24", "Channel 24", 0.0),
    ],
)
def test_initials_spell_a_short_form_in_order(short: str, name: str, share: float) -> None:
    assert spelled(short, name.split()) == pytest.approx(share)
