from __future__ import annotations

import pytest

from standoff.coding.affected import apart_from
from standoff.coding.marks import Filled
from standoff.model.entity import PartyRef
from standoff.model.span import Span
from tests.coding.conftest import Coder
from tests.coding.said import at, types, who


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("Chad rejected Sudan's demand on Monday.", "rejected", {"SDN"}),
        ("Chad gave a loan for roads in Sudan and Niger.", "gave", {"SDN", "NER"}),
        ("Chad threatened to cut off electricity to Sudan.", "threatened", {"SDN"}),
        ("Chad violated the ceasefire between Chad and Sudan.", "violated", {"SDN"}),
        ("Chad violated the agreement of the leaders of Niger, Chad and Sudan.", "violated", set()),
        ("Chadian troops entered the area under the responsibility of Russian peacekeepers.", "entered", set()),
    ],
)
def test_the_nearest_other_state_under_a_deed_is_whom_it_affects(
    coded: Coder, text: str, word: str, recipients: set[str]
) -> None:
    assert who(at(coded(text), word), "recipient") == recipients


def test_troops_that_are_moved_and_who_acts_are_not_affected(coded: Coder) -> None:
    assert who(at(coded("Chad pulled back Chadian troops on Monday."), "pulled"), "recipient") == set()


def test_a_person_of_unknown_allegiance_is_of_the_state_named_with_him(coded: Coder) -> None:
    shelled = at(coded("Malian Colonel Oumar Ba attacked the village."), "attacked")
    assert {a.principal.state for a in shelled.arguments if a.role == "actor" and a.principal} <= {"MLI"}


def test_who_urges_both_sides_is_neither_of_them() -> None:
    chad, sudan = (PartyRef(key, key, key, "state") for key in ("TCD", "SDN"))
    span = Span("doc", 0, 4, "both")
    both, france = Filled(span, (chad, sudan), 0), Filled(span, (chad,), 1)
    assert apart_from(both, (france,)).refs == (sudan,)
    assert apart_from(france, (france,)).refs == (chad,)


def test_held_fire_is_no_firing(coded: Coder) -> None:
    assert types(coded("The frigates held their fire.")) == {"restraint"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad rejected calls by Sudan for talks.", "rejected"),
        ("Chad threatened to close the border unless Sudan withdraws its demand.", "threatened"),
    ],
)
def test_whose_call_or_condition_it_is_is_affected(coded: Coder, text: str, word: str) -> None:
    assert who(at(coded(text), word), "recipient") == {"SDN"}


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        (
            "Ethnic Turks began a hunger strike on Monday to protest against Sweden's decision.",
            "hunger strike",
            {"SWE"},
        ),
        ("Demonstrators in Dakar blocked a road to show their anger at French policies.", "blocked", {"FRA"}),
        ("Egypt agreed to Chadian mediation in the talks.", "agreed", {"TCD"}),
        ("Chad threatened to break off diplomatic relations with Niger and Costa Rica.", "threatened", {"NER", "CRI"}),
    ],
)
def test_at_whom_a_protest_or_promise_aims_is_affected(
    coded: Coder, text: str, word: str, recipients: set[str]
) -> None:
    assert recipients <= who(at(coded(text), word), "recipient")


def test_who_is_engaged_in_a_deed_does_it(coded: Coder) -> None:
    assert who(at(coded("Chadian forces were engaged in ethnic cleansing in the south."), "cleansing")) == {"TCD"}
