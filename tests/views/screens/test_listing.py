"""Lists of incidents under one party or place hold what the list of all does, and are read in the order of an index."""

import pytest
from sqlalchemy import event, select, update

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


INTERVALS = (
    ("2023-05-09", "2023-05-09", "day"),
    ("2023-05-01", "2023-05-20", "month"),
    ("2023-04-28", "2023-05-10", "year"),
    ("2022-12-30", "2023-05-09", "more"),
    ("2023-05-10T04:00", "2023-05-10T09:00", "day"),
    ("", "", ""),
)


@pytest.mark.parametrize("first", ["2022-12-31", "2023-05-01", "2023-05-09", "2023-05-10", "2023-05-11", "2023-06-01"])
def test_a_list_from_a_day_on_holds_what_had_not_ended(store, first):
    sums = t.incident_sums
    with store.connect() as connection:
        incidents = connection.scalars(select(sums.c.incident).order_by(sums.c.incident)).all()
        held = dict(zip(incidents, INTERVALS, strict=False))
        for incident, (happened, ended, within) in held.items():
            values = {"happened": happened, "ended": ended, "within": within}
            connection.execute(update(sums).where(sums.c.incident == incident).values(values))
        lasting = [(held[key][0], key) for key in held if held[key][1] >= first]
        found, cursor, more = [], None, True
        while more:
            page = keys_of(connection, Reading(load_books()), Filters(first=first), "time", (cursor, 1))
            found += [row.id for row in page.rows if row.id in held]
            cursor, more = page.next, page.next is not None
        connection.rollback()
    assert found == [key for _, key in sorted(lasting)]


def test_intervals_are_filed_by_what_holds_them(store):
    with store.connect() as connection:
        rows = connection.execute(select(t.incident_sums.c["happened", "ended", "within"])).all()
    assert rows
    for happened, ended, within in rows:
        shared = {"day": 10, "month": 7, "year": 4, "more": 0}
        assert within == next((name for name, n in shared.items() if happened and happened[:n] == ended[:n]), "")
