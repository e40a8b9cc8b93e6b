"""`standoff run`, `rebuild` and `doctor`: counts on the last line, exit codes, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standoff import pipeline
from standoff.attributing.tagging import finder
from standoff.cli.main import outcome
from standoff.engines import local
from standoff.engines.inline import Inline
from tests.running import codebook, folder, load_once


@pytest.fixture(autouse=True)
def models(monkeypatch):
    load_once(monkeypatch)
    monkeypatch.setattr(local, "Local", lambda _: Inline())


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "record.db")


def test_a_run_ends_with_one_line_of_counts(tmp_path, store, capsys):
    reports = str(folder(tmp_path / "in", "poonch.txt", "avdiivka.txt"))
    assert outcome(["run", reports, "--store", store]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("2 documents: 2 new, 0 known, 0 failed; 2 analysed; the record holds 2 documents, ")
    assert (printed.out.count("\n"), printed.err) == (1, "")
    assert outcome(["run", reports, "--store", store]) == 0
    assert capsys.readouterr().out.startswith("2 documents: 0 new, 2 known, 0 failed; 0 analysed;")


def test_the_counts_come_as_json_too(tmp_path, store, capsys):
    assert outcome(["run", str(folder(tmp_path / "in", "poonch.txt")), "--store", store, "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)
    assert {key: counts[key] for key in ("seen", "unread", "new", "analysed", "failed")} == {
        "seen": 1,
        "unread": 0,
        "new": 1,
        "analysed": 1,
        "failed": 0,
    }
    assert counts["store"]["documents"] == 1


def test_some_failed_is_exit_code_three_each_time(tmp_path, store, capsys):
    reports = folder(tmp_path / "in", "poonch.txt")
    (reports / "empty.txt").write_bytes(b"")
    for _ in range(2):
        assert outcome(["run", str(reports), "--store", store]) == 3
        said = capsys.readouterr()
        assert " 1 failed;" in said.out
        assert ": reading: " in said.err
    (reports / "empty.txt").write_text("The army denied it.")
    assert outcome(["run", str(reports), "--store", store]) == 0
    assert " 0 failed;" in capsys.readouterr().out


def test_a_path_that_does_not_exist_is_a_row(tmp_path, store, capsys):
    assert outcome(["run", str(tmp_path / "absent"), "--store", store]) == 3
    assert capsys.readouterr().out.startswith("1 document: 0 new, 0 known, 1 failed;")


def test_only_what_this_run_met_is_said_to_have_failed(tmp_path, store, capsys):
    assert outcome(["run", str(tmp_path / "earlier"), "--store", store]) == 3
    capsys.readouterr()
    assert outcome(["run", str(tmp_path / "absent"), "--store", store]) == 3
    said = capsys.readouterr().err
    assert "absent: reading: there is no such file" in said
    assert "earlier" not in said


def test_rebuilding_says_what_was_analysed(tmp_path, store, capsys):
    outcome(["run", str(folder(tmp_path / "in", "poonch.txt")), "--store", store])
    capsys.readouterr()
    assert outcome(["rebuild", "--store", store]) == 0
    assert "1 analysed" in capsys.readouterr().out
    assert outcome(["rebuild", "--store", str(tmp_path / "absent.db")]) == 1


def test_the_doctor_names_versions_codebook_and_store(tmp_path, store, capsys):
    outcome(["run", str(folder(tmp_path / "in", "poonch.txt")), "--store", store])
    capsys.readouterr()
    assert outcome(["doctor", "--store", store, "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)
    assert findings["store integrity"] == "ok"
    assert {"python", "standoff", "spacy", "codebook", "store size", "store holds"} <= set(findings)
    assert outcome(["doctor"]) == 0
    assert "codebook" in capsys.readouterr().out


def test_a_decision_works_out_incidents_again(tmp_path, store, capsys):
    outcome(["run", str(folder(tmp_path / "in", "el_fasher_monday.txt", "el_fasher_wire.txt")), "--store", store])
    outcome(["show", "incidents", "--store", store, "--json"])
    capsys.readouterr()
    outcome(["review", "queue", "--store", store, "--json"])
    capsys.readouterr()
    from standoff.store.open import open_store

    opened = open_store(store)
    joined = next(i for i in opened.incidents() if len(i.events) > 1)
    left, right = joined.events[:2]
    assert outcome(["review", "different", left, right, "--store", store]) == 0
    home = {event: i.id for i in opened.incidents() for event in i.events}
    assert home[left] != home[right]
    entry = opened.decisions()[0].id
    assert outcome(["review", "retract", entry, "--store", store]) == 0
    home = {event: i.id for i in opened.incidents() for event in i.events}
    assert home[left] == home[right]
    opened.close()


def test_a_missing_tagger_is_said_on_stderr_and_kept_with_the_run(tmp_path, store, capsys, monkeypatch):
    def describe(way):
        return "none: rules alone, for the package onnxruntime is missing; install standoff again"

    monkeypatch.setattr(finder, "describe", describe)
    pipeline.models_digest.cache_clear()
    try:
        assert outcome(["run", str(folder(tmp_path / "in", "poonch.txt")), "--store", store]) == 0
        assert "tagger: none: rules alone, for the package onnxruntime is missing" in capsys.readouterr().err
        assert "tagger none: rules alone" in pipeline.current_run(codebook()).models
    finally:
        pipeline.models_digest.cache_clear()
    monkeypatch.setenv("STANDOFF_ATTRIBUTION", "rules")
    assert outcome(["run", str(folder(tmp_path / "in", "poonch.txt")), "--store", store]) == 0
    assert capsys.readouterr().err == ""


def test_a_folder_without_reports_is_said_to_be_so(tmp_path, store, capsys):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert outcome(["run", str(empty), "--store", store]) == 0
    assert f"Nothing to read was found at {empty}" in capsys.readouterr().err
