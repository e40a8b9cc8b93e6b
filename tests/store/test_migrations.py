"""A migrated store has the tables that the code declares, and stores of other versions are told apart."""

from __future__ import annotations

import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from standoff.errors import StoreError
from standoff.store import migrations
from standoff.store.open import open_store
from standoff.store.tables import metadata
from tests.factories import kashmir, keep


def declared(_object, name, kind, _reflected, _compare_to) -> bool:
    return not (kind == "table" and "_fts" in name)


def test_migrating_gives_the_declared_tables(tmp_path):
    store = open_store(tmp_path / "new.db", create=True)
    with store.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "include_object": declared}
        )
        assert compare_metadata(context, metadata) == []
    store.close()


def test_the_latest_revision_is_named_where_stores_are_opened(tmp_path):
    scripts = ScriptDirectory(str(next(iter(migrations.__path__))))
    assert scripts.get_current_head() == migrations.LATEST


def test_opening_again_changes_no_byte(tmp_path):
    path = tmp_path / "same.db"
    open_store(path, create=True).close()
    before = path.read_bytes()
    open_store(path).close()
    assert path.read_bytes() == before


def test_a_store_made_before_times_had_words_keeps_its_rows(tmp_path):
    path, story = tmp_path / "older.db", kashmir()
    keep(story, path).close()
    with sqlite3.connect(path) as connection:
        for table, column in (("statements", "said"), ("events", "happened")):
            for part in ("start", "stop"):
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}_{part}")
        connection.execute("DROP TABLE renderings")  # which was of another shape
        connection.execute("UPDATE alembic_version SET version_num = '0006'")
    connection.close()
    store = open_store(path)
    assert len(store.record().statements) == sum(len(bundle.statements) for bundle in story.bundles)
    with store.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": declared})
        assert compare_metadata(context, metadata) == []
    store.close()


def test_a_store_of_a_newer_version_is_refused_by_name(tmp_path):
    path = tmp_path / "newer.db"
    open_store(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreError, match=r"newer version of standoff \(schema 9999.*upgrade standoff"):
        open_store(path)
