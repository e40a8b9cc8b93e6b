from dataclasses import replace
from types import SimpleNamespace

from standoff.model.entity import PartyRef
from standoff.views.network import _add_sides, _Meeting, _nobody, _of_several, _Party, _without_states, contacts, edges


def test_contacts_name_parties_and_who_tells(connection, story):
    (call,) = contacts(connection)
    assert (call.how, call.parties, call.told_by) == ("call", ("India", "Pakistan"), ("India",))
    assert call.happened.earliest == "2023-05-10"
    assert not call.denied
    assert contacts(connection, story.incidents[0].id) == ()


def test_edges_count_who_acts_on_whom(connection):
    (edge,) = edges(connection)
    assert (edge.actor, edge.recipient, edge.type, edge.events) == ("India", "Pakistan", "call", 1)


def test_a_state_is_not_named_beside_its_own_officials():
    officials = [_Party(f"{name} officials", code, "group") for name, code in (("Armenian", "ARM"), ("Azeri", "AZE"))]
    assert _without_states([*officials, _Party("Armenia", "ARM", "state")]) == ["Armenian officials", "Azeri officials"]
    assert _without_states([_Party("Armenia", "ARM", "state"), _Party("Iran", "IRN", "state")]) == ["Armenia", "Iran"]


def test_a_contact_is_one_of_several():
    minister, envoys = _Party("A. Minister", "ARM", "person"), _Party("border commissioners", None, "group")
    assert not _of_several(_Meeting(None, parties={"a": minister}))
    assert not _of_several(_Meeting(None, parties={"a": minister, "ARM": _Party("Armenia", "ARM", "state")}))
    assert _of_several(_Meeting(None, parties={"a": minister, "IRN": _Party("Iran", "IRN", "state")}))
    assert _of_several(_Meeting(None, parties={"e": envoys}))


def test_a_bare_noun_names_nobody():
    head = SimpleNamespace(name="head", kind="person", party=None)
    assert _nobody(head)
    assert not _nobody(SimpleNamespace(name="head of the mission", kind="person", party=None))
    assert not _nobody(SimpleNamespace(name="Misri", kind="person", party=None))


def test_a_side_that_no_mention_names_is_added_once(story):
    found = replace(
        story.incidents[0], actors=(PartyRef("IRN", "Iran", "IRN", "state"), PartyRef("ARM", "Armenia", "ARM", "state"))
    )
    meeting = _Meeting(None, parties={"a": _Party("A. Minister", "ARM", "person")})
    _add_sides(meeting, replace(found, recipients=()))
    assert _without_states(meeting.parties.values()) == ["A. Minister", "Iran"]
