import json

import pytest

from standoff.cli.main import outcome
from tests.factories import kashmir


@pytest.fixture
def standoff(kept, capsys, monkeypatch):
    def run(*arguments, columns=100):
        monkeypatch.setenv("COLUMNS", str(columns))
        code = outcome(["stories", *arguments, "--store", kept])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_stories_are_listed_with_outlets_and_the_ids_to_type(standoff):
    code, out, _ = standoff()
    assert code == 0
    assert "Shelling along the Line of Control" in out
    assert "Morning Post" in out
    assert kashmir().incidents[0].short_id in out
    assert "3 reports shown." in out


def test_stories_as_json_name_documents_and_incidents_by_full_id(standoff):
    rows = [json.loads(line) for line in standoff("--json")[1].splitlines()]
    story = kashmir()
    assert {key for row in rows for key in row["documents"]} == {desk.document.id for desk in story.desks}
    assert {one["id"] for row in rows for one in row["incidents"]} == {incident.id for incident in story.incidents}


def test_a_period_without_reports_says_so(standoff):
    code, out, _ = standoff("--from", "2030-01-01")
    assert (code, out.strip()) == (0, "No document was published in the period (from 2030-01-01).")
