"""The compiled questions are those that are put, and both ways of asking them give the same rows."""

from __future__ import annotations

import sqlite3

import pytest

from standoff.model.clock import Interval
from standoff.model.decision import Decision
from standoff.model.ids import speakable
from standoff.model.run import Failure
from standoff.store import questions
from standoff.store.asking import FILE, ask, ask_among
from standoff.store.glance import glance
from standoff.store.open import open_store
from tests.factories import kashmir, keep

GONE = "inc-000000000000000000000000"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Keep a record in which each question finds something: an incident that is no more, an accord in an incident."""
    path = tmp_path_factory.mktemp("questions") / "story.db"
    store = keep(kashmir(), path)
    store.date({kashmir().desks[0].document.id: Interval("2023-05-09", "2023-05-10", "inferred:neighbours")})
    store.fail([Failure("a.pdf", "reading", "It is no PDF.", None)])
    store.decide(Decision("dec-0123456789", "2023-05-12T00:00:00Z", "Ann", "accept", "statement", told().id))
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO redirects VALUES (?, ?)", (GONE, kashmir().incidents[0].id))
    connection.execute("UPDATE agreement_links SET statement = ?", (told().id,))
    connection.commit()
    connection.close()
    return path


def told():
    """Return a statement that tells of an event."""
    return next(s for desk in kashmir().desks for s in desk.statements if any(e.statement == s.id for e in desk.events))


def values() -> dict[str, object]:
    story = kashmir()
    incident = story.incidents[0]
    found = [row for bundle in story.bundles for row in (bundle.document, *bundle.statements, *bundle.events)]
    found += [*story.incidents, *story.claims, *story.discrepancies, *story.agreement_links]
    return {
        "among": [*(row.id for row in found), GONE, "killed"],
        "incident": incident.id,
        "statement": told().id,
        "name": incident.short_id,
        "kind": "statement",
        "first": None,
        "last": None,
        "since": None,
        "most": 5,
    }


def asked(question: str, given: dict[str, object]) -> dict[str, object]:
    """Return those of some values that a question takes."""
    named = questions.QUESTIONS[question].compile().params
    return {name: value for name, value in given.items() if name in named}


def test_the_file_holds_the_questions_as_they_are_put():
    assert FILE.read_text(encoding="utf-8") == questions.written(), "run python -m standoff.store.questions"


@pytest.mark.parametrize("question", sorted(questions.QUESTIONS))
def test_both_ways_of_asking_give_the_same_rows(path, question):
    given = asked(question, values())
    if "beginning" in question:
        given |= {"first": "a", "after": "z"}
    if "short id" in question:
        given["name"] = speakable(
            {"incident": kashmir().incidents[0].id, "statement": told().id}.get(
                question.split()[0], kashmir().desks[0].document.id
            )
        )
    store, light = open_store(path), glance(path, 1.0)
    with store.connect() as whole, light.connect() as alone:
        rows = [(row._mapping.keys(), *row) for row in ask(whole, question, **given)]
        found = [(row._fields, *row) for row in ask(alone, question, **given)]
    store.close()
    assert rows, "the record of this test holds nothing to find"
    assert [tuple(row[1:]) for row in found] == [tuple(row[1:]) for row in rows]
    assert [list(row[0]) for row in found] == [list(row[0]) for row in rows]


@pytest.mark.parametrize(
    ("period", "listed"),
    [
        ({}, 2),
        ({"first": "2023-05-09", "last": "2023-05-09"}, 1),
        ({"last": "2023-05-08"}, 0),
        ({"since": "2030-01-01"}, 1),  # one of its documents is undated, and so counts as new
    ],
)
def test_a_bound_that_is_absent_bounds_nothing(path, period, listed):
    given = {"first": None, "last": None, "since": None} | period
    with glance(path, 1.0).connect() as connection:
        assert len(list(ask(connection, "incidents by weight", most=10, **given))) == listed


def test_more_ids_than_one_statement_takes_are_asked_in_batches(path):
    known = values()["among"]
    with glance(path, 1.0).connect() as connection:
        found = [row.body["id"] for row in ask_among(connection, "statements by id", [*known, *map(str, range(999))])]
    assert sorted(found) == sorted(key for key in known if key.startswith("stm-"))
