"""Everything derived is a function of documents, codebook, models and decisions, in whatever order they came."""

from __future__ import annotations

import pytest

from standoff import pipeline
from standoff.engines.inline import Inline
from standoff.reviewing.desk import Vote, decide
from tests.running import REPORTS, derived, folder, load_once, new_store, run

NAMES = tuple(REPORTS)


@pytest.fixture(autouse=True)
def models(monkeypatch):
    load_once(monkeypatch)


def test_rebuilding_gives_equal_tables(tmp_path):
    store = new_store(tmp_path / "record.db")
    run(store, folder(tmp_path / "in"))
    before = derived(store)
    assert pipeline.rebuild(store, Inline()).analysed == len(NAMES)
    assert derived(store) == before
    store.close()


@pytest.mark.parametrize("first", [NAMES[:2], NAMES[2:], NAMES[-1:]])
def test_two_batches_give_what_one_gives(tmp_path, first):
    whole, parts = new_store(tmp_path / "whole.db"), new_store(tmp_path / "parts.db")
    run(whole, folder(tmp_path / "in"))
    run(parts, *(tmp_path / "in" / name for name in first))
    run(parts, tmp_path / "in")
    one, two = shape(whole), shape(parts)
    assert one == two
    before = derived(parts)
    pipeline.rebuild(parts, Inline())
    assert derived(parts) == before
    whole.close()
    parts.close()


def shape(store) -> dict[str, object]:
    """Return what is derived, with incidents by their members: which name one keeps depends on what was shown first."""
    record = store.record()
    return {
        "documents": record.documents,
        "statements": record.statements,
        "events": record.events,
        "copies": record.copies,
        "incidents": {(i.events, i.label, i.happened, i.status, i.parties) for i in store.incidents()},
        "counts": {key: number for key, number in store.counts().items() if key != "failures"},
    }


def test_decisions_outlive_a_rebuild_and_bind_it(tmp_path):
    store = new_store(tmp_path / "record.db")
    run(store, folder(tmp_path / "in"))
    joined = next(i for i in store.incidents() if len(i.documents) > 1)
    left, right = joined.events[0], next(e for e in joined.events if e != joined.events[0])
    decide(store, left, Vote("different", "ana", "two markets", other=right))
    pipeline.rebuild(store, Inline())
    home = {event: i.id for i in store.incidents() for event in i.events}
    assert home[left] != home[right]
    before = derived(store)
    pipeline.rebuild(store, Inline())
    assert derived(store) == before
    store.close()
