"""Decisions are entered with an anchor, refused with a reason, taken back once, and watched when they move."""

from __future__ import annotations

import pytest

from standoff.errors import ConflictError, DecisionError, NotFoundError
from standoff.reviewing.desk import Vote, decide, retract
from standoff.reviewing.verdicts import anchored_log, verdicts_in_force
from tests.factories import kashmir, keep

STORY = kashmir()
SHELLED, FELL = STORY.desks[0].events
STATEMENT = STORY.desks[0].statements[0]


@pytest.fixture
def store(tmp_path):
    kept = keep(STORY, tmp_path / "record.db")
    yield kept
    kept.close()


def vote(verb="accept", reviewer="ana", **fields):
    return Vote(verb, reviewer, **fields)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (STATEMENT, "statement"),
        (SHELLED, "event"),
        (STORY.claims[0], "claim"),
        (STORY.discrepancies[0], "discrepancy"),
        (STORY.incidents[0], "incident"),
        (STORY.agreement_links[0], "agreement_link"),
    ],
)
def test_a_decision_on_any_row_is_anchored_to_its_words(store, row, kind):
    entry = decide(store, row.id[:14], vote(reason="read twice"))
    assert (entry.target, entry.target_kind, entry.reason) == (row.id, kind, "read twice")
    assert entry.anchor
    assert verdicts_in_force(store).states == {row.id: "accepted"}
    assert [found.attachment for found in anchored_log(store)] == ["exact"]


def test_the_same_vote_can_be_cast_again(store):
    assert decide(store, STATEMENT.id, vote()).id != decide(store, STATEMENT.id, vote()).id


def test_an_incident_stands_for_its_first_event(store):
    shelling, call = STORY.incidents
    entry = decide(store, shelling.short_id, vote("same", other=call.short_id))
    assert (entry.target, entry.other) == (shelling.events[0], call.events[0])
    with pytest.raises(ConflictError, match="retract one of these decisions"):
        decide(store, call.events[0], vote("different", other=shelling.events[0]))


@pytest.mark.parametrize(
    ("target", "given", "match"),
    [
        (STATEMENT.id, vote("same", other=SHELLED.id), "only events and incidents"),
        (SHELLED.id, vote("same", other=SHELLED.id), "give two that differ"),
        (SHELLED.id, vote("same"), "needs two"),
        (STORY.desks[0].document.id, vote(), "is a document; decisions are taken on statement"),
        (STATEMENT.id, vote("correct", correction={"score": 1}), "score cannot be corrected; act, channel"),
        (STATEMENT.id, vote("correct"), "Nothing cannot be corrected"),
        (STORY.claims[0].id, vote("correct", correction={"slot": "x"}), "slot cannot be corrected; value can"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_a_reason(store, target, given, match):
    with pytest.raises(DecisionError, match=match):
        decide(store, target, given)
    assert store.decisions() == ()


def test_a_decision_is_taken_back_once(store):
    first = decide(store, STATEMENT.id, vote("reject"))
    back = retract(store, first.id, vote("retract", "ben", reason="misread"))
    assert (back.supersedes, back.target) == (first.id, STATEMENT.id)
    assert verdicts_in_force(store).states == {}
    assert len(store.decisions()) == 2
    for wrong, match in ((first.id, "taken back already"), (back.id, "no decision that can be taken back")):
        with pytest.raises(DecisionError, match=match):
            retract(store, wrong, vote("retract"))
    with pytest.raises(NotFoundError):
        retract(store, "dec-ffffffff", vote("retract"))
