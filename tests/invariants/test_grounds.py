"""Whatever a record holds stands on words of a text, has a voice, and says what it was decided by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import pytest
from sqlalchemy import select

from standoff.model import claim, event, grounding, incident, statement
from standoff.store import tables as t
from standoff.views.wording import KIND_WORDS, SIGNS, STATUS_WORDS
from tests.running import folder, load_once, new_store, run

VERDICTS = re.compile(r"\b(?:true|false|verified|unverified|fake|debunked|confirmed|lie|lies)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Iterator:
    place = tmp_path_factory.mktemp("grounds")
    with pytest.MonkeyPatch.context() as patch:
        load_once(patch)
        kept = new_store(place / "record.db")
        run(kept, folder(place / "in"))
        yield kept
        kept.close()


def test_every_claim_quotes_its_document_and_has_evidence(store):
    texts, claims = {d.id: d.text for d in store.documents()}, store.claims()
    assert claims
    for row in claims:
        assert row.evidence
        for span in (row.quote, *row.evidence):
            assert 0 <= span.start < span.stop <= len(texts[span.document])
            assert texts[span.document][span.start : span.stop] == span.quote


def test_every_event_has_a_voice(store):
    record = store.record()
    assert record.events
    for row in record.events.values():
        voice = record.voice(row)
        assert row.statement is None or voice is not None
        assert row.document in record.documents  # whose publisher tells it where no statement does


def test_every_difference_is_between_claims_that_there_are_and_says_why(store):
    claims = {row.id: row for row in store.claims()}
    assert store.discrepancies()
    for row in store.discrepancies():
        assert len(set(row.claims)) >= 2
        assert set(row.claims) <= claims.keys()
        assert {claims[key].slot for key in row.claims} == {row.slot}
        assert row.explanation.endswith(".")


def test_an_incident_owns_members_and_each_event_is_of_one_at_most(store):
    record, incidents = store.record(), store.incidents()
    members = [event for row in incidents for event in row.events]
    assert len(members) == len(set(members))
    assert set(members) <= record.events.keys()


def test_every_join_explains_itself(store):
    with store.connect() as connection:
        links = connection.execute(select(t.links)).all()
    assert links
    for link in links:
        assert link.features or link.reason


def test_an_unknown_is_absent_and_not_a_default(store):
    known = {d.id: d.published for d in store.documents()}
    assert any(not when.known or when.basis.startswith("inferred") for when in known.values())
    for row in store.record().events.values():
        assert row.happened is None or row.happened.basis
        assert row.place is None or row.place.name


def test_the_machine_has_no_word_for_true_or_false():
    named = (claim.DiscrepancyKind, incident.Status, statement.Polarity, event.Frame, grounding.ResolvedFrom)
    values = [value for kind in named for value in get_args(kind)]
    shown = [*SIGNS, *STATUS_WORDS.values(), *KIND_WORDS.values(), *(sign.word for sign in SIGNS.values())]
    columns = [column.name.replace("_", " ") for table in t.metadata.sorted_tables for column in table.columns]
    assert [word for word in (*values, *shown, *columns) if VERDICTS.search(word)] == []
