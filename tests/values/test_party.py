from standoff.model.entity import PartyRef
from standoff.values import party

INDIA = PartyRef("IND", "India", "IND", "state")
ARMY = PartyRef("ind-army", "Indian Army", "IND", "armed_force")
PAKISTAN = PartyRef("PAK", "Pakistan", "PAK", "state")
RSF = PartyRef("rsf", "Rapid Support Forces", None, "group")


def outcome(one: PartyRef, other: PartyRef) -> str:
    return party.compare(party.of(one, one.name), party.of(other, other.name)).outcome


def test_an_army_lies_within_its_state() -> None:
    assert outcome(INDIA, ARMY) == "compatible"


def test_two_states_exclude_each_other() -> None:
    assert outcome(INDIA, PAKISTAN) == "conflicting"


def test_the_same_party_is_the_same() -> None:
    assert outcome(RSF, RSF) == "same"


def test_a_group_and_a_state_may_belong_together() -> None:
    assert outcome(RSF, PAKISTAN) == "compatible"


def test_an_army_and_a_militia_of_one_country_are_two_sides() -> None:
    army = party.of(PartyRef("SDN/armed_forces", "Sudanese Armed Forces", "SDN", "armed_force"), "the army", "SDN")
    militia = party.of(PartyRef("rsf", "Rapid Support Forces", "SDN", "armed_force"), "the RSF", "rsf")
    assert party.compare(army, militia).outcome == "conflicting"


def test_a_phrase_that_names_nobody_excludes_no_side() -> None:
    group = party.of(PartyRef(None, "two such groups", None, "group"), "two such groups", "name:two such groups")
    assert party.compare(party.of(INDIA, "India", "IND"), group).outcome == "compatible"
