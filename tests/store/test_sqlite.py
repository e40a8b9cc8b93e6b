"""What SQLite refuses is said in one sentence: what failed, where, and what to do."""

from __future__ import annotations

import os
import sqlite3

import pytest
from sqlalchemy import text

from standoff.errors import StoreError
from standoff.store.open import open_store
from tests.factories import kashmir, keep


def test_an_absent_store_is_made_only_when_asked(tmp_path):
    path = tmp_path / "absent.db"
    with pytest.raises(StoreError, match=rf"There is no store at {path}: make one with `standoff run"):
        open_store(path)
    assert not path.exists()
    open_store(f"sqlite:///{path}", create=True).close()
    assert path.exists()


def test_another_kind_of_address_is_refused():
    with pytest.raises(StoreError, match="'mysql' stores are not known"):
        open_store("mysql://host/base")


def test_a_file_that_is_no_database_is_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Notes on the talks in Doha. " * 50)
    with pytest.raises(StoreError, match=r"notes\.txt is no SQLite database: give the path of a store"):
        open_store(path, create=True)
    assert path.read_text().startswith("Notes")


def test_a_database_of_something_else_is_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="is a database of something else"):
        open_store(path, create=True)


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(StoreError, match="cannot be opened: check that its folder exists"):
        open_store(tmp_path / "no" / "such" / "folder.db", create=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_store_that_cannot_be_written_says_so(tmp_path):
    path = tmp_path / "fixed.db"
    store = keep(kashmir(), path)
    store.close()
    path.chmod(0o400)
    with pytest.raises(StoreError, match="cannot be written to: check the permissions"):
        open_store(path).forget()


def test_a_full_disk_keeps_what_was_committed(tmp_path):
    store = keep(kashmir(), tmp_path / "full.db")
    before = store.counts()
    with store.writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        fill = text("UPDATE states SET value = hex(zeroblob(10000000))")
        with pytest.raises(StoreError, match="disk is full: free space"), store.naming(store.address):
            connection.execute(fill)
    assert store.counts() == before
    store.close()


def test_a_damaged_store_is_named(tmp_path):
    path = tmp_path / "cut.db"
    keep(kashmir(), path).close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(StoreError, match="is damaged: restore a copy"):
        open_store(path)


def test_the_revision_rises_with_every_write_and_only_then(tmp_path):
    story = kashmir()
    store = keep(story, tmp_path / "story.db")
    first = store.revision()
    store.counts()
    store.forget()
    store.forget()  # nothing is left to forget
    second = store.revision()
    assert int(second) == int(first) + 1
    store.close()
    again = open_store(tmp_path / "story.db")
    assert again.revision() == second
    again.close()
