"""The incident screen: discrepancies with another incident, and no place that was not yet known."""

from dataclasses import replace

import pytest

from standoff.views.books import load_books
from standoff.views.known import Known
from standoff.views.screens.brief import briefing
from standoff.views.screens.documents import reader_page
from standoff.views.screens.incident import incident_page
from standoff.views.screens.listing import Filters, rows_of
from standoff.views.screens.reading import Reading
from tests.factories import kashmir, keep


@pytest.fixture(scope="module")
def story():
    told = kashmir()
    said = told.desks[0].statements
    said[0] = replace(said[0], negated_act=True)
    spanning = replace(told.discrepancies[0], other_incident=told.incidents[1].id)
    return replace(told, discrepancies=(spanning, *told.discrepancies[1:]))


@pytest.fixture(scope="module")
def connection(story, tmp_path_factory):
    store = keep(story, tmp_path_factory.mktemp("incident") / "story.db")
    with store.connect() as opened:
        yield opened
    store.close()


@pytest.fixture(scope="module")
def reading():
    return Reading(load_books())


def test_a_discrepancy_between_two_incidents_is_told_and_counted_with_both(story, connection, reading):
    spanning = story.discrepancies[0]
    listed = {row.id: row.discrepancies for row in rows_of(connection, [i.id for i in story.incidents], reading)}
    for incident in story.incidents:
        page = incident_page(connection, incident.id, reading)
        assert spanning.id in {row.id for row in page.differences}
        assert listed[incident.id] == page.incident.discrepancies == len(page.differences)


def test_places_are_those_that_what_was_known_names(story, connection, reading):
    def named(reading):
        return {area.place.name for area in incident_page(connection, story.incidents[0].id, reading).map.areas}

    assert named(reading) >= {"Poonch", "Neelum Valley"}
    assert "Neelum Valley" not in named(replace(reading, known=Known("2023-05-10")))
    assert named(replace(reading, known=Known("2001-01-01"))) == set()


def test_a_note_tells_that_an_act_is_denied(story, connection, reading):
    page = reader_page(connection, story.desks[0].document.id, reading)
    assert [note.id for note in page.notes if note.negated_act] == [story.desks[0].statements[0].id]


def test_a_briefing_of_the_whole_record_says_of_how_many_incidents_it_tells(connection, reading):
    page = briefing(connection, reading, "short", Filters())
    assert (", of " in page.covers) == (page.left_out > 0)
