from __future__ import annotations

import pytest

from tests.coding.conftest import Coder
from tests.coding.said import at, types, who


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Union demanded the release of the hostages.", "urge_release"),
        ("Egypt called for a ceasefire in Gaza.", "urge_ceasefire"),
        ("The United States urged both sides to show restraint.", "urge_restraint"),
        ("Moldova asked Romania for generators.", "appeal_for_help"),
        ("Latvia requested urgent consultations with its allies.", "request_consultations"),
        ("Brazil urged Venezuela and Guyana to resume talks.", "urge_talks"),
        ("Israel threatened to bomb the port.", "threat_of_force"),
        ("Turkey threatened to close the border with Syria.", "threat_of_restriction"),
        ("Iran refused to release the sailors.", "refusal_to_yield"),
        ("Kosovo refused to meet the Serbian envoy.", "refusal_to_talk"),
        ("Norway offered to mediate between the two sides.", "mediation_offer"),
        ("Poland promised to send weapons to Ukraine.", "promise_of_aid"),
    ],
)
def test_what_is_asked_or_threatened_gives_the_finer_type(coded: Coder, text: str, type_: str) -> None:
    assert type_ in types(coded(text))


def test_an_adjunct_does_not_give_the_type(coded: Coder) -> None:
    events = coded("Congo appealed to the Council for support after accusing Rwanda of crossing its border.")
    assert "appeal_for_help" in types(events)
    assert "urge_withdrawal" not in types(events)


def test_what_others_must_do_is_a_demand_and_what_we_must_do_is_none(coded: Coder) -> None:
    events = coded("The Rwandan army must withdraw from Goma, Congo's president said.")
    demand = next(e for e in events if e.type == "urge_withdrawal")
    assert who(demand, "recipient") == {"RWA"}
    assert not [e for e in coded("We must withdraw, the general said.") if e.plover.type == "REQUEST"]


def test_a_demand_reaches_from_its_modal_to_the_verb(coded: Coder) -> None:
    events = coded("President Mahamat Deby said that Sudan must withdraw its troops from Tissi.")
    assert "must withdraw" in [e.trigger.quote for e in events if e.plover.type == "REQUEST"]


def test_who_insists_that_something_is_so_asks_for_nothing(coded: Coder) -> None:
    assert "request" in types(coded("Israel insists that Hamas halt weapons smuggling."))
    assert "request" not in types(coded("The minister insisted that the dispute was far from over."))


def test_who_asks_for_force_does_not_ask_for_its_end(coded: Coder) -> None:
    assert at(coded("Elders asked Chad to launch an operation against the rebels."), "asked").type == "request"
    assert at(coded("Elders urged Chad to stop shelling the town."), "urged").type == "urge_ceasefire"
    assert at(coded("Elders called on Chad not to attack the town."), "called").type == "urge_ceasefire"
