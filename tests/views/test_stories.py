from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.views import stories as views
from standoff.views.period import ALWAYS, Period
from standoff.views.stories import Pile, stories

SPREAD = load_spread(FOLDER)


def test_reports_of_one_happening_are_one_story_with_the_incidents_they_tell_of(connection, story):
    (one,) = stories(connection, SPREAD, ALWAYS).stories
    assert [report.heading.path for report in one.reports] == ["dawn.txt", "herald.txt", "wire.txt"]
    assert {incident.id: number for incident, number in one.incidents} == {
        incident.id: len(incident.documents) for incident in story.incidents
    }


def test_a_story_has_the_name_of_its_first_report_the_days_of_all_and_its_copies_counted(connection):
    (one,) = stories(connection, SPREAD, ALWAYS).stories
    assert one.name.startswith("Shelling along the Line of Control")
    assert [day.isoformat() for day in one.days] == ["2023-05-10", "2023-05-11"]
    assert one.copies == 1


def test_a_period_bounds_the_days_of_publication_and_leaves_out_what_has_none(connection):
    found = stories(connection, SPREAD, Period("2023-05-10", "2023-05-10")).stories
    assert [r.heading.path for one in found for r in one.reports] == ["dawn.txt"]  # another may be of the day after
    assert stories(connection, SPREAD, Period("2023-06-01", None)) == Pile((), 0, 0)


def test_of_very_many_documents_the_last_are_read_and_all_are_counted(connection, monkeypatch):
    monkeypatch.setattr(views, "MOST", 1)
    found = stories(connection, SPREAD, ALWAYS)
    assert (found.read, found.published) == (1, 3)
    assert [report.heading.published.latest for one in found.stories for report in one.reports] == ["2023-05-11"]
