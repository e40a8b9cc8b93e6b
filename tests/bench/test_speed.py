"""The texts that speed is measured on differ from round to round and keep their layout; a store grows soundly."""

from __future__ import annotations

import sqlite3
from itertools import islice

from bench import growing
from bench.speed import Meter, distinct, timed, varied
from standoff.store.open import open_store
from tests.factories import kashmir, keep

SOURCES = [desk.document for desk in kashmir().desks]


def test_each_round_has_other_figures_other_days_and_the_same_layout():
    first, second = list(islice(varied(SOURCES), 0, 3)), list(islice(varied(SOURCES), 3, 6))
    assert [d.text for d in first] == [d.text for d in SOURCES]
    assert first[0].text != second[0].text
    assert "Around 31 shells" in second[0].text
    assert [len(d.text) for d in first] == [len(d.text) for d in second]
    assert (second[0].published.earliest, second[2].published.known) == ("2023-06-21", False)


def test_a_grown_store_holds_copies_that_hang_together(tmp_path, monkeypatch):
    path = tmp_path / "record.db"
    keep(kashmir(), path).close()
    monkeypatch.setattr(growing, "LARGE", 9)
    assert growing.grow(path) == 9
    store = open_store(path)
    assert store.counts()["documents"] == 9
    assert len(store.incidents()) == 6
    assert all(event in store.record().events for i in store.incidents() for event in i.events)
    store.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM document_sums").fetchone() == (9,)
        edges = "SELECT sum(events) FROM edge_sums"
        counted = connection.execute(edges).fetchone()[0]
        assert counted > 0
        assert counted % 3 == 0  # those of each copy are added up, as they are of the same parties
    connection.close()


def test_time_is_measured_while_something_is_done():
    with timed() as clock:
        sum(range(100_000))
    assert clock.wall > 0


def test_a_text_counts_once():
    assert [d.text for d in distinct([*SOURCES, *SOURCES])] == [d.text for d in SOURCES]


def test_a_meter_adds_up_what_functions_take():
    meter = Meter(words=10)
    twice = meter.of("twice", lambda number: 2 * number)
    assert [twice(1), twice(2)] == [2, 4]
    assert meter.rates().keys() == {"twice"}
    assert meter.rates()["twice"] >= 0
