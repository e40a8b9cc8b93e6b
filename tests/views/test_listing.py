"""Lists of incidents under one party or place hold what the list of all does, and are read in the order of an index."""

import pytest
from sqlalchemy import event, select

from standoff.store import tables as t
from standoff.views.books import load_books
from standoff.views.screens.listing import Filters, keys_of
from standoff.views.screens.reading import Reading
from tests.factories import kashmir, keep

ORDERS = ("weight", "time", "new")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    made = keep(kashmir(), tmp_path_factory.mktemp("listing") / "story.db")
    yield made
    made.close()


def keys(connection, filters, order):
    return [row.id for row in keys_of(connection, Reading(load_books()), filters, order, (None, 100)).rows]


@pytest.mark.parametrize("order", ORDERS)
def test_the_list_of_one_party_or_place_is_that_of_all_without_the_others(store, order):
    with store.connect() as connection:
        every = keys(connection, Filters(), order)
        for kind, column in (("party", t.incident_parties.c.party), ("place", t.incident_places.c.place)):
            for about in connection.scalars(select(column).distinct()).all():
                theirs = set(connection.scalars(select(column.table.c.incident).where(column == about)))
                assert keys(connection, Filters(**{kind: about}), order) == [key for key in every if key in theirs]


def test_a_party_and_a_place_narrow_a_list_together(store):
    with store.connect() as connection:
        places = set(connection.scalars(select(t.incident_places.c.incident).where(t.incident_places.c.place == "IND")))
        both = keys(connection, Filters(party="PAK", place="IND"), "weight")
        assert both == [key for key in keys(connection, Filters(party="PAK"), "weight") if key in places]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("party", [None, "PAK"])
def test_no_list_is_sorted_when_it_is_asked_for(store, order, party):
    asked = []
    with store.connect() as connection:
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
        keys(connection, Filters(party=party), order)
        plan = [
            str(row)
            for text, values in asked[-1:]
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)
        ]
    assert plan
    assert not [step for step in plan if "TEMP B-TREE" in step]
