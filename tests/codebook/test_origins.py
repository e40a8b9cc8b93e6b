"""Of which state a name sounds."""

from __future__ import annotations

import pytest

from standoff.codebook.origins import Origins, origins
from tests.pages import codebook

_FEW = origins(
    [("Ani Petrosyan", "ARM"), ("Levon Saroyan", "ARM"), ("Elchin Mammadov", "AZE"), ("Rauf Karimov", "AZE")]
)


def test_endings_and_words_tell_of_which_state_a_name_sounds() -> None:
    assert _FEW.likeness("Gor Adamyan", "ARM") > _FEW.likeness("Gor Adamyan", "AZE")
    assert _FEW.likeness("Rauf Adamov", "AZE") > 0 > _FEW.likeness("Rauf Adamov", "ARM")


def test_what_nobody_knows_tells_nothing() -> None:
    assert _FEW.likeness("Xu Qi", "ARM") == 0
    assert _FEW.likeness("Gor Adamyan", "CHN") == 0
    assert Origins().likeness("Gor Adamyan", "ARM") == 0


@pytest.mark.parametrize(
    ("name", "near", "far"),
    [
        ("Rasa Petkienė", "LTU", "BLR"),
        ("Giorgi Berishvili", "GEO", "RUS"),
        ("Cevdet Alpay", "TUR", "GRC"),
        ("Wang Lihua", "CHN", "IND"),
        ("Nikolaos Papadakis", "GRC", "TUR"),
    ],
)
def test_the_office_holders_of_the_world_tell_rivals_apart(name: str, near: str, far: str) -> None:
    book = codebook().parties
    assert book.origins.likeness(name, near) > book.origins.likeness(name, far)
