import pytest

from standoff.views.agreements import ledgers
from standoff.views.books import kept_parties
from standoff.views.casualties import by_slot, figures
from standoff.views.finding import named, nearest
from standoff.views.incidents import count, listing
from standoff.views.network import contacts, edges
from standoff.views.period import Period


def test_the_most_disputed_come_first(connection, story):
    found = listing(connection)
    assert [entry.incident.id for entry in found] == [incident.id for incident in story.incidents]
    assert [entry.discrepancies for entry in found] == [3, 0]
    assert count(connection) == {"contested": 1, "single_origin": 1}


@pytest.mark.parametrize(
    ("period", "number"),
    [
        (Period(first="2023-05-10"), 1),
        (Period(last="2023-05-09"), 1),
        (Period(first="2023-05-09", last="2023-05-10"), 2),
        (Period(first="2023-05-11"), 0),
        (Period(since="2023-05-11"), 2),  # one document is undated, another may be of that day
        (Period(since="2023-05-12"), 1),
    ],
)
def test_a_period_bounds_what_is_listed(connection, period, number):
    assert len(listing(connection, period)) == number
    assert sum(count(connection, period).values()) == number


def test_every_figure_has_its_source(connection, story):
    found = figures(connection, story.incidents[0].id)
    assert [(f.text, f.side, f.publisher) for f in found] == [
        ("four civilians", "Pakistan", "Morning Post"),
        ("six people", "Pakistan", "<b>Wire</b>"),
    ]
    assert by_slot(found).keys() == {"killed"}
    assert figures(connection, story.incidents[1].id) == ()


def test_contacts_name_parties_and_who_tells(connection, story):
    (call,) = contacts(connection)
    assert (call.how, call.parties, call.told_by) == ("call", ("India", "Pakistan"), ("India",))
    assert contacts(connection, story.incidents[0].id) == ()


def test_edges_count_who_acts_on_whom(connection):
    (edge,) = edges(connection)
    assert (edge.actor, edge.recipient, edge.type, edge.events) == ("India", "Pakistan", "call", 1)


def test_a_ledger_names_who_accuses_whom(connection):
    (ledger,) = ledgers(connection, {})
    (entry,) = ledger.entries
    assert (entry.voice, entry.relation, entry.accused) == ("India", "alleges_violation", "Pakistan")
    assert entry.quote == "violated the ceasefire understanding of February 2021"


def test_rows_are_found_by_words_and_near_short_ids(connection, story):
    assert [c.id for c in named(connection, "incident", "neelum SHELLING")] == [story.incidents[0].id]
    assert named(connection, "incident", "100%") == ()
    assert [c.name for c in named(connection, "document", "wire")] == ["wire.txt"]
    short = story.incidents[0].short_id
    assert nearest(connection, "incident", short[:-1])[0].short_id == short


def test_a_store_keeps_the_parties_a_view_needs(connection):
    book = kept_parties(connection)
    assert book.get("PAK/press").principal == "PAK"
    assert book.get("PAK").name == "Pakistan"
    assert book.get("FRA") is None
