from __future__ import annotations

from tests.coding.conftest import Coder
from tests.coding.said import at, who

TOLD = "Chadian troops shelled Sudanese positions on Monday. Sudanese forces attacked Chadian soldiers on Tuesday. {}"


def test_a_fight_that_names_nobody_is_that_of_the_two_sides_told(coded: Coder) -> None:
    events = coded(TOLD.format("The clashes erupted again on Friday."))
    assert who(at(events, "erupted")) == {"TCD", "SDN"}


def test_who_fell_in_the_fighting_fell_to_the_other_side(coded: Coder) -> None:
    events = coded(TOLD.format("Twelve Chadian soldiers were killed in the fighting."))
    assert who(at(events, "killed")) == {"SDN"}


def test_a_fight_elsewhere_is_not_theirs(coded: Coder) -> None:
    events = coded(TOLD.format("Clashes between Malian and Burkinan troops erupted on Friday."))
    assert not {"TCD", "SDN"} & who(at(events, "erupted"))


def test_one_deed_alone_makes_no_two_sides(coded: Coder) -> None:
    events = coded("Chadian troops shelled Sudanese positions on Monday. The clashes erupted again on Friday.")
    assert who(at(events, "erupted")) == set()


def test_soldiers_of_one_of_the_two_sides_fell_to_the_other(coded: Coder) -> None:
    events = coded(TOLD.format("Three Chadian soldiers were killed near the border."))
    assert who(at(events, "killed")) == {"SDN"}


def test_who_fell_for_another_reason_or_of_both_sides_fell_to_nobody_told(coded: Coder) -> None:
    assert who(at(coded(TOLD.format("Three people were killed near Nairobi.")), "killed")) == set()


def test_an_armed_group_and_its_state_are_two_sides(coded: Coder) -> None:
    events = coded(
        "M23 rebels attacked Congolese soldiers. The Congolese army shelled the M23 in Sake. "
        "Twelve Congolese soldiers were killed on Friday."
    )
    refs = [ref.party for ref in at(events, "killed").parties("actor")]
    assert refs == ["m23"]


def test_who_is_only_accused_by_letter_is_no_side_of_a_fight(coded: Coder) -> None:
    events = coded(
        "Mali accused France of theft. France accused Mali of theft. Mali accused France of lies. "
        "Three Malian soldiers were killed near Kidal."
    )
    assert "FRA" not in who(at(events, "killed"))


def test_a_side_is_its_state_whoever_of_it_is_told_first(coded: Coder) -> None:
    text = (
        "Cambodia shelled Thai villagers near the temple. Thailand shelled Cambodian posts and Cambodia attacked Thai "
        "farmers again. New clashes erupted near the temple on Monday."
    )
    names = {ref.name for ref in at(coded(text), "clashes").parties("actor")}
    assert names == {"Cambodia", "Thailand"}


def test_who_lost_a_man_beside_his_own_deed_did_not_kill_him(coded: Coder) -> None:
    event = at(coded("The Chadian army said it had killed 18 rebels and lost one soldier."), "lost")
    assert not event.parties("actor")
