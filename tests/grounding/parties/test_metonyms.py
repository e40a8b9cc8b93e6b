"""Names of states and groups are told from places, abbreviations help."""

from __future__ import annotations

import pytest

from tests.pages import grounded, parties, principal


@pytest.mark.parametrize("text", ["Ankara denied it.", "Talks with Ankara failed.", "Ankara's answer came late."])
def test_capital_as_government(text: str) -> None:
    assert parties(grounded(text), "Ankara") == ["Turkey"]


@pytest.mark.parametrize("text", ["They met in Ankara.", "The train from Ankara was late."])
def test_capital_as_place(text: str) -> None:
    assert parties(grounded(text), "Ankara") == []


def test_abbreviation_in_brackets_tells_the_party() -> None:
    page = grounded("The World Refugee Office (UNHCR) sent tents.")
    found = [ref.name for m in page.annotations if m.kind == "name" for ref in page.parties_of(m)]
    assert found[0] == "UN High Commissioner for Refugees (UNHCR)"


def test_peoples_are_no_states() -> None:
    page = grounded("Armenians and Turks signed the letter.")
    assert [ref.kind for m in page.annotations for ref in page.parties_of(m)][:2] == ["group", "group"]


def test_unknown_organisation_is_of_this_text_alone() -> None:
    page = grounded("The Blue River Relief Society said so.")
    refs = [ref for m in page.annotations for ref in page.parties_of(m)]
    assert refs
    assert all(ref.party is None for ref in refs)


def test_a_capital_before_a_colon_speaks() -> None:
    page = grounded("Tbilisi: troops killed a citizen near the line.")
    assert parties(page, "Tbilisi") == ["Georgia"]


def test_a_point_of_the_compass_is_half_of_a_divided_land() -> None:
    page = grounded("North Korean troops crossed the border. The South's defence minister said so.")
    assert parties(page, "South") == ["South Korea"]


def test_a_body_called_by_one_word_is_the_one_named_in_full() -> None:
    page = grounded('The Bureau for Reintegration Policies of the Republic of Moldova said no. "No," the Bureau said.')
    assert parties(page, "Bureau") == ["Bureau for Reintegration Policies of the Republic of Moldova"]


def test_a_handle_is_the_name_it_runs_together() -> None:
    page = grounded("@NUGMyanmar says it will bring them to justice. @CENTCOM denied it.")
    assert parties(page, "@NUGMyanmar") == ["National Unity Government of Myanmar"]
    assert parties(page, "@CENTCOM") == ["United States Central Command"]


@pytest.mark.parametrize(("capital", "state"), [("Santo Domingo", "DOM"), ("Roseau", "DMA")])
def test_of_several_senses_the_one_is_meant_whose_state_the_text_names(capital: str, state: str) -> None:
    page = grounded(f"The Dominican president spoke in {capital}.")
    assert [
        ref.party for mark in page.annotations if mark.span.quote == "Dominican" for ref in page.parties_of(mark)
    ] == [state]


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("In Sudan the RSF shelled Khartoum again.", "RSF", "Rapid Support Forces"),
        ("The RSF counted four reporters in prison.", "RSF", "Reporters Without Borders"),
        ("In Somalia the SNA and its allies took Adale.", "SNA", "Somali National Army"),
        ("In northern Syria the SNA shelled Manbij.", "SNA", "Syrian National Army"),
        ("In Myanmar the AA took Ann while Turkey sent aid to Myanmar.", "AA", "Arakan Army"),
    ],
)
def test_an_abbreviation_means_whom_the_text_is_about(text: str, short: str, name: str) -> None:
    assert parties(grounded(text), short) == [name]


def test_an_abbreviation_of_several_states_means_nobody_without_one() -> None:
    page = grounded("The SNA took the hill.")
    assert all(ref.party is None for mark in page.annotations for ref in page.parties_of(mark))


def test_brussels_stands_for_the_union_where_it_speaks() -> None:
    page = grounded("Brussels rejects the charge. A summit opened in Brussels.")
    assert parties(page, "Brussels") == ["European Union"]
    assert parties(page, "Brussels", 1) == []


def test_what_is_a_group_s_own_speaks_for_it() -> None:
    page = grounded("The ELN fights on. In a note its North-Eastern War Front claimed that the dead were fighters.")
    front = next(mark for mark in page.annotations if mark.span.quote.endswith("War Front") and mark.kind == "name")
    tie = page.party_grounding(front)
    assert tie is not None
    assert tie.principal is not None
    assert tie.principal.party == "eln"


def test_letters_of_an_agency_are_the_army_s_where_it_is_at_home() -> None:
    page = grounded("Manila is calm. The Philippines sent troops to Sulu. The AFP said there was no movement.")
    assert parties(page, "AFP") == ["Armed Forces of the Philippines"]
    assert parties(grounded("AFP said that Congo was calm."), "AFP") == ["Agence France-Presse"]


def test_initials_in_brackets_tell_a_name_cut_short() -> None:
    page = grounded("The UN Interim Security Force for Abyei (UNISFA) says its helicopter was fired on.")
    assert any(ref.party == "unisfa" for mark in page.annotations for ref in page.parties_of(mark))


def test_names_that_a_stroke_joins_are_the_first_known_one() -> None:
    assert parties(grounded("M23/Wazabe denied it on Monday."), "M23/Wazabe") == parties(
        grounded("M23 denied it."), "M23"
    )


def test_a_body_as_only_a_state_has_it_is_of_the_state_told_of() -> None:
    page = grounded("Cyprus saved water. Cyprus prayed. The Electricity Authority denied that it had cut the supply.")
    assert principal(page, "Electricity Authority") == "Cyprus"


def test_a_word_for_an_outlet_is_no_part_of_its_name() -> None:
    assert principal(grounded("The al-Masirah TV reported nine dead."), "al-Masirah TV") == "Houthis"
