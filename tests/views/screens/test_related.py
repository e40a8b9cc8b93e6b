"""People relate incidents; that is shown from both ends, survives, can be taken back, and binds nothing."""

import pytest

from standoff.errors import DecisionError
from standoff.reviewing.desk import Vote, decide, retract
from standoff.reviewing.verdicts import anchored_log, verdicts_in_force
from standoff.views.books import load_books
from standoff.views.screens.reading import Reading
from standoff.views.screens.related import related_rows
from tests.factories import kashmir

STORY = kashmir()
SHELLING, CALL = STORY.incidents


def related(store, incident):
    with store.connect() as connection:
        return related_rows(connection, incident.id, anchored_log(store), Reading(load_books()))


def relate(store, left, right, relation="follows"):
    return decide(store, left, Vote("relate", "ana", "read both", right, {"relation": relation}))


def test_a_relation_is_shown_from_both_ends_and_taken_back(store):
    entry = relate(store, CALL.short_id, SHELLING.short_id)
    (here,), (there,) = related(store, CALL), related(store, SHELLING)
    assert (here.relation, here.forward, here.incident[0]) == ("follows", True, SHELLING.id)
    assert (there.relation, there.forward, there.incident[0]) == ("follows", False, CALL.id)
    retract(store, entry.id, Vote("retract", "bob", "another day"))
    assert related(store, CALL) == []


def test_it_says_nothing_of_the_rows_themselves(store):
    before = verdicts_in_force(store)
    relate(store, CALL.short_id, SHELLING.short_id, "part_of")
    assert verdicts_in_force(store) == before


@pytest.mark.parametrize(
    ("left", "right", "correction"),
    [
        (SHELLING.id, SHELLING.id, {"relation": "part_of"}),
        (SHELLING.id, CALL.id, {"relation": "caused"}),
        (SHELLING.id, CALL.id, {}),
        (SHELLING.id, STORY.desks[0].events[0].id, {"relation": "part_of"}),
    ],
)
def test_what_relates_nothing_is_refused(store, left, right, correction):
    with pytest.raises(DecisionError):
        decide(store, left, Vote("relate", "ana", "why", right, correction))
