from __future__ import annotations

import pytest

from tests.coding.conftest import Coder
from tests.coding.said import at, who


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("Israeli tanks shelled targets in Jericho on Friday.", "shelled", {"PSE"}),
        ("President Ilham Aliyev arrived in Amman on Friday.", "arrived", {"JOR"}),
        ("Malian jets bombed a camp near Gao on Friday.", "bombed", set()),
    ],
)
def test_a_deed_in_the_land_of_another_state_concerns_it(
    coded: Coder, text: str, word: str, recipients: set[str]
) -> None:
    assert who(at(coded(text), word), "recipient") == recipients


def test_local_people_who_act_are_of_the_country_they_act_in(coded: Coder) -> None:
    assert who(at(coded("Protesters blocked a road in Baghdad on Friday."), "blocked")) == {"IRQ"}


def test_fighters_are_not_of_the_country_they_fight_in(coded: Coder) -> None:
    assert who(at(coded("Gunmen attacked a post near Gao on Friday."), "attacked")).isdisjoint({"MLI"})


def test_people_by_descent_are_not_of_the_state_they_are_named_after(coded: Coder) -> None:
    assert "TUR" not in who(at(coded("Ethnic Turks began a hunger strike in Sofia."), "hunger strike"))


def test_all_states_of_a_list_act(coded: Coder) -> None:
    events = coded("The foreign ministers of Ukraine, Russia, Germany and France met in Lome on Friday.")
    assert who(at(events, "met")) >= {"UKR", "RUS", "DEU", "FRA"}
