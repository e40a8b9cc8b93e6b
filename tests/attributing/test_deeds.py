"""Who does what to whom in the content of a statement, seen from its speaker."""

from __future__ import annotations

import pytest

from standoff.attributing.deeds import Viewpoint, agent, mood
from standoff.attributing.sheet import Sheet, sheet
from standoff.attributing.spans import find_drafts
from standoff.model.entity import PartyRef
from tests.attributing.conftest import evidence_of, grounded
from tests.texts import codebook


def lay(text: str) -> Sheet:
    return sheet(grounded(text), codebook().acts)


def at(laid: Sheet, word: str) -> int:
    return laid.words.index(word)


@pytest.mark.parametrize(
    ("text", "deed", "doer"),
    [
        ("Rebels attacked the town.", "attacked", "rebels"),
        ("The town was attacked by rebels.", "attacked", "rebels"),
        ("Rebels launched an attack on the town.", "attack", "rebels"),
        ("Rebels began shelling the town.", "shelling", "rebels"),
        ("Rebels crossed the river and burned the town.", "burned", "rebels"),
        ("Soldiers caught the rebels who burned the town.", "burned", "rebels"),
    ],
)
def test_the_doer_is_found_through_light_and_joined_verbs(text: str, deed: str, doer: str) -> None:
    laid = lay(text)
    found = agent(laid, at(laid, deed))
    assert found is not None
    assert laid.words[found] == doer


def test_nobody_does_what_is_only_suffered() -> None:
    laid = lay("The town was attacked.")
    assert agent(laid, at(laid, "attacked")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army attacked the town.", "past"),
        ("The army did not attack the town.", "past-not"),
        ("The army will attack the town.", "will"),
        ("The army must leave the town.", "must"),
        ("The army might leave the town.", "would"),
    ],
)
def test_a_deed_is_done_or_to_come(text: str, expected: str) -> None:
    laid = lay(text)
    verb = next(t for t in range(len(laid.parse)) if laid.parse.deps[t] == "ROOT")
    assert mood(laid, verb).replace("now-not", "past-not") == expected


def test_rebels_are_foes_to_a_state_and_not_to_a_movement() -> None:
    assert "harm:foe" in evidence_of("Nigeria said militants burned a market.")
    assert "harm:foe" not in evidence_of("Residents said militants burned a market.")
    movement = PartyRef("x", "X", None, "group")
    assert Viewpoint(PartyRef("NGA", "Nigeria", "NGA", "state"), frozenset()).fought
    assert not Viewpoint(movement, frozenset()).fought


def test_own_and_other_sides_are_told_apart() -> None:
    assert "harm:other" in evidence_of("Thailand said Cambodian troops shelled a village.")
    assert "harm:own" in evidence_of("Thailand said Thai troops shelled a village.")
    assert "harm by other to people" in evidence_of("Thailand said Cambodian troops killed villagers.")


def test_a_state_and_those_who_fight_it_at_home_are_two_sides() -> None:
    assert "harm:other" in evidence_of("Hezbollah said Lebanese soldiers shelled a village.")
    assert "subject:foe" in evidence_of("The Nigerian army said Boko Haram militants shelled a village.")
    assert "subject:own" in evidence_of("The Nigerian army said Nigerian troops shelled a village.")


def test_a_text_without_deeds_has_no_doer() -> None:
    assert find_drafts(lay("It rained."), codebook().acts) == ()
