"""The record is at hand in a notebook: read, iterate, look up, frame, and analyse one text."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

import standoff
from standoff.errors import StoreError, UsageError
from tests.running import folder, load_once


@pytest.fixture(autouse=True)
def models(monkeypatch):
    load_once(monkeypatch)


@pytest.fixture
def record(tmp_path):
    opened = standoff.read(folder(tmp_path / "in", "poonch.txt", "el_fasher_monday.txt"), store=tmp_path / "record.db")
    yield opened
    opened.close()


def test_reading_a_folder_gives_tables(record):
    assert (record.counts.new, len(record.documents)) == (2, 2)
    assert {row["document"] for row in record.statements} == {row["id"] for row in record.documents}
    assert repr(record.failures) == "<0 failures>"
    assert {"incidents", "row"} <= set(dir(record))


def test_tables_become_data_frames(record):
    frame = record.incidents.to_pandas()
    assert len(frame) == len(record.incidents)
    assert {"id", "label", "happened.earliest"} <= set(frame.columns)


def test_rows_are_found_by_short_id(record):
    incident = next(iter(record.incidents))
    assert record.row(incident["short_id"]) == incident
    claim = next(iter(record.claims))
    assert record.row(claim["id"]) == claim


def test_an_unknown_table_is_refused_with_the_known_ones(record):
    with pytest.raises(AttributeError, match="has no 'events_'; it has documents, statements"):
        record.events_  # noqa: B018 - the access is what is tested


def test_a_record_that_exists_can_be_opened_again(record, tmp_path):
    again = standoff.open_record(tmp_path / "record.db")
    assert list(again.documents) == list(record.documents)
    again.close()
    with pytest.raises(StoreError, match="no store at"):
        standoff.open_record(tmp_path / "absent.db")


def test_a_record_without_a_path_goes_with_its_object(tmp_path):
    record = standoff.read(folder(tmp_path / "in", "poonch.txt"))
    path = record.store.address
    assert len(record.documents) == 1
    record.close()
    with pytest.raises(StoreError):
        standoff.open_record(path)


def test_one_text_is_analysed_alone():
    bundle = standoff.process("India denied on Tuesday that its troops crossed the line.")
    assert [s.act for s in bundle.statements] == ["deny"]


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, standoff; print([m for m in ('spacy', 'sqlalchemy', 'click', 'yaml') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_table_outlives_the_name_of_its_record(tmp_path):
    rows = standoff.read(folder(tmp_path / "in", "poonch.txt")).statements
    gc.collect()
    assert len(rows.to_pandas()) == len(rows) > 0
    rows.record.close()


def test_a_record_says_what_it_holds_and_closes_itself(record, tmp_path):
    with standoff.open_record(tmp_path / "record.db") as again:
        assert repr(again).startswith(f"<record at {tmp_path / 'record.db'}: 2 documents, ")
        assert len(again.agreements) > 100


def test_what_is_no_text_and_no_path_at_all_are_refused():
    with pytest.raises(UsageError, match="not int"):
        standoff.process(3)
    with pytest.raises(UsageError, match="Give the path"):
        standoff.read()
