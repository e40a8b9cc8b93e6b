from __future__ import annotations

import pytest

from standoff.coding.weighing import REPORTED
from tests.coding.conftest import Coder
from tests.coding.said import types

_DEEDS = {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION", "AGREE"}


@pytest.mark.parametrize(
    "text",
    [
        "The striker was shot through with pain after the tackle and left the pitch.",
        "The champions will defend their title against Spain on Sunday.",
        "Kenya's runners dominated the race and broke the record.",
        "The team released its captain after he rejected a new contract.",
        "The coach fired a broadside at the referees after the defeat.",
        "The bank launched a website and an app for farmers.",
        "The two companies struck a deal worth two billion dollars.",
        "The airline said a price war had hit its profits.",
        "The retailer was forced to withdraw the product from its shelves.",
        "Oil prices exploded after the announcement.",
        "The new film bombed at the box office.",
        "The singer exploded onto the scene with a killer album.",
        "The bill was killed in committee by a single vote.",
        "Lawmakers shot down the proposal and killed the amendment.",
        "The minister came under fire for his remarks on pensions.",
        "The opposition stormed out of the debate.",
        "The government declared war on corruption.",
        "The campaign to wipe out polio has suffered a setback.",
        "Doctors are fighting malaria on several fronts.",
        "The flood destroyed two hundred houses and killed nine people.",
        "Lightning killed two farmers near Dodoma.",
        "Firefighters battled a blaze in the hills above Izmir.",
        "The photographer shot the wedding in Petra.",
        "Fans stormed the pitch after the final whistle.",
        "He captured the mood of the nation.",
        "Surgeons carried out an operation on the boy's heart.",
        "The city is bombarded with advertising.",
        "A shell of a building stands at the corner.",
        "The wheat harvest was hit by drought.",
        "Thanks be to God, he said.",
        "The spokesman did not respond to calls.",
        "She took in the view from the ridge.",
        "The bank raided its reserves to pay the dividend.",
        "The chef executed the dish perfectly.",
    ],
)
def test_sport_markets_and_idioms_are_no_deeds(coded: Coder, text: str) -> None:
    told = [event for event in coded(text) if event.plover.type in _DEEDS and event.score >= REPORTED]
    assert not told


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The venue of the peace talks has been redecorated.", "talks"),
        ("The play about the invasion opened in Warsaw.", "invasion"),
        ("An attack helicopter was on display at the air show.", "attack"),
        ("A prisoner exchange commission was set up in 2015.", "prisoner_exchange"),
        ("The peace agreement's anniversary was marked with a concert.", "agreement"),
        ("The museum reopened after two years.", "access_granted"),
        ("The two men fought hand to hand near Gao.", "handover_of_territory"),
        ("Rebels marched on the city of Goma.", "protest"),
        ("Thousands of troops marched on Khartoum.", "protest"),
        ("Captain Traore took power in a coup.", "asylum"),
        ("The army has not lost Masisi.", "killing"),
        ("Ukraine's Joint Forces Operation said it was calm.", "attack"),
    ],
)
def test_what_only_looks_like_a_happening_is_none(coded: Coder, text: str, type_: str) -> None:
    assert type_ not in types(coded(text))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The two men fought hand to hand near Gao.", "clash"),
        ("The councillors came to blows over the road.", "beating"),
        ("Rebels marched on the city of Goma.", "advance"),
        ("A bus hit a mine near Gao.", "mine_explosion"),
        ("Thirty armed men stormed the village at dawn.", "attack"),
        ("Three aid trucks were looted by unidentified armed men.", "looting"),
        ("India has put the Indus Waters Treaty in abeyance.", "agreement_broken"),
        ("Ethiopian troops had entered Adigrat on Friday.", "incursion"),
        ("He accused the government of attacking Tigray.", "attack"),
        ("Two people were wounded on Friday by Azerbaijani shelling.", "wounding"),
        ("Canada asked the mission to investigate.", "demand_investigation"),
        ("Two bombs hit Yala on Monday.", "bombing"),
        ("Baghdad condemned what it called repeated violations.", "condemnation"),
        ("A resident was detained by border guards.", "arrest"),
        ("Families are waiting to cross into Bangladesh.", "displacement"),
        ("Two Sudanese battalions had crossed back into the country.", "withdrawal"),
        ("The blast left several soldiers with minor injuries.", "wounding"),
        ("The general said that 36 attackers had been neutralised.", "killing"),
        ("Chad demanded the return of its captured pilots.", "release"),
        ("Kenya's army responded with artillery fire.", "attack"),
        ("A convoy of flour got through on Sunday.", "humanitarian_aid"),
        ("The army fought rebels as fans watched a match in Gao.", "clash"),
    ],
)
def test_what_looks_like_another_happening_is_its_own(coded: Coder, text: str, type_: str) -> None:
    assert type_ in types(coded(text))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The two navies carried out joint patrols off the coast.", "abduction"),
        ("The sides demonstrated a genuine commitment to peace.", "protest"),
        ("He was accused of facilitating terrorism.", "mediation"),
        ("Turning to Haiti, the spokesman said that schools were closed.", "appeal_for_help"),
        ("The Minister of Cooperation arrived in Paris.", "cooperation"),
        ("Landlocked Ethiopia's access to the Red Sea is a matter of debate.", "access_granted"),
        ("The council has assumed its responsibilities.", "confirmation"),
        ("Israel had targeted his staff.", "sanctions"),
        ("He spoke to world leaders in Geneva.", "refusal_to_talk"),
    ],
)
def test_what_is_said_in_the_same_words_of_something_else_is_not_that(coded: Coder, text: str, type_: str) -> None:
    assert type_ not in types(coded(text))


def test_a_heading_that_names_a_topic_tells_nothing(coded: Coder) -> None:
    assert not coded("Humanitarian access")
