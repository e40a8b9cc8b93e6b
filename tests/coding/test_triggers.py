from __future__ import annotations

import pytest

from tests.coding.conftest import Coder
from tests.coding.said import at, types


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Rebels opened fire on a patrol near Goma.", "firing"),
        ("Sudanese jets bombed the market in Nyala.", "airstrike"),
        ("Ukrainian drones hit an oil depot in Samara.", "drone_strike"),
        ("Artillery shells fell on the village of Chasiv Yar.", "shelling"),
        ("The two armies exchanged fire across the Line of Control.", "exchange_of_fire"),
        ("Ethiopian troops seized control of the town of Shire.", "territory_taken"),
        ("The army set up an observation post on the ridge.", "taking_positions"),
        ("Russia cut off gas supplies to Moldova.", "utility_cut"),
        ("The two sides exchanged 40 prisoners.", "prisoner_exchange"),
        ("Dockers in Haifa went on strike.", "labour_strike"),
        ("Kenya's parliament ratified the treaty.", "agreement_signed"),
        ("Police fired tear gas at protesters in Nairobi.", "crowd_control"),
        ("The court sentenced the journalist to six years in prison.", "conviction"),
        ("Israel summoned the Irish ambassador.", "summons"),
        ("A state of emergency was declared in Port Sudan.", "martial_law"),
        ("India expelled two Canadian diplomats.", "expulsion"),
        ("The presidents of Kosovo and Serbia spoke by phone.", "phone_call"),
        ("They were displaced in a war that killed thousands.", "war"),
        ("A first war in the 1990s drove them out.", "war"),
    ],
)
def test_the_dictionary_finds_verbs_nouns_and_phrases(coded: Coder, text: str, type_: str) -> None:
    assert type_ in types(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "The two companies struck a deal on Monday.",
        "The president fired his interior minister.",
        "The storm hit the coast and killed nine people.",
        "She took part in a marathon.",
        "The bank raised interest rates.",
        "Heavy rain fell on the capital.",
    ],
)
def test_look_alikes_are_no_violence(coded: Coder, text: str) -> None:
    assert not [e for e in coded(text) if e.plover.type in ("ASSAULT", "MOBILIZE", "COERCE")]


def test_what_a_verb_takes_in_is_not_found_again(coded: Coder) -> None:
    events = coded("Yemen and Saudi Arabia signed an agreement in Muscat.")
    assert types(events) == {"agreement_signed"}


def test_a_hyphenated_word_is_one_word(coded: Coder) -> None:
    events = coded("A cease-fire took effect in Gaza at dawn.")
    assert "firing" not in types(events)
    assert "ceasefire" in types(events)


def test_a_rule_names_its_dictionary_entry(coded: Coder) -> None:
    event = at(coded("Rebels ambushed a convoy near Bunia."), "ambushed")
    assert event.rule.startswith("triggers.csv:ambush")
    assert event.features["entry"] >= 0


def test_a_war_that_a_later_clause_ends_still_reports(coded: Coder) -> None:
    text = "Chad took the strip in a war that killed thousands before a truce made by Sudan to stop fighting in May."
    assert "war" in types(coded(text))


def test_sabotage_is_no_bombing_and_calming_no_withdrawal(coded: Coder) -> None:
    assert types(coded("The ministry reported a sabotage on the railway near Abeche.")) == {"sabotage"}
    assert "withdrawal" not in types(coded("France urged both to show restraint in de-escalating the situation."))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Shells struck the market in Nyala.", "Shells struck"),
        ("The army carried out several air strikes on Aden.", "carried out several air strikes"),
        ("On Friday a deal had been reached with Muscat.", "deal had been reached"),
        ("The police arrested two students in Gao.", "arrested"),
    ],
)
def test_the_words_that_evoke_an_event_together_are_its_trigger(coded: Coder, text: str, quote: str) -> None:
    assert quote in {event.trigger.quote for event in coded(text)}


def test_a_place_that_the_gazetteer_knows_is_one_whatever_the_parser_takes_it_for(coded: Coder) -> None:
    events = coded("Myanmar's junta declared martial law after losing Lashio to rebels.")
    assert "territory_taken" in types(events)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Fighting raged near the villages.", "clash"),
        ("The envoy accused Chad of arresting at least 230 civilians.", "arrest"),
        ("Rebels showered the town with rockets.", "shelling"),
        ("Germany will send Ukraine a third Patriot battery.", "military_aid"),
        ("Washington lifted a bounty on the leader of the group.", "sanctions_eased"),
        ("Rwanda denies backing rebels in the east.", "military_aid"),
        ("The two factions accepted a truce on Monday.", "agreement"),
        ("Critics of the pact stormed parliament.", "riot"),
        ("The king was recognised as part of the family.", None),
        ("He served as prime minister.", None),
    ],
)
def test_what_a_word_evokes_depends_on_what_stands_beside_it(coded: Coder, text: str, type_: str | None) -> None:
    found = types(coded(text))
    assert type_ in found if type_ else not found & {"recognition", "mediation"}


