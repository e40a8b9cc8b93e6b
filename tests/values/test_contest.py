import pytest

from standoff.model.claim import Discrepancy
from standoff.model.entity import PartyRef
from standoff.model.incident import Position
from standoff.values.contest import contested_by, status_of

CHAD, SUDAN = PartyRef("TCD", "Chad", "TCD", "state"), PartyRef("SDN", "Sudan", "SDN", "state")


def position(party: PartyRef, polarity) -> Position:
    return Position(party, polarity, ("stm-1",))


@pytest.mark.parametrize(
    ("positions", "told", "disputed", "status"),
    [
        ([position(SUDAN, "asserts")], False, False, "uncontested"),
        ([position(SUDAN, "asserts"), position(CHAD, "denies")], False, False, "contested"),
        ([position(CHAD, "denies")], False, False, "uncontested"),
        ([position(CHAD, "denies")], True, False, "contested"),
        ([position(SUDAN, "asserts"), position(SUDAN, "denies")], False, False, "uncontested"),
        ([position(SUDAN, "asserts")], False, True, "contested"),
    ],
)
def test_a_denial_or_a_quarrel_over_who_did_it_contests(positions, told, disputed, status) -> None:
    assert status_of(positions, 2, told=told, disputed=disputed) == status


def test_one_origin_is_said_where_nobody_contests() -> None:
    assert status_of([position(SUDAN, "asserts")], 1) == "single_origin"


def test_both_incidents_that_are_set_against_each_other_are_contested() -> None:
    def found(kind, slot, other):
        return Discrepancy("dsc-1", "inc-1", other, slot, kind, ("clm-1", "clm-2"), "", 1.0, ())

    assert contested_by([found("contradiction", "responsibility", "inc-2")]) == {"inc-1", "inc-2"}
    assert contested_by([found("contradiction", "occurred", None)]) == {"inc-1"}
    assert not contested_by([found("disagreement", "killed", None)])
