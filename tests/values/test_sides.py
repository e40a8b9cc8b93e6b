import pytest

from standoff.codebook.load import load
from standoff.model.entity import PartyRef
from standoff.values.sides import side, side_ref

BOOK = load().parties


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        (PartyRef("SDN", "Sudan", "SDN", "state"), "SDN"),
        (PartyRef(None, "border guards", "TCD", "armed_force"), "TCD"),
        (PartyRef("no-such-party", "Some Front", None, "group"), "no-such-party"),
        (PartyRef(None, "Fróntál  Committee", None, "group"), "name:frontal committee"),
    ],
)
def test_a_party_counts_for_its_state_or_itself(ref: PartyRef, expected: str) -> None:
    assert side(ref, BOOK) == expected


def test_a_side_is_named_by_its_state() -> None:
    assert side_ref(PartyRef(None, "border guards", "TCD", "armed_force"), BOOK).name == "Chad"
    unknown = PartyRef(None, "Some Front", None, "group")
    assert side_ref(unknown, BOOK) == unknown


def test_an_army_counts_for_its_state_and_a_militia_for_itself() -> None:
    army, militia = BOOK.find("Sudanese Armed Forces"), BOOK.find("Rapid Support Forces")
    assert army is not None
    assert militia is not None
    assert side(PartyRef(army.id, army.name, army.state, army.kind), BOOK) == "SDN"
    assert side(PartyRef(militia.id, militia.name, militia.state, militia.kind), BOOK) == militia.id
