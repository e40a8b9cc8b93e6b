"""What reviewers left open comes first, what they settled not again."""

from __future__ import annotations

from standoff.model.run import Bundle
from standoff.reviewing.desk import Vote, decide
from standoff.reviewing.log import fold
from standoff.reviewing.verdicts import anchored_log
from standoff.views.screens.queue import queue
from standoff.views.screens.reading import Reading
from tests.factories import RUN, kashmir

STORY = kashmir()
FELL = STORY.desks[0].events[1]
STATEMENT = STORY.desks[0].statements[0]


def tasks(store, books):
    log = anchored_log(store)
    with store.connect() as connection:
        return queue(connection, log, Reading(books, fold(log)), 100)


def test_the_queue_begins_with_what_reviewers_left_open(store, books):
    decide(store, STATEMENT.id, Vote("accept", "ana"))
    decide(store, STATEMENT.id, Vote("reject", "ben"))
    decide(store, FELL.id, Vote("accept", "ana"))
    bundle = STORY.bundles[0]
    kept = Bundle(bundle.document, RUN.id, statements=bundle.statements, parties=bundle.parties, places=bundle.places)
    store.replace(kept)
    found = tasks(store, books)
    left = {("reviewers differ", STATEMENT.id), ("the decision lost its row", store.decisions()[2].id)}
    assert {(task.reason, task.target) for task in found[:2]} == left
    assert {task.kind for task in found[2:]} == {"discrepancy", "incident"}


def test_what_is_settled_is_not_asked_again(store, books):
    for row in (*STORY.discrepancies, *STORY.incidents):
        decide(store, row.id, Vote("accept", "ana"))
    assert [task.kind for task in tasks(store, books) if task.kind != "statement"] == []
