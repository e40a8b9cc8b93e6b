"""Descriptions are marked with role and owner, pronouns with their sort."""

from __future__ import annotations

from tests.pages import annotated, mark


def test_possessive_owner() -> None:
    page = annotated("Rwanda's foreign ministry denied the claim.")
    found = mark(page, "Rwanda's foreign ministry")
    assert found.head.quote == "foreign ministry"
    assert found.attributes["role"] == "mfa"
    assert found.attributes["owner"] == mark(page, "Rwanda").id


def test_adjective_and_capital_are_owners() -> None:
    page = annotated("The Libyan coast guard blamed the Tunis defence ministry.")
    assert mark(page, "The Libyan coast guard").attributes["owner"] == mark(page, "Libyan").id
    assert mark(page, "the Tunis defence ministry").attributes["role"] == "mod"


def test_owner_after_of() -> None:
    page = annotated("The Ministry of Defence of Niger said nothing.")
    assert mark(page, "Ministry of Defence").attributes["owner"] == mark(page, "Niger").id


def test_apposition_is_tied_to_its_name() -> None:
    page = annotated("Ravi Kumar, a spokesman for the Indian army, told reporters so.")
    assert mark(page, "spokesman").attributes["same_as"] == mark(page, "Ravi Kumar").id


def test_pronoun_owner() -> None:
    page = annotated("Macron spoke. His office said more.")
    assert mark(page, "His office").attributes["owner"] == mark(page, "His").id


def test_qualifying_noun_is_no_mention() -> None:
    page = annotated("They shelled an army base.")
    assert all(m.head.quote != "army" for m in page.annotations)


def test_verbs_are_no_roles() -> None:
    page = annotated("They force him to head north.")
    assert all(m.kind != "description" or m.head.quote not in {"force", "head"} for m in page.annotations)


def test_pronoun_sorts() -> None:
    page = annotated("She told them that he, who had left, lost its map.")
    sorts = {m.span.quote: m.attributes["sort"] for m in page.annotations if m.kind == "pronoun"}
    assert sorts == {"She": "f", "them": "p", "he": "m", "who": "r", "its": "n"}


def test_a_clause_after_a_comma_is_no_apposition() -> None:
    page = annotated("According to Mirziyoyev, Tajik forces crossed the line, and the president ordered a halt.")
    assert mark(page, "Tajik forces").attributes["same_as"] is None
    assert mark(page, "president").attributes["same_as"] is None


def test_a_day_before_a_title_is_no_part_of_it() -> None:
    page = annotated("In the evening Prime Minister Sheikh Hasina spoke.")
    assert mark(page, "Prime Minister").span.quote == "Prime Minister"


def test_a_rank_stands_between_an_office_and_its_holder() -> None:
    page = annotated("On X, IDF spokesperson Lt. Col. Nadav Roe said so.")
    assert mark(page, "Nadav Roe").attributes["title"] == "spokesperson"
    page = annotated("Kenyan army spokesman Lieutenant Colonel Guy Roe said so.")
    assert mark(page, "Guy Roe").attributes["title"] == "spokesperson"


def test_a_name_after_two_phrases_is_that_of_the_nearer() -> None:
    page = annotated("A spokesman for the LNA's commander, Karim Roe, did not answer.")
    assert mark(page, "spokesman").attributes["same_as"] is None
    assert mark(page, "commander").attributes["same_as"] == mark(page, "Karim Roe").id


def test_the_head_of_a_ministry_of_several_things_is_one() -> None:
    page = annotated("The Ministry of Emergency Situations said so.")
    assert mark(page, "Ministry of Emergency Situations").attributes["plural"] is False


def test_a_title_reaches_its_holder_over_whose_it_is() -> None:
    page = annotated("The head of the Kharkiv Regional Military Administration (OVA) Oleh Roe said so.")
    assert mark(page, "Oleh Roe").attributes["title"] == "leader"
    page = annotated("The army of Chad Idriss Roe's father built fell apart.")
    assert mark(page, "army").attributes["same_as"] is None


def test_a_title_reaches_its_holder_over_what_he_is_charged_with() -> None:
    page = annotated("UN High Commissioner for Human Rights Jane Roe said so.")
    assert mark(page, "Jane Roe").attributes["title"] == "leader"
    page = annotated("The prime minister told the envoy on Tuesday Karim Roe must leave.")
    assert "title" not in mark(page, "Karim Roe").attributes


def test_the_united_states_are_no_pronoun() -> None:
    page = annotated("Both the UN and the US urged us to leave.")
    assert [m.span.quote for m in page.annotations if m.kind == "pronoun"] == ["us"]


def test_a_title_reaches_over_the_kind_of_area() -> None:
    page = annotated("The governor of Jonglei region Ann Lee said that a drone hit a bus.")
    name = next(mark for mark in page.annotations if mark.span.quote == "Ann Lee")
    assert name.attributes["title"] == "governor"
