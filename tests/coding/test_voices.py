from __future__ import annotations

from tests.coding.conftest import Coder
from tests.coding.said import at


def test_an_event_stands_in_the_innermost_statement(coded: Coder) -> None:
    events = coded("Kenya said that Somalia had admitted shelling a village.")
    assert at(events, "shelling").statement != at(events, "admitted").statement


def test_what_the_outlet_tells_has_no_statement(coded: Coder) -> None:
    assert at(coded("Rebels ambushed a convoy near Bunia."), "ambushed").statement is None


def test_a_cue_does_not_stand_in_its_own_statement(coded: Coder) -> None:
    assert at(coded("France urged Mali to release the envoy."), "urged").statement is None
