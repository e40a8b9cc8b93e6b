"""Descriptions stand for bodies, forces, people or words of their owner."""

from __future__ import annotations

from standoff.grounding.parties.resolve import ground_parties
from tests.pages import annotated, codebook, grounded, laid_out, parties, principal


def test_diplomacy_is_the_foreign_ministry() -> None:
    page = grounded("Russian diplomacy expressed concern.")
    assert parties(page, "Russian diplomacy") == ["Ministry of Foreign Affairs of Russia"]


def test_troops_are_the_armed_forces() -> None:
    page = grounded("Ethiopian soldiers crossed the river.")
    assert parties(page, "Ethiopian soldiers") == ["Ethiopian National Defense Force"]
    assert principal(page, "Ethiopian soldiers") == "Ethiopia"


def test_fighters_of_a_group_are_the_group() -> None:
    assert parties(grounded("Hezbollah fighters withdrew."), "Hezbollah fighters") == ["Hezbollah"]


def test_officials_speak_for_their_state_but_protesters_for_themselves() -> None:
    page = grounded("Iranian officials denied it. Iranian protesters did not.")
    assert principal(page, "Iranian officials") == "Iran"
    assert principal(page, "Iranian protesters") is None


def test_the_side_is_the_state() -> None:
    assert parties(grounded("The Tajik side opened fire."), "The Tajik side") == ["Tajikistan"]


def test_a_statement_holds_its_issuers_words() -> None:
    page = grounded("A statement from the Syrian Ministry of Defence said so.")
    assert parties(page, "A statement from the Syrian Ministry of Defence") == ["Ministry of Defence of Syria"]


def test_a_rebel_group_by_name_is_that_group() -> None:
    assert parties(grounded("The M23 rebel group denied it."), "The M23 rebel group") == ["M23"]


def test_a_junta_is_no_body_called_otherwise() -> None:
    page = grounded("Myanmar's junta fired. A shadow administration of exiled judges objected. The junta was silent.")
    assert parties(page, "The junta") == parties(page, "Myanmar's junta")


def test_who_leads_a_force_does_not_own_it() -> None:
    assert principal(grounded("The Kurdish-led force fired back."), "The Kurdish-led force") is None


def test_the_police_are_one_body() -> None:
    assert parties(grounded("Kenya is calm. Police said so."), "Police") == ["Police of Kenya"]


def test_a_body_of_nobody_named_is_that_of_the_dateline_s_state() -> None:
    text = "ISLAMABAD, May 4 (APP) - The military rejected Indian claims. Pakistan was not warned, it said."
    page = laid_out(text)
    assert parties(page, "The military") == ["Pakistan Armed Forces"]


def test_the_health_ministry_of_who_runs_an_enclave_is_the_enclave_s() -> None:
    page = grounded("Israel denied it. The Hamas-run enclave's health ministry counted 40 dead.")
    assert parties(page, "The Hamas-run enclave's health ministry") == ["Gaza Ministry of Health"]


def test_another_official_is_of_whom_the_last_was() -> None:
    page = grounded("A Kenyan official denied it. Moldova was silent. A second official said the same.")
    assert principal(page, "A second official") == "Kenya"


def test_the_de_facto_authorities_are_those_of_an_unrecognised_state() -> None:
    page = grounded("Troops of Georgia fired near Abkhazia. Georgia denied it. The de facto authorities complained.")
    assert principal(page, "The de facto authorities") == "Abkhazia"


def test_the_peacekeepers_are_the_mission_named_last() -> None:
    page = grounded("UNIFIL reported shelling near the wall. The peacekeepers took cover.")
    assert parties(page, "The peacekeepers") == ["UNIFIL"]


def test_the_military_is_the_only_army_told_of() -> None:
    page = grounded(
        "The Israeli army posted a map. The Lebanese agency reported raids. The military said it hit a depot."
    )
    assert principal(page, "The military") == "Israel"


def test_a_command_after_a_group_is_its_own() -> None:
    page = grounded(
        "Libyans fled. A Libyan National Army officer said battalions had moved. The general command denied it."
    )
    assert principal(page, "The general command") == "Libyan National Army"


def test_chiefs_of_staff_are_one_body() -> None:
    page = grounded("South Korea is on alert. The Joint Chiefs of Staff said nothing had moved.")
    assert principal(page, "The Joint Chiefs of Staff") == "South Korea"


def test_a_fighter_who_speaks_is_somebody() -> None:
    page = grounded(
        "Rebels hold the town. A fighter said by telephone that it was quiet. He said six soldiers had died."
    )
    assert parties(page, "He") == ["fighter"]


def test_the_force_is_the_one_named_last() -> None:
    page = grounded("Villagers said the Assam Rifles stood by. The paramilitary force rejected this.")
    assert parties(page, "The paramilitary force") == ["Assam Rifles"]


def test_the_office_is_the_one_named_before() -> None:
    page = grounded(
        "The Office of the High Commissioner heard survivors. Rebels denied it. The Office regrets the delay."
    )
    assert parties(page, "The Office") == ["Office of the High Commissioner"]


def test_ministers_of_two_states_are_two() -> None:
    page = grounded("The defence ministers of Thailand and Cambodia said it was over.", "2015-05-05")
    assert parties(page, "The defence ministers of Thailand") == ["Prawit Wongsuwan", "Tea Banh"]


def test_a_force_of_somebody_unknown_is_no_other() -> None:
    page = grounded("The FARDC withdrew. The East African force took the base.")
    assert parties(page, "The East African force") == ["East African force"]


def test_local_officials_are_of_the_state_around() -> None:
    page = grounded("Haiti burns. Gunmen came to Haiti's hills, local officials said.")
    assert principal(page, "local officials") == "Haiti"


def test_a_ministry_in_quotation_marks_is_that_of_whom_it_names() -> None:
    page = grounded('The "foreign ministry" of Transnistria protested. Moldova shrugged.')
    assert parties(page, 'The "foreign ministry" of Transnistria') == ["Ministry of Foreign Affairs of Transnistria"]


def test_the_federal_government_is_not_that_of_the_region() -> None:
    page = grounded("Fighting went on in Tigray. Tigray wept. The federal government said that it was calm.")
    assert principal(page, "The federal government") == "Ethiopia"


def test_the_ministry_of_a_ministry_s_own_page_is_itself() -> None:
    text = "Azerbaijan fired. Azerbaijan advanced. The Ministry of Defence demands that it leave."
    page = annotated(text).written_by(codebook().parties.ref("ARM/mod"))
    assert principal(page.marked(groundings=ground_parties(page, codebook())), "The Ministry of Defence") == "Armenia"
