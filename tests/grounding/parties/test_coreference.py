"""Pronouns point back by kind, number and gender, not across one clause."""

from __future__ import annotations

from tests.pages import grounded, parties


def test_he_is_the_person_and_it_is_the_state() -> None:
    page = grounded("Colombia recalled its ambassador after Petro spoke. He blamed Ecuador.", "2024-01-10")
    assert parties(page, "its") == ["Colombia"]
    assert parties(page, "He") == ["Gustavo Petro"]


def test_object_of_a_clause_is_not_its_subject() -> None:
    page = grounded("Lavrov met Blinken in Geneva. Lavrov told him that talks would go on.", "2021-12-01")
    assert parties(page, "him") == ["Antony Blinken"]


def test_she_is_not_who_was_he() -> None:
    text = "Zakharova answered Peskov. He said so himself. She did not agree."
    assert parties(grounded(text, "2022-01-01"), "She") == ["Maria Zakharova"]


def test_a_ministry_may_be_he_where_no_person_is() -> None:
    page = grounded("The Algerian Defense Ministry regretted the strike. He assured that no border was crossed.")
    assert parties(page, "He") == ["Ministry of Defence of Algeria"]


def test_they_are_those_joined() -> None:
    page = grounded("India and Pakistan exchanged prisoners. They agreed to talk again.")
    assert parties(page, "They") == ["India", "Pakistan"]


def test_relative_pronoun_is_its_antecedent() -> None:
    page = grounded("Guterres, who visited Juba, urged restraint.", "2023-01-01")
    assert parties(page, "who") == ["António Guterres"]


def test_empty_it_is_nobody() -> None:
    assert parties(grounded("Sudan agreed. It is clear that the truce is over."), "It") == []


def test_his_makes_nobody_less_prominent() -> None:
    page = grounded(
        'Mr Andrabi spoke. Mr Andrabi left. Defence Minister John Roe said it would mean "war". '
        "Later, clarifying his remarks, he said it had been a joke."
    )
    assert parties(page, "he") == ["John Roe"]


def test_who_heads_a_fragment_is_he() -> None:
    page = grounded(
        "Mr Andrabi said so. Earlier, Ali Mujahid, the spokesman, alleged in a message shared with reporters that the "
        "delegation had left. He warned of war."
    )
    assert parties(page, "He") == ["Ali Mujahid"]


def test_him_is_not_the_subject_of_the_verb_before() -> None:
    page = grounded("Ali Roe spoke. He has praised Hugh Todd, and told him to rest.")
    assert parties(page, "him") == ["Hugh Todd"]


def test_a_heading_of_a_person_leads_what_follows() -> None:
    page = grounded("Moscow: Lavrov said the talks had failed.\n\nKim: At the assembly, he said that he had time.")
    assert parties(page, "he") == ["Kim"]


def test_a_name_before_a_nickname_is_as_prominent_as_the_nickname() -> None:
    page = grounded('Bob Lane slept. President John Roe "Bobo" chaired a meeting. His office said that he was well.')
    assert parties(page, "His") == ["John Roe"]
