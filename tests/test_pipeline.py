"""The straight path keeps what it read, derives what is missing, and says what failed."""

from __future__ import annotations

import io
import json
import sys
from contextlib import nullcontext
from dataclasses import replace
from types import SimpleNamespace

import pytest

from standoff import pipeline
from standoff.engines.base import Lost
from standoff.engines.inline import Inline
from standoff.errors import CodebookError, StepError
from tests.contracts.test_stores import reading
from tests.factories import document
from tests.running import REPORTS, codebook, derived, folder, load_once, loaded, new_store, run


@pytest.fixture(autouse=True)
def models(monkeypatch):
    load_once(monkeypatch)


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path / "record.db")
    yield made
    made.close()


def test_one_document_becomes_a_bundle_of_statements_and_events():
    text = "Pakistan said that Indian troops shelled a village on Tuesday. India denied the charge."
    given = document("note.txt", text)
    bundle = pipeline.process(given, codebook(), loaded())
    assert bundle.document == given
    assert bundle.run == pipeline.current_run(codebook()).id
    assert {s.source.ref.name for s in bundle.statements if s.source.ref} >= {"Pakistan", "India"}
    assert {p.id for p in bundle.parties} >= {r.party for s in bundle.statements for r in s.source.refs if r.party}
    assert "shelled" in {e.trigger.quote for e in bundle.events}


def test_a_bundle_is_named_by_the_models_that_made_it_not_by_the_environment(monkeypatch):
    given = document("note.txt", "Pakistan said that Indian troops shelled a village on Tuesday.")
    models = loaded()
    before = pipeline.process(given, codebook(), models)
    monkeypatch.setenv("STANDOFF_ATTRIBUTION", "rules")
    assert pipeline.process(given, codebook(), models) == before
    assert before.run != pipeline.current_run(codebook()).id


def test_a_run_ends_with_a_record_of_what_was_said_and_joined(store, tmp_path):
    counts = run(store, folder(tmp_path / "in"))
    assert counts == pipeline.Counts(seen=5, unread=0, new=5, analysed=5, failed=0)
    held = store.counts()
    assert held["statements"] >= 8
    sudan = {d.id for d in store.documents() if "el_fasher" in d.path}
    assert any(sudan <= set(incident.documents) for incident in store.incidents())
    assert not any(
        sudan & set(i.documents) and any("poonch" in d.path for d in store.documents(i.documents))
        for i in store.incidents()
    )


def test_the_same_bytes_again_change_nothing(store, tmp_path):
    given = folder(tmp_path / "in")
    run(store, given)
    before = (tmp_path / "record.db").read_bytes(), derived(store)
    assert run(store, given) == pipeline.Counts(seen=5)
    assert derived(store) == before[1]


def test_nothing_is_loaded_where_nothing_is_new(store, tmp_path, monkeypatch):
    given = folder(tmp_path / "in", "poonch.txt")
    run(store, given)
    monkeypatch.setattr(pipeline, "load_models", lambda: pytest.fail("the models were loaded"))
    monkeypatch.setattr(pipeline, "join", lambda *_: pytest.fail("incidents were joined"))
    run(store, given)


def test_an_undated_report_takes_its_date_from_its_neighbours_once_it_has_some(store, tmp_path):
    run(store, folder(tmp_path / "a", "undated.txt"))
    alone = next(store.documents()).published
    counts = run(store, folder(tmp_path / "b", "el_fasher_monday.txt", "el_fasher_wire.txt"))
    found = next(d for d in store.documents() if "undated" in d.path).published
    assert not alone.exact
    assert (found.earliest or "").startswith("2024-06")
    assert counts == pipeline.Counts(seen=2, new=2, analysed=3)


def test_what_a_cut_off_run_left_is_done_by_the_next(store, tmp_path, monkeypatch):
    given = folder(tmp_path / "in")
    whole = pipeline.process
    done = []

    def cut(found, *rest):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(found.id)
        return whole(found, *rest)

    monkeypatch.setattr(pipeline, "process", cut)
    with pytest.raises(KeyboardInterrupt):
        run(store, given)
    assert store.counts()["documents"] == 5
    monkeypatch.setattr(pipeline, "process", whole)
    assert run(store, given) == pipeline.Counts(seen=5, analysed=3)
    other = new_store(tmp_path / "other.db")
    run(other, given)
    assert derived(store) == derived(other)
    other.close()


