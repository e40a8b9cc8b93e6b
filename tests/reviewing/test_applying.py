"""Verdicts stand before joining: rejected rows and what rests on them are left out, others are as corrected."""

from __future__ import annotations

from standoff.model.decision import Verdicts
from standoff.model.record import record_of
from standoff.reviewing.applying import apply, changed, corrected
from standoff.reviewing.choices import FIELDS
from tests.factories import kashmir

STORY = kashmir()
RECORD = record_of(STORY.bundles)
SHELLED = STORY.desks[0].statements[0]


def test_without_verdicts_the_record_is_the_same():
    assert apply(RECORD, Verdicts()) == RECORD


def test_a_rejected_statement_takes_its_events_with_it():
    left = apply(RECORD, Verdicts(states={SHELLED.id: "rejected"}))
    assert RECORD.statements.keys() - left.statements.keys() == {SHELLED.id}
    assert {e.statement for e in RECORD.events.values() if e.id not in left.events} == {SHELLED.id}


def test_a_disputed_row_stays_as_it_is():
    assert apply(RECORD, Verdicts(states={SHELLED.id: "disputed"})) == RECORD


def test_corrections_set_the_fields_that_people_can_set():
    fields = {"act": "deny", "polarity": "denies", "id": "stm-forged"}
    found = apply(RECORD, Verdicts(corrections={SHELLED.id: fields})).statements[SHELLED.id]
    assert (found.act, found.polarity, found.id) == ("deny", "denies", SHELLED.id)


def test_a_correction_taken_back_leaves_the_row_as_derived():
    verdicts = Verdicts(corrections={SHELLED.id: {"act": "deny"}})
    assert changed(RECORD, verdicts, {SHELLED.id})[0].act == "deny"
    assert changed(RECORD, Verdicts(), {SHELLED.id, "stm-gone"}) == (SHELLED,)


def test_every_field_that_can_be_corrected_is_of_some_kind_of_row():
    assert set(FIELDS) == {"statement", "event", "claim"}
    claim = STORY.claims[0]
    verdicts = Verdicts(corrections={claim.id: {"value": "ten", "value.text": "ten", "value.low": 10}})
    assert corrected(claim, verdicts).value["low"] == 10
