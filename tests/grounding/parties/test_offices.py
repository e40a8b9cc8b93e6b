"""Offices are held by persons of the text before those of the book."""

from __future__ import annotations

from tests.pages import grounded, parties, principal


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


def test_a_director_of_nobody_named_is_no_head_of_state() -> None:
    page = grounded("Israel bombed the harbour. The port director said two cranes were lost.")
    assert parties(page, "The port director") == ["port director"]


def test_an_office_of_one_party_only_needs_no_owner() -> None:
    page = grounded("The war went on in Sudan. The Emergency Relief Coordinator, Jane Roe, warned of famine.")
    assert principal(page, "Jane Roe") == "United Nations"


def test_a_military_spokesman_speaks_for_the_state_told_of() -> None:
    page = grounded("Sudan buried its dead. A military spokesman said so.")
    assert principal(page, "A military spokesman") == "Sudan"


def test_the_leader_of_a_people_is_no_head_of_the_state_told_of() -> None:
    page = grounded("Syria burned. The spiritual leader of the Druze, Sheikh Hikmat Roe, called for calm.")
    assert parties(page, "The spiritual leader of the Druze") == ["Hikmat Roe"]
    assert principal(page, "Hikmat Roe") is None


def test_a_pronoun_for_the_holder_on_the_day_has_the_holders_gender() -> None:
    page = grounded("Joe Biden called Ukraine. Germany's foreign minister then met him, and she left.", "2022-06-01")
    assert parties(page, "Germany's foreign minister") == ["Annalena Baerbock"]
    assert parties(page, "him") == ["Joe Biden"]
    assert parties(page, "she") == ["Annalena Baerbock"]


def test_an_office_is_of_the_state_of_who_speaks_of_it() -> None:
    page = grounded("Moscow claims gains. President Macron said the health minister would go to the front.")
    assert parties(page, "the health minister") == ["Minister of Health of France"]


def test_an_ambassador_is_one_of_many() -> None:
    page = grounded("The Israeli ambassador called it a reward.", "2025-08-30")
    assert parties(page, "The Israeli ambassador") == ["Ambassador of Israel"]


def test_the_chief_executive_leads_the_state() -> None:
    page = grounded("President Ferdinand Marcos Jr. spoke. The chief executive said there was no silver bullet.")
    assert parties(page, "The chief executive") == ["Ferdinand Marcos Jr."]


def test_a_colleague_somewhere_is_not_of_there() -> None:
    page = grounded("I was told by a colleague in Washington.")
    assert principal(page, "a colleague in Washington") is None


def test_who_heads_a_government_is_the_prime_minister() -> None:
    page = grounded(
        "Mali's prime minister Abdoulaye Maïga met the miners. The head of the Malian government said it was over."
    )
    assert parties(page, "The head of the Malian government") == ["Abdoulaye Maïga"]


def test_a_colleague_serves_in_the_capital_that_is_named() -> None:
    page = grounded("Russia's foreign minister, Sergei Roe, laughed. His counterpart in Chisinau did not.")
    assert principal(page, "His counterpart") == "Moldova"


def test_a_commissioner_is_not_the_governor_told_of_before() -> None:
    page = grounded("Governor Ann Roe of India wept. The deputy commissioner denied it. The governor slept.")
    assert parties(page, "The deputy commissioner") == ["deputy commissioner"]
    assert parties(page, "The governor") == ["Ann Roe"]


def test_who_chairs_a_council_that_rules_is_no_prime_minister() -> None:
    page = grounded("Haiti burns. The transitional council of Haiti met. Its chairman did not say when.")
    assert parties(page, "Its chairman")[0].startswith("chairman of")