def test_a_run_cut_off_before_joining_is_joined_by_the_next(store, tmp_path, monkeypatch):
    given = folder(tmp_path / "in", "poonch.txt")

    def cut(*_, **__):
        raise KeyboardInterrupt

    whole = pipeline.compare
    monkeypatch.setattr(pipeline, "compare", cut)
    with pytest.raises(KeyboardInterrupt):
        run(store, given)
    monkeypatch.setattr(pipeline, "compare", whole)
    assert store.counts()["incidents"] == 0
    assert run(store, given).analysed == 0
    assert store.counts()["incidents"] > 0


def test_a_document_that_breaks_a_step_is_a_row_and_the_others_are_done(store, tmp_path, monkeypatch):
    whole = pipeline.code

    def fragile(page, statements, codebook):
        if "avdiivka" in page.document.path:
            raise IndexError("list index out of range")
        return whole(page, statements, codebook)

    monkeypatch.setattr(pipeline, "code", fragile)
    given = folder(tmp_path / "in")
    counts = run(store, given)
    assert (counts.failed, counts.analysed) == (1, 5)
    (failure,) = store.failures()
    assert failure.path.endswith("avdiivka.txt")
    assert failure.reason.startswith("Unexpected IndexError in ")
    assert failure.reason.endswith(": list index out of range")
    assert run(store, given).failed == 1
    monkeypatch.setattr(pipeline, "code", whole)
    assert pipeline.rebuild(store, Inline()).failed == 0
    assert store.failures() == ()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"language": "de"}, "the language 'de' is not analysed yet"),
        ({"text": "So he said. " * 100_000}, "longer than the 1,000,000"),
    ],
)
def test_documents_that_the_steps_are_not_made_for_are_refused(fields, reason):
    given = replace(document("note.txt", "Er sagte nichts."), blocks=(), **fields)
    with pytest.raises(StepError, match=reason):
        pipeline.process(given, codebook(), loaded())
    failure = pipeline.attempt(given, codebook(), loaded()).failure
    assert reason in failure.reason
    assert (failure.path, failure.document) == ("note.txt", given.id)


def test_a_document_at_which_a_worker_died_is_a_row_and_is_tried_again(store):
    given = reading(document("note.txt", "India denied the charge."))
    store.add([given])
    crew = SimpleNamespace(
        expect=lambda _: None, map=lambda items: (Lost(item, "The worker process was ended.") for item in items)
    )
    deadly = SimpleNamespace(crew=lambda _: nullcontext(crew))
    counts = pipeline.run([], store, deadly)
    assert (counts.analysed, store.failures()[0].step) == (1, "engine")
    assert pipeline.run([], store, Inline()).analysed == 1
    assert store.failures() == ()


def test_lines_of_json_come_in_by_standard_input(store, monkeypatch):
    lines = [{"id": name, "text": text} for name, text in REPORTS.items()] + [{"id": "none"}]
    stream = io.BytesIO("\n".join(map(json.dumps, lines)).encode())
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
    counts = pipeline.run(["-"], store, Inline())
    assert (counts.seen, counts.new, counts.unread) == (6, 5, 1)


def test_progress_names_the_stages(store, tmp_path):
    stages = []
    pipeline.run([str(folder(tmp_path / "in"))], store, Inline(), lambda stage, done, total: stages.append(stage))
    assert list(dict.fromkeys(stages)) == ["reading", "dating", "analysing", "joining"]


def test_a_codebook_that_changes_while_a_run_begins_ends_it(store, tmp_path, monkeypatch):
    changed = replace(codebook(), digest="other")
    books = iter([codebook(), changed])
    monkeypatch.setattr(pipeline, "load", lambda: next(books))
    with pytest.raises(CodebookError, match="run the command again"):
        run(store, folder(tmp_path / "in", "poonch.txt"))


def test_reports_added_one_by_one_end_in_the_record_of_all_at_once(store, tmp_path, monkeypatch):
    names = [name for name in REPORTS if name != "undated.txt"]
    run(store, folder(tmp_path / "in", *names))
    whole = derived(store)
    monkeypatch.setattr(pipeline, "FEW", 0.5)  # what is joined already is never joined anew
    other = new_store(tmp_path / "other.db")
    for name in reversed(names):
        run(other, folder(tmp_path / "in", name) / name)
    grown = derived(other)
    for table in ("sketches", "slots", "events", "copies"):
        assert grown[table] == whole[table]
    members = [{tuple(sorted(i.events)) for i in kept.incidents()} for kept in (store, other)]
    assert members[0] == members[1]
    assert len(grown["claims"]) == len(whole["claims"])
    other.close()
