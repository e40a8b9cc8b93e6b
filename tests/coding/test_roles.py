from __future__ import annotations

import pytest

from tests.coding.conftest import Coder
from tests.coding.said import at, names, who


def test_a_passive_gives_the_actor_after_by(coded: Coder) -> None:
    event = at(coded("Three Indian soldiers were killed by Pakistani troops."), "killed")
    assert who(event) == {"PAK"}
    assert who(event, "recipient") == {"IND"}


def test_troops_are_a_party_of_their_state(coded: Coder) -> None:
    event = at(coded("Rwandan troops entered Goma on Tuesday."), "entered")
    assert [(ref.state, ref.kind) for ref in event.parties("actor")] == [("RWA", "armed_force")]


def test_a_noun_takes_actor_and_recipient_from_by_and_of(coded: Coder) -> None:
    event = at(coded("The shelling of Ukrainian positions by Russian forces went on."), "shelling")
    assert who(event) == {"RUS"}
    assert who(event, "recipient") == {"UKR"}


def test_a_possessor_acts(coded: Coder) -> None:
    assert who(at(coded("Eritrea's withdrawal from Tigray began on Monday."), "withdrawal")) == {"ERI"}


def test_a_light_verb_gives_its_subject_to_its_noun(coded: Coder) -> None:
    strike = at(coded("Turkish jets carried out an airstrike on Kurdish positions in Iraq."), "airstrike")
    assert who(strike) == {"TUR"}


def test_who_comes_under_fire_undergoes_it(coded: Coder) -> None:
    event = at(coded("Ukrainian troops came under fire near Bakhmut."), "under fire")
    assert who(event, "recipient") == {"UKR"}
    assert not who(event)


def test_control_carries_the_subject_down(coded: Coder) -> None:
    event = at(coded("Israel began shelling villages in Lebanon."), "shelling")
    assert who(event) == {"ISR"}


def test_a_relative_clause_has_its_noun_as_subject(coded: Coder) -> None:
    event = at(coded("Sudanese soldiers who crossed the border were stopped."), "crossed")
    assert who(event) == {"SDN"}


def test_both_sides_of_a_meeting_are_actors(coded: Coder) -> None:
    event = at(coded("The foreign ministers of Greece and Turkey met in Athens."), "met")
    assert who(event) == {"GRC", "TUR"}


def test_two_nations_before_one_noun_are_two_parties(coded: Coder) -> None:
    event = at(coded("Armenian and Azerbaijani troops exchanged fire on Sunday."), "exchanged")
    assert who(event) == {"ARM", "AZE"}


def test_a_weapon_is_an_instrument_of_its_owner(coded: Coder) -> None:
    event = at(coded("Russian missiles hit a power plant in Kharkiv."), "hit")
    assert who(event) == {"RUS"}
    assert [a.span.quote for a in event.arguments if a.role == "instrument" and a.span] == ["missiles"]


def test_a_death_takes_the_actor_of_the_deed_it_follows(coded: Coder) -> None:
    event = at(coded("Israeli forces shelled the camp, killing nine people."), "killing")
    assert who(event) == {"ISR"}


def test_we_are_those_who_speak(coded: Coder) -> None:
    event = at(coded('"We shelled the ridge," a spokesman for the Indian army said.'), "shelled")
    assert "IND" in {ref.state for a in event.arguments for ref in (a.ref, a.principal) if hasattr(ref, "state")}


def test_unknown_groups_keep_their_words(coded: Coder) -> None:
    event = at(coded("Masked gunmen kidnapped four teachers in Zamfara."), "kidnapped")
    assert names(event) == {"Masked gunmen"}
    assert names(event, "recipient") == {"four teachers in Zamfara"}


def test_the_weapon_beside_a_death_gives_its_mode(coded: Coder) -> None:
    assert (
        at(coded("A mortar shell hit a school in Taiz, killing three pupils."), "killing").plover.mode
        == "heavy-weapons"
    )


def test_a_noun_that_counts_deeds_hands_on_who_did_them(coded: Coder) -> None:
    event = at(coded("Chad said Libyan forces had carried out 59 instances of shelling."), "shelling")
    assert who(event) == {"LBY"}


def test_all_who_fight_each_other_take_part(coded: Coder) -> None:
    events = coded("Clashes between Malian troops and Nigerien soldiers killed at least 12 soldiers.")
    assert {"MLI", "NER"} <= who(at(events, "Clashes"))


def test_whoever_lifts_its_own_blockade_does_it_to_no_one_else(coded: Coder) -> None:
    lifted = at(coded("The United Nations urged Israel to lift its blockade of Gaza."), "lift")
    assert lifted.parties("recipient") == ()


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("Sudanese posts came under fire overnight from Chadian forces.", "came under fire", {"TCD"}),
        ("The camp came under attack from Malian troops on Monday.", "came under attack", {"MLI"}),
        ("Armenian and Azerbaijani servicemen came to blows on Friday.", "came to blows", {"ARM", "AZE"}),
        ("A resident was wounded as a result of shelling by Ukrainian forces.", "shelling", {"UKR"}),
    ],
)
def test_who_did_it_follows_from_or_by_or_is_both(coded: Coder, text: str, word: str, actors: set[str]) -> None:
    assert who(at(coded(text), word)) == actors


