"""The life of a party: all it said, did and had done to it, day by day, and page by page."""

import pytest

from standoff.views.books import load_books
from standoff.views.known import Known
from standoff.views.screens.lives import Stretch, life
from standoff.views.screens.parties import actor_page
from standoff.views.screens.reading import Reading
from tests.factories import kashmir, keep


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    store = keep(kashmir(), tmp_path_factory.mktemp("life") / "story.db")
    with store.connect() as opened:
        yield opened
    store.close()


@pytest.fixture(scope="module")
def reading():
    return Reading(load_books())


def test_it_holds_what_was_said_done_and_undergone(connection, reading):
    rows = life(connection, "IND", reading, Stretch()).rows
    assert {row.role for row in rows} >= {"said", "did"}
    assert [row.day for row in rows] == sorted((row.day for row in rows), reverse=True)
    assert any(row.role == "said" and row.denied for row in rows)
    assert any(row.role == "did" and row.incident and row.sentence for row in rows)
    suffered = [row for row in life(connection, "PAK", reading, Stretch()).rows if row.role == "undergone"]
    assert all("India" in row.others for row in suffered if row.what == "shelling")


def test_it_is_counted_by_day(connection, reading):
    page = actor_page(connection, "IND", reading)
    assert sum(day.said for day in page.days) == page.actor.speaks
    assert sum(day.did for day in page.days) == page.actor.acts
    assert [day.day for day in page.days] == sorted(day.day for day in page.days)


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_hold_each_line_once(connection, reading, limit):
    whole = [(row.role, row.id) for row in life(connection, "IND", reading, Stretch()).rows]
    paged, cursor = [], None
    for _ in range(len(whole) + 3):
        part = life(connection, "IND", reading, Stretch(cursor=cursor, limit=limit))
        paged += [(row.role, row.id) for row in part.rows]
        cursor = part.next
        if cursor is None:
            break
    assert paged == whole


def test_it_is_bounded_by_days_and_by_what_was_known(connection, reading):
    days = sorted({row.day for row in life(connection, "IND", reading, Stretch()).rows})
    first = life(connection, "IND", reading, Stretch(last=days[0])).rows
    assert {row.day for row in first} == {days[0]}
    then = Reading(reading.books, known=Known("2000-01-01"))
    assert life(connection, "IND", then, Stretch()).rows == []


def test_of_a_party_nobody_speaks_of_there_is_nothing(connection, reading):
    assert life(connection, "nobody", reading, Stretch()).rows == []
