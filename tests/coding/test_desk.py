from __future__ import annotations

from tests.coding.conftest import Coder
from tests.coding.said import at, who


def test_strikes_that_kill_have_the_actor_of_the_strikes(coded: Coder) -> None:
    events = coded("Israeli airstrikes killed nine people in Gaza.")
    assert who(at(events, "killed")) == {"ISR"}


def test_a_threat_concerns_whom_the_threatened_deed_is_done_to(coded: Coder) -> None:
    event = at(coded("Serbia threatened to break relations with Kosovo."), "threatened")
    assert who(event, "recipient") == {"XKX"}


def test_a_demand_that_somebody_act_concerns_him(coded: Coder) -> None:
    event = at(coded("The rebels demanded that Ethiopia release the prisoners."), "demanded")
    assert who(event, "recipient") == {"ETH"}


def test_who_tells_whom_in_a_call_held_it(coded: Coder) -> None:
    event = at(
        coded("Kenya's president told Somalia's president in a phone call that the border is open."), "phone call"
    )
    assert who(event) == {"KEN", "SOM"}


def test_our_country_is_that_of_the_voice(coded: Coder) -> None:
    events = coded('"Our country supports Sudan," Chad\'s foreign minister said.')
    assert "TCD" in who(at(events, "supports"))
