"""What is read is kept a few at a time, and whoever waits is told how many are new."""

from __future__ import annotations

import pytest

from standoff.intake import TOGETHER, Watch, keep, quiet
from tests.running import codebook, folder, new_store


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path / "record.db")
    yield made
    made.close()


def test_documents_and_failures_are_told_apart(store, tmp_path):
    reports = folder(tmp_path / "in", "poonch.txt", "avdiivka.txt")
    (reports / "empty.txt").write_bytes(b"")
    seen = keep([str(reports)], store, codebook(), Watch(lambda _: None, quiet))
    assert (len(seen.documents), len(seen.failures), seen.new) == (2, 1, 2)
    assert [failure.path for failure in store.failures()] == [failure.path for failure in seen.failures]
    assert keep([str(reports)], store, codebook(), Watch(lambda _: None, quiet)).new == 0


@pytest.mark.parametrize("named", [".", "./in", "in/"])
def test_a_mended_report_fails_no_more_however_its_folder_is_named(store, tmp_path, monkeypatch, named):
    reports = folder(tmp_path / "in", "poonch.txt")
    (reports / "empty.txt").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    keep([named], store, codebook(), Watch(lambda _: None, quiet))
    assert len(store.failures()) == 1
    (reports / "empty.txt").write_text("The army denied it.")
    keep([named], store, codebook(), Watch(lambda _: None, quiet))
    assert store.failures() == ()


def test_the_files_of_the_store_are_no_reports(store, tmp_path):
    reports = folder(tmp_path, "poonch.txt")
    (reports / "record.db.views.json").write_text("{}")
    (reports / "records.db").write_bytes(b"?")
    seen = keep([str(reports)], store, codebook(), Watch(lambda _: None, quiet))
    assert len(seen.documents) == 1
    assert [failure.path for failure in seen.failures] == [f"{reports}/records.db"]


def test_a_crew_hears_of_new_documents_while_others_are_still_read(store, tmp_path):
    reports = folder(tmp_path / "in", "poonch.txt")
    for number in range(TOGETHER + 3):
        (reports / f"{number:02}.txt").write_text(f"The army said that it held village number {number}.")
    told = []
    keep([str(reports)], store, codebook(), Watch(told.append, quiet))
    assert told == [TOGETHER, TOGETHER + 4]
