from __future__ import annotations

import pytest

from tests.coding.conftest import Coder
from tests.coding.said import at, names


@pytest.mark.parametrize(
    ("text", "word", "named"),
    [
        ("Shelling killed three people on Friday, including Amina Yusuf, 34, a nurse.", "killed", {"Amina Yusuf"}),
        ("Four people, including journalist Anas Diab, 30, were killed in Idlib.", "killed", {"Anas Diab"}),
        ("Among the dead was Maria Petrova, a 57-year-old teacher.", "dead", {"Maria Petrova"}),
        ("The dead were identified as Joseph Banda and John Phiri.", "dead", {"Joseph Banda", "John Phiri"}),
    ],
)
def test_who_fell_is_named(coded: Coder, text: str, word: str, named: set[str]) -> None:
    assert names(at(coded(text), word), "recipient") >= named


def test_age_and_office_stand_with_the_name(coded: Coder) -> None:
    event = at(coded("Shelling killed three people on Friday, including Amina Yusuf, 34, a nurse."), "killed")
    spans = {a.span.quote for a in event.arguments if a.role == "recipient" and a.span is not None}
    assert "Amina Yusuf, 34, a nurse" in spans


def test_a_country_named_beside_a_toll_is_nobody_hurt(coded: Coder) -> None:
    event = at(coded("Shelling killed three people in several places, including Nyala."), "killed")
    assert "Nyala" not in names(event, "recipient")
