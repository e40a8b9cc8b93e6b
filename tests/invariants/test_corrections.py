"""Corrections reach what is joined, compared and summed, outlive a rebuild, and go when they are taken back."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from standoff import pipeline
from standoff.engines.inline import Inline
from standoff.reviewing.desk import Vote, decide, retract
from standoff.reviewing.verdicts import anchored_log, verdicts_in_force
from standoff.store import tables as t
from tests.running import derived, folder, load_once, new_store, run


@pytest.fixture(autouse=True)
def models(monkeypatch):
    load_once(monkeypatch)


@pytest.fixture
def store(tmp_path):
    kept = new_store(tmp_path / "record.db")
    run(kept, folder(tmp_path / "in"))
    yield kept
    kept.close()


def edges(store) -> set[tuple[str, str]]:
    with store.connect() as connection:
        return {tuple(row) for row in connection.execute(select(t.edge_sums.c.actor, t.edge_sums.c.type))}


def redirects(store) -> list[str | None]:
    """Return where the ids of incidents that were shown while a correction held lead now."""
    with store.connect() as connection:
        return list(connection.scalars(select(t.redirects.c.heir)))


def across(store) -> dict[str, list[str]]:
    """Return all derived rows; where decisions lie, and ids once shown that lead on, are none of them."""
    found = {name: rows for name, rows in derived(store).items() if name != "redirects"}
    return found | {"marks": [row for row in found["marks"] if "'decision'" not in row]}


def tolls(store):
    return [d for d in store.discrepancies() if d.slot == "killed"]


def thirty(store, toll):
    return next(c.id for c in store.claims() if c.id in toll.claims and c.value["low"] == 30)


def correct(store, target, **fields):
    return decide(store, target, Vote("correct", "ana", "read the report", correction=fields))


def test_a_corrected_value_settles_a_difference_until_it_is_taken_back(store):
    (toll,) = tolls(store)
    before = across(store)
    wrong = thirty(store, toll)
    entry = correct(store, wrong, value="22 people")
    assert pipeline.rejoin(store)
    assert tolls(store) == []
    pipeline.rebuild(store, Inline())
    assert tolls(store) == []
    assert [found.attachment for found in anchored_log(store)] == ["exact"]
    assert next(c for c in store.claims() if c.id == wrong).value["basis"] == "reviewer"
    retract(store, entry.id, Vote("retract", "ana", "it says thirty"))
    assert pipeline.rejoin(store)
    assert across(store) == before


def test_a_rejected_claim_is_kept_and_compared_with_nothing(store):
    (toll,) = tolls(store)
    wrong = thirty(store, toll)
    decide(store, wrong, Vote("reject", "ana", "not of this day"))
    assert pipeline.rejoin(store)
    assert tolls(store) == []
    assert wrong in {claim.id for claim in store.claims()}
    assert [found.attachment for found in anchored_log(store)] == ["exact"]


def test_a_corrected_actor_and_type_reach_the_network_and_claims_until_taken_back(store):
    event = next(e for e in store.record().events.values() if e.type == "shelling" and e.parties("actor"))
    before = across(store)
    entry = correct(store, event.id, actor="Norway", recipient="Chad", type="protest")
    assert pipeline.rejoin(store)
    assert ("NOR", "protest") in edges(store)
    claims = {c.slot: c.value for c in store.claims() if c.event == event.id}
    assert (claims["actor"]["party"], claims["occurred"]["type"]) == ("NOR", "protest")
    pipeline.rebuild(store, Inline())
    assert ("NOR", "protest") in edges(store)
    assert store.record().events[event.id] == event  # what was derived is kept
    retract(store, entry.id, Vote("retract", "ana", "it was shelling"))
    assert pipeline.rejoin(store)
    assert across(store) == before
    assert set(redirects(store)) <= {incident.id for incident in store.incidents()}


def test_corrections_of_one_row_add_up(store):
    statement = next(iter(store.record().statements.values()))
    correct(store, statement.id, act="deny")
    correct(store, statement.id, speaker="Norway")
    decide(store, statement.id, Vote("correct", "ben", "agreed", correction={"hedge": True}))
    fields = verdicts_in_force(store).corrections[statement.id]
    assert (fields["act"], fields["speaker"], fields["hedge"]) == ("deny", "Norway", True)
    decide(store, statement.id, Vote("correct", "ben", "no", correction={"act": "assert"}))
    assert verdicts_in_force(store).states[statement.id] == "disputed"