def test_a_toll_is_not_of_those_who_tell_it(coded: Coder) -> None:
    assert who(at(coded("The Philippine National Police put the dead at 12."), "dead"), "recipient") == set()


def test_who_inflicts_losses_does_not_suffer_them(coded: Coder) -> None:
    inflicted = at(coded("The Chadian army inflicted heavy casualties on Sudanese forces."), "inflicted")
    assert (who(inflicted), who(inflicted, "recipient")) == ({"TCD"}, {"SDN"})


def test_a_medium_is_not_whom_something_is_asked_of(coded: Coder) -> None:
    asked = at(coded("The governor suggested on Telegram that residents stay at home."), "suggested")
    assert "Telegram" not in who(asked, "recipient")


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("Vietnam condemned China and asked it to leave the reef.", "asked", {"CHN"}),
        ("Kenya's president met Somalia's president and thanked him for the release.", "thanked", {"SOM"}),
        ("Chad urged calm and asked it to stay.", "asked", set()),
    ],
)
def test_a_pronoun_beside_its_verb_is_not_who_acts(coded: Coder, text: str, word: str, recipients: set[str]) -> None:
    assert who(at(coded(text), word), "recipient") <= recipients


def test_whom_a_pronoun_names_again_acts_once(coded: Coder) -> None:
    event = at(coded("Niger and Mali announced their withdrawal from the bloc."), "withdrawal")
    assert [ref.state for ref in event.parties("actor")] == ["NER", "MLI"]


def test_who_summons_an_envoy_to_protest_protests(coded: Coder) -> None:
    assert who(at(coded("Manila summoned the Chinese ambassador to protest the manoeuvres."), "protest")) == {"PHL"}


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("President Kagame spoke to Marco Rubio about a truce.", "spoke", {"Paul Kagame", "Marco Rubio"}),
        ("France is in contact with both Lebanon and Israel.", "contact", {"France", "Lebanon", "Israel"}),
        ("Macron spoke by phone with Erdogan and with Putin on Monday.", "spoke", {"Macron", "Erdogan", "Putin"}),
        ("Erdogan received a call from Macron on Monday.", "call", {"Erdogan", "Macron"}),
        ("In May the United States and Iran agreed to a truce brokered by Oman.", "truce", {"United States", "Iran"}),
    ],
)
def test_both_ends_of_a_contact_take_part(coded: Coder, text: str, word: str, actors: set[str]) -> None:
    told = {ref.name for ref in at(coded(text), word).parties("actor")}
    assert len(told) == len(actors)
    assert all(any(name.endswith(actor) for name in told) for actor in actors), told


def test_what_counts_out_a_party_is_no_other_party(coded: Coder) -> None:
    event = at(coded("None of the Pakistani jets crossed into Indian airspace."), "crossed")
    assert [ref.name for ref in event.parties("actor")] == ["Pakistan"]
    assert event.factuality == "certain-"


def test_a_number_acts_for_who_fired_what_it_counts(coded: Coder) -> None:
    event = at(coded("The Houthis fired five missiles, two of which hit the ship."), "hit")
    assert [ref.party for ref in event.parties("actor")] == ["houthis"]


def test_nobody_is_named_with_his_no(coded: Coder) -> None:
    event = at(coded("No Fulani was killed, the minister said."), "killed")
    assert (event.factuality, [ref.name for ref in event.parties("recipient")]) == ("certain-", ["Fulani"])


def test_who_did_what_is_condemned_is_condemned_not_whom_he_did_it_to(coded: Coder) -> None:
    events = coded("The arrest of two judges by Chadian police was criticised by France.")
    assert who(at(events, "criticised"), "recipient") == {"TCD"}
    assert not at(coded("The council condemns the killing of the miners."), "condemns").parties("recipient")


def test_names_tied_by_a_hyphen_are_two_sides(coded: Coder) -> None:
    assert who(at(coded("The India-Pakistan clashes lasted four days."), "clashes")) == {"IND", "PAK"}


def test_what_follows_at_is_where_if_the_deed_has_its_object(coded: Coder) -> None:
    event = at(coded("Kuki militants attacked a relief camp at Borobekra."), "attacked")
    assert not event.parties("recipient")
    assert [r.name for r in at(coded("Soldiers fired on migrants at Elias Pina."), "fired").parties("recipient")] == [
        "migrants"
    ]


def test_who_fired_while_somebody_died_killed_him(coded: Coder) -> None:
    text = "A mob ransacked a house and a protester was killed when Chadian soldiers opened fire to disperse the crowd."
    assert who(at(coded(text), "killed")) == {"TCD"}


def test_an_adjective_of_two_states_names_both(coded: Coder) -> None:
    assert who(at(coded("Saudi-Emirati forces shelled Aden."), "shelled")) == {"SAU", "ARE"}


def test_who_died_along_with_others_was_not_killed_by_them(coded: Coder) -> None:
    assert not at(
        coded("Two officers were killed in fighting Tuesday along with five other servicemen."), "killed"
    ).parties("actor")


def test_who_tells_is_not_listed_with_what_was_burned(coded: Coder) -> None:
    text = "Rebels raided the village, shooting residents and burning twenty houses, witnesses and an official said."
    assert not at(coded(text), "burning").parties("recipient")
