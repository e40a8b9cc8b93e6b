from __future__ import annotations

from standoff.grounding.parties.acronyms import defined
from tests.pages import annotated, codebook, grounded, parties, principal


def test_a_text_says_what_its_short_forms_stand_for() -> None:
    page = grounded(
        "Rebels accused the Armed Forces of the Philippines (AFP) of shelling a camp. The AFP denied the charge."
    )
    assert parties(page, "AFP", 1) == ["Armed Forces of the Philippines"]


def test_a_known_short_form_is_not_taken_over_by_what_it_does_not_spell() -> None:
    page = annotated("The foreign ministry (AFP) said so. AFP reported it.")
    assert "AFP" not in defined(page, codebook().parties)


def test_a_body_that_only_the_text_knows_is_one_under_both_names() -> None:
    page = grounded("The Valley Relief Committee (VRC) counted 40 dead. VRC said more would follow.")
    assert parties(page, "VRC", 1) == ["Valley Relief Committee"]


def test_initials_alone_are_the_name_they_spell() -> None:
    page = grounded("A China Coast Guard vessel chased a boat. CCG spokesperson Gan Yu confirmed it in Beijing.")
    assert principal(page, "CCG") == "China"
