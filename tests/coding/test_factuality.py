from __future__ import annotations

import pytest

from tests.coding.conftest import Coder
from tests.coding.said import at


@pytest.mark.parametrize(
    ("text", "word", "factuality", "frame"),
    [
        ("Rebels attacked the base.", "attacked", "certain+", "actual"),
        ("Rebels did not attack the base.", "attack", "certain-", "actual"),
        ("Rebels will attack the base.", "attack", "probable+", "planned"),
        ("Rebels may attack the base.", "attack", "possible+", "hypothetical"),
        ("Rebels may have attacked the base.", "attacked", "possible+", "actual"),
        ("Rebels reportedly attacked the base.", "attacked", "probable+", "actual"),
        ("Rebels allegedly attacked the base.", "attacked", "possible+", "actual"),
        ("If rebels attack the base, the army will respond.", "attack", "unknown", "hypothetical"),
        ("The army prevented rebels from attacking the base.", "attacking", "certain-", "actual"),
        ("The army refused to withdraw from the town.", "withdraw", "certain-", "actual"),
        ("The army plans to withdraw from the town.", "withdraw", "probable+", "planned"),
        ("The president wants the army to withdraw from the town.", "withdraw", "unknown", "hypothetical"),
        ("Nobody shelled the village.", "shelled", "certain-", "actual"),
        ("Chad denied that its troops had shelled the village.", "shelled", "certain-", "actual"),
        ("The minister did not say that rebels attacked the base.", "attacked", "unknown", "actual"),
        ("Officials warned of an attack by rebels.", "attack", "unknown", "hypothetical"),
    ],
)
def test_words_around_a_trigger_tell_how_sure_and_how_real_it_is(
    coded: Coder, text: str, word: str, factuality: str, frame: str
) -> None:
    event = at(coded(text), word)
    assert (event.factuality, event.frame) == (factuality, frame)


def test_what_is_denied_first_does_not_deny_what_follows(coded: Coder) -> None:
    events = coded("Mali's army did not flee and captured the camp.")
    assert at(events, "captured").factuality == "certain+"


def test_the_means_of_what_should_be_is_supposed_too(coded: Coder) -> None:
    events = coded("They agreed that the dispute should be settled by getting Chadian troops back to their bases.")
    assert at(events, "getting").frame == "hypothetical"


def test_what_is_committed_is_done_and_what_one_commits_to_is_not(coded: Coder) -> None:
    breaches = at(coded("Lebanon accused Israel of committing 54 breaches of the ceasefire."), "breaches")
    assert breaches.frame == "actual"
    withdraw = at(coded("Israel committed to withdraw its troops from Lebanon."), "withdraw")
    assert withdraw.frame == "planned"


def test_who_had_no_part_in_it_makes_it_none(coded: Coder) -> None:
    assert at(coded("Chad said it had not been involved in the attack on Tissi."), "attack").factuality == "certain-"


def test_what_somebody_is_told_to_do_has_not_happened(coded: Coder) -> None:
    assert at(coded("The council told Rwanda to withdraw its troops."), "withdraw").frame == "hypothetical"


def test_a_charge_that_is_rejected_was_made(coded: Coder) -> None:
    event = at(coded("Pakistan rejected India's accusation that it had broken the truce."), "accusation")
    assert event.factuality == "certain+"


def test_who_calls_something_a_name_asks_for_nothing(coded: Coder) -> None:
    assert at(coded("Lebanon's president called Monday's Israeli raid on Tyre a crime."), "raid").frame == "actual"
    assert at(coded("Lebanon's president called for a truce."), "truce").frame == "hypothetical"


def test_without_says_that_there_was_none(coded: Coder) -> None:
    assert at(coded("The talks in Doha ended without an agreement."), "agreement").factuality == "certain-"


def test_what_one_is_threatened_with_has_not_happened(coded: Coder) -> None:
    assert at(coded("Users threatened the reporter with death."), "death").frame == "hypothetical"


@pytest.mark.parametrize(
    "text",
    [
        "Mediators tried and failed for decades to resolve the Kashmir dispute.",
        "There is no excuse for the army's slaughter of villagers.",
    ],
)
def test_what_a_full_verb_treats_is_not_denied_with_it(coded: Coder, text: str) -> None:
    assert {event.factuality for event in coded(text)} == {"certain+"}


def test_a_plot_is_a_plan(coded: Coder) -> None:
    event = at(coded("The army accused the generals of plotting a coup."), "coup")
    assert (event.frame, event.factuality) == ("planned", "probable+")


def test_a_war_not_declared_is_denied(coded: Coder) -> None:
    assert at(coded("Thailand had not declared war on Cambodia."), "declared").factuality == "certain-"


def test_what_is_done_by_saying_it_was_not_done_where_nobody_said_it(coded: Coder) -> None:
    assert at(coded("The council did not declare a state of emergency."), "emergency").factuality == "certain-"


def test_an_offer_that_nobody_answered_was_made(coded: Coder) -> None:
    assert at(coded("China did not reply to a Philippine offer of assistance."), "offer").factuality == "certain+"


def test_what_another_abstained_from_came_about(coded: Coder) -> None:
    text = "Its mandate was extended by the Security Council on 31 October; Russia abstained."
    assert at(coded(text), "extended").factuality == "certain+"
