"""`standoff review` takes decisions with reasons, shows the log, and lists what is next."""

from __future__ import annotations

import json

import pytest

from standoff.cli.main import outcome
from standoff.store.open import open_store
from tests.factories import kashmir, keep

STORY = kashmir()
EVENT, OTHER = STORY.desks[0].events[0], STORY.desks[1].events[0]


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("STANDOFF_REVIEWER", "ana")
    monkeypatch.setenv("STANDOFF_STORE", str(tmp_path / "record.db"))
    keep(STORY, tmp_path / "record.db").close()
    return tmp_path / "record.db"


def review(*arguments: str) -> int:
    return outcome(["review", *arguments])


def test_a_decision_is_entered_and_logged(path, capsys):
    assert review("reject", EVENT.id[:15], "--reason", "a drill", "--later") == 0
    line = capsys.readouterr().out
    assert f"ana reject event {EVENT.id}: a drill" in line
    assert review("log") == 0
    assert capsys.readouterr().out == line
    assert review("log", "--json") == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["reviewer"], row["verb"], row["attachment"]) == ("ana", "reject", "exact")


def test_a_correction_names_its_fields(path, capsys):
    assert review("correct", EVENT.id, "--set", "factuality=possible+", "--reviewer", "ben", "--later") == 0
    assert "ben correct event" in capsys.readouterr().out
    store = open_store(path)
    assert store.decisions()[0].correction == {"factuality": "possible+"}
    store.close()
    assert review("correct", EVENT.id, "--set", "nonsense", "--later") == 2
    assert "must be FIELD=VALUE" in capsys.readouterr().err


def test_what_people_corrected_is_shown_everywhere(path, capsys):
    statement = STORY.desks[0].statements[0]
    number = next(claim for claim in STORY.claims if claim.slot == "killed")
    assert review("correct", number.id, "--set", "value=nine civilians", "--later") == 0
    assert review("correct", statement.id, "--set", "act=promise", "--later") == 0
    capsys.readouterr()
    for arguments, words in (
        (["show", "statement", statement.id], "promise"),
        (["show", "incident", STORY.incidents[0].id], "nine civilians"),
        (["matrix", STORY.incidents[0].id], "nine civilians"),
        (["brief"], "“nine civilians”"),
    ):
        assert outcome(arguments) == 0
        assert words in capsys.readouterr().out


def test_links_contradictions_and_taking_back(path, capsys):
    assert review("same", EVENT.id, OTHER.id, "--later") == 0
    entry = capsys.readouterr().out.split()[0]
    assert review("different", EVENT.id, OTHER.id, "--later") == 1
    assert "retract one of these decisions first" in capsys.readouterr().err
    assert review("retract", entry[:12], "--later") == 0
    assert review("different", EVENT.id, OTHER.id, "--later") == 0


def test_two_incidents_are_related_and_stay_two(path, capsys):
    first, second = (incident.id for incident in STORY.incidents[:2])
    assert review("relate", first, second, "--as", "follows", "--reason", "answers it") == 0
    assert "ana relate" in capsys.readouterr().out
    store = open_store(path)
    assert [(entry.verb, entry.correction) for entry in store.decisions()] == [("relate", {"relation": "follows"})]
    store.close()
    assert review("relate", first, first, "--as", "follows") == 1
    assert "two incidents that differ" in capsys.readouterr().err
    assert review("relate", first, second, "--as", "revenge") == 2


def test_a_decision_waits_where_documents_do(path, capsys):
    assert review("accept", EVENT.id) == 0
    assert "takes effect with `standoff run`" in capsys.readouterr().err


def test_the_queue_says_why(path, capsys):
    assert review("queue", "--limit", "9") == 0
    assert "accounts contradict each other: Pakistan says so; India denies it." in capsys.readouterr().out
    assert review("queue", "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"kind", "id", "reason", "words"} == set(rows[0])


def test_unknown_rows_are_refused_in_one_sentence(path, capsys):
    assert review("accept", "inc-ffffffff") == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "has the id or short id 'inc-ffffffff'" in err


def test_an_outlet_is_graded(tmp_path, capsys):
    path = str(tmp_path / "story.db")
    keep(kashmir(), path).close()
    assert (
        outcome(["review", "grade", "Morning Post", "--reliability", "B", "--credibility", "2", "--store", path]) == 0
    )
    assert "grade publisher Morning Post reliability=B credibility=2" in capsys.readouterr().out
    assert (
        outcome(["review", "grade", "No Such Post", "--reliability", "B", "--credibility", "2", "--store", path]) == 1
    )


def test_an_unknown_decision_points_to_the_log(path, capsys):
    assert review("retract", "dec-ffffffff") == 1
    assert "'dec-ffffffff' is no decision of this record: `standoff review log` lists them." in capsys.readouterr().err
