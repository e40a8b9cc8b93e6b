"""For whom named people speak."""

from __future__ import annotations

import pytest

from tests.pages import grounded, parties, principal


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Saw Kwe Htoo of the Karen National Union said so.", "Saw Kwe Htoo", "Karen National Union"),
        ("Gul Rahman, who commands the Taliban there, agreed.", "Gul Rahman", "Taliban"),
        ("Captain Antony Mua, for the Congolese army, denied it.", "Antony Mua", "Democratic Republic of the Congo"),
        (
            "The UAE rejected threats by an Iranian admiral. Rear Admiral Behrouz Kamali said he had made none.",
            "Behrouz Kamali",
            "Iran",
        ),
        ("Jane Roe of Mosul wept.", "Jane Roe", None),
        ("Analyst Jane Roe of the Taliban's school of war agreed.", "Jane Roe", None),
    ],
)
def test_words_after_a_name_or_before_it_in_the_text_tell_its_side(text: str, name: str, side: str | None) -> None:
    assert principal(grounded(text), name) == side


def test_a_namesake_of_another_state_is_not_the_known_person() -> None:
    page = grounded("His Colombian colleague, Pedro Sánchez, agreed. The gang's envoy, alias Pedro Sánchez, did not.")
    assert principal(page, "Pedro Sánchez") == "Colombia"
    assert parties(page, "Pedro Sánchez", 1) == ["Pedro Sánchez"]
    assert all(
        ref.party is None for m in page.annotations if m.span.quote == "Pedro Sánchez" for ref in page.parties_of(m)
    )


def test_a_town_after_an_office_is_no_part_of_its_holder_s_name() -> None:
    page = grounded("The deputy commissioner of Kotli Nasir Rafiq said shells fell.")
    assert parties(page, "Nasir Rafiq") == ["Nasir Rafiq"]


def test_somebody_speaks_for_those_on_whose_behalf_he_claims_a_deed() -> None:
    page = grounded("A man known as Bob Lane claimed responsibility on behalf of Hamas, which nobody believed.")
    assert principal(page, "Bob Lane") == "Hamas"


def test_a_former_minister_speaks_for_nobody() -> None:
    assert principal(grounded("India mourned. Former home minister Ravi Orr blamed infiltrators."), "Ravi Orr") is None
    assert principal(grounded("Spain wept. The ousted interior minister, Bob Lane, laughed."), "Bob Lane") is None


def test_a_body_in_a_title_is_no_part_of_the_name() -> None:
    page = grounded("India sent more men. Superintendent of Police K. Ravi Orr told us that firing began at dawn.")
    assert principal(page, "K. Ravi Orr") == "India"
