from __future__ import annotations

import pytest

from standoff.model.event import Event
from tests.coding.conftest import Coder
from tests.coding.said import at, types, who

_RAID = "Chadian troops shelled the village of Tine on 4 May. "


def _where_and_when(event: Event) -> tuple[str | None, str | None]:
    return event.place.name if event.place else None, event.happened.earliest if event.happened else None


def test_a_bare_toll_takes_day_place_and_doer_of_the_deed_told_before_it(coded: Coder) -> None:
    events = coded(f"{_RAID}Nine villagers were killed.", "2025-05-09")
    assert _where_and_when(at(events, "killed")) == _where_and_when(at(events, "shelled"))
    assert who(at(events, "killed")) == {"TCD"}


def test_who_killed_people_in_arms_is_not_guessed(coded: Coder) -> None:
    assert not at(coded(f"{_RAID}Eleven soldiers were killed."), "killed").parties("actor")


@pytest.mark.parametrize(
    "after",
    [
        "Nine villagers have been killed since March.",
        "Nine villagers were killed when rebels bombed a bus in Goz Beida.",
    ],
)
def test_a_sum_and_a_toll_of_its_own_deed_take_nothing(coded: Coder, after: str) -> None:
    assert who(at(coded(_RAID + after), "killed")) <= {"rebels"}


def test_the_name_of_a_body_is_no_deed(coded: Coder) -> None:
    assert "amnesty" not in types(coded("Amnesty urged Chad to free the detainees."))
