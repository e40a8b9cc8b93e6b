"""What stands around a statement is evidence for its act: what was said before, what comes next, what it reports."""

from __future__ import annotations

import pytest

from standoff.attributing.attribute import attributed
from standoff.attributing.spans import find_drafts
from standoff.attributing.talk import ALONE, Talk
from standoff.model.entity import PartyRef
from tests.attributing.conftest import grounded
from tests.texts import codebook

CHAD, SUDAN = PartyRef("TCD", "Chad", "TCD", "state"), PartyRef("SDN", "Sudan", "SDN", "state")


def evidence(text: str) -> list[tuple[str, ...]]:
    """Return the evidence for the act of each statement of a text."""
    return [told.evidence for told in attributed(grounded(text), codebook(), find_drafts)]


def test_a_claim_that_another_denies_next_is_told_from_one_that_nobody_answers() -> None:
    answered = evidence("Chad said Sudanese troops crossed the border. Sudan denied the claim.")
    assert "then:deny|other" in answered[0]
    assert "denied next" in answered[0]
    assert "denied next" not in evidence("Chad said Sudanese troops crossed the border. Chad denied a curfew.")[0]


def test_who_reports_what_another_said_relays_it() -> None:
    outer, inner = evidence("Reuters reported that Chad had accused Sudan of shelling a village.")
    assert {"relays", "relays:accuse", "relays|inform"} <= set(outer)
    assert {"under", "under:inform"} <= set(inner)


@pytest.mark.parametrize(("by", "held"), [(SUDAN, True), (CHAD, False)])
def test_only_the_charge_of_another_is_answered(by: PartyRef, held: bool) -> None:
    talk = Talk(before=(("accuse", by), ("inform", CHAD)))
    assert ("accused before" in talk.features(CHAD, "inform")) is held
    assert ("charged next" in Talk(after=(("accuse", by),)).features(CHAD, "inform")) is held


def test_a_statement_by_itself_is_first_and_no_more() -> None:
    assert list(ALONE.features(CHAD, "inform")) == ["first"]
