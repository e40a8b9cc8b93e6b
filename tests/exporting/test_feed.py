"""A feed is well-formed Atom, tells what is new with where its words are, and holds nothing that may not leave."""

from xml.etree import ElementTree as xml

import pytest

from standoff.exporting.feed import NAMESPACE, Entry, atom, incident_entry, news_entries
from standoff.views.screens.inbox import inbox
from standoff.views.screens.incident import incident_page
from standoff.views.screens.reading import Reading

HOME = "http://127.0.0.1:8417/"


def parts(feed, name):
    return [found.text or "" for found in xml.fromstring(feed).iter(f"{{{NAMESPACE}}}{name}")]


@pytest.fixture
def reading(books):
    return Reading(books)


def test_new_documents_tell_what_they_add(store, story, reading):
    with store.connect() as connection:
        rows = inbox(connection, reading, (None, 50)).rows
    entries = list(news_entries(rows, HOME))
    titles = [entry.title for entry in entries]
    assert any(title.startswith("New: ") and "Neelum" in title for title in titles)
    assert any(title.startswith("New position: ") for title in titles)
    assert any("India denies it." in entry.words for entry in entries)
    assert all(entry.address.startswith(f"{HOME}#/incidents/") for entry in entries)
    assert len({entry.key for entry in entries}) == len(entries)


def test_an_incident_is_told_in_one_sentence_with_its_differences(store, story, reading):
    with store.connect() as connection:
        page = incident_page(connection, story.incidents[0].id, reading)
    entry = incident_entry(page)
    assert entry.updated.startswith("2023-05-1")
    assert entry.words == (page.sentence, *(one.explanation for one in page.differences))


def test_a_feed_is_atom_and_a_text_never_markup():
    said = Entry(
        "inc-1:doc-1", "New: <b>shelling</b> & more\x00", "2023-05-11T08:00:00Z", "./#/incidents/a-b", ("x < y",)
    )
    feed = atom("Record <1>", HOME, [said])
    assert parts(feed, "title") == ["Record <1>", "New: <b>shelling</b> & more\N{REPLACEMENT CHARACTER}"]
    assert parts(feed, "updated") == ["2023-05-11T08:00:00Z"] * 2
    assert parts(feed, "content") == ["x < y"]
    assert parts(feed, "id")[1] == "urn:standoff:inc-1:doc-1"


def test_an_empty_feed_is_one_too():
    assert parts(atom("Record", HOME, []), "entry") == []
