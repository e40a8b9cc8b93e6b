"""A run that is killed, or loses its store, loses nothing that was committed, and the next one goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from standoff import pipeline
from standoff.cli.main import outcome
from standoff.engines import local
from standoff.engines.inline import Inline
from standoff.store.open import open_store
from tests.running import REPORTS, derived, folder, load_once, new_store, run

MANY = 80  # reports, so that a run is still at work when it is killed


@pytest.fixture
def once(monkeypatch):
    load_once(monkeypatch)
    monkeypatch.setattr(local, "Local", lambda _: Inline())


def test_kill_nine_in_the_middle_loses_nothing_and_the_next_run_goes_on(once, tmp_path):
    reports = tmp_path / "in"
    reports.mkdir()
    for number in range(MANY):
        name, text = list(REPORTS.items())[number % len(REPORTS)]
        (reports / f"{number:03}_{name}").write_text(f"{text}\nReport number {number}.\n")
    address = str(tmp_path / "record.db")
    command = [sys.executable, "-c", "from standoff.cli.main import main; main()", "run", str(reports)]
    process = subprocess.Popen([*command, "--store", address, "--workers", "1"], stdout=subprocess.DEVNULL)
    try:
        done = wait_for_analyses(process, address)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    store = open_store(address)
    assert store.check() == "ok"
    assert store.counts()["documents"] == MANY
    counts = pipeline.run([str(reports)], store, Inline())
    assert (counts.new, counts.failed) == (0, 0)
    assert 0 < counts.analysed <= MANY - done
    whole = new_store(tmp_path / "whole.db")
    pipeline.run([str(reports)], whole, Inline())
    assert derived(store) == derived(whole)
    store.close()
    whole.close()


def wait_for_analyses(process: subprocess.Popen, address: str) -> int:
    """Wait until a run has committed some analyses but not all; return how many."""
    for _ in range(1_200):
        assert process.poll() is None, "the run ended before it could be killed"
        time.sleep(0.05)
        if not os.path.exists(address):
            continue
        try:
            with sqlite3.connect(f"file:{address}?mode=ro", uri=True) as connection:
                (done,) = connection.execute("SELECT count(*) FROM analyses").fetchone()
            connection.close()
        except sqlite3.OperationalError:  # the schema is just being made
            continue
        if done:
            return done
    pytest.fail("the run committed nothing in a minute")


def test_no_worker_outlives_a_killed_run(tmp_path):
    code = (
        "import os, time; from standoff.engines.local import Local; from tests.contracts import engine_functions as f\n"
        "if __name__ == '__main__':\n"
        "    with Local(2).crew(f.doubling) as crew:\n"
        "        next(crew.map(range(100)))\n"
        "        print(*(w.process.pid for w in crew.workers), flush=True)\n"
        "        time.sleep(60)\n"
    )
    script = tmp_path / "main.py"
    script.write_text(code)
    root = os.getcwd()
    process = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": root}
    )
    assert process.stdout is not None
    workers = [int(pid) for pid in process.stdout.readline().split()]
    process.kill()
    process.communicate()
    assert len(workers) == 2
    for _ in range(100):
        if not any(os.path.exists(f"/proc/{pid}") for pid in workers):
            return
        time.sleep(0.05)
    pytest.fail("a worker outlived its run")


def test_a_locked_store_is_said_and_left_as_it_was(once, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("STANDOFF_BUSY_SECONDS", "0.1")
    address = tmp_path / "record.db"
    reports = folder(tmp_path / "in", "poonch.txt")
    new_store(address).close()
    with sqlite3.connect(address, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert outcome(["run", str(reports), "--store", str(address)]) == 1
        assert "is locked by another process: wait until that has ended" in capsys.readouterr().err
    other.close()
    assert outcome(["run", str(reports), "--store", str(address)]) == 0


def test_a_store_that_is_removed_during_a_run_is_said(once, tmp_path, monkeypatch, capsys):
    address = tmp_path / "record.db"
    whole = pipeline.annotate

    def remove(*arguments):
        for file in tmp_path.glob("record.db*"):
            file.unlink()
        return whole(*arguments)

    monkeypatch.setattr(pipeline, "annotate", remove)
    assert outcome(["run", str(folder(tmp_path / "in", "poonch.txt")), "--store", str(address)]) == 1
    assert "was removed or replaced while it was open" in capsys.readouterr().err


def test_a_run_into_a_file_that_is_no_store_leaves_it_alone(once, tmp_path, capsys):
    notes = tmp_path / "notes.txt"
    notes.write_text("These are notes, and no store. " * 40)
    assert outcome(["run", str(folder(tmp_path / "in", "poonch.txt")), "--store", str(notes)]) == 1
    assert "is no SQLite database" in capsys.readouterr().err
    assert notes.read_text().startswith("These are notes")


def test_two_runs_at_once_take_turns(once, tmp_path):
    one, two = new_store(tmp_path / "record.db"), new_store(tmp_path / "record.db")
    run(one, folder(tmp_path / "a", "poonch.txt"))
    run(two, folder(tmp_path / "b", "avdiivka.txt"))
    assert run(one, tmp_path / "a", tmp_path / "b").new == 0
    one.close()
    two.close()
