from __future__ import annotations

from tests.coding.conftest import Coder
from tests.coding.said import at, types


def test_a_noun_that_only_refers_back_is_none_or_weighs_less(coded: Coder) -> None:
    topic = coded("Aid workers say the fighting makes deliveries difficult.")
    own = at(coded("Fighting between Sudan's army and rebels erupted in Nyala."), "Fighting")
    assert all(event.score < own.score for event in topic if event.type == "clash")


def test_a_noun_with_parties_of_its_own_reports(coded: Coder) -> None:
    assert "clash" in types(coded("Clashes between Sudan's army and rebels erupted in Nyala."))


def test_efforts_to_settle_a_conflict_are_no_war(coded: Coder) -> None:
    assert "war" not in types(coded("Mediators want to settle the conflict."))
