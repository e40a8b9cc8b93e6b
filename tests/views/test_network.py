from standoff.views.network import _without_states, contacts, edges


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
    parties = {"ARM/official": "Armenian officials", "ARM": "Armenia", "AZE": "Azerbaijan"}
    assert _without_states(parties) == ["Armenian officials", "Azerbaijan"]