@pytest.mark.parametrize(
    ("text", "type_", "factuality"),
    [
        ("A Philippine supply ship intruded into waters near the reef, China said.", "incursion", "certain+"),
        ("Chinese vessels rammed two boats near the shoal.", "ramming", "certain+"),
        ("New Delhi denied having fired artillery.", "dismissal", None),
        ("Kinshasa accused Rwanda of sending troops across the border.", "incursion", "certain+"),
        ("The army denied that the city had fallen to the rebels.", "territory_taken", "certain-"),
    ],
)
def test_deeds_at_sea_and_at_borders_are_told_from_their_look_alikes(
    coded: Coder, text: str, type_: str, factuality: str | None
) -> None:
    found = {event.type: event.factuality for event in coded(text)}
    assert found.get(type_) == factuality


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("The Galaxy, a ship that the Houthis seized in November, lies in Hodeidah.", "seized", "seizure"),
        ("Sailors were picked up by a passing ship.", "picked", "evacuation"),
        ("The envoys attended the meeting in Putrajaya.", "attended", "talks"),
        ("The mission urged the Houthis to stop attacks on shipping.", "stop", "end_of_fighting"),
        ("Eleven rangers embraced martyrdom.", "embraced", "killing"),
        ("The brigade lost 35 personnel at the pass.", "lost", "killing"),
        ("It announced the targeting of the ship Ocean Star.", "targeting", "attack"),
        ("He announced the delivery of 200 tonnes of food.", "delivery", "humanitarian_aid"),
        ("The tanker had violated the embargo on Sudan.", "violated", "rejection"),
        ("Chad has not declared war on Sudan.", "declared", "war"),
        ("Soldiers seized power in Gabon.", "seized", "coup"),
        ("Doctors Without Borders suspended its work in the town.", "suspended", "aid_cut"),
        ("The army dissolved the Senate.", "dissolved", "restriction"),
        ("The minister vowed to hunt down those responsible.", "vowed", "threat_of_force"),
        ("The foreign ministry lodged a complaint with the UN.", "complaint", "complaint"),
        ("Three farmers were wounded.", "wounded", "wounding"),
        ("Guards beheaded two men.", "beheaded", "killing"),
        ("Thirty fighters burned their weapons.", "burned", "disarmament"),
        ("The dispute had been settled.", "settled", "agreement"),
        ("Russia will supply Mali with weapons.", "supply", "military_aid"),
        ("The government promised an investigation.", "promised", "promise"),
    ],
)
def test_a_word_is_told_by_what_stands_beside_it(coded: Coder, text: str, word: str, type_: str) -> None:
    assert at(coded(text), word).type == type_


@pytest.mark.parametrize(
    "text",
    [
        "Both parties are looking for a quick way out.",
        "The vessel is on fire.",
        "The mines are remnants of its civil war.",
        "The head of military operations retired.",
        "The bodies of two women lay there, surrounded by men in uniform shirts.",
        "They toured Pakistan-occupied Kashmir.",
        "The minister gave a robust reply.",
    ],
)
def test_such_words_tell_no_deed(coded: Coder, text: str) -> None:
    assert {event.type for event in coded(text)} <= {"killing", "visit"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("He said his side had expelled the Philippine vessels.", "movement_restricted"),
        ("The boats forced their way into Chinese waters.", "incursion"),
        ("Two Chinese vessels chased a patrol boat.", "provocation"),
        ("Attackers burst into the church.", "attack"),
        ("The attackers hacked two guards to death.", "killing"),
        ("One child is said to have starved to death.", "killing"),
        ("A sailor lost a thumb.", "wounding"),
        ("Manila resupplies its outpost there.", "aid"),
        ("The police used explosive drones against the gangs.", "drone_strike"),
        ("The groups warned of a mass agitation.", "protest"),
    ],
)
def test_deeds_at_sea_and_by_gangs_are_known(coded: Coder, text: str, type_: str) -> None:
    assert type_ in types(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "An umbrella body of clan groups met in Doha.",
        "Men armed with rifles stood at the gate.",
        "Worshippers kept a night vigil in the church.",
    ],
)
def test_bodies_arms_and_vigils_are_not_always_deeds(coded: Coder, text: str) -> None:
    assert not types(coded(text)) & {"killing", "mobilisation", "protest"}


@pytest.mark.parametrize(
    ("text", "type_", "other"),
    [
        ("The defence ministry accused Chad of arming rebels.", "accusation", "prosecution"),
        ("Police arrested two men, seizing uniforms and six grenade launchers.", "seizure", "territory_taken"),
        ("Rebels took 5,000 litres of fuel from a warehouse.", "looting", "territory_taken"),
        ("The government had observed the truce.", "ceasefire", "peacekeeping"),
        ("The force has sent troops to guard the canal.", "deployment", "aid"),
        ("Chad demands that those responsible be brought to justice.", "request", "deployment"),
    ],
)
def test_a_word_with_two_senses_is_told_by_what_it_is_done_to(coded: Coder, text: str, type_: str, other: str) -> None:
    found = types(coded(text))
    assert any(one.startswith(type_) for one in found)
    assert other not in found


def test_a_hospital_that_receives_the_wounded_hosts_nobody(coded: Coder) -> None:
    assert "hosting" not in types(coded("A clinic in Bukavu had received 40 wounded."))


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ('"We hold President Tebboune responsible for it," the minister said.', "hold", "accusation"),
        ("Hamas held Israel responsible for the delay.", "held", "accusation"),
        ("Brazil urged Caracas to respect the declaration.", "urged", "urge_compliance"),
        ("The ministry sent the envoy a note of protest.", "note of protest", "complaint"),
    ],
)
def test_charges_and_notes_are_words_not_deeds(coded: Coder, text: str, word: str, type_: str) -> None:
    assert at(coded(text), word).type == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Aid trucks were held up at the crossing by customs officers.", "movement_restricted"),
        ("The army flew 300 soldiers to Abeche.", "deployment"),
        ("Thousands of people crossed the border into Chad.", "displacement"),
        ("The president declared a state of internal commotion.", "martial_law"),
        ("Prosecutors reissued arrest warrants for 31 leaders.", "arrest"),
    ],
)
def test_people_trucks_and_warrants_are_moved_and_held(coded: Coder, text: str, type_: str) -> None:
    assert type_ in types(coded(text))
