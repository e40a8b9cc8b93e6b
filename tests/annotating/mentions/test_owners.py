"""Owners are found before a role phrase and after its preposition."""

from __future__ import annotations

import pytest

from tests.pages import annotated, mark


@pytest.mark.parametrize(
    ("text", "head", "owner"),
    [
        ("Kenya's embattled police chief resigned.", "police chief", "Kenya"),
        ("The caretaker prime minister of Nepal resigned.", "caretaker prime minister", "Nepal"),
        ("A spokesman for Chad's army denied it.", "spokesman", "army"),
        ("The secretary general of NATO agreed.", "secretary general", "NATO"),
        ("Senior Hamas officials arrived.", "officials", "Hamas"),
    ],
)
def test_owner(text: str, head: str, owner: str) -> None:
    page = annotated(text)
    assert mark(page, head).attributes["owner"] == mark(page, owner).id


def test_backed_by_is_not_owned_by() -> None:
    page = annotated("Rwandan-backed rebels took the town.")
    assert mark(page, "rebels").attributes["owner"] is None


def test_qualifier_is_kept() -> None:
    page = annotated("A former Georgian president returned.")
    assert mark(page, "president").attributes["qualifier"] == "former"


def test_a_dash_is_no_part_of_a_noun_phrase() -> None:
    page = annotated("BISHKEK, September 3 - Kyrgyzstan's border service said the post was empty.")
    assert mark(page, "border service").span.quote == "Kyrgyzstan's border service"


def test_who_runs_an_enclave_owns_its_ministry() -> None:
    page = annotated("The Hamas-run enclave's health ministry said so.")
    owned = mark(page, "health ministry").attributes["owner"]
    assert owned == mark(page, "Hamas").id


def test_an_acronym_in_brackets_hides_no_owner() -> None:
    page = annotated("The State Committee for National Security (SCNS) of Kyrgyzstan said so.")
    owned = mark(page, "State Committee for National Security").attributes["owner"]
    assert owned == mark(page, "Kyrgyzstan").id
