import pytest

from standoff.views.incidents import count, entry_of, listing
from standoff.views.period import ALWAYS, Period


def test_the_most_disputed_come_first(connection, story):
    found = listing(connection)
    assert [entry.incident.id for entry in found] == [incident.id for incident in story.incidents]
    assert [entry.discrepancies for entry in found] == [3, 0]
    assert count(connection) == {"contested": 1, "single_origin": 1}
    assert entry_of(connection, story.incidents[0]) == found[0]


def test_incidents_can_be_listed_as_they_happened(connection):
    days = [entry.incident.happened.earliest for entry in listing(connection, order="time")]
    assert days == sorted(days)


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


def test_a_period_says_what_it_bounds():
    assert Period("2023-05-09", "2023-05-10").words == "from 2023-05-09 to 2023-05-10"
    assert ALWAYS.words == "the whole record"
